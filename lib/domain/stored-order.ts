import { worksText } from "@/lib/messages/works";
import type { DistributionIntent } from "./intent";

/** AMP's order as far as it matters: who gets how much, in sats. */
export interface StoredOrder {
  distributionUuid: string;
  assetId: string;
  amounts: Record<string, bigint>;
}

/** What the order wants paid, payment by payment. */
export const paymentsOf = ({ amounts, assetId }: Pick<StoredOrder, "amounts" | "assetId">) =>
  Object.entries(amounts).map(([address, amountSats]) => ({ address, amountSats, assetId }));

export interface OrderedAssignment {
  assignmentId: number;
  receivingAddress: string | null;
  distributionUuid: string | null;
  amountSats: bigint;
  registeredUser: number;
  /** Whose address it is, once AMP has given one; null where AMP does not say. */
  receivingGaid: string | null;
}

/**
 * Compares AMP's order with the approved intent, assignment by assignment.
 * @returns null when they are equal, otherwise what differs, for people
 */
export function findMismatch(
  intent: DistributionIntent,
  order: StoredOrder,
  assignments: OrderedAssignment[],
): string | null {
  if (order.assetId !== intent.assetId) return worksText.otherAsset;
  const left = new Map(Object.entries(order.amounts));
  for (const part of intent.assignments) {
    const assignment = assignments.find((candidate) => candidate.assignmentId === part.assignmentId);
    if (assignment?.distributionUuid !== order.distributionUuid || assignment.receivingAddress === null) {
      return worksText.leavesOut(part.assignmentId, part.userName);
    }
    const ordered = left.get(assignment.receivingAddress);
    if (ordered !== part.amountSats) {
      return worksText.paysOther(ordered ?? 0n, part.amountSats, part.assignmentId, part.userName);
    }
    const { receivingGaid } = assignment;
    if (assignment.registeredUser !== part.registeredUser || (receivingGaid ?? part.gaid) !== part.gaid)
      return worksText.otherHolder(part.assignmentId, part.userName);
    left.delete(assignment.receivingAddress);
  }
  return left.size === 0 ? null : worksText.paysStrangers(left.size);
}
