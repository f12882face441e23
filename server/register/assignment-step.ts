import type { Actor } from "@/lib/domain/actor";
import type { AssignmentStep } from "@/lib/domain/assignment-jobs";
import type { AmpClient } from "@/server/amp/client";
import { betweenSteps } from "@/server/assigning/hold";
import { audited } from "@/server/audit/audited";

interface Given {
  actor: Actor;
  amp: AmpClient;
  assetUuid: string;
  jobId: string;
  /** An earlier run may have carried it out without hearing of it. */
  isRepeat: boolean;
}

/**
 * Holds one assignment back or lets it go; what may have been done before is looked for first, and not asked for again.
 * AMP: PUT /assets/{a}/assignments/{s}/lock and /unlock; for a repeat first GET /assets/{a}/assignments/{s}
 * @throws AppError REJECTED and NOT_FOUND with AMP's words, CONFLICT for what a distribution holds back and a
 * retryable one while its step runs, UNAVAILABLE
 */
export async function takeAssignmentStep(
  { kind, assignmentId }: AssignmentStep,
  { actor, amp, assetUuid, jobId, isRepeat }: Given,
): Promise<void> {
  const path = { assetUuid, assignmentId };
  const isLocked = kind === "lock";
  const entry = {
    action: isLocked ? "assignment.locked" : "assignment.unlocked",
    assetUuid,
    detail: { assignment: assignmentId, job: jobId },
  };
  const inEntry = (work: () => Promise<unknown>) => audited(actor, entry, work);
  // Outside of the entry, as is the wait for a distribution's step: what is repeated all the time leaves no trace each time.
  const isSo =
    isRepeat && (await amp.call("getAssignment", { path })).readyForDistribution === (kind === "unlock");
  if (isSo) return void (await inEntry(async () => {}));
  const ask = () => amp.call(isLocked ? "lockAssignment" : "unlockAssignment", { path });
  await betweenSteps(actor.workspaceId, { ...path, isLocked }, ask, inEntry);
}
