import type { DistributionIntent, IntentAsset } from "./intent";
import type { OperationFacts } from "./operation";
import type { ShownIntent } from "./shown-intent";

/** An order that AMP keeps open and no open operation of this desk carries out. */
export interface ForeignOrder {
  distributionUuid: string;
  intent: DistributionIntent;
  /** SHA-256 of the intent; a person approves exactly this. */
  intentHash: string;
  /** The last operation of this desk that had it, and was closed before AMP booked it. */
  leftBy: string | null;
}

/** The same as a page shows it. */
export interface ShownOrder extends Omit<ForeignOrder, "intent"> {
  intent: ShownIntent;
}

interface OpenRow {
  id: number;
  registeredUser: number;
  userName: string;
  amount: bigint;
  gaid: string | null;
  receivingAddress: string | null;
  distributionUuid: string | null;
}

/** AMP's assignments by the order that holds them. @param orders of rows before these, which is added to */
export function ordersAmong<R extends Pick<OpenRow, "distributionUuid">>(
  rows: readonly R[],
  orders = new Map<string, R[]>(),
): Map<string, R[]> {
  for (const row of rows) {
    if (row.distributionUuid === null) continue;
    const members = orders.get(row.distributionUuid);
    // An order can hold a hundred thousand: copied for each, they would be billions.
    if (members) members.push(row);
    else orders.set(row.distributionUuid, [row]);
  }
  return orders;
}

/** The order as an intent of one transaction: exactly what AMP holds, whoever asked for it. */
export const intentOfOrder = (
  distributionUuid: string,
  rows: readonly OpenRow[],
  asset: Omit<IntentAsset, "totalSats">,
): DistributionIntent => ({
  ...asset,
  adopts: distributionUuid,
  totalSats: rows.reduce((sum, { amount }) => sum + amount, 0n),
  assignments: rows.map(({ id, registeredUser, userName, gaid, amount }) => ({
    assignmentId: id,
    registeredUser,
    userName,
    gaid: gaid ?? "",
    amountSats: amount,
  })),
});

/** Whether an open operation carries the order out, or is about to find it: its answer may have been lost on its way. */
export function isOwnOrder(
  distributionUuid: string,
  rows: readonly Pick<OpenRow, "id">[],
  operation: { facts: OperationFacts; assignmentIds: readonly number[] },
): boolean {
  const { order, askedAt } = operation.facts;
  if (order?.distributionUuid === distributionUuid) return true;
  return askedAt !== undefined && rows.some(({ id }) => operation.assignmentIds.includes(id));
}
