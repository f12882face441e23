import type { Asset } from "@/lib/contracts/amp/assets";
import { utxoKey } from "@/lib/domain/utxos";
import type { WatchFigures } from "@/lib/domain/watch";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { readTracked } from "./tracked";

/** What AMP tells of an asset. AMP: GET …/summary, …/lost-outputs, …/utxos */
export async function readAtAmp(amp: AmpClient, asset: Asset) {
  const path = { assetUuid: asset.assetUuid };
  const [summary, lost, tracked] = await Promise.all([
    amp.call("getSummary", { path }),
    amp.call("listLostOutputs", { path }),
    readTracked(amp, asset),
  ]);
  return { summary, lost, tracked };
}

type AtAmp = Awaited<ReturnType<typeof readAtAmp>>;

/** All figures but those of a wallet. AMP: GET …/txs/{txid} of what is lost */
export const figuresAtAmp = async (
  amp: AmpClient,
  asset: Asset,
  { summary, lost, tracked }: AtAmp,
): Promise<Omit<WatchFigures, "walletSats" | "walletCoins" | "walletTokens">> => ({
  issuedSats: summary.issued,
  reissuedSats: summary.reissued,
  burnedSats: summary.burned,
  holdersSats: tracked.holdersSats,
  blacklistedSats: summary.blacklisted,
  treasurySats: tracked.treasurySats,
  lostSats: await lostSats(amp, asset, lost),
  trackedCoins: tracked.treasury.length,
  ampTokens: summary.reissuanceTokens,
});

export const lostAtAmp = ({ lost }: AtAmp): { lost: string[]; lostTokens: string[] } => ({
  lost: lost.lostOutputs.map(utxoKey),
  lostTokens: lost.reissuanceLostOutputs.map(utxoKey),
});

/** Transactions of lost outputs whose amounts are asked for. */
const LOST_TRANSACTIONS = 10;

/** Amounts stand in the asset's transactions; null when AMP does not tell them. */
async function lostSats(
  amp: AmpClient,
  { assetUuid }: Asset,
  { lostOutputs }: AtAmp["lost"],
): Promise<bigint | null> {
  const txids = [...new Set(lostOutputs.map(({ txid }) => txid))];
  if (txids.length > LOST_TRANSACTIONS) return null;
  let total = 0n;
  for (const txid of txids) {
    const found = await orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
    if (!found) return null;
    const places = new Set(lostOutputs.filter((lost) => lost.txid === txid).map(({ vout }) => vout));
    for (const { vout, amount } of found.outputs) if (places.has(vout)) total += amount;
  }
  return total;
}
