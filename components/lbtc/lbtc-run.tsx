"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { OperationJournal } from "@/components/operations/later-parts";
import { MadeTransaction } from "@/components/operations/made-transaction";
import type { RunData } from "@/components/operations/run-data";
import { RunDone, RunFacts, RunProblem, RunSteps } from "@/components/operations/run-parts";
import { UnlockWaiting } from "@/components/operations/unlock-waiting";
import { useRun } from "@/components/operations/use-run";
import { Amount } from "@/components/ui/amount";
import { KeyValue } from "@/components/ui/key-values";
import { LBTC } from "@/lib/domain/treasury";
import { lbtcText } from "@/lib/messages/lbtc";
import { routes } from "@/lib/routes";
import { lbtcSteps } from "./lbtc-steps";

const { safe, review } = lbtcText;

/** One payment in L-BTC from approval to two confirmations, live; a reload finds it where it is. */
export function LbtcRun({ initial }: { initial: RunData<"lbtc"> }) {
  const { operation, journal, age, error } = useRun(initial);
  const { intent, state } = operation;
  const told = { operation, safe: safe[state] };
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <RunProblem {...told} />
      {state === "done" && (
        <RunDone title={lbtcText.done} href={routes.treasury} label={lbtcText.toTreasury} />
      )}
      <UnlockWaiting operation={operation} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <RunSteps {...told} steps={lbtcSteps(operation)} age={age} />
        <RunFacts operation={operation}>
          <KeyValue term={review.pays}>
            <Amount sats={intent.totalSats} {...LBTC} className="font-medium" />
          </KeyValue>
          <KeyValue term={review.to}>
            <span className="break-all font-mono text-xs">{intent.address}</span>
          </KeyValue>
          <MadeTransaction operation={operation} />
        </RunFacts>
      </div>
      <OperationJournal operationId={operation.id} journal={journal} />
    </div>
  );
}
