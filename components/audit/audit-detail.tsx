import ScrollText from "lucide-react/icons/scroll-text";
import type { Route } from "next";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableHead } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { AuditDetail, AuditRow as Row } from "@/lib/domain/audit";
import { LBTC_UUID, OPERATION_KINDS } from "@/lib/domain/intent";
import { auditText } from "@/lib/messages/audit";
import { auditDetailsText } from "@/lib/messages/audit-details";
import { routes } from "@/lib/routes";
import { AuditFacts } from "./audit-action";
import { AuditHeads } from "./audit-heads";
import { AssetName, AuditRow, OUTCOME_TONES } from "./audit-row";
import { CallHeads } from "./call-heads";
import { CallRow } from "./call-row";
import { PersonName } from "./person-name";

const { columns, detail: text } = auditText;

/** One entry, what else its request did, and what AMP was asked for it. */
export function AuditDetailView({ detail: { entry, others, calls } }: { detail: AuditDetail }) {
  const { operation, user } = entry.detail;
  const isManagers = entry.managerName !== null;
  // A manager's bulk changes are on the manager's own pages.
  const run = isManagers ? null : runOf(entry);
  const job = isManagers ? null : jobOf(entry);
  return (
    <div className="grid gap-5">
      <Card>
        <CardHeader title={text.facts} />
        <CardBody>
          <KeyValues>
            <KeyValue term={text.at}>
              <BlockTime at={entry.at} />
            </KeyValue>
            <KeyValue term={text.person}>
              <PersonName name={entry.personName} />
            </KeyValue>
            {isManagers && <KeyValue term={text.manager}>{entry.managerName}</KeyValue>}
            <KeyValue term={text.from}>{placeOf(entry)}</KeyValue>
            <KeyValue term={columns.outcome}>
              <Status tone={OUTCOME_TONES[entry.outcome]}>{auditText.outcomes[entry.outcome]}</Status>
            </KeyValue>
            {entry.assetUuid !== null && (
              <KeyValue term={text.asset}>
                <AssetName row={entry} />
              </KeyValue>
            )}
            <KeyValue term={text.about}>
              {Object.keys(entry.detail).length === 0 ? text.nothing : <AuditFacts detail={entry.detail} />}
            </KeyValue>
            {run !== null && (
              <KeyValue term={auditDetailsText.operation}>
                <TextLink href={run}>{text.run}</TextLink>
              </KeyValue>
            )}
            {job !== null && (
              <KeyValue term={auditDetailsText.job}>
                <TextLink href={job}>{text.job}</TextLink>
              </KeyValue>
            )}
            {typeof user === "number" && (
              <KeyValue term={auditDetailsText.user}>
                <TextLink href={routes.user(user)}>{text.user}</TextLink>
              </KeyValue>
            )}
            <KeyValue term={text.requestId}>
              <CopyId value={entry.requestId} label={auditText.requestIdLabel} />
            </KeyValue>
          </KeyValues>
        </CardBody>
      </Card>
      <Card>
        <CardHeader
          title={text.calls}
          actions={
            <>
              {calls.length > 0 && <CallsLink of={entry.requestId}>{text.allCalls}</CallsLink>}
              {typeof operation === "string" && !isManagers && (
                <CallsLink of={operation}>{text.operationCalls}</CallsLink>
              )}
            </>
          }
        />
        {calls.length === 0 ? (
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title={isManagers ? text.callsOfManager : text.callsNone}
          />
        ) : (
          <Table caption={text.calls}>
            <TableHead>
              <CallHeads />
            </TableHead>
            <TableBody>
              {calls.map((call) => (
                <CallRow key={call.id.toString()} call={call} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      {others.length > 0 && (
        <Card>
          <CardHeader
            title={text.others}
            actions={
              <TextLink href={routes.auditOf(entry.requestId)} className="text-sm">
                {text.allOthers}
              </TextLink>
            }
          />
          <Table caption={text.others}>
            <TableHead>
              <AuditHeads />
            </TableHead>
            <TableBody>
              {others.map((row) => (
                <AuditRow key={row.id.toString()} row={row} />
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
    </div>
  );
}

/** The page of the operation that an entry is about: its journal tells why. */
function runOf({ action, assetUuid, detail }: Row) {
  const kind = OPERATION_KINDS.find((known) => action.startsWith(`${known}.`));
  const asset = kind === "lbtc" ? LBTC_UUID : assetUuid;
  if (!kind || asset === null || typeof detail.operation !== "string") return null;
  return routes.operation({ kind, assetUuid: asset, id: detail.operation });
}

/** The page of the bulk change that an entry is about, or is a row of. */
function jobOf({ action, assetUuid, detail }: Row) {
  if (typeof detail.job !== "string") return null;
  if (/^(user|category)\./.test(action)) return routes.userJob(detail.job);
  return action.startsWith("assignment.") && assetUuid !== null
    ? routes.assignmentJob(assetUuid, detail.job)
    : null;
}

const TextLink = ({ href, className, children }: { href: Route; className?: string; children: string }) => (
  <Link href={href} className={cn("text-link underline-offset-2 hover:underline", className)}>
    {children}
  </Link>
);

const CallsLink = ({ of, children }: { of: string; children: string }) => (
  <TextLink href={routes.callsOf(of)} className="text-sm">
    {children}
  </TextLink>
);

function placeOf({ remoteAddress, device }: Row): string {
  if (remoteAddress !== null) return text.place(remoteAddress, device);
  return device === null ? text.unknownPlace : text.onlyDevice(device);
}
