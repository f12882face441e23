import type { OperationKind } from "@/lib/domain/intent";
import type { OperationFacts } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { inNodeWords, RpcError } from "@/server/elements/rpc";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { openTreasury } from "./context";
import { withOperationLock } from "./lock";
import { planOf } from "./machines";
import type { Plan, StepContext, StepOutcome } from "./step";
import { dueOperationIds, findOperation, moveOperation, type Operation } from "./store";

const RETRY_MS = 5_000;
const BATCH = 20;

type Given = Pick<StepContext, "pollMs" | "assertHeld">;

/** Runs one step of each operation whose time has come. @returns how many were tried */
export async function runDueOperations(pollMs: number): Promise<number> {
  const ids = await dueOperationIds(BATCH);
  for (const id of ids) await withOperationLock(id, (assertHeld) => advance(id, { pollMs, assertHeld }));
  return ids.length;
}

/** Steps on until the operation waits, ends or needs a person. */
async function advance(operationId: string, given: Given): Promise<void> {
  for (;;) {
    const operation = await findOperation(operationId);
    const plan = operation ? planOf(operation) : undefined;
    if (!operation || !plan || operation.nextRunAt === null) return;
    const outcome = await runStep(operation, plan, given);
    if (outcome === null || outcome.againInMs !== 0) return;
  }
}

async function runStep(
  operation: Operation,
  plan: Plan<OperationKind>,
  given: Given,
): Promise<StepOutcome | null> {
  let current = operation;
  try {
    const context = { ...(await openTreasury(operation.workspaceId)), ...given };
    const instead = (await plan.ready?.(operation, context)) ?? null;
    if (instead === null) {
      const during = await writeIntent(operation, plan, await plan.marks?.(operation, context));
      if (during === null) return null;
      current = during;
    }
    const outcome = instead ?? (await plan.run(current, context));
    await writeOutcome(current, plan, outcome);
    return outcome;
  } catch (error) {
    await waitFor(current, plan, error);
    return null;
  }
}

async function writeIntent(
  operation: Operation,
  plan: Plan<OperationKind>,
  marks: OperationFacts | undefined,
): Promise<Operation | null> {
  if (plan.isQuiet) return operation;
  const entry = { step: plan.step, phase: "intent" as const, detail: {} };
  const facts = { ...operation.facts, ...marks };
  return moveOperation(operation, { state: plan.during, facts, nextRunAt: new Date(0) }, entry);
}

async function writeOutcome(
  operation: Operation,
  plan: Plan<OperationKind>,
  outcome: StepOutcome,
): Promise<void> {
  const isNews = !plan.isQuiet || outcome.facts?.confirmations !== operation.facts.confirmations;
  const moved = await moveOperation(
    operation,
    {
      state: outcome.state,
      problem: outcome.problem ?? null,
      nextRunAt: outcome.againInMs === null ? null : new Date(now().getTime() + outcome.againInMs),
      ...(outcome.facts ? { facts: outcome.facts } : {}),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: outcome.detail } : null,
  );
  // Somebody else went on while this step took its time; what he stored is newer.
  if (!moved)
    log.warn("treasury.outcome-late", { operation: operation.id, step: plan.step, state: outcome.state });
}

/** AMP or the node is away, or refused: nothing is lost, the same step is tried again later. */
async function waitFor(operation: Operation, plan: Plan<OperationKind>, thrown: unknown): Promise<void> {
  const error = inNodeWords(thrown);
  const isKnown = error instanceof AppError;
  const message = isKnown ? error.message : worksText.stepFailed;
  const code = isKnown ? error.code : "INTERNAL";
  log.warn("treasury.step-waits", {
    operation: operation.id,
    step: plan.step,
    code,
    reason: reasonOf(error),
  });
  const isNews = operation.problem?.message !== message;
  // AMP's clear refusal of an order is a person's matter; everything else may pass by itself.
  const isRefused = code === "REJECTED" && operation.state === "ordering" && !(thrown instanceof RpcError);
  await moveOperation(
    operation,
    {
      state: isRefused ? "stopped" : operation.state,
      problem: { message, mayRetry: true },
      nextRunAt: isRefused ? null : new Date(now().getTime() + RETRY_MS),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: { waits: message } } : null,
  );
}
