"use client";

import Link from "next/link";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { ByHandCard } from "@/components/operations/by-hand-card";
import { OperationDecisions } from "@/components/operations/operation-decisions";
import { OperationJournal } from "@/components/operations/operation-journal";
import { OperationStatus } from "@/components/operations/operation-status";
import { ProblemBehind } from "@/components/operations/problem-behind";
import { RUN_POLL_MS, type RunData } from "@/components/operations/run-data";
import { UnlockWaiting } from "@/components/operations/unlock-waiting";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Stepper } from "@/components/ui/stepper";
import { isFinal, type OperationView } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { SupplyFacts } from "./supply-facts";
import { supplySteps } from "./supply-steps";

const { run: text, safe } = supplyText;

/** One reissuance or burn from approval to AMP's confirmation, live; a reload finds it where it is. */
export function SupplyRun({ initial }: { initial: RunData<SupplyKind> }) {
  const { data, error } = useLive(`/api/operations/${initial.operation.id}`, initial, {
    everyMs: ({ operation }) => (isFinal(operation.state) ? false : RUN_POLL_MS),
  });
  const { operation, journal } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Outcome operation={operation} />
      <UnlockWaiting operation={operation} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <Card>
          <CardHeader title={text.steps} actions={<OperationStatus state={operation.state} />} />
          <CardBody className="grid gap-4" aria-live="polite">
            <Stepper label={text.steps} steps={supplySteps(operation)} />
            {!operation.problem && (
              <>
                <p className="text-sm">{safe[operation.state]}</p>
                <OperationDecisions operation={operation} />
              </>
            )}
          </CardBody>
        </Card>
        <SupplyFacts operation={operation} />
      </div>
      <ByHandCard operation={operation} />
      <OperationJournal journal={journal} />
    </div>
  );
}

/** What needs a person, or that nothing does any more. */
function Outcome({ operation }: { operation: OperationView<SupplyKind> }) {
  const { kind, state, problem, assetUuid } = operation;
  if (problem) {
    return (
      <Alert
        tone={state === "stopped" || state === "unknown" ? "danger" : "waiting"}
        title={problem.message}
        safe={safe[state]}
        action={
          <>
            <ProblemBehind problem={problem} />
            <OperationDecisions operation={operation} />
          </>
        }
      />
    );
  }
  if (state !== "done") return null;
  return (
    <Alert
      tone="ok"
      title={text.done[kind]}
      action={
        <Link className="text-link underline-offset-2 hover:underline" href={routes.supply(assetUuid)}>
          {text.seeSupply}
        </Link>
      }
    />
  );
}
