import { UNKNOWN_SATS } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { type AssignmentRow, assignmentsOfDistributions } from "./assignment-store";
import { openDistributionUuids } from "./distribution-store";
import {
  burnProblem,
  distributionProblem,
  type Movement,
  readMovement,
  reissuanceProblem,
  totalSats,
} from "./movement";
import { openWorkOrders } from "./work-order-store";

/** An order that waits for its confirm, oldest first among its kind. */
export type OpenOrder =
  | { kind: "burn" | "reissuance"; id: number; amountSats: bigint }
  | { kind: "distribution"; uuid: string; ordered: AssignmentRow[] };

/**
 * Which of the transactions are what an open order asked for, so that their confirm is only a matter of time. One
 * transaction explains one order and the other way round: the first on the chain takes the oldest order that it fits.
 * @param txids transactions that are not in the books, in the order in which they came
 */
export async function explainedTransactions(
  unit: Unit,
  asset: AssetRow,
  txids: string[],
): Promise<Map<string, OpenOrder>> {
  const explained = new Map<string, OpenOrder>();
  if (txids.length === 0) return explained;
  const open = await openOrders(unit, asset);
  for (const txid of txids) {
    if (open.length === 0) break;
    const tx = await unit.ledger.transaction(txid);
    if (!tx) continue;
    const movement = await readMovement(unit, asset, tx);
    const index = open.findIndex((order) => fits(unit, order, movement));
    const [order] = index < 0 ? [] : open.splice(index, 1);
    if (order) explained.set(txid, order);
  }
  return explained;
}

async function openOrders({ db }: Unit, asset: AssetRow): Promise<OpenOrder[]> {
  const uuids = await openDistributionUuids(db, asset.uuid);
  const assignments = await assignmentsOfDistributions(db, uuids);
  const distributions = uuids.map((uuid) => ({
    kind: "distribution" as const,
    uuid,
    ordered: assignments.filter((assignment) => assignment.distributionUuid === uuid),
  }));
  return [...(await openWorkOrders(db, asset.uuid)), ...distributions];
}

function fits(unit: Unit, order: OpenOrder, movement: Movement): boolean {
  switch (order.kind) {
    case "burn":
      return burnProblem(movement) === null && totalSats(movement.burnt) === order.amountSats;
    case "reissuance":
      return (
        reissuanceProblem(movement) === null &&
        // the amount of a confidential one is hidden on a real chain until the confirm tells it
        [order.amountSats, UNKNOWN_SATS].includes(movement.reissuances[0]?.amountSats ?? 0n)
      );
    case "distribution":
      return distributionProblem(unit, movement, order.ordered) === null;
  }
}
