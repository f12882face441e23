import { z } from "zod";
import { ListedTransaction, WalletMovement } from "@/lib/contracts/elements";
import { type Fate, isOrdered, type Source, txidOf, type WalletMove } from "@/lib/domain/reconcile";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import { readAddress } from "@/server/elements/wallet";

/** Follows outputs and transactions of one asset on the node; each transaction is read once. */
export interface Tracer {
  confirmationsOf(txid: string): Promise<number | null>;
  fateOf(outpoint: string): Promise<Fate>;
  sourceOf(txid: string): Promise<Source>;
}

export interface TraceContext {
  node: NodeClient;
  assetId: string;
  tokenId: string | null;
  operationIds: string[];
  /** Transactions of this desk's operations. */
  ours: ReadonlySet<string>;
  /** Sats by unconfidential address of AMP's open distributions; asked for when it is needed. */
  readOrdered: () => Promise<ReadonlyMap<string, bigint>>;
}

/** How much of the wallet's history is looked through for the spender of a coin. */
const HISTORY_LINES = 1000;
const SPENDERS = 60;
const UNKNOWN = -5;

export function createTracer(context: TraceContext): Tracer {
  const { node } = context;
  const movements = new Map<string, Promise<WalletMovement | null>>();
  const readOnce = (txid: string) => {
    const known = movements.get(txid) ?? readMovement(node, txid);
    movements.set(txid, known);
    return known;
  };
  const readHistory = once(() => recentSends(context));
  const readOrdered = once(context.readOrdered);

  async function isAskedFor(movement: WalletMovement): Promise<boolean> {
    const { tagged } = await readHistory();
    const ours = new Set([...context.ours, ...tagged]);
    return isOrdered(toMove(movement, context), ours, await readOrdered());
  }

  /** RPC listtransactions, gettransaction: the wallet's newest transactions, this desk's first. */
  async function spenderOf(outpoint: string): Promise<WalletMovement | null> {
    const { tagged, sends } = await readHistory();
    const candidates = new Set([...context.ours, ...tagged, ...sends.slice(0, SPENDERS)]);
    for (const txid of candidates) {
      const movement = await readOnce(txid);
      if (!movement || movement.confirmations < 0) continue;
      const spent = movement.decoded.vin.map((input) => `${input.txid}:${input.vout}`);
      if (spent.includes(outpoint)) return movement;
    }
    return null;
  }

  return {
    confirmationsOf: async (txid) => {
      const movement = await readOnce(txid);
      return movement && ((await isGone(node, movement)) ? null : movement.confirmations);
    },

    async fateOf(outpoint) {
      const [txid, vout] = [txidOf(outpoint), Number(outpoint.slice(outpoint.indexOf(":") + 1))];
      // RPC gettxout counts what waits in the mempool, too
      if ((await node.call("gettxout", [txid, vout, true], z.unknown())) !== null) return { kind: "unspent" };
      const made = await readOnce(txid);
      if (made === null) return { kind: "elsewhere" };
      if (made.confirmations < 0 || (await isGone(node, made))) return { kind: "never" };
      const { address } = made.decoded.vout[vout]?.scriptPubKey ?? {};
      if (address !== undefined && !(await readAddress(node, address)).ismine) return { kind: "elsewhere" };
      const spender = await spenderOf(outpoint);
      if (spender === null) return { kind: "spent", by: null, isOrdered: false };
      return { kind: "spent", by: spender.txid, isOrdered: await isAskedFor(spender) };
    },

    async sourceOf(txid) {
      const movement = await readOnce(txid);
      if (movement === null || movement.fee === undefined) return "incoming";
      return (await isAskedFor(movement)) ? "ordered" : "outside";
    },
  };
}

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let held: Promise<T> | undefined;
  return () => (held ??= read());
};

/** RPC gettransaction; null when the wallet does not know it. */
async function readMovement(node: NodeClient, txid: string): Promise<WalletMovement | null> {
  try {
    return await node.call("gettransaction", [txid, true, true], WalletMovement);
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return null;
    throw error;
  }
}

/** In no block, and out of the mempool: it may never come. RPC getmempoolentry */
async function isGone(node: NodeClient, { txid, confirmations }: WalletMovement): Promise<boolean> {
  if (confirmations !== 0) return false;
  try {
    await node.call("getmempoolentry", [txid], z.unknown());
    return false;
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return true;
    throw error;
  }
}

/** What the wallet sent, newest first, and what carries the tag of an operation of this asset. RPC listtransactions */
async function recentSends({ node, operationIds }: TraceContext) {
  const lines = await node.call(
    "listtransactions",
    ["*", HISTORY_LINES, 0, true],
    z.array(ListedTransaction),
  );
  const newest = lines.toReversed();
  const isTagged = (comment = "") => operationIds.some((id) => comment.startsWith(`${id}:`));
  return {
    sends: [...new Set(newest.flatMap((line) => (line.category === "send" ? [line.txid] : [])))],
    tagged: [...new Set(newest.flatMap((line) => (isTagged(line.comment) ? [line.txid] : [])))],
  };
}

/** A payment to the wallet itself stands as `send` and as `receive`; a burn is a `send` without an address. */
function toMove(movement: WalletMovement, { assetId, tokenId }: TraceContext): WalletMove {
  const { txid, confirmations, details, decoded } = movement;
  const received = new Set(details.flatMap((line) => (line.category === "receive" ? [line.vout] : [])));
  const left = details.filter((line) => line.category === "send" && !received.has(line.vout));
  return {
    txid,
    confirmations,
    payments: left.flatMap(({ asset, address, amount }) =>
      asset === assetId && address !== undefined ? [{ address, amountSats: -amount }] : [],
    ),
    paysToken: left.some(({ asset }) => asset === tokenId),
    burnedSats: left.reduce(
      (sum, { asset, address, amount }) => (asset === assetId && address === undefined ? sum - amount : sum),
      0n,
    ),
    isReissuance: decoded.vin.some(
      ({ issuance }) => issuance?.isreissuance === true && issuance.asset === assetId,
    ),
  };
}
