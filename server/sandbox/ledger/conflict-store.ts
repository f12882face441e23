import { and, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { blocks, inputs, outputs, transactions } from "../db/ledger-tables";
import type { Coin } from "./coin";
import { LedgerError } from "./port";

/** The touches of the chain's tables that only a change of the chain's past needs. */

/** Takes the blocks above `height` away. @returns their transactions, in the order they came */
export async function disconnectAbove(db: SandboxDb, height: number): Promise<string[]> {
  const freed = await db
    .update(transactions)
    .set({ blockHeight: null, blockIndex: null })
    .where(gt(transactions.blockHeight, height))
    .returning({ txid: transactions.txid, sequence: transactions.sequence });
  await db.delete(blocks).where(gt(blocks.height, height));
  return freed.sort((a, b) => a.sequence - b.sequence).map(({ txid }) => txid);
}

/** Losers whose winner's block has gone; the winner waits again, and they with it. */
export async function conflictedAbove(db: SandboxDb, height: number): Promise<string[]> {
  const rows = await db
    .select({ txid: transactions.txid })
    .from(transactions)
    .where(gt(transactions.conflictedHeight, height));
  return rows.map(({ txid }) => txid);
}

export async function setConflicted(db: SandboxDb, txids: string[], height: number): Promise<void> {
  if (txids.length === 0) return;
  await db.update(transactions).set({ conflictedHeight: height }).where(isAnyOf(transactions.txid, txids));
}

export async function conflictedAmong(db: SandboxDb, txids: string[]): Promise<Set<string>> {
  if (txids.length === 0) return new Set();
  const rows = await db
    .select({ txid: transactions.txid })
    .from(transactions)
    .where(and(isAnyOf(transactions.txid, txids), isNotNull(transactions.conflictedHeight)));
  return new Set(rows.map(({ txid }) => txid));
}

/** The transactions and all that spend from them, and so on. */
export const withDescendants = (db: SandboxDb, txids: string[]): Promise<string[]> =>
  closure(db, txids, sql`select ${inputs.txid} from ${inputs} join found on ${inputs.prevTxid} = found.txid`);

/** The transactions and all that they spend from and that is in no block either. */
export const withWaitingAncestors = (db: SandboxDb, txids: string[]): Promise<string[]> =>
  closure(
    db,
    txids,
    sql`select ${inputs.prevTxid} from ${inputs} join found on ${inputs.txid} = found.txid
        join ${transactions} on ${transactions.txid} = ${inputs.prevTxid} and ${transactions.blockHeight} is null`,
  );

async function closure(db: SandboxDb, txids: string[], step: ReturnType<typeof sql>): Promise<string[]> {
  if (txids.length === 0) return [];
  const start = sql.join(
    txids.map((txid) => sql`(${txid}::text)`),
    sql`, `,
  );
  const { rows } = await db.execute<{ txid: string }>(sql`
    with recursive found (txid) as (values ${start} union ${step}) select txid from found`);
  return rows.map(({ txid }) => txid);
}

/** What the transactions took can be taken by others again. */
export async function releaseSpends(db: SandboxDb, txids: string[]): Promise<void> {
  await db
    .update(outputs)
    .set({ spentByTxid: null, spentByVin: null })
    .where(isAnyOf(outputs.spentByTxid, txids));
}

/** The coins of a transaction's inputs, in their order. @throws LedgerError "unknown" when one is nobody's here */
export async function inputCoins(db: SandboxDb, txid: string): Promise<Coin[]> {
  const rows = await db
    .select({ output: outputs, blockHeight: transactions.blockHeight })
    .from(inputs)
    .innerJoin(outputs, and(eq(outputs.txid, inputs.prevTxid), eq(outputs.vout, inputs.prevVout)))
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .where(eq(inputs.txid, txid))
    .orderBy(inputs.vin);
  return rows.map(({ output, blockHeight }) => {
    if (output.owner === null) throw new LedgerError("unknown", "An input belongs to nobody here.");
    return { ...output, owner: output.owner, blockHeight };
  });
}

/** For each transaction the others that spend one of its inputs, losers and winners alike. */
export async function conflictsOf(db: SandboxDb, txids: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (txids.length === 0) return found;
  const other = alias(inputs, "other");
  const rows = await db
    .select({ txid: inputs.txid, other: other.txid })
    .from(inputs)
    .innerJoin(
      other,
      and(
        eq(other.prevTxid, inputs.prevTxid),
        eq(other.prevVout, inputs.prevVout),
        ne(other.txid, inputs.txid),
      ),
    )
    .where(isAnyOf(inputs.txid, txids))
    .groupBy(inputs.txid, other.txid);
  for (const { txid, other: against } of rows) found.set(txid, [...(found.get(txid) ?? []), against]);
  return found;
}
