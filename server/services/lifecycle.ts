import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { AUTHORIZE_CONFIRMATIONS } from "@/lib/domain/lifecycle";
import { AppError } from "@/lib/errors";
import { assetsText } from "@/lib/messages/assets";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { authorizeAsset } from "./assets";
import { readConfirmations } from "./treasury";

/** The issuance transaction's confirmations as the node counts them; null when it cannot tell. */
export interface Issuance {
  txid: string | null;
  confirmations: number | null;
}

/** AMP: GET /assets/{a}/txs, whose first element is the issuance; RPC gettransaction */
export async function readIssuance(actor: Actor, assetUuid: string): Promise<Issuance> {
  await authorize(actor, "asset:authorize", assetUuid);
  const amp = await ampAs(actor);
  const [issuance] = await amp.call("listTransactions", {
    path: { assetUuid },
    query: { start: 0, count: 1, sortOrder: "asc" },
  });
  // AMP lists a transaction once it is in a block.
  if (!issuance) return { txid: null, confirmations: 0 };
  return { txid: issuance.txid, confirmations: await readConfirmations(actor, issuance.txid) };
}

/** Registers an asset as authorised once its issuance is deep enough. @throws AppError REJECTED */
export async function authorizeWhenDeep(actor: Actor, input: { assetUuid: string }): Promise<Asset> {
  const { confirmations } = await readIssuance(actor, input.assetUuid);
  if (confirmations === null) throw new AppError("REJECTED", assetsText.depthUnknown);
  if (confirmations < AUTHORIZE_CONFIRMATIONS) {
    throw new AppError("REJECTED", assetsText.tooShallow(confirmations, AUTHORIZE_CONFIRMATIONS));
  }
  return authorizeAsset(actor, input);
}
