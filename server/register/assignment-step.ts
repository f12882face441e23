import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { Actor } from "@/lib/domain/actor";
import type { SelectionChange } from "@/lib/domain/assignment";
import type { AssignmentStep } from "@/lib/domain/assignment-jobs";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { refuseToDelete } from "@/server/assigning/approved";
import { betweenSteps } from "@/server/assigning/hold";
import { audited } from "@/server/audit/audited";

interface Given {
  actor: Actor;
  amp: AmpClient;
  assetUuid: string;
  jobId: string;
  /** An earlier run may have carried it out without hearing of it. */
  isRepeat: boolean;
  /** @throws AppError when the asset is granted no more: AMP then knows none of its assignments */
  assertAllowed: () => Promise<void>;
}

const ACTIONS: Record<SelectionChange, string> = {
  lock: "assignment.locked",
  unlock: "assignment.unlocked",
  delete: "assignment.deleted",
};

/**
 * Holds one assignment back, lets it go or deletes it; what may have been done before is looked for first, and not asked for again.
 * AMP: PUT /assets/{a}/assignments/{s}/lock and /unlock, DELETE …/delete; for a repeat first GET /assets/{a}/assignments/{s}
 * @throws AppError REJECTED and NOT_FOUND with AMP's words, CONFLICT for what a distribution holds back or was approved
 * with, for a delete also of what is being changed, and a retryable one while a distribution's step runs, UNAVAILABLE
 */
export async function takeAssignmentStep(
  { kind, assignmentId }: AssignmentStep,
  given: Given,
): Promise<void> {
  const { actor, amp, assetUuid, jobId, isRepeat, assertAllowed } = given;
  const path = { assetUuid, assignmentId };
  const entry = { action: ACTIONS[kind], assetUuid, detail: { assignment: assignmentId, job: jobId } };
  const inEntry = (work: () => Promise<unknown>) => audited(actor, entry, work);
  // Outside of the entry, as is the wait for a distribution's step: what is repeated all the time leaves no trace each time.
  const found = isRepeat ? await orNull(amp.call("getAssignment", { path })) : undefined;
  // To whom the asset is granted no more, AMP says the same of every assignment.
  if (found === null) await assertAllowed();
  if (found !== undefined && isSo(kind, found)) return void (await inEntry(async () => {}));
  if (kind === "delete") return remove(path, given, inEntry);
  const isLocked = kind === "lock";
  const ask = () => amp.call(isLocked ? "lockAssignment" : "unlockAssignment", { path });
  await betweenSteps(actor.workspaceId, { ...path, isLocked }, ask, inEntry);
}

/** Of one that is gone nothing but its deletion is so: AMP says the rest. */
const isSo = (kind: SelectionChange, found: Assignment | null): boolean =>
  kind === "delete" ? found === null : found?.readyForDistribution === (kind === "unlock");

async function remove(
  path: { assetUuid: string; assignmentId: number },
  { actor, amp, isRepeat, assertAllowed }: Given,
  inEntry: (work: () => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  await refuseToDelete(actor.workspaceId, path.assetUuid, path.assignmentId).catch((error: unknown) => {
    // The DELETE that had no answer may still land: nobody can call it refused.
    throw isRepeat ? new AppError("INTERNAL", userJobsText.row.lost, { cause: error }) : error;
  });
  await inEntry(async () => {
    if ((await orNull(amp.call("deleteAssignment", { path }))) === null) await assertAllowed();
  });
}
