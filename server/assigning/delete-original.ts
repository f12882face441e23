import type { Assignment } from "@/lib/contracts/amp/assignments";
import { type BatchRow, isEqual, type OriginalAssignment } from "@/lib/domain/assignment-batch";
import { AppError } from "@/lib/errors";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { orNull } from "@/server/amp/look-up";
import { audited } from "@/server/audit/audited";
import { isDeletedElsewhere } from "@/server/audit/deletion-store";
import { now } from "@/server/platform/clock";
import { workspacesBeside } from "@/server/vault/store";
import { whyApproved } from "./approved";
import { about, type Carrier } from "./carrier";
import { hasSettled } from "./settled";
import { saveRow } from "./store";

/**
 * The first half of a change. Deleting the same number again is harmless, so an unclear end is asked again. While a DELETE
 * without an answer may still land, nothing ends as unchanged: the old assignment would go, and nobody made the new one.
 * AMP: GET and DELETE /assets/{a}/assignments/{s}
 * @returns the row as it stands then: `deleted`, or `refused` with the old assignment untouched; null while nobody knows
 */
export async function deleteOriginal(
  carrier: Carrier,
  row: BatchRow,
  original: OriginalAssignment,
): Promise<BatchRow | null> {
  const { actor, batch, assertHeld, noteChange } = carrier;
  const at = now();
  const found = await read(carrier, original.assignmentId);
  const store = async (next: BatchRow) => {
    await saveRow(batch, next);
    return next;
  };
  const isAsked = row.state === "deleting";
  const refuse = async (problem: string) => {
    if (!isAsked || hasSettled(row, at)) return store({ ...row, state: "refused", problem });
    // As it stood; one that was written down without its time counts from here.
    await store({ ...row, askedAt: row.askedAt ?? at });
    return null;
  };
  if (found === null) {
    if (!isAsked) return refuse(text.goneMeanwhile);
    noteChange();
    // Asked before: it was this change that deleted it, unless another account did while this one rested.
    const isOfOthers = await isDeletedElsewhere(
      actor.workspaceId,
      workspacesBeside(actor.workspaceId),
      batch.assetUuid,
      original.assignmentId,
    );
    return store({ ...row, state: "deleted", problem: isOfOthers ? text.goneMeanwhile : null });
  }
  const obstacle = await obstacleTo(carrier, original, found);
  if (obstacle !== null) return refuse(obstacle);
  const asked = await store({ ...row, state: "deleting", askedAt: now(), problem: null });
  await assertHeld();
  noteChange();
  try {
    await remove(carrier, original.assignmentId);
    return store({ ...asked, state: "deleted" });
  } catch (error) {
    if (!(error instanceof AppError)) return null;
    // This one was answered; an earlier one may not have been.
    if (error.code === "REJECTED") return refuse(error.message);
    if (error.code === "FORBIDDEN" || error.code === "UNAUTHENTICATED") {
      await store(row);
      throw error;
    }
    return null;
  }
}

/** What keeps the change from deleting the old one as AMP has it now. */
async function obstacleTo({ actor, batch }: Carrier, original: OriginalAssignment, found: Assignment) {
  if (found.distributionUuid !== null) return text.inDistribution;
  // Held back meanwhile, it must not come back as ready.
  if (!isEqual(found, original) || found.readyForDistribution !== original.isReady)
    return text.otherMeanwhile;
  // Asked again however long the change has waited: a distribution may have been approved since.
  return whyApproved(actor.workspaceId, batch.assetUuid, original.assignmentId);
}

async function read({ amp, batch }: Carrier, assignmentId: number) {
  const path = { assetUuid: batch.assetUuid, assignmentId };
  return orNull(amp.call("getAssignment", { path }));
}

const remove = ({ actor, amp, batch }: Carrier, assignmentId: number) =>
  audited(actor, { action: "assignment.deleted", ...about(batch, { assignment: assignmentId }) }, () =>
    amp.call("deleteAssignment", { path: { assetUuid: batch.assetUuid, assignmentId } }),
  );
