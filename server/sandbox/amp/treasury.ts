import { and, isNull, lte } from "drizzle-orm";
import { trackedOutputs } from "../db/amp-tables";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { openAssignedSats } from "./assignment-store";
import { CONFIRMATIONS, isNoneOf, isUnspent, sumOf } from "./books";
import { isHeld, lookOutside } from "./lost-outputs";
import { totalSats } from "./movement";

/** Sats of the treasury with enough confirmations; what is on its way by an open order still counts. */
async function confirmedTreasurySats(unit: Unit, asset: AssetRow): Promise<bigint> {
  const { height } = await unit.ledger.tip();
  const [row] = await unit.db
    .select({ total: sumOf(trackedOutputs.amountSats) })
    .from(trackedOutputs)
    .where(
      and(
        await isHeld(unit, asset),
        isNull(trackedOutputs.gaid),
        lte(trackedOutputs.fromHeight, height - CONFIRMATIONS + 1),
      ),
    );
  return row?.total ?? 0n;
}

/** Sats that transactions on the chain have burned by an open order, and that the books have until their confirm. */
async function burningSats(unit: Unit, asset: AssetRow): Promise<bigint> {
  const { explained } = await lookOutside(unit, asset);
  return totalSats([...explained.values()].flatMap((order) => (order.kind === "burn" ? [order] : [])));
}

/**
 * What can be assigned or burned: the treasury's confirmed sats without those assigned and not yet distributed, and
 * without those that a burn has taken already. What a distribution has paid stands among the assigned until its confirm.
 */
export async function freeTreasurySats(unit: Unit, asset: AssetRow): Promise<bigint> {
  const confirmed = await confirmedTreasurySats(unit, asset);
  return confirmed - (await openAssignedSats(unit.db, asset.uuid)) - (await burningSats(unit, asset));
}

/** The treasury's outputs that an order can ask the node to spend: neither the books nor the chain has spent them. */
export async function spendableOutputs(unit: Unit, asset: AssetRow, options?: { isToken?: boolean }) {
  const { fates } = await lookOutside(unit, asset);
  return unit.db
    .select()
    .from(trackedOutputs)
    .where(and(isUnspent(asset.uuid, options), isNull(trackedOutputs.gaid), isNoneOf(fates)))
    .orderBy(trackedOutputs.fromHeight, trackedOutputs.txid, trackedOutputs.vout);
}
