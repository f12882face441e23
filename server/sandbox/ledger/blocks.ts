import { randomBytes } from "node:crypto";
import { crypto } from "liquidjs-lib";
import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import { bytesToId, idToBytes } from "./bytes";
import { type BlockRef, LedgerError } from "./port";
import { confirmTransactions, findTip, insertBlocks, mempoolTxids } from "./store";

const MOST_AT_ONCE = 1000;

/** The tip of each open unit of work: it is asked again and again, and within a unit only the unit moves it. */
const tips = new WeakMap<SandboxDb, BlockRef | null>();

/** Lets the tip be remembered for as long as `db`, one open transaction, lives. */
export function rememberTip(db: SandboxDb): void {
  tips.set(db, null);
}

/** After a change of the chain the next question goes to the database. */
export function forgetTip(db: SandboxDb): void {
  if (tips.has(db)) tips.set(db, null);
}

export async function chainTip(db: SandboxDb): Promise<BlockRef> {
  const known = tips.get(db);
  if (known) return known;
  const tip = await findTip(db);
  if (!tip) throw new LedgerError("unknown", "The chain has no block yet.");
  if (tips.has(db)) tips.set(db, tip);
  return tip;
}

/** Makes `count` blocks; the first one takes everything that waits in the mempool. */
export async function mineBlocks(db: SandboxDb, count: number): Promise<BlockRef[]> {
  if (!Number.isInteger(count) || count < 1 || count > MOST_AT_ONCE) {
    throw new LedgerError("limit", `Between 1 and ${MOST_AT_ONCE} blocks can be mined at once.`);
  }
  return appendBlocks(db, count, await mempoolTxids(db));
}

/** Puts `count` blocks on the tip, the transactions into the first of them. */
export async function appendBlocks(db: SandboxDb, count: number, txids: string[]): Promise<BlockRef[]> {
  const mined: BlockRef[] = [];
  let tip = await chainTip(db);
  for (let index = 0; index < count; index++) {
    tip = nextBlock(tip, index === 0 ? txids : []);
    mined.push(tip);
  }
  await insertBlocks(db, mined);
  if (mined[0]) await confirmTransactions(db, mined[0].height, txids);
  forgetTip(db);
  return mined;
}

/**
 * Never earlier than the block before, however the clock was turned. The hash covers the block before, the height, the
 * time, the transactions and a number of its own, as a real block's does, so that no two blocks share it.
 */
export function nextBlock(tip: BlockRef, txids: string[], at: Date = now()): BlockRef {
  const height = tip.height + 1;
  const time = new Date(Math.max(at.getTime(), tip.time.getTime()));
  const head = Buffer.alloc(12);
  head.writeUInt32LE(height, 0);
  head.writeBigUInt64LE(BigInt(time.getTime()), 4);
  const content = Buffer.concat([idToBytes(tip.hash), head, randomBytes(8), ...txids.map(idToBytes)]);
  return { height, hash: bytesToId(crypto.hash256(content)), time };
}
