import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import type { Issuance } from "@/lib/domain/asset-steps";
import { AUTHORIZE_CONFIRMATIONS } from "@/lib/domain/lifecycle";
import { AppError } from "@/lib/errors";
import { assetsText } from "@/lib/messages/assets";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { issuanceOf } from "@/server/watch/issued";
import { readConfirmations } from "./treasury";

/** AMP: GET /assets/{a}/txs, whose first element is the issuance; RPC gettransaction, getblockchaininfo */
export async function readIssuance(actor: Actor, assetUuid: string): Promise<Issuance> {
  await authorize(actor, "asset:authorize", assetUuid);
  const amp = await ampAs(actor);
  const issuance = await issuanceOf(amp, assetUuid);
  if (!issuance) return { txid: null, at: null, height: null, confirmations: 0 };
  const { txid, datetime: at, blockheight: height } = issuance;
  return { txid, at, height, confirmations: await readConfirmations(actor, { txid, height }) };
}

/**
 * Registers an asset as authorised once its issuance is deep enough. Who registers what is registered changes nothing. Where no
 * node can tell the depth, AMP decides alone: it refuses what is too young.
 * AMP: GET /assets/{a}/register-authorized, which changes state: never repeated; after a failure GET /assets/{a} tells
 * whether it happened.
 * @param input.isDepthUnseen a person has said that AMP is to decide
 * @throws AppError REJECTED
 */
export async function authorizeWhenDeep(
  actor: Actor,
  { assetUuid, isDepthUnseen = false }: { assetUuid: string; isDepthUnseen?: boolean | undefined },
): Promise<Asset> {
  await authorize(actor, "asset:authorize", assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const asset = await amp.call("getAsset", { path });
  if (asset.isAuthorized) return asset;
  requireDepth((await readIssuance(actor, assetUuid)).confirmations, isDepthUnseen);
  return audited(actor, { action: "asset.authorized", assetUuid }, async () => {
    try {
      return await amp.call("authorizeAsset", { path });
    } catch (error) {
      const now = await amp.call("getAsset", { path }).catch(() => null);
      if (now?.isAuthorized) return now;
      throw error;
    }
  });
}

function requireDepth(confirmations: number | null, isDepthUnseen: boolean): void {
  if (confirmations === null) {
    if (isDepthUnseen) return;
    throw new AppError("REJECTED", assetsText.depthUnknown);
  }
  requireConfirmed(confirmations, AUTHORIZE_CONFIRMATIONS);
}

/** @throws AppError REJECTED */
export function requireConfirmed(confirmations: number, needed: number): void {
  if (confirmations < needed) throw new AppError("REJECTED", assetsText.tooShallow(confirmations, needed));
}
