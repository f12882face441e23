import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { unconfidentialAddress } from "@/lib/domain/liquid-address";
import type { ForeignOutput, ForeignOutputs } from "@/lib/domain/treasury-approvals";
import { type UtxoRef, utxoKey } from "@/lib/domain/utxos";
import { AppError } from "@/lib/errors";
import { watchText } from "@/lib/messages/watch";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { readCoinsOf, readPlace } from "@/server/elements/coins";
import { inNodeWords, type NodeClient, RpcError } from "@/server/elements/rpc";
import { isOwn, isSynced, readNodeState } from "@/server/elements/wallet";
import { treasuryOutside } from "@/server/mirror/utxos";
import { atATime } from "@/server/platform/at-a-time";
import { nodeOf } from "@/server/treasury/node";
import { getAsset, requireUuid } from "./assets";

/** Outputs that the node is asked about, with two calls each: anybody can send a treasury many small ones. */
const MOST = 30;

type Output = UtxoRef & { amountSats: bigint };
type Placed = Output & { address: string | null };

/** What only the node can tell: which outputs lie where its wallet has no key. */
interface Found {
  foreign: Placed[];
  looked: number;
  outside: number;
}

/**
 * What AMP counts as the treasury's, and the treasury's node cannot spend: above all what an issuer's endpoint let go
 * to a plain address. The watch says nothing of it, because it is unspent and where AMP says it is.
 * AMP: GET /assets/{a}/utxos; for what is found GET /assets/{a}/treasury-addresses, GET /assets/{a}/txs/{txid}
 * RPC listunspent; of the largest that it lacks gettxout, getaddressinfo
 */
export async function readForeignOutputs(actor: Actor, assetUuid: string): Promise<ForeignOutputs> {
  requireUuid(assetUuid);
  await authorize(actor, "asset:settings", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  const { assetId, reissuanceTokenId, precision, ticker } = asset;
  const view = { asset: { assetUuid, precision, ticker }, problem: null };
  const held = await askNode(async () => {
    const node = await nodeOf(actor.workspaceId);
    // A block that it has not got yet would look like outputs that were spent.
    if (!isSynced(await readNodeState(node))) throw new AppError("UNAVAILABLE", watchText.nodeBehind);
    return { node, coins: (await readCoinsOf(node, [assetId, reissuanceTokenId])).map(utxoKey) };
  });
  if (held instanceof AppError) return unknownTo(view, held);
  // AMP's own failures are not the node's.
  const { outputs, count } = await treasuryOutside(actor, assetUuid, held.coins, MOST);
  const foreign = await askNode(() => withoutKeys(held.node, outputs));
  if (foreign instanceof AppError) return unknownTo(view, foreign);
  const found: Found = { foreign, looked: outputs.length, outside: count };
  return { ...view, ...(await toView(await ampAs(actor), asset, found)) };
}

const unknownTo = (view: Pick<ForeignOutputs, "asset">, { message }: AppError): ForeignOutputs => ({
  ...view,
  outputs: null,
  problem: message,
  looked: 0,
  outside: 0,
});

/** @returns what the node answers, or why there is no answer */
async function askNode<T>(work: () => Promise<T>): Promise<T | AppError> {
  try {
    return await work();
  } catch (error) {
    const told = error instanceof RpcError ? inNodeWords(error) : error;
    if (told instanceof AppError) return told;
    throw error;
  }
}

/** Those that are unspent at an address that is not the wallet's; its own are locked, or came this moment. */
async function withoutKeys(node: NodeClient, outputs: Output[]): Promise<Placed[]> {
  const places = new Map<string, Placed>();
  await atATime(outputs, async (output) => {
    const place = await readPlace(node, output);
    if (place === null || (place.address !== null && (await isOwn(node, place.address)))) return;
    places.set(utxoKey(output), { ...output, ...place });
  });
  return outputs.flatMap((output) => places.get(utxoKey(output)) ?? []);
}

async function toView(
  amp: AmpClient,
  { assetUuid, assetId }: Asset,
  { foreign, ...counts }: Found,
): Promise<Omit<ForeignOutputs, "asset" | "problem">> {
  if (foreign.length === 0) return { outputs: [], ...counts };
  const path = { assetUuid };
  const listed = await amp.call("listTreasuryAddresses", { path });
  const known = new Set(listed.map(unconfidentialAddress));
  const outputs: ForeignOutput[] = [];
  const transactions = await transactionsOf(amp, assetUuid, foreign);
  for (const output of foreign) {
    const tx = transactions.get(output.txid);
    const row = tx?.outputs.find(({ vout }) => vout === output.vout);
    outputs.push({
      ...output,
      isToken: row !== undefined && row.assetId !== assetId,
      since: tx && tx.blockheight > 0 ? { at: tx.datetime, height: tx.blockheight } : null,
      isListed: output.address !== null && known.has(output.address),
    });
  }
  return { outputs, ...counts };
}

async function transactionsOf(amp: AmpClient, assetUuid: string, outputs: UtxoRef[]) {
  const read = async (txid: string) => orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
  const found = new Map<string, NonNullable<Awaited<ReturnType<typeof read>>>>();
  await atATime([...new Set(outputs.map(({ txid }) => txid))], async (txid) => {
    const transaction = await read(txid);
    if (transaction) found.set(txid, transaction);
  });
  return found;
}
