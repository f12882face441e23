import type { Actor } from "@/lib/domain/actor";
import { toWanted } from "@/lib/domain/assignment-batch";
import { AppError } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { assignmentsText } from "@/lib/messages/assignments";
import { findBatch } from "@/server/assigning/store";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { getAsset } from "./assets";
import { missingFinder } from "./assignees";
import { type BatchView, carryBatch, saveApproved } from "./assignment-batches";
import { refuseWhatIsApproved } from "./assignment-changes";
import { freeBalance, readAmount } from "./assignments";

interface Edit {
  intentId: string;
  assetUuid: string;
  assignmentId: number;
  /** As typed, in the displayed unit. */
  amount: string;
  isReady: boolean;
  vestsAt: Date | null;
}

/**
 * Changes an assignment, which AMP only knows as deleting it and making another: the intent is written down, then both are
 * done and looked at. Whatever happens in between, the batch says how it stands and offers to restore the old one.
 * AMP: GET /assets/{a}/assignments/{s}, …/balance; then DELETE …/{s}/delete and POST …/assignments/create
 * @throws AppError INVALID_INPUT under the field, CONFLICT before anything is changed
 */
export async function editAssignment(actor: Actor, input: Edit): Promise<BatchView> {
  await authorize(actor, "assignment:write", input.assetUuid);
  await authorize(actor, "assignment:create", input.assetUuid);
  const begun = await findBatch(actor.workspaceId, input.assetUuid, input.intentId);
  if (!begun) await saveEdit(actor, input);
  return carryBatch(actor, { assetUuid: input.assetUuid, batchId: input.intentId });
}

async function saveEdit(actor: Actor, input: Edit): Promise<void> {
  const { assetUuid, assignmentId, isReady, vestsAt } = input;
  const asset = await getAsset(actor, assetUuid);
  const amountSats = readAmount(input.amount, asset.precision);
  const amp = await ampAs(actor);
  const found = await amp.call("getAssignment", { path: { assetUuid, assignmentId } });
  if (found.distributionUuid !== null) throw new AppError("CONFLICT", text.inDistribution);
  await refuseWhatIsApproved(actor, assetUuid, assignmentId);
  // Asked of AMP itself: else the old one would be gone before AMP refuses the new one.
  const path = { registeredUserId: found.registeredUser };
  const [user, missingOf, freeSats] = await Promise.all([
    amp.call("getRegisteredUser", { path }),
    missingFinder(actor, asset),
    freeBalance(actor, asset),
  ]);
  const userName = user.name;
  if (missingOf(user).length > 0) throw new AppError("CONFLICT", text.userNotEligible(userName));
  if (amountSats > freeSats + found.amount) throw amountError(assignmentsText.aboveFree);
  const original = toWanted(found, userName);
  const wanted = { registeredUser: found.registeredUser, userName, amountSats, isReady, vestsAt };
  const { assignmentId: _, ...before } = original;
  if (encodeJson({ ...before, userName }) === encodeJson({ ...before, ...wanted }))
    throw amountError(text.same);
  const detail = { assignment: assignmentId, amountSats, batch: input.intentId };
  await audited(actor, { action: "assignment.edit-approved", assetUuid, detail }, () =>
    saveApproved(actor, { ...input, kind: "edit", rows: [{ wanted, original }], approved: input }),
  );
}

const amountError = (message: string) =>
  new AppError("INVALID_INPUT", message, { fields: { amount: [message] } });
