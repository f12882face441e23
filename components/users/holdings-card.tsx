import Coins from "lucide-react/icons/coins";
import type { Route } from "next";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { BlacklistedPart } from "@/components/utxos/blacklisted-part";
import { keyOf } from "@/lib/domain/eligibility-matrix";
import type { Receivability, UserHolding } from "@/lib/domain/users";
import { failingWords } from "@/lib/format/eligibility-words";
import { userFiles } from "@/lib/list-files";
import { listHref, parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { commonText } from "@/lib/messages/common";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";

const { holdings: text, eligibility } = usersText;

interface HoldingsCardProps {
  userId: number;
  holdings: UserHolding[];
  isManager: boolean;
}

export function HoldingsCard({ userId, holdings, isManager }: HoldingsCardProps) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={isManager ? text.managerDescription : text.description}
        actions={<ExportButton list="user-holdings" state={parseListState({}, userFiles.holdings(userId))} />}
        className="border-b-0"
      />
      {holdings.length === 0 ? (
        <EmptyState
          icon={<Coins aria-hidden />}
          title={isManager ? text.noneManagerTitle : text.none}
          className="border-border border-t"
        >
          {isManager ? text.noneManager : text.noneText}
        </EmptyState>
      ) : (
        <Table caption={text.title} className="border-border border-t">
          <TableHead>
            <Th>{text.asset}</Th>
            <Th numeric>{text.balance}</Th>
            <Th numeric>{text.assigned}</Th>
            <Th numeric>{text.distributed}</Th>
            <Th>{text.receive}</Th>
          </TableHead>
          <TableBody>
            {holdings.map((holding) => (
              <HoldingRow key={holding.assetUuid} holding={holding} userId={userId} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

interface HoldingRowProps {
  holding: UserHolding;
  userId: number;
}

function HoldingRow({ holding, userId }: HoldingRowProps) {
  const why = holding.receive.state === "no" ? text.whyNot : text.rules;
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(holding.assetUuid)} className="font-medium hover:underline">
          {holding.name}
        </Link>
      </RowTitle>
      <Td label={text.balance} numeric>
        <div>
          <Figure sats={holding.balance} holding={holding} />
          {holding.balance > 0n && <BlacklistedPart part={holding.blacklisted} asset={holding} />}
        </div>
      </Td>
      <Td label={text.assigned} numeric>
        <div>
          <Figure sats={holding.assigned} holding={holding} />
          {holding.openAssignments > 0 && (
            <Link
              href={assignmentsOf(holding.assetUuid, { user: `${userId}` })}
              className="block text-link text-xs hover:underline"
            >
              {text.openAssignments(holding.openAssignments)}
            </Link>
          )}
        </div>
      </Td>
      <Td label={text.distributed} numeric>
        <div>
          <Figure sats={holding.distributed} holding={holding} />
          {holding.distributed > 0n && (
            <Link
              href={assignmentsOf(holding.assetUuid, { user: `${userId}`, state: "distributed" })}
              className="block text-link text-xs hover:underline"
            >
              {text.distributedAssignments}
            </Link>
          )}
        </div>
      </Td>
      <Td label={text.receive}>
        <div>
          <ReceiveStatus receive={holding.receive} />
          <Link
            href={routes.whyNot(holding.assetUuid, userId)}
            aria-label={why.of(holding.name)}
            className="block text-link text-xs hover:underline"
          >
            {why.link}
          </Link>
        </div>
      </Td>
    </TableRow>
  );
}

function Figure({ sats, holding }: { sats: bigint; holding: UserHolding }) {
  if (sats === 0n) return <span className="text-muted-foreground">{commonText.none}</span>;
  return <Amount sats={sats} precision={holding.precision} ticker={holding.ticker} />;
}

const assignmentsOf = (assetUuid: string, filters: { user: string; state?: string }) =>
  listHref(parseListState(filters, assetLists.assignments(assetUuid))) as Route;

/** What comes by itself or by the investor; the rest somebody has to put right. */
const WAITS: readonly string[] = ["no-gaid", "unauthorized"];

function ReceiveStatus({ receive: { state, failing, missing } }: { receive: Receivability }) {
  const keeping = failing.filter(({ rule }) => rule !== "blacklisted");
  const tone = keeping.every(({ rule }) => WAITS.includes(rule)) ? "waiting" : "blocked";
  return (
    <>
      <Status tone={state === "no" ? tone : "ok"} wraps>
        {eligibility[state]}
      </Status>
      {failing.length > 0 && (
        <ul className="text-muted-foreground text-xs">
          {failing.map((rule) => (
            <li key={keyOf(rule)}>{failingWords(rule, missing)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
