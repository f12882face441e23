import { setTimeout as sleep } from "node:timers/promises";
import { type Hex, parseGwei } from "viem";
import { z } from "zod";
import { log } from "@/server/platform/log";
import { knownChains } from "../chains/list";
import type { Identity } from "../service";
import { readRefusal } from "./chain-errors";
import { type OperatorFeature, operatorOf } from "./context";
import type { LaneJob } from "./lane";
import { receiptOf } from "./look";

const POLLS = 5;
const BLOCK_TIME_MS = 15_000;
const FEED_TIMEOUT_MS = 10_000;

export type OriginalJob = Pick<LaneJob, "to" | "data" | "gasLimit">;

/**
 * Sends as the original does: a legacy transaction with the latest count as its nonce and no record of it, and waits
 * for its receipt.
 * @returns null unless a receipt with success was seen in time
 * @throws Refusal 0401, 0402 for a chain that cannot be used
 */
export async function sendLikeOriginal(
  identity: Identity,
  chainId: bigint,
  feature: OperatorFeature,
  job: OriginalJob,
): Promise<Hex | null> {
  const { settings } = identity.chains.require(chainId, feature);
  const account = operatorOf(settings, feature);
  const client = identity.chains.client(chainId);
  try {
    const gasPrice = await gasPriceOf(identity, chainId, feature);
    const nonce = await client.getTransactionCount({ address: account.address, blockTag: "latest" });
    const { to, data, gasLimit: gas } = job;
    const call = { to, data, gas, gasPrice, nonce, chainId: Number(chainId), value: 0n };
    const serializedTransaction = await account.signTransaction({ ...call, type: "legacy" });
    const hash = await client.sendRawTransaction({ serializedTransaction });
    const everyMs = settings.blockTime ?? knownChains[`${chainId}`]?.blockTimeMs ?? BLOCK_TIME_MS;
    return (await succeeded(client, hash, everyMs)) ? hash : null;
  } catch (error) {
    log.warn("identity.send-failed", { chainId, reason: readRefusal(error).reason });
    return null;
  }
}

/** A receipt that only the last poll sees is not looked at any more. */
async function succeeded(
  client: Parameters<typeof receiptOf>[0],
  hash: Hex,
  everyMs: number,
): Promise<boolean> {
  for (let poll = 0; poll < POLLS; poll++) {
    const receipt = await receiptOf(client, hash);
    if (receipt) return receipt.status === "success";
    await sleep(everyMs);
  }
  await receiptOf(client, hash);
  return false;
}

/** Mined is whatever has a receipt, reverted ones too. @throws Refusal 0401, 0402, or what the node failed with */
export async function isMinedLikeOriginal(identity: Identity, chainId: bigint, hash: Hex): Promise<boolean> {
  return (await receiptOf(identity.chains.client(chainId), hash)) !== null;
}

const Feed = z.object({ fast: z.number(), fastest: z.number() }).partial();

/**
 * Wei per gas.
 * @throws Error when the feed answers without the price: the original does not ask the node then
 */
export async function gasPriceOf(
  identity: Identity,
  chainId: bigint,
  feature: OperatorFeature,
): Promise<bigint> {
  const { settings } = identity.chains.require(chainId, feature);
  const url = settings.gasFeedUrl ?? knownChains[`${chainId}`]?.gasFeedUrl;
  const answer = url ? await readFeed(url) : null;
  if (!answer) return identity.chains.client(chainId).getGasPrice();
  const { fast, fastest } = Feed.parse(answer);
  const gwei = feature === "faucet" ? fastest && fastest * 1.2 : fast;
  if (gwei === undefined) throw new Error("The gas feed has no price.");
  return parseGwei(gwei.toFixed(9));
}

async function readFeed(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FEED_TIMEOUT_MS) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
