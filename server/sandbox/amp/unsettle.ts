import { trackedOutputs, trackedTransactions } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";

/**
 * Takes back the heights of transactions that lost their block; `settleHeights` finds the new ones. For one that lost
 * against another transaction that is the other's block: from there on its outputs, which do not exist, are lost.
 */
export async function unsettle(db: SandboxDb, txids: string[]): Promise<void> {
  if (txids.length === 0) return;
  await db
    .update(trackedTransactions)
    .set({ height: null, blockTime: null })
    .where(isAnyOf(trackedTransactions.txid, txids));
  await db.update(trackedOutputs).set({ fromHeight: null }).where(isAnyOf(trackedOutputs.txid, txids));
  await db.update(trackedOutputs).set({ spentHeight: null }).where(isAnyOf(trackedOutputs.spentTxid, txids));
}
