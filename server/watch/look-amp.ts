import type { Asset } from "@/lib/contracts/amp/assets";
import { findingsInBooks } from "@/lib/domain/reconcile";
import type { WatchFigures } from "@/lib/domain/watch";
import type { AmpClient } from "@/server/amp/client";
import { figuresAtAmp, lostAtAmp, readAtAmp } from "./at-amp";
import { issuedAt } from "./issued";
import type { SeenLook } from "./look";

/**
 * AMP's half of a look, for an account whose wallet this desk does not have: what AMP lost, and whether its books add up.
 * AMP: GET …/summary, …/lost-outputs, …/utxos, of an unauthorised asset its first transaction
 * @param tokens where a wallet had the reissuance token, while one was watched
 */
export async function lookAtAmp(amp: AmpClient, asset: Asset, tokens: string[]): Promise<SeenLook> {
  const [told, isAuthorizable] = await Promise.all([readAtAmp(amp, asset), isIssued(amp, asset)]);
  const noWallet = { walletSats: 0n, walletCoins: 0, walletTokens: 0n };
  const figures: WatchFigures = { ...(await figuresAtAmp(amp, asset, told)), ...noWallet };
  return {
    figures,
    findings: findingsInBooks({ figures, ...lostAtAmp(told) }),
    tokens,
    isAuthorizable,
    hasAssigned: told.summary.assigned > 0n,
    sawWallet: false,
  };
}

/** AMP lists an issuance from its first block on: it is deep enough long before anybody is told of it. */
const isIssued = async (amp: AmpClient, { assetUuid, isAuthorized }: Asset): Promise<boolean> =>
  !isAuthorized && (await issuedAt(amp, assetUuid)) !== null;
