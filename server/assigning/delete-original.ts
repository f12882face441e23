import { type BatchRow, isEqual, type OriginalAssignment } from "@/lib/domain/assignment-batch";
import { AppError } from "@/lib/errors";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { orNull } from "@/server/amp/look-up";
import { audited } from "@/server/audit/audited";
import { isApproved } from "./approved";
import { about, type Carrier } from "./carrier";
import { saveRow } from "./store";

/**
 * The first half of a change. Deleting the same number again is harmless, so an unclear end is asked again.
 * AMP: GET and DELETE /assets/{a}/assignments/{s}
 * @returns the row as it stands then: `deleted`, or `refused` with the old assignment untouched; null while nobody knows
 */
export async function deleteOriginal(
  carrier: Carrier,
  row: BatchRow,
  original: OriginalAssignment,
): Promise<BatchRow | null> {
  const { actor, batch, assertHeld } = carrier;
  const found = await read(carrier, original.assignmentId);
  const store = async (next: BatchRow) => {
    await saveRow(batch, next);
    return next;
  };
  if (found === null)
    // Asked before: it was this change that deleted it.
    return row.state === "deleting"
      ? store({ ...row, state: "deleted", problem: null })
      : store({ ...row, state: "refused", problem: text.goneMeanwhile });
  if (found.distributionUuid !== null)
    return store({ ...row, state: "refused", problem: text.inDistribution });
  // Held back meanwhile, it must not come back as ready.
  const isAsBefore = isEqual(found, original) && found.readyForDistribution === original.isReady;
  if (!isAsBefore) return store({ ...row, state: "refused", problem: text.otherMeanwhile });
  // Asked again however long the change has waited: a distribution may have been approved since.
  if (await isApproved(actor.workspaceId, batch.assetUuid, original.assignmentId))
    return store({ ...row, state: "refused", problem: text.approvedMeanwhile });
  const asked = await store({ ...row, state: "deleting", problem: null });
  await assertHeld();
  try {
    await remove(carrier, original.assignmentId);
    return store({ ...asked, state: "deleted" });
  } catch (error) {
    if (!(error instanceof AppError)) return null;
    if (error.code === "REJECTED") return store({ ...row, state: "refused", problem: error.message });
    if (error.code === "FORBIDDEN" || error.code === "UNAUTHENTICATED") {
      await store({ ...row, state: "waiting", problem: null });
      throw error;
    }
    return null;
  }
}

async function read({ amp, batch }: Carrier, assignmentId: number) {
  const path = { assetUuid: batch.assetUuid, assignmentId };
  return orNull(amp.call("getAssignment", { path }));
}

const remove = ({ actor, amp, batch }: Carrier, assignmentId: number) =>
  audited(actor, { action: "assignment.deleted", ...about(batch, { assignment: assignmentId }) }, () =>
    amp.call("deleteAssignment", { path: { assetUuid: batch.assetUuid, assignmentId } }),
  );
