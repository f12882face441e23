import { type Address, BaseError, encodeFunctionData, HttpRequestError, TimeoutError } from "viem";
import { campaignAbi, investAbi } from "../contracts/abis";
import { readRefusal } from "../lanes/chain-errors";
import { operatorOf } from "../lanes/context";
import type { Identity } from "../service";
import type { AutoInvestRow } from "./order-store";

/** What the invest contract says of an order. */
export interface InvestStatus {
  row: AutoInvestRow;
  /** The wallet's balance or what the campaign may take of it, whichever is less: not what was asked for. */
  amount: bigint;
  isReady: boolean;
}

export interface Investment {
  row: AutoInvestRow;
  amount: bigint;
}

/** As the invest contract takes them. */
const toRecords = (investments: Investment[]) =>
  investments.map(({ row, amount }) => ({
    investor: row.userWalletAddress as Address,
    campaign: row.campaignContractAddress as Address,
    amount,
  }));

export const encodeInvestFor = (investments: Investment[]) =>
  encodeFunctionData({ abi: investAbi, functionName: "investFor", args: [toRecords(investments)] });

/** The invest contract of a chain. @throws Refusal 0401, 0402 for a chain that cannot be used */
export function investContractOf({ chains }: Identity, chainId: bigint): Address {
  const { autoInvestServiceAddress = "" } = chains.require(chainId, "autoInvest").settings;
  return `0x${autoInvestServiceAddress.replace(/^0x/, "")}`;
}

/**
 * Asks about orders of one chain, all with one `getStatus`, and matches the answers by their position.
 * @throws viem's errors when the contract or the node fails
 */
export async function askStatuses(
  identity: Identity,
  chainId: bigint,
  rows: AutoInvestRow[],
): Promise<InvestStatus[]> {
  const { settings } = identity.chains.require(chainId, "autoInvest");
  const answers = await identity.chains.client(chainId).readContract({
    address: investContractOf(identity, chainId),
    account: operatorOf(settings, "autoInvest").address,
    abi: investAbi,
    functionName: "getStatus",
    args: [toRecords(rows.map((row) => ({ row, amount: row.amount })))],
  });
  return rows.flatMap((row, index) => {
    const answer = answers[index];
    return answer ? [{ row, amount: answer.amount, isReady: answer.readyToInvest }] : [];
  });
}

/** As above, but a campaign that makes the call fail is found by halving, and keeps no other from its answer. */
export async function askEachStatus(
  identity: Identity,
  chainId: bigint,
  rows: AutoInvestRow[],
): Promise<InvestStatus[]> {
  if (rows.length === 0) return [];
  try {
    return await askStatuses(identity, chainId, rows);
  } catch (error) {
    if (isAway(error)) throw error;
    if (rows.length === 1) return [];
    const middle = Math.ceil(rows.length / 2);
    const first = await askEachStatus(identity, chainId, rows.slice(0, middle));
    return [...first, ...(await askEachStatus(identity, chainId, rows.slice(middle)))];
  }
}

/** No campaign needs more for one wallet; what uses more would eat up the batch. */
const MAX_GAS_EACH = 1_000_000n;

/**
 * Tries one investment out, as the invest contract would carry it out.
 * @returns null if it would succeed, else why not, in words for people
 * @throws viem's errors when the node does not answer
 */
export async function tryOut(
  identity: Identity,
  chainId: bigint,
  { row, amount }: Investment,
): Promise<string | null> {
  const wallet = row.userWalletAddress as Address;
  const data = encodeFunctionData({
    ...{ abi: campaignAbi, functionName: "investForBeneficiary", args: [wallet, wallet, amount] },
  });
  try {
    await identity.chains.client(chainId).call({
      account: investContractOf(identity, chainId),
      ...{ to: row.campaignContractAddress as Address, data, gas: MAX_GAS_EACH },
    });
    return null;
  } catch (error) {
    if (isAway(error)) throw error;
    const { isRefused, reason } = readRefusal(error);
    return isRefused ? reason : "The campaign cannot carry it out.";
  }
}

/** The node failed, not the contract. */
function isAway(error: unknown): boolean {
  if (!(error instanceof BaseError)) return true;
  return error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError) !== null;
}
