import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { TableRow, Td } from "@/components/ui/table";
import type { AmpCallRow } from "@/lib/domain/amp-call";
import { callsText as text } from "@/lib/messages/calls";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { CallStatus } from "./call-status";
import { PersonName } from "./person-name";

const { columns } = text;

export function CallRow({ call }: { call: AmpCallRow }) {
  const { id, at, method, path, query, status, durationMs, answerBytes, refusal, requestId } = call;
  const search = new URLSearchParams(query).toString();
  return (
    <TableRow>
      <Td label={columns.at} className="align-top!">
        <BlockTime at={at} />
      </Td>
      <Td label={columns.call} className="align-top!">
        <Link href={routes.call(id)} className="hover:underline">
          <span className="me-1 font-medium text-xs">{method}</span>{" "}
          <code className="break-all">{search ? `${path}?${search}` : path}</code>
        </Link>
      </Td>
      <Td label={columns.status} className="align-top!">
        <CallStatus status={status} />
        {refusal !== null && (
          <p className="min-w-28 max-w-72 whitespace-normal text-muted-foreground text-xs">{refusal}</p>
        )}
      </Td>
      <Td label={columns.duration} numeric className="align-top!">
        {text.ms(durationMs)}
      </Td>
      <Td label={columns.answer} numeric className="align-top!">
        {answerBytes === null ? commonText.none : text.bytes(answerBytes)}
      </Td>
      <CallPerson call={call} />
      <Td label={columns.requestId} className="align-top!">
        <CopyId value={requestId} label={text.requestIdLabel} className="-my-0.5" />
      </Td>
    </TableRow>
  );
}

/** What a copy is read anew by, nobody asked for: stacked, that is no line. */
const CallPerson = ({ call: { personName, operationId } }: { call: AmpCallRow }) =>
  personName === null && operationId === null ? (
    <Td className="@max-[34rem]/desk-table:hidden">{commonText.none}</Td>
  ) : (
    <Td label={columns.person} className="align-top!">
      {personName === null ? text.operation : <PersonName name={personName} />}
    </Td>
  );
