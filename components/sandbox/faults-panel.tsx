"use client";

import Zap from "lucide-react/icons/zap";
import { ConfirmAction } from "@/components/data/confirm-action";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Card, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness } from "@/components/ui/freshness";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { Fault, FaultTargets } from "@/lib/contracts/control-faults";
import { ANY_CALL, type FaultDraft } from "@/lib/domain/faults";
import type { FaultsView } from "@/lib/domain/sandbox";
import { sandboxFaultsText as text } from "@/lib/messages/sandbox-faults";
import { removeFaultAction } from "@/server/actions/sandbox-faults";
import { FaultPresets } from "./fault-presets";
import { FaultTableRow } from "./fault-row";

const LOOK_MS = 5_000;
const { columns, removeAll } = text;
const load = () => import("./fault-dialog").then((module) => module.FaultDialog);

const BLANK: FaultDraft = {
  surface: "amp",
  target: ANY_CALL,
  kind: "server_error",
  remaining: 1,
  skip: 0,
};

/** What goes wrong by order; the counts fall while the page is open. */
export function FaultsPanel({ initial }: { initial: FaultsView }) {
  const { data, refresh, error } = useLive("/api/sandbox/faults", initial, { everyMs: LOOK_MS });
  const { faults, targets } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <CardHeader
          title={text.standing}
          description={text.standingHint}
          actions={
            <>
              <Freshness freshness={{ asOf: data.asOf, source: "amp" }} onRefresh={refresh} />
              {faults.length > 1 && <RemoveAll />}
              <AddFault targets={targets} />
            </>
          }
        />
        {faults.length === 0 ? (
          <EmptyState icon={<Zap aria-hidden />} title={text.empty.title}>
            {text.empty.text}
          </EmptyState>
        ) : (
          <FaultsTable faults={faults} />
        )}
      </Card>
      <FaultPresets targets={targets} />
    </div>
  );
}

const AddFault = ({ targets }: { targets: FaultTargets }) => (
  <DialogButton data-new load={load} dialog={{ targets, draft: BLANK }} variant="primary" size="sm">
    {text.add}
  </DialogButton>
);

const RemoveAll = () => (
  <ConfirmAction
    size="sm"
    tone="primary"
    title={removeAll.title}
    consequence={removeAll.consequence}
    confirmLabel={removeAll.confirm}
    done={removeAll.done}
    action={() => removeFaultAction({ id: null })}
  >
    {removeAll.button}
  </ConfirmAction>
);

const FaultsTable = ({ faults }: { faults: Fault[] }) => (
  <Table caption={text.caption}>
    <TableHead>
      <Th>{columns.what}</Th>
      <Th>{columns.target}</Th>
      <Th>{columns.skip}</Th>
      <Th>{columns.remaining}</Th>
      <Th fit>
        <span className="sr-only">{columns.actions}</span>
      </Th>
    </TableHead>
    <TableBody>
      {faults.map((fault) => (
        <FaultTableRow key={fault.id} fault={fault} />
      ))}
    </TableBody>
  </Table>
);
