import { crypto } from "liquidjs-lib";
import { z } from "zod";
import { BlockchainInfo } from "@/lib/contracts/elements";
import { bytesToId, fromHex, idToBytes } from "../../ledger/bytes";
import type { BlockRef } from "../../ledger/port";
import { findOutput } from "../../ledger/store";
import { confirmationsAt } from "../../ledger/views";
import { decimal } from "../amounts";
import { findBlockByHash, isSpentInMempool, medianTime, txidsInBlock } from "../chain-store";
import { type Method, type NodeContext, nodeMethod } from "../method";
import type { Params } from "../params";
import { RpcError } from "../port";
import { describeHex, describeScript } from "../raw/describe";

const BLOCK_VERSION = 0x2000_0000;
/** Blocks here need nobody's signature: the script is OP_TRUE. */
const SIGNBLOCK = { current_signblock_asm: "1", current_signblock_hex: "51", max_block_witness: 74 };
const PAK_KEY = "02fcba7ecf41bc7e1be4ee122d9d22e3333671eb0a3a87b5cdf099d59874e1940f";

/** Blocks and what they hold. */
export const chainMethods: Record<string, Method> = {
  getblockchaininfo: nodeMethod({ params: [], run: chainInfo }),
  getblockcount: nodeMethod({ params: [], run: async ({ ledger }) => (await ledger.tip()).height }),
  getbestblockhash: nodeMethod({ params: [], run: async ({ ledger }) => (await ledger.tip()).hash }),
  getblockhash: nodeMethod({
    params: ["height"],
    run: async ({ ledger }, params) => {
      const block = await ledger.blockAt(readHeight(params.whole(0)));
      if (!block) throw new RpcError(-8, "Block height out of range");
      return block.hash;
    },
  }),
  getblockheader: nodeMethod({
    params: ["blockhash", "verbose"],
    run: async (context, params) => {
      const block = await requireBlock(context, params);
      if (!params.truth(1, true)) throw notSerialized();
      return header(context, block, await txidsInBlock(context.db, block.height));
    },
  }),
  getblock: nodeMethod({ params: ["blockhash", "verbosity"], run: getBlock }),
  getchaintips: nodeMethod({
    params: [],
    run: async ({ ledger }) => {
      const { height, hash } = await ledger.tip();
      return [{ height, hash, branchlen: 0, status: "active" }];
    },
  }),
  gettxout: nodeMethod({ params: ["txid", "n", "include_mempool"], run: unspentOutput }),
};

/** Heights that no column holds are out of range like any other. */
const readHeight = (height: number): number => (height >= 0 && height < 0x8000_0000 ? height : -1);

const notSerialized = () => new RpcError(-1, "Block not available (the sandbox keeps no serialized blocks)");

async function chainInfo({ db, ledger, facts }: NodeContext) {
  const { height, hash, time } = await ledger.tip();
  const core = {
    chain: facts.chain,
    blocks: height,
    headers: height,
    verificationprogress: 1,
    initialblockdownload: false,
  };
  return {
    ...z.encode(BlockchainInfo, core),
    bestblockhash: hash,
    time: Math.floor(time.getTime() / 1000),
    mediantime: await medianTime(db, height),
    size_on_disk: 0,
    pruned: false,
    trim_headers: false,
    ...SIGNBLOCK,
    extension_space: [PAK_KEY + PAK_KEY],
    warnings: [],
  };
}

async function requireBlock({ db }: NodeContext, params: Params): Promise<BlockRef> {
  const block = await findBlockByHash(db, params.hash(0));
  if (block) return block;
  throw new RpcError(-5, "Block not found");
}

async function header({ db, ledger }: NodeContext, block: BlockRef, txids: string[]) {
  const tip = await ledger.tip();
  const [before, after] = [await ledger.blockAt(block.height - 1), await ledger.blockAt(block.height + 1)];
  return {
    hash: block.hash,
    confirmations: confirmationsAt(tip.height, block.height),
    height: block.height,
    version: BLOCK_VERSION,
    versionHex: BLOCK_VERSION.toString(16),
    merkleroot: merkleRoot(txids),
    time: Math.floor(block.time.getTime() / 1000),
    mediantime: await medianTime(db, block.height),
    nTx: txids.length,
    signblock_witness_asm: "",
    signblock_witness_hex: "",
    ...(before && { previousblockhash: before.hash }),
    ...(after && { nextblockhash: after.hash }),
  };
}

/** Over the transactions that the ledger knows; a block has no coinbase here. */
function merkleRoot(txids: string[]): string {
  let level = txids.map(idToBytes);
  while (level.length > 1) {
    const pairs = level.filter((_, index) => index % 2 === 0);
    level = pairs.map((left, index) => crypto.hash256(Buffer.concat([left, level[2 * index + 1] ?? left])));
  }
  return level[0] ? bytesToId(level[0]) : "0".repeat(64);
}

async function getBlock(context: NodeContext, params: Params) {
  const block = await requireBlock(context, params);
  const given = params.raw(1);
  const verbosity = typeof given === "boolean" ? Number(given) : params.whole(1, 1);
  if (verbosity <= 0) throw notSerialized();
  const txids = await txidsInBlock(context.db, block.height);
  const head = await header(context, block, txids);
  if (verbosity === 1) return { ...head, tx: txids };
  const transactions: unknown[] = [];
  for (const txid of txids) {
    const transaction = await context.ledger.transaction(txid);
    if (!transaction) continue;
    const { hex, feeSats } = transaction;
    transactions.push({ ...describeHex(context.ledger.network, hex), fee: decimal(feeSats), hex });
  }
  return { ...head, tx: transactions };
}

async function unspentOutput({ db, ledger }: NodeContext, params: Params) {
  const [txid, vout, withMempool] = [params.hash(0), params.whole(1), params.truth(2, true)];
  const [output, transaction] = [
    vout < 0 || vout >= 0x8000_0000 ? null : await findOutput(db, { txid, vout }),
    await ledger.transaction(txid),
  ];
  const isSpent = output?.spentByTxid != null && (withMempool || !(await isSpentInMempool(db, txid, vout)));
  if (!output || !transaction || isSpent || output.kind !== "payment") return null;
  if (transaction.block === null && (!withMempool || transaction.confirmations < 0)) return null;
  const { assetCommitment, amountCommitment, assetId, amountSats, scriptHex } = output;
  return {
    bestblock: (await ledger.tip()).hash,
    confirmations: transaction.confirmations,
    ...(amountCommitment ? { valuecommitment: amountCommitment } : { value: decimal(amountSats) }),
    ...(assetCommitment ? { assetcommitment: assetCommitment } : { asset: assetId }),
    scriptPubKey: describeScript(ledger.network, fromHex(scriptHex)),
    coinbase: transaction.inputs.length === 0,
  };
}
