import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { blocks, inputs, outputs, transactions } from "../db/ledger-tables";
import type { BlockRef } from "../ledger/port";

/** The chain as a node's visitors look at it: blocks by hash, and what waits. */

export async function findBlockByHash(db: SandboxDb, hash: string): Promise<BlockRef | null> {
  const [block] = await db.select().from(blocks).where(eq(blocks.hash, hash));
  return block ?? null;
}

/** Those in the block, in their order. */
export async function txidsInBlock(db: SandboxDb, height: number): Promise<string[]> {
  const rows = await db
    .select({ txid: transactions.txid })
    .from(transactions)
    .where(eq(transactions.blockHeight, height))
    .orderBy(asc(transactions.blockIndex));
  return rows.map(({ txid }) => txid);
}

/** The middle of the last eleven blocks' times, in seconds. */
export async function medianTime(db: SandboxDb, height: number): Promise<number> {
  const rows = await db
    .select({ time: blocks.time })
    .from(blocks)
    .where(lte(blocks.height, height))
    .orderBy(desc(blocks.height))
    .limit(11);
  const seconds = rows.map(({ time }) => Math.floor(time.getTime() / 1000)).sort((a, b) => a - b);
  return seconds[Math.floor(seconds.length / 2)] ?? 0;
}

export interface WaitingTransaction {
  txid: string;
  wtxid: string;
  feeSats: bigint;
  receivedAt: Date;
}

const waits = and(isNull(transactions.blockHeight), isNull(transactions.conflictedHeight));

/** The mempool in the order of arrival. */
export const listMempool = (db: SandboxDb): Promise<WaitingTransaction[]> =>
  db
    .select({
      txid: transactions.txid,
      wtxid: transactions.wtxid,
      feeSats: transactions.feeSats,
      receivedAt: transactions.receivedAt,
    })
    .from(transactions)
    .where(waits)
    .orderBy(asc(transactions.sequence));

/** Spender → transactions of the mempool that it spends from. */
export async function mempoolLinks(db: SandboxDb): Promise<Map<string, Set<string>>> {
  const waiting = db.select({ txid: transactions.txid }).from(transactions).where(waits);
  const rows = await db
    .select({ txid: inputs.txid, parent: inputs.prevTxid })
    .from(inputs)
    .where(and(inArray(inputs.txid, waiting), inArray(inputs.prevTxid, waiting)));
  const links = new Map<string, Set<string>>();
  for (const { txid, parent } of rows) links.set(txid, (links.get(txid) ?? new Set()).add(parent));
  return links;
}

/** Whether a transaction waits that spends the output. */
export async function isSpentInMempool(db: SandboxDb, txid: string, vout: number): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.spentByTxid))
    .where(and(eq(outputs.txid, txid), eq(outputs.vout, vout), waits));
  return rows.length > 0;
}
