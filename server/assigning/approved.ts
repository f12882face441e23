import { AppError } from "@/lib/errors";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { distributionsUnderWay } from "@/server/treasury/known-operations";
import { findOperation, type Operation } from "@/server/treasury/store";
import { whoChanges } from "./store";

/** Whether a person approved the assignment with this operation. */
export const isApprovedWith = (operation: Operation | null, assignmentId: number): boolean =>
  operation?.kind === "distribution" &&
  operation.intent.assignments.some((row) => row.assignmentId === assignmentId);

/**
 * Why an assignment is to be left as it is: a person approved it for a distribution that is under way. The issuer's is the
 * managers' too, who are told nothing of it; null where none was approved with it.
 */
export async function whyApproved(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<string | null> {
  for (const open of await distributionsUnderWay(workspaceId, { assetUuid })) {
    if (isApprovedWith(await findOperation(open.id), assignmentId))
      return open.workspaceId === workspaceId ? text.approvedMeanwhile : text.approvedElsewhere;
  }
  return null;
}

/**
 * What a person approved for a distribution is not taken out of it behind its back: the operation would stop.
 * @throws AppError CONFLICT
 */
export async function refuseApproved(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<void> {
  const why = await whyApproved(workspaceId, assetUuid, assignmentId);
  if (why !== null) throw new AppError("CONFLICT", why);
}

/** @throws AppError CONFLICT while a change of the assignment, of whatever account, is not at its end */
export async function refuseWhileChanged(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<void> {
  const who = await whoChanges(workspaceId, assetUuid, assignmentId);
  if (who === null) return;
  throw new AppError("CONFLICT", who === workspaceId ? text.changeBegun : text.changeBegunElsewhere);
}

/**
 * Before it is deleted for good: a change that is under way would take it for the one that it deleted itself, and make it anew.
 * @throws AppError CONFLICT
 */
export async function refuseToDelete(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<void> {
  await refuseApproved(workspaceId, assetUuid, assignmentId);
  await refuseWhileChanged(workspaceId, assetUuid, assignmentId);
}
