import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetTx } from "@/lib/contracts/amp/transactions";
import { AUTHORIZE_CONFIRMATIONS } from "@/lib/domain/lifecycle";
import type { WalletCoin } from "@/lib/domain/reconcile";
import type { AmpClient } from "@/server/amp/client";
import { holdIn } from "@/server/platform/bounded";

const MOST = 1_000;
/** By asset, the block of an issuance that was deep enough: it is not asked for again. */
const blocks = new Map<string, number>();

/**
 * Whether an asset may be registered as authorised: no coin of it is deeper than its issuance. What was issued to addresses of
 * which the wallet knows nothing is counted by AMP's block.
 */
export async function isIssuedDeep(
  { amp, height }: { amp: AmpClient; height: number },
  { assetUuid }: Asset,
  coins: readonly WalletCoin[],
): Promise<boolean> {
  if (coins.length > 0) return coins.some(({ confirmations }) => confirmations >= AUTHORIZE_CONFIRMATIONS);
  const block = blocks.get(assetUuid) ?? (await issuedAt(amp, assetUuid));
  if (block === null || height - block + 1 < AUTHORIZE_CONFIRMATIONS) return false;
  holdIn(blocks, MOST, assetUuid, block);
  return true;
}

export const issuedAt = async (amp: AmpClient, assetUuid: string): Promise<number | null> =>
  (await issuanceOf(amp, assetUuid))?.blockheight ?? null;

/**
 * The transaction of the issuance; null while it is in no block.
 * AMP: GET /assets/{a}/txs, its first element alone
 */
export async function issuanceOf(amp: AmpClient, assetUuid: string): Promise<AssetTx | null> {
  const query = { start: 0, count: 1, sortOrder: "asc", heightStart: 1 } as const;
  const [issuance] = await amp.call("listTransactions", { path: { assetUuid }, query });
  return issuance ?? null;
}
