import { AppError } from "@/lib/errors";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { findOperation, listOperations } from "@/server/treasury/store";
import { isBeingChanged } from "./store";

/** The distribution of an asset that is under way. */
export async function openDistribution(workspaceId: string, assetUuid: string) {
  const where = { assetUuid, kinds: ["distribution" as const], state: "open" as const, limit: 1 };
  return (await listOperations(workspaceId, where))[0];
}

/** Whether a person approved an assignment for the distribution that is under way. */
export async function isApproved(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<boolean> {
  const open = await openDistribution(workspaceId, assetUuid);
  const intent = open && (await findOperation(open.id))?.intent;
  if (!intent || !("assignments" in intent)) return false;
  return intent.assignments.some((row) => row.assignmentId === assignmentId);
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
  if (await isApproved(workspaceId, assetUuid, assignmentId))
    throw new AppError("CONFLICT", assignmentBatchesText.approvedMeanwhile);
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
  if (await isBeingChanged(workspaceId, assetUuid, assignmentId))
    throw new AppError("CONFLICT", assignmentBatchesText.changeBegun);
}
