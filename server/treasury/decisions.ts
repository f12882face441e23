import { canCancel, canClose, canLookAgain, canRetry } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { now } from "@/server/platform/clock";
import { withOperationLock } from "./lock";
import { findOperation, moveOperation, type Operation, type OperationChange } from "./store";

/**
 * What a person may decide about an operation. Each decision holds the operation's lock, so that it never meets a
 * running step, and only stores a state: the worker does what follows from it.
 */

export type Decision = "cancel" | "retry" | "look" | "close";

/** @throws AppError CONFLICT when the operation is not in a state for it */
export async function decide(operationId: string, decision: Decision): Promise<void> {
  const held = await withOperationLock(operationId, async () => {
    const operation = await findOperation(operationId);
    if (!operation) throw new AppError("NOT_FOUND", worksText.gone);
    const change = CHANGES[decision](operation);
    const entry = { step: decision, phase: "outcome" as const, detail: { decidedBy: "person" } };
    if (!(await moveOperation(operation, change, entry))) throw new AppError("CONFLICT", worksText.busy);
  });
  if (!held) throw new AppError("CONFLICT", worksText.busy);
}

const CHANGES: Record<Decision, (operation: Operation) => OperationChange> = {
  /** Nothing was sent yet, and from now on nothing will be; the worker cancels AMP's order. */
  cancel(operation) {
    if (!canCancel(operation.state)) throw new AppError("CONFLICT", worksText.tooLateToCancel);
    return { state: "cancelling", nextRunAt: now() };
  },
  /** Where it stopped: with an order it checks and sends, asked for one it looks for it, else it asks. */
  retry(operation) {
    if (!canRetry(operation.state) || operation.problem?.mayRetry !== true) {
      throw new AppError("CONFLICT", worksText.noRetry);
    }
    const { order, wasAsked } = operation.facts;
    return { state: order ? "ordered" : wasAsked ? "ordering" : "requested", nextRunAt: now() };
  },
  look(operation) {
    if (!canLookAgain(operation.state)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
    return { state: operation.state, problem: operation.problem, nextRunAt: now() };
  },
  /** A person has looked and takes it from here: the asset is free for other operations, AMP's order stays as it is. */
  close(operation) {
    if (!canClose(operation.state)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
    return { state: "failed", problem: { message: worksText.closed, mayRetry: false }, nextRunAt: null };
  },
};
