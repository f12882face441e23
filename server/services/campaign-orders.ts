import { isAddress } from "viem";
import type { Actor } from "@/lib/domain/actor";
import type { CampaignOrders } from "@/lib/domain/auto-invest";
import type { OfferedChain } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { campaignOrdersText as text } from "@/lib/messages/campaign-orders";
import { authorize } from "@/server/auth/authorize";
import { type IdentityClient, identityClient } from "@/server/identity-client/client";
import { campaignCoin } from "@/server/investor/campaign-coin";
import { NO_OFFERS, readOffers } from "@/server/investor/chain-work";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/** Both reads are public at the identity service, and counted for the desk. */
const client = (): IdentityClient => identityClient({ accessToken: null, forwardedFor: null });

/**
 * Networks on which orders are taken; none when the service cannot tell or is away. Identity: GET /chains
 */
export async function readCampaignChains(actor: Actor): Promise<Pick<OfferedChain, "chainId" | "name">[]> {
  await authorize(actor, "request:read");
  const { chains } = await readOffers(client()).catch((error: unknown) => {
    // A service of another hand asks for a login even where it has no such route.
    log.warn("requests.no-chains", { reason: reasonOf(error) });
    return NO_OFFERS;
  });
  return chains.filter(({ hasAutoInvest }) => hasAutoInvest).map(({ chainId, name }) => ({ chainId, name }));
}

/**
 * Orders for one campaign that wait or are on their way.
 * Identity: GET /auto_invest/{chainId}/campaign/{campaign}, which finds lower-case addresses alone
 * @throws AppError INVALID_INPUT for what is no address, UNAVAILABLE
 */
export async function readCampaignOrders(
  actor: Actor,
  { chainId, campaign }: { chainId: number; campaign: string },
): Promise<CampaignOrders> {
  await authorize(actor, "request:read");
  if (!Number.isSafeInteger(chainId) || chainId < 1) throw new AppError("INVALID_INPUT", text.chainWrong);
  if (!isAddress(campaign, { strict: false })) throw new AppError("INVALID_INPUT", text.campaignWrong);
  const path = { chainId, campaign: campaign.toLowerCase() };
  const { autoInvests } = await client().call("listCampaignAutoInvests", { path });
  // No contract is asked about that nobody has ordered from: the address is whatever somebody typed.
  const coin = autoInvests.length === 0 ? null : await campaignCoin(chainId, path.campaign);
  return {
    coin,
    orders: autoInvests.map(({ walletAddress, amount }) => ({ wallet: walletAddress, amount })),
  };
}
