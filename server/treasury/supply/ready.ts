import { stoppedBy } from "@/lib/domain/lost-outputs";
import { type SupplyKind, supplyOf } from "@/lib/domain/supply";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { worksText } from "@/lib/messages/works";
import { alertAgainst } from "@/server/watch/check";
import { supplyGoesByHand, supplyUntouched } from "../by-hand/supply";
import { assertUnlocked, type Check, type StepContext } from "../step";
import type { Operation } from "../store";
import { givingWay, mayBeOwnTurn, ownTurn } from "../turns";
import { halt } from "./halt";

/**
 * Before the transaction is made: the wallet can sign, it is still wanted, and no other broadcast is open, whose change
 * it might spend.
 * @throws AppError UNAVAILABLE, REJECTED, CONFLICT: the operation stays where it is and waits
 */
export const readyToBuild: Check<SupplyKind> = async (operation, context) => {
  const byHand = await supplyGoesByHand(operation, context);
  if (byHand) return byHand;
  await mayBeOwnTurn(operation, context);
  await givingWay(({ node }) => assertUnlocked(node), operation, context);
  return readyToBroadcast(operation, context);
};

/** Before it is handed to the network for the first time: what was approved still holds, hours later too. */
export const readyToBroadcast: Check<SupplyKind> = async (operation, context) => {
  const byHand = await supplyGoesByHand(operation, context);
  if (byHand) return byHand;
  await mayBeOwnTurn(operation, context);
  const instead = await givingWay(() => stillWanted(operation, context), operation, context);
  return instead ?? (await ownTurn(operation, context)) ?? supplyUntouched(operation, context);
};

/** Before AMP's order is handed out for the first time. */
export const readyToHandOut: Check<SupplyKind> = async (operation, context) =>
  operation.facts.byHand?.before || operation.facts.byHand?.isBlind ? null : stillWanted(operation, context);

const stillWanted: Check<SupplyKind> = async (operation, context) => {
  const objection = await findObjection(operation, context);
  return objection && halt(operation, context.node, objection.message, objection.mayRetry);
};

/** AMP: GET /assets/{a}, GET /assets/{a}/lost-outputs, GET /assets/{a}/summary */
async function findObjection(operation: Operation<SupplyKind>, { amp }: StepContext) {
  const { intent } = operation;
  const path = { assetUuid: intent.assetUuid };
  const [asset, lostOutputs, summary] = await Promise.all([
    amp.call("getAsset", { path }),
    amp.call("listLostOutputs", { path }),
    amp.call("getSummary", { path }),
  ]);
  const supplySats = supplyOf(summary);
  if (!asset.isAuthorized) return { message: supplyWorksText.assetUnauthorized, mayRetry: true };
  if (asset.isLocked) return { message: worksText.assetLocked, mayRetry: true };
  if (stoppedBy(operation.kind, lostOutputs) > 0) return { message: worksText.lostOutputs, mayRetry: true };
  const alert = await alertAgainst(operation);
  if (alert !== null) return { message: alert, mayRetry: true };
  if (supplySats === intent.supplySats) return null;
  return { message: supplyWorksText.supplyChanged(supplySats, intent.supplySats), mayRetry: false };
}
