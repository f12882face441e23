import type { SupplyKind } from "@/lib/domain/supply";
import { AppError } from "@/lib/errors";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { worksText } from "@/lib/messages/works";
import { isWalletLocked } from "@/server/elements/wallet";
import { alertAgainst } from "@/server/watch/check";
import type { Check, StepContext } from "../step";
import type { Operation } from "../store";
import { ownTurn } from "../turns";
import { halt } from "./halt";

/**
 * Before the transaction is made: the wallet can sign, it is still wanted, and no other broadcast is open, whose change
 * it might spend.
 * @throws AppError UNAVAILABLE, REJECTED, CONFLICT: the operation stays where it is and waits
 */
export const readyToBuild: Check<SupplyKind> = async (operation, context) => {
  if (await isWalletLocked(context.node)) throw new AppError("REJECTED", worksText.walletLocked);
  return readyToBroadcast(operation, context);
};

/** Before it is handed to the network for the first time: what was approved still holds, hours later too. */
export const readyToBroadcast: Check<SupplyKind> = async (operation, context) => {
  const objection = await findObjection(operation, context);
  if (objection) return halt(operation, context.node, objection.message, objection.mayRetry);
  return ownTurn(operation, context);
};

/** AMP: GET /assets/{a}, GET /assets/{a}/balance, GET /assets/{a}/summary */
async function findObjection(operation: Operation<SupplyKind>, { amp }: StepContext) {
  const { intent } = operation;
  const path = { assetUuid: intent.assetUuid };
  const [asset, balance, summary] = await Promise.all([
    amp.call("getAsset", { path }),
    amp.call("getBalance", { path }),
    amp.call("getSummary", { path }),
  ]);
  const lost = balance.lostOutputs.length + balance.reissuanceLostOutputs.length;
  const supplySats = summary.issued + summary.reissued - summary.burned;
  if (!asset.isAuthorized) return { message: supplyWorksText.assetUnauthorized, mayRetry: true };
  if (asset.isLocked) return { message: worksText.assetLocked, mayRetry: true };
  if (lost > 0) return { message: worksText.lostOutputs, mayRetry: true };
  const alert = await alertAgainst(operation);
  if (alert !== null) return { message: alert, mayRetry: true };
  if (supplySats === intent.supplySats) return null;
  return { message: supplyWorksText.supplyChanged(supplySats, intent.supplySats), mayRetry: false };
}
