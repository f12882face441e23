import { isAddress } from "viem";
import type { AutoInvestOrder } from "@/lib/domain/auto-invest";
import type { ChainTask, Investor } from "@/lib/domain/investor";
import { AppError, fieldError } from "@/lib/errors";
import { faucetText, autoInvestText as text } from "@/lib/messages/invest-pages";
import { refusalOf } from "@/server/identity-client/refusal";
import { campaignCoin } from "@/server/investor/campaign-coin";
import { listChainTasks, readOffers } from "@/server/investor/chain-work";
import { identityAs } from "@/server/investor/identity-as";

/**
 * What the wallet asked for on chains, newest first; null when the service cannot tell.
 * Identity: GET /user/chain-tasks
 */
export async function readChainTasks(
  investor: Investor,
  kind: ChainTask["kind"],
): Promise<ChainTask[] | null> {
  const tasks = await listChainTasks(identityAs(investor));
  return tasks?.filter((task) => task.kind === kind) ?? null;
}

/**
 * Identity: POST /faucet/{chainId}
 * @throws AppError REJECTED where there are no coins, before the wallet may ask again, or when Google takes it for no person
 */
export async function requestCoins(
  investor: Investor,
  { chainId, reCaptchaToken }: { chainId: number; reCaptchaToken: string | null },
): Promise<void> {
  const input = { path: { chainId }, body: { reCaptchaToken } };
  await identityAs(investor)
    .call("requestCoins", input)
    .catch(inWords(faucetText.noCoins, faucetText.tooSoon));
}

/** @param empty what a 400 without a code means here. @param often what a 429 means */
const inWords = (empty: string, often?: string) => (error: unknown) => {
  const refusal = refusalOf(error);
  if (refusal?.status === 429 && often) throw new AppError("REJECTED", often, { cause: refusal });
  if (refusal?.status === 400 && refusal.errCode === null)
    throw new AppError("REJECTED", empty, { cause: refusal });
  throw error;
};

/** Orders of this wallet that wait or are on their way. Identity: GET /auto_invest/{chainId}/{address} */
export async function readAutoInvests(investor: Investor): Promise<AutoInvestOrder[]> {
  const client = identityAs(investor);
  const { chains } = await readOffers(client);
  const lists = await Promise.all(
    chains
      .filter(({ hasAutoInvest }) => hasAutoInvest)
      .map(async ({ chainId }) => {
        const path = { chainId, address: investor.address };
        const { autoInvests } = await client.call("listAutoInvests", { path });
        return Promise.all(
          autoInvests.map(async ({ campaignAddress: campaign, amount }) => {
            return { chainId, campaign, amount, coin: await campaignCoin(chainId, campaign) };
          }),
        );
      }),
  );
  return lists.flat();
}

interface Campaign {
  chainId: number;
  campaign: string;
}

/**
 * A repeat for the same campaign replaces the amount. Identity: POST /auto_invest/{chainId}/{campaign}
 * @throws AppError REJECTED while an order for the campaign is on its way, or when the campaign takes none
 * @param input `amount` in the stablecoin's smallest units
 */
export async function orderAutoInvest(
  investor: Investor,
  { chainId, campaign, amount }: Campaign & { amount: bigint },
): Promise<void> {
  const path = { chainId, campaign: requireAddress(campaign) };
  const order = identityAs(investor).call("orderAutoInvest", { path, body: { amount } });
  await order.catch(inWords(text.onItsWay));
}

/** Identity: DELETE /auto_invest/{chainId}/{campaign}; only where the service has it. */
export async function cancelAutoInvest(
  investor: Investor,
  { chainId, campaign }: Campaign,
): Promise<{ cancelled: boolean }> {
  const path = { chainId, campaign: requireAddress(campaign) };
  return identityAs(investor).call("cancelAutoInvest", { path });
}

function requireAddress(address: string): string {
  if (isAddress(address, { strict: false })) return address;
  throw fieldError("campaign", text.campaignWrong);
}
