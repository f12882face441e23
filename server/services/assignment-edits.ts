import type { Actor } from "@/lib/domain/actor";
import { type Batch, toWanted } from "@/lib/domain/assignment-batch";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { AppError } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { assignmentMakingText } from "@/lib/messages/assignment-making";
import { orNull } from "@/server/amp/look-up";
import { refuseApproved, refuseWhileChanged } from "@/server/assigning/approved";
import { findBatch } from "@/server/assigning/store";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { getAsset } from "./assets";
import { type BatchView, carryBatch, readBatch, type Saved, saveApproved } from "./assignment-batches";
import { amountError, freeBalance, readAmount } from "./assignments";

/** As long a request may take. */
const OWN_MS = 30_000;

interface Edit {
  intentId: string;
  assetUuid: string;
  assignmentId: number;
  /** As typed, in the displayed unit. */
  amount: string;
  isReady: boolean;
  /** As the person saw it: the one thing that AMP lets others change of an assignment. */
  wasReady: boolean;
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
  if (begun) await saveChange(actor, input, begun);
  else await saveEdit(actor, input);
  const batch = { assetUuid: input.assetUuid, batchId: input.intentId };
  // What is written down goes on: on its own page, which says what is in the way.
  return carryBatch(actor, batch).catch(() => readBatch(actor, batch.assetUuid, batch.batchId));
}

/** The request that brings it carries it out; the worker takes what that leaves. */
const saveChange = (actor: Actor, input: Edit, what: Pick<Batch, "kind"> & Pick<Saved, "rows">) =>
  saveApproved(actor, {
    ...what,
    intentId: input.intentId,
    assetUuid: input.assetUuid,
    approved: input,
    nextRunAt: new Date(now().getTime() + OWN_MS),
  });

async function saveEdit(actor: Actor, input: Edit): Promise<void> {
  const { assetUuid, assignmentId, isReady, vestsAt } = input;
  const asset = await getAsset(actor, assetUuid);
  const amountSats = readAmount(input.amount, asset.precision);
  await refuseWhileChanged(actor.workspaceId, assetUuid, assignmentId);
  const amp = await ampAs(actor);
  const found = await orNull(amp.call("getAssignment", { path: { assetUuid, assignmentId } }));
  if (found === null) throw new AppError("CONFLICT", text.goneMeanwhile);
  if (found.distributionUuid !== null) throw new AppError("CONFLICT", text.inDistribution);
  if (found.readyForDistribution !== input.wasReady) throw new AppError("CONFLICT", text.otherMeanwhile);
  await refuseApproved(actor.workspaceId, assetUuid, assignmentId);
  // Asked of AMP itself: else the old one would be gone before AMP refuses the new one.
  const path = { registeredUserId: found.registeredUser };
  const [user, freeSats] = await Promise.all([
    amp.call("getRegisteredUser", { path }),
    freeBalance(actor, asset),
  ]);
  const userName = user.name;
  if (missingCategories(user, requiredOf(asset)).length > 0)
    throw new AppError("CONFLICT", text.userNotEligible(userName));
  if (amountSats > freeSats + found.amount) throw amountError(assignmentMakingText.aboveFree);
  const original = toWanted(found, userName);
  const wanted = { registeredUser: found.registeredUser, userName, amountSats, isReady, vestsAt };
  const { assignmentId: _, ...before } = original;
  if (encodeJson({ ...before, userName }) === encodeJson({ ...before, ...wanted }))
    throw amountError(text.same);
  const detail = { assignment: assignmentId, amountSats, batch: input.intentId };
  await audited(actor, { action: "assignment.edit-approved", assetUuid, detail }, () =>
    saveChange(actor, input, { kind: "edit", rows: [{ wanted, original }] }),
  );
}
