import { type SQL, sql } from "drizzle-orm";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { blocks, outputs, transactions } from "../db/ledger-tables";
import type { OutpointRef } from "./port";

/** What AMP asks of the chain about many outputs at once, where one question each would be too slow. */

export interface Fate extends OutpointRef {
  /** The transaction that spends the output and counts; null for an output whose own transaction has lost. */
  spender: string | null;
  /** The block in which that happened; null while it waits in the mempool. */
  height: number | null;
}

/**
 * What has become of outputs, in the order in which it happened: those of `watched` that are spent, those of `made`
 * whose transaction lost against another one. One query, however many are asked for.
 * @param watched a subquery of (txid, vout), as is `made`
 */
export async function fatesOf(
  db: SandboxDb,
  { watched, made }: { watched: SQL; made: SQL },
): Promise<Fate[]> {
  const { rows } = await db.execute<Fate & Record<string, unknown>>(sql`
    select ${outputs.txid}, ${outputs.vout}, ${outputs.spentByTxid} as spender,
      ${transactions.blockHeight} as height, ${transactions.sequence} as sequence
    from (${watched}) as asked (txid, vout)
    join ${outputs} on ${outputs.txid} = asked.txid and ${outputs.vout} = asked.vout
    join ${transactions} on ${transactions.txid} = ${outputs.spentByTxid}
    union all
    select asked.txid, asked.vout, null, ${blocks.height}, ${transactions.sequence}
    from ${transactions} join (${made}) as asked (txid, vout) on ${transactions.txid} = asked.txid
    left join ${blocks} on ${blocks.height} = ${transactions.conflictedHeight}
    where ${transactions.conflictedHeight} is not null
    order by sequence, txid, vout`);
  return rows.map(({ txid, vout, spender, height }) => ({ txid, vout, spender, height }));
}

/** A subquery of the txids of all transactions that lost against another one; they are few and have an index. */
export const conflictedTransactions = sql`(select ${transactions.txid} from ${transactions} where ${transactions.conflictedHeight} is not null)`;

/** In a block, or a block has what it lost against. */
export const isSettled = sql`coalesce(${transactions.blockHeight}, ${transactions.conflictedHeight}) is not null`;

/**
 * The block that settled each transaction: its own, or for one that lost the block of the other. Absent while there
 * is none.
 */
export async function settledBlocks(
  db: SandboxDb,
  txids: string[],
): Promise<Map<string, { height: number; hash: string; time: Date }>> {
  if (txids.length === 0) return new Map();
  const rows = await db
    .select({ txid: transactions.txid, block: blocks })
    .from(transactions)
    .innerJoin(
      blocks,
      sql`${blocks.height} = coalesce(${transactions.blockHeight}, ${transactions.conflictedHeight})`,
    )
    .where(isAnyOf(transactions.txid, txids));
  return new Map(rows.map(({ txid, block }) => [txid, block]));
}
