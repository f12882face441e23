import { isLastBatch } from "@/lib/domain/batches";
import type { ByHand } from "@/lib/domain/by-hand";
import { canRunAutomatically, canRunByHand, mayBeElsewhere } from "@/lib/domain/by-hand-decisions";
import type { JournalEntry } from "@/lib/domain/journal";
import {
  canCancel,
  canClose,
  canContinue,
  canLookAgain,
  canPause,
  canRetry,
  canSayUnsent,
  pausesAtOnce,
} from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { byHandText } from "@/lib/messages/by-hand";
import { worksText } from "@/lib/messages/works";
import { now } from "@/server/platform/clock";
import { inStoredWords } from "@/server/platform/stored-words";
import { withoutByHand } from "./by-hand/outcomes";
import { endingAs } from "./hold";
import { inTurn, withOperationLock } from "./lock";
import { NOW } from "./step";
import { findOperation, moveOperation, type Operation, type OperationChange } from "./store";

/**
 * What a person may decide about an operation. Each decision holds the operation's lock, so that it never meets a
 * running step, and only stores a state: the worker does what follows from it.
 */

export type Decision =
  | "cancel"
  | "retry"
  | "look"
  | "close"
  | "not-sent"
  | "pause"
  | "continue"
  | "by-hand"
  | "automatic";

/** @throws AppError CONFLICT when the operation is not in a state for it */
export async function decide(operationId: string, decision: Decision): Promise<void> {
  await whileFree(operationId, async () => {
    const operation = await findOperation(operationId);
    if (!operation) throw new AppError("NOT_FOUND", worksText.gone);
    const change = CHANGES[decision](operation);
    const entry: JournalEntry = { step: decision, phase: "outcome", detail: { decidedBy: "person" } };
    if (!(await moveOperation(operation, change, entry))) throw new AppError("CONFLICT", worksText.busy);
  });
}

/**
 * Runs `work` while no step of the operation runs: waits for the end of a running one, which is short.
 * @throws AppError CONFLICT, a retryable one, when it does not end in time
 */
export async function whileFree(operationId: string, work: () => Promise<void>): Promise<void> {
  const isFree = await inTurn(() => withOperationLock(operationId, work));
  if (!isFree) throw new AppError("CONFLICT", worksText.busy, { retryable: true });
}

const CHANGES: Record<Decision, (operation: Operation) => OperationChange> = {
  /** Of the current batch nothing was sent, and from now on nothing will be; the worker cancels AMP's order. */
  cancel(operation) {
    if (!canCancel(operation.state)) throw new AppError("CONFLICT", worksText.tooLateToCancel);
    if (operation.facts.byHand || mayBeElsewhere(operation)) return leavingByHand(operation, "cancelling");
    return { state: "cancelling", nextRunAt: now() };
  },
  /** Where it stopped: with an order it checks and sends, asked for one it looks for it, else it begins the batch. */
  retry(operation) {
    if (!canRetry(operation.state) || operation.problem?.mayRetry !== true) {
      throw new AppError("CONFLICT", worksText.noRetry);
    }
    // A signed transaction is the only one that may be sent; without one AMP is asked anew, which moves nothing.
    if (operation.kind !== "distribution") {
      return { state: operation.facts.supply?.signedHex ? "signed" : "requested", nextRunAt: now() };
    }
    const { order, askedAt, batch, byHand } = operation.facts;
    if (order && byHand) return { state: "by-hand", nextRunAt: now() };
    const start = batch === undefined ? "requested" : "holding";
    return { state: order ? "ordered" : askedAt ? "ordering" : start, nextRunAt: now() };
  },
  look(operation) {
    if (!canLookAgain(operation.state)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
    return { state: operation.state, problem: operation.problem, nextRunAt: now() };
  },
  /** A person has looked and takes it from here: the asset is free for other operations, AMP's order stays as it is. */
  close(operation) {
    if (!canClose(operation)) throw new AppError("CONFLICT", worksText.cannotClose);
    const { state, facts, againInMs } = closing(operation);
    const nextRunAt = againInMs === null ? null : now();
    return {
      state,
      facts: facts ?? operation.facts,
      problem: { message: inStoredWords(() => worksText.closed), mayRetry: false },
      nextRunAt,
    };
  },
  /** A person has looked; the worker looks once more before AMP's order is cancelled. */
  "not-sent"(operation) {
    if (!canSayUnsent(operation)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
    if (mayBeElsewhere(operation)) return leavingByHand(operation, "cancelling");
    return { state: "cancelling", facts: { ...operation.facts, isSaidUnsent: true }, nextRunAt: now() };
  },
  /** Takes effect before the next order is asked for; the batch that is on its way is finished first. */
  pause(operation) {
    const isLast = operation.kind !== "distribution" || isLastBatch(operation);
    if (!canPause(operation, isLast)) throw new AppError("CONFLICT", worksText.cannotPause);
    if (pausesAtOnce(operation.state)) return { state: "paused", nextRunAt: null };
    return { ...asItIs(operation), facts: { ...operation.facts, isPausing: true } };
  },
  continue(operation) {
    if (!canContinue(operation)) throw new AppError("CONFLICT", worksText.cannotContinue);
    if (operation.state === "paused") return { state: "holding", nextRunAt: now() };
    const { isPausing, ...facts } = operation.facts;
    return { ...asItIs(operation), facts };
  },
  /** From here on the worker sends nothing of it; AMP's order is handed out when it is there. */
  "by-hand"(operation) {
    if (!canRunByHand(operation)) throw new AppError("CONFLICT", byHandText.notNow);
    const { returned, ...rest } = operation.facts;
    const { leaving, refusal, ...known } = rest.byHand ?? {};
    const facts = { ...rest, byHand: { ...returned, ...known } };
    if (operation.state === "stopped") return { ...CHANGES.retry({ ...operation, facts }), facts };
    return { ...asItIs(operation), facts, nextRunAt: operation.state === "paused" ? null : now() };
  },
  /** Back to the worker: an order that was handed out only once it is certain that nobody paid it. */
  automatic(operation) {
    if (!canRunAutomatically(operation)) throw new AppError("CONFLICT", byHandText.notNow);
    if (operation.state === "by-hand") return leavingByHand(operation, "ordered");
    return { ...asItIs(operation), facts: withoutByHand(operation.facts) };
  },
};

/** The worker looks whether the order was paid before anything else follows. */
function leavingByHand(operation: Operation, to: "ordered" | "cancelling"): OperationChange {
  const { returned, ...facts } = operation.facts;
  const { refusal, ...byHand } = facts.byHand ?? {};
  const left: ByHand = { ...returned, ...byHand, leaving: { to, at: now() } };
  const state = mayBeElsewhere(operation) ? "by-hand" : "cancelling";
  return { state, facts: { ...facts, byHand: left }, nextRunAt: now() };
}

/** Coins of a reissuance or a burn are given free by the worker, if they may be; once cancelling, that was tried already. */
function closing({ state, facts }: Operation) {
  const setAside = state === "cancelling" ? [] : (facts.supply?.coins ?? []);
  if (setAside.length === 0) return endingAs(facts, "failed");
  return { state: "releasing" as const, facts: { ...facts, endsAs: "failed" as const }, againInMs: NOW };
}

const asItIs = ({ state, problem, nextRunAt }: Operation): OperationChange => ({ state, problem, nextRunAt });
