import type { SandboxDb } from "../db/client";
import { chainTip } from "./blocks";
import type { LedgerOutput, LedgerTransaction } from "./port";
import { findTransaction, type OutputRow } from "./store";

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
    confirmations: confirmationsAt(height, transaction.blockHeight),
    receivedAt: transaction.receivedAt,
    feeSats: transaction.feeSats,
    inputs: rows.spent.map((row) => ({ vin: row.spentByVin ?? 0, prevout: toLedgerOutput(row) })),
    outputs: rows.outputs.map(toLedgerOutput),
    issuances: rows.issuances.map(({ txid: _, ...issuance }) => issuance),
  };
}
