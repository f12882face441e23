import type { Asset } from "@/lib/contracts/amp/assets";
import { findingsInBooks } from "@/lib/domain/reconcile";
import { utxoKey } from "@/lib/domain/utxos";
import type { WatchFigures } from "@/lib/domain/watch";
import type { AmpClient } from "@/server/amp/client";
import { lostSats, type SeenLook } from "./look";
import { readTracked } from "./tracked";

/**
 * AMP's half of a look, for an account whose wallet this desk does not have: what AMP lost, and whether its books add up.
 * AMP: GET …/summary, …/lost-outputs, …/utxos, of an unauthorised asset its first transaction
 * @param tokens where a wallet had the reissuance token, while one was watched
 */
export async function lookAtAmp(amp: AmpClient, asset: Asset, tokens: string[]): Promise<SeenLook> {
  const path = { assetUuid: asset.assetUuid };
  const [summary, lost, tracked, isAuthorizable] = await Promise.all([
    amp.call("getSummary", { path }),
    amp.call("listLostOutputs", { path }),
    readTracked(amp, asset),
    isIssued(amp, asset),
  ]);
  const figures: WatchFigures = {
    issuedSats: summary.issued,
    reissuedSats: summary.reissued,
    burnedSats: summary.burned,
    holdersSats: tracked.holdersSats,
    blacklistedSats: summary.blacklisted,
    treasurySats: tracked.treasurySats,
    lostSats: await lostSats(amp, asset, lost),
    walletSats: 0n,
    trackedCoins: tracked.treasury.length,
    walletCoins: 0,
    ampTokens: summary.reissuanceTokens,
    walletTokens: 0n,
  };
  const outputs = {
    lost: lost.lostOutputs.map(utxoKey),
    lostTokens: lost.reissuanceLostOutputs.map(utxoKey),
  };
  return {
    figures,
    findings: findingsInBooks({ figures, ...outputs }),
    tokens,
    isAuthorizable,
    hasAssigned: summary.assigned > 0n,
    sawWallet: false,
  };
}

/** AMP lists an issuance from its first block on: it is deep enough long before anybody is told of it. */
async function isIssued(amp: AmpClient, { assetUuid, isAuthorized }: Asset): Promise<boolean> {
  if (isAuthorized) return false;
  const query = { start: 0, count: 1, sortOrder: "asc" } as const;
  const issuance = await amp.call("listTransactions", { path: { assetUuid }, query });
  return issuance.length > 0;
}
