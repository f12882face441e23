import { crypto } from "liquidjs-lib";
import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import { bytesToId, idToBytes } from "./bytes";
import { type BlockRef, LedgerError } from "./port";
import { confirmMempool, findTip, insertBlocks, mempoolTxids } from "./store";

const MOST_AT_ONCE = 1000;

export async function chainTip(db: SandboxDb): Promise<BlockRef> {
  const tip = await findTip(db);
  if (!tip) throw new LedgerError("unknown", "The chain has no block yet.");
  return tip;
}

/** Makes `count` blocks; the first one takes everything that waits in the mempool. */
export async function mineBlocks(db: SandboxDb, count: number): Promise<BlockRef[]> {
  if (!Number.isInteger(count) || count < 1 || count > MOST_AT_ONCE) {
    throw new LedgerError("limit", `Between 1 and ${MOST_AT_ONCE} blocks can be mined at once.`);
  }
  const waiting = await mempoolTxids(db);
  const mined: BlockRef[] = [];
  let tip = await chainTip(db);
  for (let index = 0; index < count; index++) {
    tip = nextBlock(tip, index === 0 ? waiting : []);
    mined.push(tip);
  }
  await insertBlocks(db, mined);
  if (mined[0] && waiting.length > 0) await confirmMempool(db, mined[0].height);
  return mined;
}

/** The hash covers the block before, the height, the time and the transactions, so that no two blocks share it. */
export function nextBlock(tip: BlockRef, txids: string[]): BlockRef {
  const height = tip.height + 1;
  const time = now();
  const head = Buffer.alloc(12);
  head.writeUInt32LE(height, 0);
  head.writeBigUInt64LE(BigInt(time.getTime()), 4);
  const content = Buffer.concat([idToBytes(tip.hash), head, ...txids.map(idToBytes)]);
  return { height, hash: bytesToId(crypto.hash256(content)), time };
}
