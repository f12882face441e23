import type { Tone } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { TableRow, Td } from "@/components/ui/table";
import type { AuditOutcome, AuditRow as Row } from "@/lib/domain/audit";
import { auditText } from "@/lib/messages/audit";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { AuditAction } from "./audit-action";
import { PersonName } from "./person-name";

export const OUTCOME_TONES: Record<AuditOutcome, Tone> = {
  ok: "ok",
  refused: "blocked",
  unknown: "waiting",
};
const { columns, actions, outcomes } = auditText;

export function AuditRow({ row }: { row: Row }) {
  const words = actions[row.action] ?? row.action;
  return (
    <TableRow>
      <Td label={columns.at} className="align-top!">
        <Link href={routes.auditEntry(row.id)} aria-label={auditText.open(words)} className="hover:underline">
          <BlockTime at={row.at} />
        </Link>
      </Td>
      <Td label={columns.action} className="align-top!">
        <AuditAction words={words} detail={row.detail} />
      </Td>
      <Td label={columns.asset} className="align-top!">
        <AssetName row={row} />
      </Td>
      <Td label={columns.person} className="align-top!">
        <PersonName name={row.personName} />
        {row.managerName !== null && (
          <span className="block text-muted-foreground text-xs">
            {auditText.managers.account(row.managerName)}
          </span>
        )}
        {row.remoteAddress !== null && (
          <span className="block text-muted-foreground text-xs">{row.remoteAddress}</span>
        )}
      </Td>
      <Td label={columns.outcome} className="align-top!">
        <Status tone={OUTCOME_TONES[row.outcome]}>{outcomes[row.outcome]}</Status>
      </Td>
      <Td label={columns.requestId} className="align-top!">
        <CopyId value={row.requestId} label={auditText.requestIdLabel} className="-my-0.5" />
      </Td>
    </TableRow>
  );
}

export function AssetName({ row: { assetUuid, assetName } }: { row: Row }) {
  if (assetUuid === null) return commonText.none;
  if (assetName === null)
    return <CopyId value={assetUuid} label={auditText.assetUuidLabel} className="-my-0.5" />;
  return (
    <Link href={routes.asset(assetUuid)} className="hover:underline">
      {assetName}
    </Link>
  );
}
