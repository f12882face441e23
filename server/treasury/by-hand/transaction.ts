import { z } from "zod";
import { TransactionDetail, WalletMovement } from "@/lib/contracts/elements";
import { isFinal, type Outpoint } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import { isOutOfMempool } from "@/server/elements/wallet";
import { findSender, type KnownOperation } from "../known-operations";
import type { Operation } from "../store";

const HandMade = WalletMovement.extend({
  blockheight: z.int().optional(),
  comment: z.string().optional(),
  details: z.array(TransactionDetail.extend({ category: z.string() })),
});
/** A transaction of the wallet with all that is needed to compare it with an order. */
export type HandMade = z.output<typeof HandMade>;

const UNKNOWN = -5;
const { why } = byHandText;

/**
 * A transaction that this wallet sent and that can still be, or is, in the chain, and belongs to no other operation.
 * RPC gettransaction, getmempoolentry
 * @returns or why it is none, for people
 */
export async function readHandMade(
  node: NodeClient,
  { id, workspaceId, assetUuid }: Operation,
  txid: string,
): Promise<HandMade | string> {
  const found = await readPlaced(node, txid);
  if (found === null) return why.unknown;
  if (found === "gone") return why.gone;
  if (found.confirmations < 0) return why.conflicted;
  if (found.fee === undefined) return why.otherWallet;
  const sender = await findSender(workspaceId, assetUuid, found);
  return sender !== null && sender.id !== id && stillClaims(sender, txid) ? why.otherOperation : found;
}

/** Looked at again when the mempool has not got it: a block may have taken it between the two calls. */
async function readPlaced(node: NodeClient, txid: string): Promise<HandMade | "gone" | null> {
  const read = () => unlessUnknown(node.call("gettransaction", [txid, true, true], HandMade));
  const found = await read();
  if (found?.confirmations !== 0 || !(await isOutOfMempool(node, txid))) return found;
  const again = await read();
  return again?.confirmations === 0 ? "gone" : again;
}

/** One that a person closed before AMP had booked it has left its transaction to whoever takes the order over. */
const stillClaims = ({ state, facts }: KnownOperation, txid: string): boolean =>
  !isFinal(state) || state === "done" || (facts.sentBatches ?? []).some((sent) => sent.txid === txid);

async function unlessUnknown<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return null;
    throw error;
  }
}

export const spendsAny = ({ decoded }: HandMade, outpoints: readonly Outpoint[]): boolean =>
  decoded.vin.some(({ txid, vout }) => outpoints.some((one) => one.txid === txid && one.vout === vout));
