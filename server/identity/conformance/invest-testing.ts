import { eq } from "drizzle-orm";
import { type Address, type Hex, parseEther } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { listen } from "@/server/platform/listen";
import { runInvestTick } from "../auto-invest/queue";
import { startAnvil } from "../chains/anvil-testing";
import type { ChainSettings } from "../chains/settings";
import { stablecoinAbi } from "../contracts/abis";
import { deployContracts, deployer } from "../contracts/deploy";
import { autoInvestHistory, autoInvestTasks } from "../db/chain-tables";
import { newWallet, type TestIdentity } from "../testing";
import { claimsOf, forge } from "./tokens-testing";

/** The first account of every anvil: public test data. */
const ANVIL_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80" as Hex;

export type InvestChain = Awaited<ReturnType<typeof startInvestChain>>;

/** A chain with the contracts on it, whose node can be told to fail. */
export async function startInvestChain(chainId = 31337) {
  const anvil = await startAnvil(chainId);
  const [walletApprover, faucetCaller, autoInvest] = [1, 2, 3].map(() => generatePrivateKey()) as [
    Hex,
    Hex,
    Hex,
  ];
  const keys = { deployer: ANVIL_KEY, walletApprover, faucetCaller, autoInvest };
  const deployment = { rpcUrl: anvil.url, chainId, keys };
  const contracts = await deployContracts(deployment);
  const broken = new Set<string>();
  const node = await listen("127.0.0.1", 0, () => (request) => pass(anvil.url, broken, request), {
    starting: () => new Response(),
  });
  const settings: ChainSettings = {
    ...{ rpcUrl: `http://127.0.0.1:${node.port}`, blockTime: 10, confirmations: 1 },
    ...{ walletApproverPrivateKey: walletApprover, walletApproverServiceAddress: contracts.approver },
    ...{ faucetCallerPrivateKey: faucetCaller, faucetServiceAddress: contracts.faucet },
    ...{ autoInvestPrivateKey: autoInvest, autoInvestServiceAddress: contracts.invest },
  };
  const write = (from: Address, functionName: "mint" | "approve", args: [Address, bigint]) =>
    anvil.settled(
      anvil.client.writeContract({
        ...{ address: contracts.stablecoin, abi: stablecoinAbi, functionName, args, account: from },
      }),
    );
  return {
    ...{ chainId, contracts, settings, client: anvil.client },
    /** Methods of the node that fail. */
    broken,
    deploy: deployer(deployment).deploy,
    balanceOf: (owner: Address) =>
      anvil.client.readContract({
        ...{ address: contracts.stablecoin, abi: stablecoinAbi, functionName: "balanceOf", args: [owner] },
      }),
    /** Gives a wallet stablecoins and lets the campaign take some. */
    pay: async (wallet: Address, balance: bigint, allowance = balance, campaign = contracts.openCampaign) => {
      await anvil.client.setBalance({ address: wallet, value: parseEther("1") });
      await anvil.client.impersonateAccount({ address: wallet });
      await write(anvil.account, "mint", [wallet, balance]);
      await write(wallet, "approve", [campaign, allowance]);
    },
    stop: async () => {
      await node.close(0);
      await anvil.stop();
    },
  };
}

async function pass(url: string, broken: Set<string>, request: Request): Promise<Response> {
  const body = await request.text();
  const { method } = JSON.parse(body) as { method: string };
  if (broken.has(method)) return new Response(null, { status: 503 });
  const answer = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json" } });
  return new Response(await answer.text(), { headers: { "content-type": "application/json" } });
}

export const investConfig = (...chains: InvestChain[]) => ({
  ...{ faucetEnabled: true, autoInvestEnabled: true },
  chains: Object.fromEntries(chains.map(({ chainId, settings }) => [`${chainId}`, settings])),
});

export const lower = (text: string) => text.toLowerCase() as Address;

/** POST /auto_invest of a wallet that never logged in. */
export async function order(
  bench: TestIdentity,
  { chainId, contracts }: Pick<InvestChain, "chainId" | "contracts">,
  amount: unknown,
  { wallet = lower(newWallet().address), campaign = contracts.openCampaign as string } = {},
) {
  const bearer = await forge(claimsOf(wallet));
  const answer = await bench.call(`POST /auto_invest/${chainId}/${campaign}`, { bearer, body: { amount } });
  return { wallet, bearer, answer };
}

/** Nothing that earlier tests ordered is in the way. */
export async function forgetOrders({ database: { db } }: TestIdentity): Promise<void> {
  await db.delete(autoInvestTasks);
}

export async function rowOf({ database: { db } }: TestIdentity, wallet: string) {
  const [row] = await db.select().from(autoInvestTasks).where(eq(autoInvestTasks.userWalletAddress, wallet));
  return row;
}

/** How a wallet's order ended. */
export async function endOf({ database: { db } }: TestIdentity, wallet: string) {
  const { userWalletAddress } = autoInvestHistory;
  const [row] = await db.select().from(autoInvestHistory).where(eq(userWalletAddress, wallet));
  return row;
}

export async function tick({ identity }: TestIdentity, times = 1): Promise<void> {
  for (let done = 0; done < times; done += 1) await runInvestTick(identity);
}
