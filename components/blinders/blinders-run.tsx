"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { OperationJournal } from "@/components/operations/later-parts";
import type { RunData } from "@/components/operations/run-data";
import { RunDone, RunFacts, RunProblem, RunSteps } from "@/components/operations/run-parts";
import { useRun } from "@/components/operations/use-run";
import { blindersText } from "@/lib/messages/blinders";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { blindersSteps } from "./blinders-steps";
import { OutputsTable } from "./outputs-table";

const { run: text, safe } = blindersText;

/** One update of blinders from approval until AMP shows them, live; a reload finds it where it is. */
export function BlindersRun({ initial }: { initial: RunData<"blinders"> }) {
  const { operation, journal, age, error } = useRun(initial);
  const { intent, state, assetUuid } = operation;
  const told = { operation, safe: safe[state] };
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <RunProblem {...told} />
      {state === "done" && (
        <RunDone title={text.done} href={routes.supply(assetUuid)} label={text.seeSupply} />
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <RunSteps {...told} steps={blindersSteps(operation)} age={age} />
        <div className="grid gap-5">
          <OutputsTable asset={intent} outputs={intent.outputs} title={operationsText.run.approved} />
          <RunFacts operation={operation} />
        </div>
      </div>
      <OperationJournal operationId={operation.id} journal={journal} />
    </div>
  );
}
