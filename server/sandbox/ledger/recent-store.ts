import { and, desc, gt, isNull, or, sql } from "drizzle-orm";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { outputs, transactions } from "../db/ledger-tables";

export interface RecentTransaction {
  txid: string;
  /** null while it waits. */
  height: number | null;
  receivedAt: Date;
  /** Of its outputs, each once. */
  assetIds: string[];
}

/** What waits and what lies above `height`, newest first; what was beaten is left out. */
export async function recentTransactions(
  db: SandboxDb,
  { height, most }: { height: number; most: number },
): Promise<RecentTransaction[]> {
  const rows = await db
    .select({
      txid: transactions.txid,
      height: transactions.blockHeight,
      receivedAt: transactions.receivedAt,
    })
    .from(transactions)
    .where(
      and(
        isNull(transactions.conflictedHeight),
        or(isNull(transactions.blockHeight), gt(transactions.blockHeight, height)),
      ),
    )
    .orderBy(sql`${transactions.blockHeight} desc nulls first`, desc(transactions.sequence))
    .limit(most);
  const txids = rows.map(({ txid }) => txid);
  if (txids.length === 0) return [];
  const moved = await db
    .select({ txid: outputs.txid, assetId: outputs.assetId })
    .from(outputs)
    .where(isAnyOf(outputs.txid, txids))
    .groupBy(outputs.txid, outputs.assetId);
  return rows.map((row) => ({
    ...row,
    assetIds: moved.filter(({ txid }) => txid === row.txid).map(({ assetId }) => assetId),
  }));
}
