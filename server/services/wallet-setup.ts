import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { identityClient } from "@/server/identity-client/client";
import { readOffers } from "@/server/investor/chain-work";
import { forwardedFor } from "@/server/investor/current";
import { deskEnv } from "@/server/platform/env";
import { environments } from "@/server/platform/environments";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/**
 * What the wallet code of a page is told. A service that is away or does not tell leaves the networks open: signing in
 * itself says what is wrong. Identity: GET /chains
 * @param wanted the networks that an issuer works on; null for all of the service's
 */
export async function walletSetup(wanted: readonly number[] | null): Promise<WalletSetup> {
  const chains = await knownChains();
  const known = chains.map(({ chainId }) => chainId);
  const asked = known.filter((chainId) => wanted === null || wanted.includes(chainId));
  // Live comes first: whoever may be led to real value is not told of a test.
  const [environment] = environments();
  return {
    environment: environment?.name ?? null,
    chains,
    // An issuer whose networks the service does not have is the issuer's to mend, and no reason to keep people out.
    signInChainIds: asked.length > 0 ? asked : known,
    walletConnectProjectId: deskEnv().WALLETCONNECT_PROJECT_ID ?? null,
  };
}

async function knownChains(): Promise<WalletSetup["chains"]> {
  const caller = { accessToken: null, forwardedFor: await forwardedFor() };
  const offers = await readOffers(identityClient(caller)).catch((error: unknown) =>
    log.warn("portal.no-chains", { reason: reasonOf(error) }),
  );
  return (offers?.chains ?? []).map(({ chainId, name }) => ({ chainId, name }));
}
