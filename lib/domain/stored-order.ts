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

/** What the assignments of an order tell of it; those without an address tell nothing of who is paid. */
export const amountsAmong = (
  members: readonly { receivingAddress: string | null; amount: bigint }[],
): Record<string, bigint> =>
  Object.fromEntries(
    members.flatMap(({ receivingAddress, amount }) =>
      receivingAddress === null ? [] : [[receivingAddress, amount] as const],
    ),
  );

/**
 * Compares AMP's order with the approved intent, assignment by assignment.
 * @param isAnswer the order is AMP's own answer to the desk, and not put together from these assignments
 * @returns null when they are equal, otherwise what differs, for people
 */
export function findMismatch(
  intent: DistributionIntent,
  order: StoredOrder,
  assignments: OrderedAssignment[],
  isAnswer: boolean,
): string | null {
  if (order.assetId !== intent.assetId) return worksText.otherAsset;
  const members = assignments.filter(({ distributionUuid }) => distributionUuid === order.distributionUuid);
  const isWithoutAddresses = members.every(({ receivingAddress }) => receivingAddress === null);
  if (isWithoutAddresses && members.length > 0)
    return isAnswer ? mismatchOfMembers(intent, order, members) : worksText.noAddresses;
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

/** An AMP that fills no addresses before the distribution is confirmed tells who is paid by the assignments it took. */
function mismatchOfMembers(
  { assignments }: DistributionIntent,
  order: StoredOrder,
  members: OrderedAssignment[],
): string | null {
  const taken = new Map(members.map((member) => [member.assignmentId, member]));
  for (const { assignmentId, userName, amountSats, registeredUser, gaid } of assignments) {
    const member = taken.get(assignmentId);
    if (!member) return worksText.leavesOut(assignmentId, userName);
    if (member.amountSats !== amountSats)
      return worksText.paysOther(member.amountSats, amountSats, assignmentId, userName);
    if (member.registeredUser !== registeredUser || (member.receivingGaid ?? gaid) !== gaid)
      return worksText.otherHolder(assignmentId, userName);
    taken.delete(assignmentId);
  }
  if (taken.size > 0) return worksText.paysStrangers(taken.size);
  const [ordered, approved] = [
    Object.values(order.amounts),
    assignments.map(({ amountSats }) => amountSats),
  ].map((amounts) => amounts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(" "));
  return ordered === approved ? null : worksText.otherAmounts;
}
