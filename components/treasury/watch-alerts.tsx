import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { DialogButton } from "@/components/ui/dialog-button";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { isBlocking, isOfLostOutputs, type WatchAlert } from "@/lib/domain/watch";
import { parseListState } from "@/lib/list-state";
import { watchText } from "@/lib/messages/watch";
import { routes } from "@/lib/routes";

const { alerts: text, kinds, acknowledge } = watchText;
/** As `workspaceFiles` has it, without the table of all lists among the page's scripts. */
const wholeList = () => parseListState({}, { path: routes.treasury, sorts: [] });
const load = () => import("./acknowledge-dialog").then((module) => module.AcknowledgeDialog);

export function WatchAlerts({ alerts }: { alerts: WatchAlert[] }) {
  if (alerts.length === 0) return null;
  return (
    <section aria-label={text.title} className="border-border border-t">
      <div className="flex justify-end px-4 pt-3">
        <ExportButton list="watch-alerts" state={wholeList()} />
      </div>
      <ul className="divide-y divide-border">
        {alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
    </section>
  );
}

function AlertRow({ alert }: { alert: WatchAlert }) {
  const { kind, state, assetUuid, assetName, isToken, subject, txid } = alert;
  const words = kinds[kind];
  const stops = state === "open" && isBlocking(kind);
  const tone = state === "closed" ? "ok" : stops ? "danger" : "waiting";
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <Status tone={tone} wraps className="font-medium">
          {text.heading(words.title, assetName, isToken ? watchText.token : null)}
        </Status>
        {stops && (
          <DialogButton load={load} dialog={{ alert }} size="sm">
            {acknowledge.button}
          </DialogButton>
        )}
      </div>
      <p className="text-muted-foreground text-sm">{state === "closed" ? text.closed : words.text}</p>
      {stops && <p className="text-sm">{text.stops}</p>}
      {alert.acknowledgedBy !== null && (
        <p className="text-sm">{text.acknowledgedBy(alert.acknowledgedBy, alert.reason ?? "")}</p>
      )}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        <span>
          {text.raised} <BlockTime at={alert.raisedAt} />
        </span>
        {subject !== "supply" && <CopyId value={subject} label={text.where} />}
        {txid !== null && txid !== subject && <CopyId value={txid} label={text.transaction} />}
        {isOfLostOutputs(kind) && (
          <Link
            href={routes.lostOutputs(assetUuid)}
            className="inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline"
          >
            {text.lostOutputs}
          </Link>
        )}
      </p>
    </li>
  );
}
