import { canCancel, canLookAgain, canRetry } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { now } from "@/server/platform/clock";
import { withOperationLock } from "./lock";
import { cancelAtAmp } from "./steps";
import { findOperation, moveOperation, type Operation, type OperationChange } from "./store";

/**
 * What a person may decide about an operation. Each decision holds the operation's lock, so that it never meets a
 * running step.
 */

/** Ends an operation before anything was sent; AMP's order is cancelled with it. @throws AppError CONFLICT */
export const cancelOperation = (operationId: string, amp: AmpClient): Promise<void> =>
  decide(operationId, "cancel", async (operation) => {
    if (!canCancel(operation.state)) {
      throw new AppError("CONFLICT", worksText.tooLateToCancel);
    }
    await cancelAtAmp(operation, amp);
    return { state: "cancelled", nextRunAt: null };
  });

/** Lets a stopped operation try its step again. @throws AppError CONFLICT */
export const retryOperation = (operationId: string): Promise<void> =>
  decide(operationId, "retry", async (operation) => {
    if (!canRetry(operation.state) || operation.problem?.mayRetry !== true) {
      throw new AppError("CONFLICT", worksText.noRetry);
    }
    return { state: operation.facts.order ? "ordered" : "requested", nextRunAt: now() };
  });

/** Looks for the transaction at once. @throws AppError CONFLICT */
export const lookAgain = (operationId: string): Promise<void> =>
  decide(operationId, "look", async (operation) => {
    if (!canLookAgain(operation.state)) throw new AppError("CONFLICT", worksText.nothingToLookFor);
    return { state: operation.state, problem: operation.problem, nextRunAt: now() };
  });

async function decide(
  operationId: string,
  step: string,
  decision: (operation: Operation) => Promise<OperationChange>,
): Promise<void> {
  const held = await withOperationLock(operationId, async () => {
    const operation = await findOperation(operationId);
    if (!operation) throw new AppError("NOT_FOUND", worksText.gone);
    const change = await decision(operation);
    await moveOperation(operation, change, { step, phase: "outcome", detail: { decidedBy: "person" } });
  });
  if (!held) throw new AppError("CONFLICT", worksText.busy);
}
