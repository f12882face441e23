import { ConfirmAction } from "@/components/data/confirm-action";
import { ExportButton } from "@/components/export/export-button";
import { Badge } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { SessionRow } from "@/lib/domain/session";
import type { ListState } from "@/lib/list-state";
import { accountText } from "@/lib/messages/account";
import { endOtherSessionsAction, endSessionAction } from "@/server/actions/account";

const { sessions: text } = accountText;

interface SessionsCardProps {
  /** Which of the others are shown. */
  state: ListState;
  own: SessionRow | null;
  others: ListPage<SessionRow>;
  idleMinutes: number;
  hours: number;
}

/** Where the workspace is signed in: this browser and, page by page, the others; each can be ended from here. */
export function SessionsCard({ state, own, others, idleMinutes, hours }: SessionsCardProps) {
  const sessions = own ? [own, ...others.rows] : others.rows;
  const total = others.total ?? others.rows.length;
  const isPaged = others.nextCursor !== null || state.query.cursor !== undefined;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.description(idleMinutes, hours)}
        actions={<ExportButton list="sessions" state={state} />}
      />
      <Table caption={text.caption}>
        <TableHead>
          <Th>{text.columns.device}</Th>
          <Th>{text.columns.from}</Th>
          <Th>{text.columns.createdAt}</Th>
          <Th>{text.columns.lastSeenAt}</Th>
          <Th>
            <span className="sr-only">{text.columns.end}</span>
          </Th>
        </TableHead>
        <TableBody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </TableBody>
      </Table>
      {isPaged && (
        <Pagination
          state={state}
          shown={sessions.length}
          total={total + (own ? 1 : 0)}
          nextCursor={others.nextCursor}
        />
      )}
      {total > 0 && (
        <CardFooter>
          <ConfirmAction
            title={text.endOthersTitle}
            consequence={text.endOthersText(total)}
            confirmLabel={text.endOthersConfirm}
            action={endOtherSessionsAction.bind(null, {})}
            done={text.othersEnded}
          >
            {text.endOthers}
          </ConfirmAction>
        </CardFooter>
      )}
    </Card>
  );
}

function Row({ session }: { session: SessionRow }) {
  const { id, remoteAddress, createdAt, lastSeenAt, isOwn } = session;
  const device = session.device ?? text.unknownDevice;
  const from = remoteAddress ?? text.unknownPlace;
  return (
    <TableRow>
      <RowTitle>
        <span className="font-medium">{device}</span>
        {isOwn && (
          <Badge tone="ok" className="ms-2">
            {text.own}
          </Badge>
        )}
      </RowTitle>
      <Td label={text.columns.from}>{from}</Td>
      <Td label={text.columns.createdAt}>
        <BlockTime at={createdAt} />
      </Td>
      <Td label={text.columns.lastSeenAt}>
        <BlockTime at={lastSeenAt} />
      </Td>
      <Td>
        {!isOwn && (
          <ConfirmAction
            size="sm"
            title={text.endTitle(device)}
            consequence={text.endText}
            confirmLabel={text.endConfirm}
            action={endSessionAction.bind(null, { sessionId: id })}
            done={text.ended}
            aria-label={text.endOf(device, from)}
          >
            {text.end}
          </ConfirmAction>
        )}
      </Td>
    </TableRow>
  );
}
