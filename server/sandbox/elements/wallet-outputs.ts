import { and, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { inputs, outputs, transactions, watchedScripts } from "../db/ledger-tables";

/** Conditions on outputs, joined with their transactions, that a wallet's lists and sums are made of. */

/** Not spent, and not created by a transaction that lost against another one. */
export const isUnspent = and(isNull(outputs.spentByTxid), isNull(transactions.conflictedHeight));

/** Outputs on the owner's scripts, on those that it only watches, or on both. */
export async function ofWallet(
  db: SandboxDb,
  owner: string,
  which: "own" | "watched" | "own and watched",
): Promise<SQL | undefined> {
  const own = eq(outputs.owner, owner);
  if (which === "own") return own;
  const watched = () =>
    db
      .select({ scriptHex: watchedScripts.scriptHex })
      .from(watchedScripts)
      .where(eq(watchedScripts.owner, owner));
  const isWatched = sql`${outputs.scriptHex} = any(array(${watched()}))`;
  if (which === "watched") return isWatched;
  // Most wallets watch nothing, and are spared the look at every script.
  return (await watched().limit(1)).length === 0 ? own : or(own, isWatched);
}

/** Whether every input of the waiting transaction is the owner's own; asked once for all that wait. */
const isPaidBy = (owner: string): SQL => sql`${transactions.txid} not in (
  select spending.txid from ${inputs} as spending
  join ${transactions} as waiting on waiting.txid = spending.txid and waiting.block_height is null
  join ${outputs} as spent on spent.txid = spending.prev_txid and spent.vout = spending.prev_vout
  where spent.owner is distinct from ${owner})`;

/** Confirmed, or paid from the owner's own coins alone. */
export const isTrusted = (owner: string): SQL =>
  sql`(${transactions.blockHeight} is not null or ${isPaidBy(owner)})`;

/** At least so many confirmations under a chain of height `tip`. */
export const isDeepEnough = (tip: number, confirmations: number): SQL | undefined =>
  confirmations <= 0 ? undefined : lte(transactions.blockHeight, tip - confirmations + 1);
