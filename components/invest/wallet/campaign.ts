import { type Address, type Client, erc20Abi, parseAbi } from "viem";
import { estimateContractGas, readContract, waitForTransactionReceipt, writeContract } from "viem/actions";

const campaignAbi = parseAbi(["function stablecoin() view returns (address)"]);

/** A campaign with what the wallet has of its coin. Amounts are the coin's smallest units. */
export interface Campaign {
  chainId: number;
  address: Address;
  coin: Address;
  symbol: string;
  decimals: number;
  balance: bigint;
  /** What the campaign may take already. */
  allowance: bigint;
}

/** Read through the person's own wallet. @throws when there is no campaign at the address */
export async function readCampaign(
  client: Client,
  { chainId, address, owner }: { chainId: number; address: Address; owner: Address },
): Promise<Campaign> {
  const coin = await readContract(client, { address, abi: campaignAbi, functionName: "stablecoin" });
  const of = { address: coin, abi: erc20Abi } as const;
  const [symbol, decimals, balance, allowance] = await Promise.all([
    readContract(client, { ...of, functionName: "symbol" }),
    readContract(client, { ...of, functionName: "decimals" }),
    readContract(client, { ...of, functionName: "balanceOf", args: [owner] }),
    readContract(client, { ...of, functionName: "allowance", args: [owner, address] }),
  ]);
  return { chainId, address, coin, symbol, decimals, balance, allowance };
}

const approval = ({ address, coin }: Campaign, owner: Address, amount: bigint) =>
  ({
    address: coin,
    abi: erc20Abi,
    functionName: "approve",
    args: [address, amount],
    account: owner,
  }) as const;

/**
 * The amounts to be approved one after the other so that the campaign may take `amount`: none when it may already; first
 * 0 for coins that change a permission only after the earlier one was taken back, as USDT does.
 */
export async function approvalsFor(
  client: Client,
  campaign: Campaign,
  owner: Address,
  amount: bigint,
): Promise<bigint[]> {
  if (campaign.allowance >= amount) return [];
  if (campaign.allowance === 0n) return [amount];
  const isTaken = await estimateContractGas(client, approval(campaign, owner, amount)).then(
    () => true,
    () => false,
  );
  return isTaken ? [amount] : [0n, amount];
}

/** Allows the campaign exactly this amount. @returns the hash, before a block has it */
export const allow = (client: Client, campaign: Campaign, owner: Address, amount: bigint) =>
  writeContract(client, { ...approval(campaign, owner, amount), chain: null });

const POLL_MS = 2_000;

/** @returns false when the network refused the transaction */
export async function isMined(client: Client, hash: `0x${string}`): Promise<boolean> {
  const { status } = await waitForTransactionReceipt(client, { hash, pollingInterval: POLL_MS });
  return status === "success";
}
