import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { assignmentMakingText } from "@/lib/messages/assignment-making";
import { orNull } from "@/server/amp/look-up";
import { refuseToDelete } from "@/server/assigning/approved";
import { betweenSteps } from "@/server/assigning/hold";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { changingAssignment } from "@/server/mirror/assignments";

/**
 * Holds an assignment back or lets it go. AMP: PUT /assets/{a}/assignments/{s}/lock and /unlock
 * @throws AppError CONFLICT for a lock of what a distribution holds back: its end would undo it
 */
export async function setAssignmentLock(
  actor: Actor,
  input: { assetUuid: string; assignmentId: number; isLocked: boolean },
): Promise<void> {
  await authorize(actor, "assignment:write", input.assetUuid);
  const amp = await ampAs(actor);
  const { assetUuid, assignmentId } = input;
  const action = input.isLocked ? "assignment.locked" : "assignment.unlocked";
  const call = input.isLocked ? "lockAssignment" : "unlockAssignment";
  await audited(actor, { action, assetUuid, detail: { assignment: assignmentId } }, () =>
    betweenSteps(actor.workspaceId, input, () =>
      changingAssignment(actor, input, () => amp.call(call, { path: { assetUuid, assignmentId } })),
    ),
  );
}

/**
 * AMP: DELETE /assets/{a}/assignments/{s}/delete
 * @throws AppError CONFLICT for one that a distribution under way was approved with, or that is being changed; for one that is
 * gone by now, in whose place another may stand
 */
export async function deleteAssignment(
  actor: Actor,
  input: { assetUuid: string; assignmentId: number },
): Promise<void> {
  await authorize(actor, "assignment:write", input.assetUuid);
  await refuseToDelete(actor.workspaceId, input.assetUuid, input.assignmentId);
  const amp = await ampAs(actor);
  const { assetUuid, assignmentId } = input;
  await audited(
    actor,
    { action: "assignment.deleted", assetUuid, detail: { assignment: assignmentId } },
    async () => {
      const wasThere = await changingAssignment(actor, input, async () => {
        const answer = amp.call("deleteAssignment", { path: { assetUuid, assignmentId } });
        return (await orNull(answer.then(() => true))) ?? false;
      });
      if (!wasThere) throw new AppError("CONFLICT", assignmentMakingText.wasGone);
    },
  );
}
