import type { Actor } from "@/lib/domain/actor";
import type { SelectionChange, SelectionOutcome } from "@/lib/domain/assignment";
import { AppError, isUnclear } from "@/lib/errors";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { authorize } from "@/server/auth/authorize";
import { deleteAssignment, setAssignmentLock } from "./assignment-changes";

/**
 * The same change of the assignments that are chosen on a page, one after the other because AMP has none of several; each is
 * audited by itself. What one is refused does not keep the others. After an answer that did not come the rest is left alone.
 * AMP: PUT /assets/{a}/assignments/{s}/lock and /unlock, DELETE …/delete
 * @throws AppError FORBIDDEN, UNAUTHENTICATED
 */
export async function changeAssignments(
  actor: Actor,
  { assetUuid, ids, change }: { assetUuid: string; ids: number[]; change: SelectionChange },
): Promise<SelectionOutcome[]> {
  await authorize(actor, "assignment:write", assetUuid);
  const outcomes: SelectionOutcome[] = [];
  for (const id of ids) {
    if (outcomes.some(({ outcome }) => outcome === "unknown")) {
      outcomes.push({ id, outcome: "skipped", message: assignmentSelectionText.skipped });
      continue;
    }
    outcomes.push(await changeOne(actor, { assetUuid, assignmentId: id }, change));
  }
  return outcomes;
}

async function changeOne(
  actor: Actor,
  one: { assetUuid: string; assignmentId: number },
  change: SelectionChange,
): Promise<SelectionOutcome> {
  const id = one.assignmentId;
  try {
    if (change === "delete") await deleteAssignment(actor, one);
    else await setAssignmentLock(actor, { ...one, isLocked: change === "lock" });
    return { id, outcome: "done", message: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "FORBIDDEN" || error.code === "UNAUTHENTICATED") throw error;
    return { id, outcome: isUnclear(error) ? "unknown" : "refused", message: error.message };
  }
}
