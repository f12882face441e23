import { setTimeout as sleep } from "node:timers/promises";
import { isLastBatch } from "@/lib/domain/batches";
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
import { worksText } from "@/lib/messages/works";
import { now } from "@/server/platform/clock";
import { endingAs } from "./hold";
import { withOperationLock } from "./lock";
import { findOperation, moveOperation, type Operation, type OperationChange } from "./store";

/**
 * What a person may decide about an operation. Each decision holds the operation's lock, so that it never meets a
 * running step, and only stores a state: the worker does what follows from it.
 */

export type Decision = "cancel" | "retry" | "look" | "close" | "not-sent" | "pause" | "continue";

/** @throws AppError CONFLICT when the operation is not in a state for it */
export async function decide(operationId: string, decision: Decision): Promise<void> {
  await whileFree(operationId, async () => {
    const operation = await findOperation(operationId);
    if (!operation) throw new AppError("NOT_FOUND", worksText.gone);
    const change = CHANGES[decision](operation);
    const entry = { step: decision, phase: "outcome" as const, detail: { decidedBy: "person" } };
    if (!(await moveOperation(operation, change, entry))) throw new AppError("CONFLICT", worksText.busy);
  });
}

const WAIT_MS = 5_000;
const TRY_AGAIN_MS = 200;

/**
 * Runs `work` while no step of the operation runs: waits for the end of a running one, which is short.
 * @throws AppError CONFLICT when it does not end in time
 */
export async function whileFree(operationId: string, work: () => Promise<void>): Promise<void> {
  for (let waited = 0; waited <= WAIT_MS; waited += TRY_AGAIN_MS) {
    if (await withOperationLock(operationId, work)) return;
    await sleep(TRY_AGAIN_MS);
  }
  throw new AppError("CONFLICT", worksText.busy);
}

const CHANGES: Record<Decision, (operation: Operation) => OperationChange> = {
  /** Of the current batch nothing was sent, and from now on nothing will be; the worker cancels AMP's order. */
  cancel(operation) {
    if (!canCancel(operation.state)) throw new AppError("CONFLICT", worksText.tooLateToCancel);
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
    const { order, wasAsked, batch } = operation.facts;
    const start = batch === undefined ? "requested" : "holding";
    return { state: order ? "ordered" : wasAsked ? "ordering" : start, nextRunAt: now() };
  },
  look(operation) {
    if (!canLookAgain(operation.state)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
    return { state: operation.state, problem: operation.problem, nextRunAt: now() };
  },
  /** A person has looked and takes it from here: the asset is free for other operations, AMP's order stays as it is. */
  close(operation) {
    if (!canClose(operation)) throw new AppError("CONFLICT", worksText.cannotClose);
    const { state, facts, againInMs } = endingAs(operation.facts, "failed");
    const nextRunAt = againInMs === null ? null : now();
    return {
      state,
      facts: facts ?? operation.facts,
      problem: { message: worksText.closed, mayRetry: false },
      nextRunAt,
    };
  },
  /** A person has looked; the worker looks once more before AMP's order is cancelled. */
  "not-sent"(operation) {
    if (!canSayUnsent(operation)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
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
};

const asItIs = ({ state, problem, nextRunAt }: Operation): OperationChange => ({ state, problem, nextRunAt });
