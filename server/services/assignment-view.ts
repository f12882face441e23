import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { Actor } from "@/lib/domain/actor";
import { assignmentState } from "@/lib/domain/assignment";
import type { AssignmentPayment, AssignmentView } from "@/lib/domain/assignment-view";
import { AppError } from "@/lib/errors";
import { assignmentViewText } from "@/lib/messages/assignment-view";
import { assignmentsText } from "@/lib/messages/assignments";
import { may } from "@/lib/policy";
import { orNull } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { namesById } from "@/server/mirror/users";
import { operationsByDistribution } from "@/server/treasury/known-operations";
import { makerOf } from "./account-maker";
import { getAsset, requireUuid } from "./assets";

/**
 * One assignment: where it goes, who made it, what paid it. AMP: GET /assets/{a}/assignments/{s}, GET /managers/{m},
 * GET /assets/{a}/distributions/{d}
 * @throws AppError NOT_FOUND
 */
export async function readAssignment(actor: Actor, assetUuid: string, id: string): Promise<AssignmentView> {
  requireUuid(assetUuid);
  await authorize(actor, "assignment:read", assetUuid);
  if (!/^\d{1,9}$/.test(id)) throw new AppError("NOT_FOUND", assignmentViewText.none);
  const amp = await ampAs(actor);
  const path = { assetUuid, assignmentId: Number(id) };
  const [asset, found] = await Promise.all([getAsset(actor, assetUuid), amp.call("getAssignment", { path })]);
  const [names, maker, payment] = await Promise.all([
    namesById(actor, [found.registeredUser]),
    makerOf(actor, found.creator, asset.issuer),
    paymentOf(actor, asset, found),
  ]);
  const unknown = assignmentsText.unknownUser(found.registeredUser);
  const userName = names.get(found.registeredUser) ?? unknown;
  return {
    asset: { assetUuid, precision: asset.precision, ticker: asset.ticker },
    row: { ...found, userName, state: assignmentState(found) },
    maker,
    payment,
  };
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
