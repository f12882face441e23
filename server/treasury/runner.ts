import type { OperationKind } from "@/lib/domain/intent";
import type { JournalEntry } from "@/lib/domain/journal";
import { isFinal, lasting, type OperationFacts, type OperationProblem } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { ampText } from "@/lib/messages/amp";
import { worksText } from "@/lib/messages/works";
import { inNodeWords, isWalletLockedError, RpcError } from "@/server/elements/rpc";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { measured } from "@/server/platform/outside";
import { reasonOf } from "@/server/platform/reason";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { inStoredWords } from "@/server/platform/stored-words";
import { openTreasury } from "./context";
import { withOperationLock } from "./lock";
import { planOf } from "./machines";
import { NOW, type Plan, type StepContext, type StepOutcome, Waiting } from "./step";
import { dueOperationIds, findOperation, moveOperation, type Operation } from "./store";
import { moveTold } from "./told";

const RETRY_MS = 5_000;
const BATCH = 20;

type Given = Pick<StepContext, "pollMs" | "assertHeld">;

/** Runs one step of each operation whose time has come. @returns how many were tried */
export async function runDueOperations(pollMs: number): Promise<number> {
  const ids = await dueOperationIds(BATCH);
  for (const id of ids) {
    try {
      await withOperationLock(id, (assertHeld) =>
        withRequestId(newRequestId(), () => inStoredWords(() => advance(id, { pollMs, assertHeld })), {
          operationId: id,
        }),
      );
    } catch (error) {
      // The others are not held up by it; it is due again in the next round.
      log.error("treasury.operation-failed", { operation: id, reason: reasonOf(error) });
    }
  }
  return ids.length;
}

/** How long one operation goes on before the others have their turn, and a person's decision finds it free. */
const TURN_MS = 15_000;

/** Steps on until the operation waits, ends, needs a person or has had its time. */
async function advance(operationId: string, given: Given): Promise<void> {
  const endsAt = performance.now() + TURN_MS;
  let operation = await findOperation(operationId);
  while (operation && operation.nextRunAt !== null && performance.now() < endsAt) {
    const plan = planOf(operation);
    if (!plan) return leaveToPerson(operation);
    operation = await runMeasured(operation, plan, given);
  }
}

/** Due in a state in which nothing is to be done, as one that a newer version stored: it must not be due for ever. */
async function leaveToPerson(operation: Operation): Promise<void> {
  const { id, kind, state } = operation;
  log.error("treasury.no-plan", { operation: id, kind, state });
  const problem = isFinal(state) ? operation.problem : { message: worksText.unknownKind, mayRetry: false };
  await moveOperation(operation, { state, problem, nextRunAt: null }, null);
}

const runMeasured = (operation: Operation, plan: Plan<OperationKind>, given: Given) =>
  measured(async (outside) => {
    const begins = performance.now();
    const next = await runStep(operation, plan, given);
    const ms = performance.now() - begins;
    const { id, state } = operation;
    const waited = { outsideMs: outside.ms, ...outside.calls };
    log.debug("treasury.step", { operation: id, state, step: plan.step, ms, ...waited });
    return next;
  });

/** @returns the operation as it was stored when its next step is due at once, else null */
async function runStep(
  operation: Operation,
  plan: Plan<OperationKind>,
  given: Given,
): Promise<Operation | null> {
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
    const moved = await writeOutcome(current, plan, outcome, operation.problem);
    return outcome.againInMs === NOW ? moved : null;
  } catch (error) {
    const marks = current === operation ? undefined : plan.marksAfter?.(current.facts, error);
    await waitFor(current, plan, error, { before: operation.problem, marks });
    return null;
  }
}

async function writeIntent(
  operation: Operation,
  plan: Plan<OperationKind>,
  marks: OperationFacts | undefined,
): Promise<Operation | null> {
  if (plan.isQuiet) return operation;
  const entry: JournalEntry = { step: plan.step, phase: "intent", detail: {} };
  const facts = marks ? { facts: { ...operation.facts, ...marks } } : {};
  const change = { state: plan.during, problem: operation.problem, ...facts, nextRunAt: new Date(0) };
  // What it waited for stays to be seen until the step has ended; the step itself begins without it.
  const moved = await moveTold(operation, change, entry);
  return moved && { ...moved, problem: null };
}

async function writeOutcome(
  operation: Operation,
  plan: Plan<OperationKind>,
  outcome: StepOutcome,
  before: OperationProblem | null,
): Promise<Operation | null> {
  const isMoved = outcome.state !== operation.state;
  const isNews = !plan.isQuiet || isMoved || outcome.facts?.confirmations !== operation.facts.confirmations;
  const moved = await moveTold(
    operation,
    {
      state: outcome.state,
      problem: lasting(outcome.problem ?? null, before, now()),
      nextRunAt: outcome.againInMs === null ? null : new Date(now().getTime() + outcome.againInMs),
      ...(outcome.facts ? { facts: outcome.facts } : {}),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: outcome.detail } : null,
  );
  // Somebody else went on while this step took its time; what he stored is newer.
  if (!moved)
    log.warn("treasury.outcome-late", { operation: operation.id, step: plan.step, state: outcome.state });
  return moved;
}

/** AMP or the node is away, or refused: nothing is lost, the same step is tried again later. */
async function waitFor(
  operation: Operation,
  plan: Plan<OperationKind>,
  thrown: unknown,
  { before, marks }: { before: OperationProblem | null; marks: OperationFacts | undefined },
): Promise<void> {
  const error = inNodeWords(thrown);
  const isKnown = error instanceof AppError;
  const message = isKnown ? (ownWords(error.message) ?? error.message) : worksText.stepFailed;
  const code = isKnown ? error.code : "INTERNAL";
  log.warn("treasury.step-waits", {
    operation: operation.id,
    step: plan.step,
    code,
    reason: reasonOf(error),
  });
  // That it may have been sent matters more than why it cannot be looked for this moment; the journal has that.
  const isUnclear = operation.state === "unknown" || plan.step === "look";
  const unclear = stillUnclear(before, code === "UNAUTHENTICATED" ? message : "");
  const isNews = isUnclear ? !plan.isQuiet : operation.problem?.message !== message;
  // AMP's clear refusal of an order is a person's matter; everything else may pass by itself.
  const isRefused = code === "REJECTED" && operation.state === "ordering" && !(thrown instanceof RpcError);
  const problem = isUnclear ? unclear : { message, mayRetry: true, ...reasonToWait(thrown) };
  await moveTold(
    operation,
    {
      state: isRefused ? "stopped" : operation.state,
      ...(marks ? { facts: marks } : {}),
      problem: lasting(problem, before, now()),
      nextRunAt: isRefused ? null : new Date(now().getTime() + RETRY_MS),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: { waits: message } } : null,
  );
}

/** @param asks what a person must do before it can be looked for again */
function stillUnclear(before: OperationProblem | null, asks: string): OperationProblem {
  const { message } = before ?? { message: worksText.unknownSend };
  return { message: message.includes(asks) ? message : `${message} ${asks}`, mayRetry: false };
}

function reasonToWait(thrown: unknown): Pick<OperationProblem, "code" | "behind"> {
  if (thrown instanceof Waiting) return thrown.problem;
  return isWalletLockedError(thrown) ? { code: "wallet-locked" } : {};
}

/** What AMP's client says to somebody who asked for something himself; an operation repeats by itself. */
const ownWords = (message: string): string | undefined => {
  if (message === ampText.noAnswer) return worksText.ampNoAnswer;
  return [ampText.unreachable, ampText.late, ampText.slowDown].includes(message)
    ? worksText.ampAway
    : undefined;
};
