import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { Actor } from "@/lib/domain/actor";
import { assignmentState, isChangeable } from "@/lib/domain/assignment";
import type { AssignmentPayment, AssignmentView } from "@/lib/domain/assignment-view";
import { type CategoryName, missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { AppError } from "@/lib/errors";
import { assignmentViewText } from "@/lib/messages/assignment-view";
import { assignmentsText } from "@/lib/messages/assignments";
import { may } from "@/lib/policy";
import { orNull } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { usersById } from "@/server/mirror/users";
import { operationsByDistribution } from "@/server/treasury/known-operations";
import { makerOf } from "./account-maker";
import { getAsset, requireUuid } from "./assets";
import { allCategories, categoryNames } from "./categories";

/**
 * One assignment: where it goes, what is in its way, who made it, what paid it. AMP: GET /assets/{a}/assignments/{s},
 * GET /managers/{m}, GET /assets/{a}/distributions/{d}, GET /categories
 * @throws AppError NOT_FOUND
 */
export async function readAssignment(actor: Actor, assetUuid: string, id: string): Promise<AssignmentView> {
  requireUuid(assetUuid);
  await authorize(actor, "assignment:read", assetUuid);
  if (!/^\d{1,9}$/.test(id)) throw new AppError("NOT_FOUND", assignmentViewText.none);
  const amp = await ampAs(actor);
  const path = { assetUuid, assignmentId: Number(id) };
  const [asset, found] = await Promise.all([getAsset(actor, assetUuid), amp.call("getAssignment", { path })]);
  const [users, maker, payment] = await Promise.all([
    usersById(actor, [found.registeredUser]),
    makerOf(actor, found.creator, asset.issuer),
    paymentOf(actor, asset, found),
  ]);
  const unknown = assignmentsText.unknownUser(found.registeredUser);
  const user = users.get(found.registeredUser);
  const row = { ...found, userName: user?.name ?? unknown, state: assignmentState(found) };
  return {
    asset: { assetUuid, precision: asset.precision, ticker: asset.ticker },
    row,
    missing: isChangeable(row) ? await missingOf(actor, asset, user?.categories ?? []) : [],
    maker,
    payment,
  };
}

async function missingOf(actor: Actor, asset: Asset, categories: readonly number[]): Promise<CategoryName[]> {
  const missing = missingCategories({ categories }, requiredOf(asset));
  return missing.length === 0 ? [] : categoryNames(await allCategories(actor), missing);
}

async function paymentOf(
  actor: Actor,
  { assetUuid }: Asset,
  { distributionUuid, registeredUser, amount }: Assignment,
): Promise<AssignmentPayment | null> {
  if (distributionUuid === null || !may(actor.role, "distribution:read")) return null;
  const amp = await ampAs(actor);
  const [operations, booked] = await Promise.all([
    operationsByDistribution(actor.workspaceId, assetUuid),
    orNull(amp.call("getDistribution", { path: { assetUuid, distributionUuid } })),
  ]);
  const outputs = (booked?.transactions ?? []).flatMap(({ txid, assignments }) =>
    assignments
      .filter((paid) => paid.registeredUser === registeredUser && paid.amount === amount)
      .map(({ vout }) => ({ txid, vout })),
  );
  return { operationId: operations.get(distributionUuid) ?? null, isBooked: booked !== null, outputs };
}
