import type { BeforeHandOut } from "@/lib/domain/by-hand";
import type { Outpoint } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import type { AmpClient } from "@/server/amp/client";
import { isUnspent } from "@/server/elements/coins";
import type { NodeClient } from "@/server/elements/rpc";
import { readBalances } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { assertSynced } from "../send";
import type { StepContext } from "../step";
import type { Operation } from "../store";
import { movementsSince } from "./movements";

/** Whether an order that somebody else has, or had, was carried out: what the wallet, the chain and AMP's list say. */

/** Questions to the node at once: it refuses more than its queue holds. */
const AT_ONCE = 4;

/**
 * What is written down before the order is handed out. What is spent by then and AMP still lists was not spent by an order
 * that nobody has; one that was taken over may have been paid already. RPC getblockchaininfo, gettxout, getbalance
 */
export async function beforeHandOut(
  { intent }: Operation,
  coins: Outpoint[],
  node: NodeClient,
): Promise<BeforeHandOut> {
  const height = await assertSynced(node);
  const isAdopted = "adopts" in intent && intent.adopts !== undefined;
  const kept = isAdopted ? coins : await unspentAmong(node, coins);
  return { at: now(), height, balanceSats: await balanceOf(node, intent.assetId), coins: kept };
}

const balanceOf = async (node: NodeClient, assetId: string): Promise<bigint> =>
  (await readBalances(node, 0)).byAsset.get(assetId) ?? 0n;

/** Of whatever wallet: an output of the treasury has neither user nor GAID. AMP: GET /assets/{a}/utxos */
export async function treasuryCoins({ intent }: Operation, amp: AmpClient): Promise<Outpoint[]> {
  const coins: Outpoint[] = [];
  for await (const rows of amp.rows("listUtxos", { path: { assetUuid: intent.assetUuid } }))
    for (const { txid, vout, gaid, registeredUser } of rows)
      if (gaid === null && registeredUser === null) coins.push({ txid, vout });
  return coins;
}

/**
 * Treasury outputs of the asset that are spent, in a block or in the mempool, by whatever wallet: those of before the
 * hand-out, and those of which AMP does not know yet that they are.
 * AMP: GET /assets/{a}/utxos; RPC gettxout
 */
export async function treasuryMoved(
  operation: Operation,
  { coins = [] }: BeforeHandOut,
  { amp, node }: Pick<StepContext, "amp" | "node">,
): Promise<string | null> {
  const all = [...coins, ...(await treasuryCoins(operation, amp))];
  const each = [...new Map(all.map((coin) => [`${coin.txid}:${coin.vout}`, coin])).values()];
  return (await allUnspent(node, each)) ? null : byHandText.treasuryMoved;
}

/** RPC gettxout with the mempool */
export const allUnspent = async (node: NodeClient, coins: readonly Outpoint[]): Promise<boolean> =>
  (await unspentAmong(node, coins)).length === coins.length;

async function unspentAmong(node: NodeClient, coins: readonly Outpoint[]): Promise<Outpoint[]> {
  const left: Outpoint[] = [];
  for (let done = 0; done < coins.length; done += AT_ONCE) {
    const some = coins.slice(done, done + AT_ONCE);
    const unspent = await Promise.all(some.map((coin) => isUnspent(node, coin, { withMempool: true })));
    left.push(...some.filter((_, place) => unspent[place]));
  }
  return left;
}

/** `moving`: a block came between two looks. */
export type WalletVerdict = "untouched" | "moved" | "moving";

/**
 * Whether the wallet sent or burned nothing of the asset since before the hand-out: its balance is what it was, with what
 * others paid in since, and no transaction burns. RPC getbalance, listtransactions, gettransaction
 */
export async function judgeWallet(
  { kind, intent }: Operation,
  before: BeforeHandOut,
  node: NodeClient,
): Promise<WalletVerdict> {
  const first = await balanceOf(node, intent.assetId);
  const { receivedSats, burns } = await movementsSince(node, intent.assetId, before.height);
  if (first !== (await balanceOf(node, intent.assetId))) return "moving";
  if (kind === "burn" && burns) return "moved";
  return first === before.balanceSats + receivedSats ? "untouched" : "moved";
}
