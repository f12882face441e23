"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { ByHandCard, OperationJournal } from "@/components/operations/later-parts";
import type { RunData } from "@/components/operations/run-data";
import { RunDone, RunFacts, RunProblem, RunSteps } from "@/components/operations/run-parts";
import { UnlockWaiting } from "@/components/operations/unlock-waiting";
import { useRun } from "@/components/operations/use-run";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue } from "@/components/ui/key-values";
import { late } from "@/components/ui/late";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { distributionSteps } from "./distribution-steps";
import { fileOfIntent } from "./intent-paths";
import { IntentTable } from "./intent-table";

const { run: text } = distributionRunText;

const BatchesTable = late(() => import("./batches-table").then((file) => file.BatchesTable));
const { run: terms } = operationsText;

/** One distribution from approval to AMP's confirmation, live; a reload finds it where it is. */
export function DistributionRun({ initial }: { initial: RunData<"distribution"> }) {
  const { operation, journal, age, error } = useRun(initial);
  const { facts, state, assetUuid } = operation;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <RunProblem operation={operation} />
      <UnlockWaiting operation={operation} />
      {state === "done" && (
        <RunDone title={text.done} href={routes.ownership(assetUuid)} label={text.seeOwners} />
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <RunSteps operation={operation} steps={distributionSteps(operation)} age={age} />
        <div className="grid gap-5">
          <RunFacts operation={operation}>
            {facts.order && (
              <KeyValue term={terms.order}>
                <CopyId value={facts.order.distributionUuid} label={terms.order} ends={8} />
              </KeyValue>
            )}
            {facts.txid && (
              <KeyValue term={terms.txid}>
                <CopyId value={facts.txid} label={terms.txid} ends={10} />
              </KeyValue>
            )}
          </RunFacts>
          <ByHandCard operation={operation} />
          <BatchesTable operation={operation} />
          <IntentTable
            intent={operation.intent}
            pathBehind={(after) => `/api/operations/${operation.id}/assignments?after=${after}`}
            file={fileOfIntent(assetUuid, operation.id)}
            title={text.approvedList}
          />
        </div>
      </div>
      <OperationJournal operationId={operation.id} journal={journal} />
    </div>
  );
}
