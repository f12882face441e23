import { isAddress } from "viem";
import type { AutoInvestOrder } from "@/lib/domain/auto-invest";
import type { ChainTask, Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
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

/** Identity: POST /faucet/{chainId} */
export async function requestCoins(
  investor: Investor,
  { chainId, reCaptchaToken }: { chainId: number; reCaptchaToken: string | null },
): Promise<void> {
  await identityAs(investor).call("requestCoins", { path: { chainId }, body: { reCaptchaToken } });
}

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
        return autoInvests.map(({ campaignAddress, amount }) => ({
          chainId,
          campaign: campaignAddress,
          amount,
        }));
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
 * @param input `amount` in the stablecoin's smallest units
 */
export async function orderAutoInvest(
  investor: Investor,
  { chainId, campaign, amount }: Campaign & { amount: bigint },
): Promise<void> {
  const path = { chainId, campaign: requireAddress(campaign) };
  await identityAs(investor).call("orderAutoInvest", { path, body: { amount } });
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
  throw new AppError("INVALID_INPUT", text.campaignWrong, { fields: { campaign: [text.campaignWrong] } });
}
