import { and, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { inputs, outputs, transactions } from "../db/ledger-tables";
import type { Coin } from "./coin";
import type { LedgerOutput, OutpointRef } from "./port";

/** What a finished transaction wants to spend, and what already waits around it. */

export interface FoundCoin extends Coin {
  kind: LedgerOutput["kind"];
  /** Who spends it already: a transaction that waits, or one in a block; null while it is unspent. */
  spentBy: "mempool" | "block" | null;
}

/** The outputs at the outpoints by "txid:vout"; outputs of transactions that lost are not there. */
export async function findCoins(db: SandboxDb, outpoints: OutpointRef[]): Promise<Map<string, FoundCoin>> {
  if (outpoints.length === 0) return new Map();
  const spender = alias(transactions, "spender");
  const places = sql.join(
    outpoints.map(({ txid, vout }) => sql`(${txid}::text, ${vout}::bigint)`),
    sql`, `,
  );
  const rows = await db
    .select({ output: outputs, height: transactions.blockHeight, spentAt: spender.blockHeight })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .leftJoin(spender, eq(spender.txid, outputs.spentByTxid))
    .where(
      and(sql`(${outputs.txid}, ${outputs.vout}) in (${places})`, isNull(transactions.conflictedHeight)),
    );
  return new Map(
    rows.map(({ output, height, spentAt }) => {
      const spentBy = output.spentByTxid === null ? null : spentAt === null ? "mempool" : "block";
      const coin = { ...output, owner: output.owner ?? "", blockHeight: height, spentBy } as const;
      return [outpointKey(output), coin];
    }),
  );
}

export const outpointKey = ({ txid, vout }: OutpointRef): string => `${txid}:${vout}`;

/** A transaction that waits and descends from `root`. */
export interface WaitingRelative {
  root: string;
  txid: string;
  hex: string;
}

/** For each of the transactions those that wait and spend from it, directly or not; itself included. */
export async function waitingDescendants(db: SandboxDb, roots: string[]): Promise<WaitingRelative[]> {
  if (roots.length === 0) return [];
  const { rows } = await db.execute<{ root: string; txid: string; hex: string }>(sql`
    with recursive found (root, txid) as (
      select ${transactions.txid}, ${transactions.txid} from ${transactions} where ${isAnyOf(transactions.txid, roots)}
      union
      select found.root, spend.txid from found
      join ${inputs} as spend on spend.prev_txid = found.txid
      join ${transactions} on ${transactions.txid} = spend.txid and ${waits}
    ) select found.root, found.txid, ${transactions.hex} as hex
      from found join ${transactions} on ${transactions.txid} = found.txid`);
  return rows;
}

const waits = sql`${transactions.blockHeight} is null and ${transactions.conflictedHeight} is null`;

/** Whether no block spends at least one output of the transaction; what only waits counts for nothing. */
export async function hasUnspentOutputs(db: SandboxDb, txid: string): Promise<boolean> {
  const spender = alias(transactions, "spender");
  const rows = await db
    .select({ vout: outputs.vout })
    .from(outputs)
    .leftJoin(spender, eq(spender.txid, outputs.spentByTxid))
    .where(
      and(
        eq(outputs.txid, txid),
        eq(outputs.kind, "payment"),
        or(isNull(outputs.spentByTxid), isNull(spender.blockHeight)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
