"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { ByHandCard, OperationJournal } from "@/components/operations/later-parts";
import type { RunData } from "@/components/operations/run-data";
import { RunDone, RunProblem, RunSteps } from "@/components/operations/run-parts";
import { UnlockWaiting } from "@/components/operations/unlock-waiting";
import { useRun } from "@/components/operations/use-run";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { SupplyFacts } from "./supply-facts";
import { supplySteps } from "./supply-steps";

const { run: text, safe } = supplyText;

/** One reissuance or burn from approval to AMP's confirmation, live; a reload finds it where it is. */
export function SupplyRun({ initial }: { initial: RunData<SupplyKind> }) {
  const { operation, journal, age, error } = useRun(initial);
  const { kind, state, assetUuid } = operation;
  const told = { operation, safe: safe[state] };
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <RunProblem {...told} />
      {state === "done" && (
        <RunDone title={text.done[kind]} href={routes.supply(assetUuid)} label={text.seeSupply} />
      )}
      <UnlockWaiting operation={operation} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <RunSteps {...told} steps={supplySteps(operation)} age={age} />
        <SupplyFacts operation={operation} />
      </div>
      <ByHandCard operation={operation} />
      <OperationJournal operationId={operation.id} journal={journal} />
    </div>
  );
}
