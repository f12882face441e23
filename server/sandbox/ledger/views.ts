import type { SandboxDb } from "../db/client";
import { chainTip } from "./blocks";
import type { LedgerOutput, LedgerTransaction } from "./port";
import { findTransaction, type OutputRow, type TransactionRow } from "./store";

export function toLedgerOutput(row: OutputRow): LedgerOutput {
  const { txid, vout, scriptHex, address, kind, assetId, amountSats, assetBlinder, amountBlinder } = row;
  const isSpent = row.spentByTxid !== null && row.spentByVin !== null;
  return {
    ...{ txid, vout, scriptHex, address, kind, assetId, amountSats, assetBlinder, amountBlinder },
    spentBy: isSpent ? { txid: row.spentByTxid ?? "", vin: row.spentByVin ?? 0 } : null,
  };
}

/** Confirmations of something in a block at `height`; 0 in the mempool. */
export const confirmationsAt = (tipHeight: number, height: number | null): number =>
  height === null ? 0 : tipHeight - height + 1;

/** Confirmations of a transaction; negative ones of the other that it lost against. */
export function confirmationsOf(
  tipHeight: number,
  { blockHeight, conflictedHeight }: TransactionRow,
): number {
  if (conflictedHeight === null) return confirmationsAt(tipHeight, blockHeight);
  // + 0 turns a negative zero, which JSON would print as -0, into a plain one.
  return -confirmationsAt(tipHeight, conflictedHeight) + 0;
}

export async function loadTransaction(db: SandboxDb, txid: string): Promise<LedgerTransaction | null> {
  const rows = await findTransaction(db, txid);
  if (!rows) return null;
  const { transaction, block } = rows;
  const { height } = await chainTip(db);
  return {
    txid,
    wtxid: transaction.wtxid,
    hex: transaction.hex,
    block,
    blockIndex: transaction.blockIndex,
    confirmations: confirmationsOf(height, transaction),
    conflictedHeight: transaction.conflictedHeight,
    receivedAt: transaction.receivedAt,
    feeSats: transaction.feeSats,
    inputs: rows.spent.map((row, place) => ({
      // of a followed chain not every prevout is known, so that places are no positions
      vin: row.spentByTxid === txid ? (row.spentByVin ?? place) : place,
      prevout: toLedgerOutput(row),
    })),
    outputs: rows.outputs.map(toLedgerOutput),
    issuances: rows.issuances.map(({ txid: _, ...issuance }) => issuance),
  };
}
