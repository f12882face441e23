import { z } from "zod";
import { WalletMovement } from "@/lib/contracts/elements";
import { isFinal, type OperationState } from "@/lib/domain/operation";
import {
  type Fate,
  isOrdered,
  type OperationTransaction,
  ORDER_BLOCKS,
  type Source,
  txidOf,
  type WalletMove,
} from "@/lib/domain/reconcile";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import { isOutOfMempool, readAddress } from "@/server/elements/wallet";
import { createHistory } from "./history";

/** Follows outputs and transactions of one asset on the node; each transaction is read once. */
export interface Tracer {
  confirmationsOf(txid: string): Promise<OperationTransaction["confirmations"]>;
  fateOf(outpoint: string): Promise<Fate>;
  sourceOf(txid: string): Promise<Source>;
}

interface TraceContext {
  node: NodeClient;
  assetId: string;
  tokenId: string | null;
  /** Transactions of operations in sight: the first to be asked who spent a coin. */
  candidates: string[];
  /** The state of this desk's operation, of whatever age, that made the transaction; null when none did. */
  findSender: (movement: Pick<Movement, "txid" | "comment">) => Promise<OperationState | null>;
  /** Sats by unconfidential address of AMP's open distributions; asked for when it is needed. */
  readOrdered: () => Promise<ReadonlyMap<string, bigint>>;
}

/** With the wallet comment, by which an operation is known whose txid was never learned. */
const Movement = WalletMovement.extend({ comment: z.string().optional() });
type Movement = z.output<typeof Movement>;

const UNKNOWN = -5;

export function createTracer(context: TraceContext): Tracer {
  const { node } = context;
  const movements = new Map<string, Promise<Movement | null>>();
  const readOnce = (txid: string) => {
    const known = movements.get(txid) ?? readMovement(node, txid);
    movements.set(txid, known);
    return known;
  };
  const history = createHistory(node);
  const readOrdered = once(context.readOrdered);

  const isAskedFor = async (movement: Movement): Promise<boolean> =>
    (await context.findSender(movement)) !== null ||
    isOrdered(toMove(movement, context), await readOrdered());

  /** RPC gettransaction of what this desk sent, then of what the wallet sent since the coin was made. */
  async function spenderOf(outpoint: string, made: Movement): Promise<Movement | null> {
    const isSpender = (movement: Movement | null): movement is Movement =>
      movement !== null &&
      movement.confirmations >= 0 &&
      movement.decoded.vin.some((input) => `${input.txid}:${input.vout}` === outpoint);
    for (const txid of context.candidates) {
      const movement = await readOnce(txid);
      if (isSpender(movement)) return movement;
    }
    for await (const txid of history.sendsSince(made.confirmations)) {
      const movement = await readOnce(txid);
      if (isSpender(movement)) return movement;
    }
    return null;
  }

  return {
    confirmationsOf: async (txid) => {
      const movement = await readOnce(txid);
      if (movement === null) return "unknown";
      return (await isGone(node, movement)) ? "gone" : movement.confirmations;
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
      const spender = await spenderOf(outpoint, made);
      if (spender === null) return { kind: "spent", by: null, isOrdered: false };
      return { kind: "spent", by: spender.txid, isOrdered: await isAskedFor(spender) };
    },

    async sourceOf(txid) {
      const movement = await readOnce(txid);
      if (movement === null || movement.fee === undefined) return "incoming";
      const sender = await context.findSender(movement);
      // Nobody will tell AMP of it any more, so AMP must know it by itself.
      const isOver = sender === "done" ? movement.confirmations > ORDER_BLOCKS : sender && isFinal(sender);
      if (isOver) return "incoming";
      return sender !== null || (await isAskedFor(movement)) ? "ordered" : "outside";
    },
  };
}

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let held: Promise<T> | undefined;
  return () => (held ??= read());
};

/** RPC gettransaction; null when the wallet does not know it. */
async function readMovement(node: NodeClient, txid: string): Promise<Movement | null> {
  try {
    return await node.call("gettransaction", [txid, true, true], Movement);
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return null;
    throw error;
  }
}

const isGone = async (node: NodeClient, { txid, confirmations }: Movement): Promise<boolean> =>
  confirmations === 0 && (await isOutOfMempool(node, txid));

/** A payment to the wallet itself stands as `send` and as `receive`; a burn is a `send` without an address. */
function toMove(movement: Movement, { assetId, tokenId }: TraceContext): WalletMove {
  const { confirmations, details, decoded } = movement;
  const received = new Set(details.flatMap((line) => (line.category === "receive" ? [line.vout] : [])));
  const left = details.filter((line) => line.category === "send" && !received.has(line.vout));
  return {
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
