import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";
import { type BlockRef, LedgerError, type LiquidNetwork } from "../ledger/port";
import { loadZkp } from "../ledger/zkp";
import type { ChainNews } from "./mirror";
import { type FollowedNode, NodeRefusal } from "./node";
import { type ReadTransaction, readTransaction } from "./read-transaction";

/** What is known of the chain already. */
export interface KnownChain {
  network: LiquidNetwork;
  tip: BlockRef | null;
  firstHeight: number;
  blockAt(height: number): Promise<BlockRef | null>;
  /** Those of the transactions that are stored and count. */
  stored(txids: string[]): Promise<Set<string>>;
}

/** As many blocks as are read before they are stored. */
const AT_ONCE = 100;
const OUT_OF_RANGE = -8;
const NOT_FOUND = -5;

const Header = z.object({ hash: hex64, height: z.int(), time: z.int() });
const Block = Header.extend({
  previousblockhash: hex64.optional(),
  tx: z.array(z.object({ txid: hex64, hex: z.string().optional() })),
});

/**
 * What the node has that is not stored yet. The first time that is its newest block alone: what came before belongs to
 * nobody here.
 * @throws LedgerError when the node does not answer, or is on another chain than before
 */
export async function readNews(node: FollowedNode, known: KnownChain): Promise<ChainNews> {
  const best = await node.ofNode("getbestblockhash", [], hex64);
  if (!known.tip) {
    const header = await node.ofNode("getblockheader", [best], Header);
    return { fork: null, blocks: [{ block: refOf(header), transactions: [] }], mempool: null };
  }
  if (best === known.tip.hash)
    return { fork: known.tip.height, blocks: [], mempool: await readMempool(node, known, best) };
  const fork = await findFork(node, known, known.tip);
  const blocks = await readBlocks(node, known.network, fork);
  return { fork: fork.height, blocks, mempool: null };
}

const refOf = ({ hash, height, time }: z.output<typeof Header>): BlockRef => ({
  hash,
  height,
  time: new Date(time * 1000),
});

/** The newest stored block that the node still has in its chain. */
async function findFork(node: FollowedNode, known: KnownChain, tip: BlockRef): Promise<BlockRef> {
  for (let { height } = tip; height >= known.firstHeight; height -= 1) {
    const stored = await known.blockAt(height);
    if (stored && (await hashAt(node, height)) === stored.hash) return stored;
  }
  throw new LedgerError(
    "conflict",
    `The node's chain has none of the blocks from ${known.firstHeight} on that AMP has followed so far. Give the sandbox a fresh database.`,
  );
}

async function hashAt(node: FollowedNode, height: number): Promise<string | null> {
  return node.ofNode("getblockhash", [height], hex64).catch(unlessRefusedWith(OUT_OF_RANGE));
}

/** Stops where the chain changes while it is read; the next look begins at the new fork. */
async function readBlocks(node: FollowedNode, network: LiquidNetwork, fork: BlockRef) {
  const blocks: ChainNews["blocks"] = [];
  let before = fork.hash;
  for (let height = fork.height + 1; blocks.length < AT_ONCE; height += 1) {
    const hash = await hashAt(node, height);
    if (hash === null) break;
    const block = await node.ofNode("getblock", [hash, 2], Block);
    if (block.previousblockhash !== before) break;
    before = hash;
    const transactions: ReadTransaction[] = [];
    for (const { txid, hex } of block.tx)
      transactions.push(
        await read(network, hex ?? (await node.ofNode("getrawtransaction", [txid, false, hash], z.string()))),
      );
    blocks.push({ block: refOf(block), transactions });
  }
  return blocks;
}

/** null when a block came while it was read. */
async function readMempool(
  node: FollowedNode,
  known: KnownChain,
  best: string,
): Promise<ChainNews["mempool"]> {
  const txids = await node.ofNode("getrawmempool", [], z.array(hex64));
  const stored = await known.stored(txids);
  const found: ReadTransaction[] = [];
  const gone = new Set<string>();
  for (const txid of txids.filter((one) => !stored.has(one))) {
    const hex = await node
      .ofNode("getrawtransaction", [txid, false], z.string())
      .catch(unlessRefusedWith(NOT_FOUND));
    if (hex === null) gone.add(txid);
    else found.push(await read(known.network, hex));
  }
  if ((await node.ofNode("getbestblockhash", [], hex64)) !== best) return null;
  return { txids: txids.filter((txid) => !gone.has(txid)), unknown: parentsFirst(found) };
}

const read = async (network: LiquidNetwork, hex: string) => readTransaction(await loadZkp(), network, hex);

const unlessRefusedWith = (code: number) => (error: unknown) => {
  if (error instanceof NodeRefusal && error.rpcCode === code) return null;
  throw error;
};

/** A node lists its mempool in no order. */
export function parentsFirst(transactions: ReadTransaction[]): ReadTransaction[] {
  const open = new Map(transactions.map((transaction) => [transaction.txid, transaction]));
  const ordered: ReadTransaction[] = [];
  const take = (transaction: ReadTransaction) => {
    if (!open.delete(transaction.txid)) return;
    for (const { txid } of transaction.spends) {
      const parent = open.get(txid);
      if (parent) take(parent);
    }
    ordered.push(transaction);
  };
  for (const transaction of transactions) take(transaction);
  return ordered;
}
