import { z } from "zod";
import { OutputPlace, SpendableCoin } from "@/lib/contracts/elements";
import type { Outpoint } from "@/lib/domain/operation";
import { type NodeClient, RpcError } from "./rpc";

const CANNOT_LOCK = -8;
/** An older node answers with the method's help. */
const TOO_MANY_PARAMETERS = -1;

/** What a node takes for any number of confirmations. */
const ANY_CONFIRMATIONS = 9_999_999;

/** What `listunspent` is asked with: unconfirmed outputs as well, and safe ones or not. A wallet may hold very many of other assets. */
export const unspentOf = (assetId: string) => [0, ANY_CONFIRMATIONS, [], true, { asset: assetId }];

/** What the wallet can spend and has not locked, unconfirmed outputs included. RPC listunspent from `minconf` 0 */
export const readCoins = (node: NodeClient): Promise<SpendableCoin[]> =>
  node.call("listunspent", [0], z.array(SpendableCoin));

/** The same of some assets alone, in one call each: what moves in between may be missed. RPC listunspent */
export async function readCoinsOf(node: NodeClient, assetIds: (string | null)[]): Promise<SpendableCoin[]> {
  const wanted = assetIds.filter((assetId) => assetId !== null);
  const found = wanted.map((assetId) => node.call("listunspent", unspentOf(assetId), z.array(SpendableCoin)));
  return (await Promise.all(found)).flat();
}

/** Whether the chain, with or without the mempool, has this output unspent. RPC gettxout */
export async function isUnspent(
  node: NodeClient,
  { txid, vout }: Outpoint,
  options: { withMempool: boolean },
): Promise<boolean> {
  return (await node.call("gettxout", [txid, vout, options.withMempool], z.unknown())) != null;
}

/**
 * Where an unspent output of whomever lies: its unconfidential address, null for a script that has none. Null when it
 * is spent, in the mempool too. RPC gettxout
 */
export async function readPlace(
  node: NodeClient,
  { txid, vout }: Outpoint,
): Promise<{ address: string | null } | null> {
  const found = await node.call("gettxout", [txid, vout, true], OutputPlace.nullable());
  return found && { address: found.scriptPubKey.address ?? null };
}

/**
 * Sets outputs aside, those that are already left as they are. They outlast a restart of the node, where it can do that
 * (from Elements 22 on). RPC listlockunspent, lockunspent
 */
export async function lockCoins(node: NodeClient, coins: Outpoint[]): Promise<void> {
  const locked = await readLocked(node);
  const open = coins.filter((coin) => !locked.has(keyOf(coin)));
  if (open.length === 0) return;
  try {
    await node.call("lockunspent", [false, open, true], z.boolean());
  } catch (error) {
    if (!(error instanceof RpcError && error.code === TOO_MANY_PARAMETERS)) throw error;
    await node.call("lockunspent", [false, open], z.boolean());
  }
}

/** Gives outputs free again; what is spent or free already stays so. RPC listlockunspent, lockunspent */
export async function unlockCoins(node: NodeClient, coins: Outpoint[]): Promise<void> {
  if (coins.length === 0) return;
  const locked = await readLocked(node);
  for (const coin of coins.filter((candidate) => locked.has(keyOf(candidate)))) {
    try {
      await node.call("lockunspent", [true, [coin]], z.boolean());
    } catch (error) {
      if (!(error instanceof RpcError && error.code === CANNOT_LOCK)) throw error;
    }
  }
}

const keyOf = ({ txid, vout }: Outpoint) => `${txid}:${vout}`;

async function readLocked(node: NodeClient): Promise<Set<string>> {
  const locked = await node.call(
    "listlockunspent",
    [],
    z.array(z.object({ txid: z.string(), vout: z.int() })),
  );
  return new Set(locked.map(keyOf));
}
