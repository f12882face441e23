import type { LedgerTransaction } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { openDistributions } from "./distribution-store";
import { openOrders } from "./work-order-store";

/** Whether the transaction is what an open work order asked for, so that its confirm is only a matter of time. */
export async function fitsOpenOrder(unit: Unit, asset: AssetRow, tx: LedgerTransaction): Promise<boolean> {
  const orders = await openOrders(unit.db, asset.uuid);
  const fitsWork = orders.some((order) =>
    order.kind === "burn"
      ? burnedSats(asset, tx) === order.amountSats
      : reissuanceOf(asset, tx)?.amountSats === order.amountSats,
  );
  return fitsWork || (await fitsDistribution(unit, asset, tx));
}

async function fitsDistribution(
  { db, ledger }: Unit,
  asset: AssetRow,
  tx: LedgerTransaction,
): Promise<boolean> {
  const paid = new Map(
    tx.outputs
      .filter((output) => output.assetId === asset.assetId)
      .map((output) => [output.scriptHex, output.amountSats]),
  );
  const open = await openDistributions(db, asset.uuid);
  return open.some((assignments) =>
    assignments.every(
      ({ receivingAddress, amountSats }) =>
        receivingAddress !== null && paid.get(ledger.scriptOf(receivingAddress)) === amountSats,
    ),
  );
}

/** Sats of the asset in provably unspendable outputs. */
export const burnedSats = (asset: AssetRow, tx: LedgerTransaction): bigint =>
  tx.outputs
    .filter((output) => output.kind === "burn" && output.assetId === asset.assetId)
    .reduce((total, output) => total + output.amountSats, 0n);

export const reissuanceOf = (asset: AssetRow, tx: LedgerTransaction) =>
  tx.issuances.find((issuance) => issuance.isReissuance && issuance.assetId === asset.assetId);
