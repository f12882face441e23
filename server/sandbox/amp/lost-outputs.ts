import type { LedgerTransaction, OutpointRef } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { treasuryOutputs } from "./books";
import { fitsOpenOrder } from "./open-orders";

/**
 * The treasury's outputs that were spent on chain without AMP: neither in its books nor by a transaction that fits an
 * open work order, which is only pending.
 */
export async function findLostOutputs(unit: Unit, asset: AssetRow) {
  return {
    lostOutputs: await lostAmong(unit, asset, false),
    reissuanceLostOutputs: asset.tokenId ? await lostAmong(unit, asset, true) : [],
  };
}

async function lostAmong(unit: Unit, asset: AssetRow, isToken: boolean): Promise<OutpointRef[]> {
  const lost: OutpointRef[] = [];
  const fits = new Map<string, boolean>();
  for (const { txid, vout } of await treasuryOutputs(unit.db, asset.uuid, { isToken })) {
    const spender = (await unit.ledger.output({ txid, vout }))?.spentBy?.txid;
    if (!spender) continue;
    const known = fits.get(spender) ?? (await isPending(unit, asset, spender));
    fits.set(spender, known);
    if (!known) lost.push({ txid, vout });
  }
  return lost;
}

async function isPending(unit: Unit, asset: AssetRow, txid: string): Promise<boolean> {
  const tx: LedgerTransaction | null = await unit.ledger.transaction(txid);
  return tx !== null && fitsOpenOrder(unit, asset, tx);
}
