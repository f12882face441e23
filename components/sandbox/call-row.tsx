import { Badge, type Tone } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { Status } from "@/components/ui/status";
import { TableRow, Td } from "@/components/ui/table";
import { Tooltip } from "@/components/ui/tooltip";
import type { LoggedCall } from "@/lib/contracts/control-calls";
import type { FaultSurface } from "@/lib/domain/faults";
import { formatUtc, formatUtcClock } from "@/lib/format/times";
import { commonText } from "@/lib/messages/common";
import { sandboxCallsText as text } from "@/lib/messages/sandbox-calls";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";

const { columns } = text;
const surfaces: Record<string, string> = sandboxFaultsText.surfaces;
const kinds: Record<string, string> = sandboxFaultsText.kinds;

export function CallRow({ call }: { call: LoggedCall }) {
  const { at, surface, method, path, status, durationMs, sizeBytes, account, requestId } = call;
  return (
    <TableRow>
      <Td label={columns.at} className="whitespace-nowrap align-top!">
        <Tooltip content={formatUtc(at)}>
          <time dateTime={at.toISOString()}>{formatUtcClock(at)}</time>
        </Tooltip>
      </Td>
      <Td label={columns.call} className="align-top!">
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 max-sm:justify-end">
          <Badge>{surfaces[surface as FaultSurface] ?? surface}</Badge>
          <span className="break-all font-medium">{method}</span>
          <code className="break-all">{path}</code>
        </span>
      </Td>
      <Td label={columns.status} className="align-top!">
        <Status tone={toneOf(status)}>{status === 0 ? text.noAnswer : status}</Status>
      </Td>
      <Td label={columns.duration} numeric className="align-top!">
        {durationMs === null ? commonText.none : text.ms(durationMs)}
      </Td>
      <Td label={columns.size} numeric className="align-top!">
        {sizeBytes === null ? commonText.none : text.bytes(sizeBytes)}
      </Td>
      <Td label={columns.account} className="align-top!">
        {account ?? commonText.none}
      </Td>
      <Td label={columns.fault} className="align-top!">
        <Faults call={call} />
      </Td>
      <Td label={columns.requestId} className="align-top!">
        {requestId ? (
          <CopyId value={requestId} label={text.requestIdLabel} ends={4} className="-my-0.5" />
        ) : (
          commonText.none
        )}
      </Td>
    </TableRow>
  );
}

function toneOf(status: number): Tone {
  if (status === 0 || status >= 500) return "danger";
  return status >= 400 ? "blocked" : status >= 300 ? "waiting" : "ok";
}

function Faults({ call: { faults, effectStatus } }: { call: LoggedCall }) {
  if (faults.length === 0) return commonText.none;
  return (
    <span className="grid">
      {faults.map(({ id, kind }) => (
        <span key={id}>{text.fault(id, kinds[kind] ?? kind)}</span>
      ))}
      {effectStatus !== null && (
        <span className="text-muted-foreground text-xs">{text.effect(effectStatus)}</span>
      )}
    </span>
  );
}
