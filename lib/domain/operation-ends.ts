import type { OperationFacts, OperationState } from "./operation";

/** What of an operation's way stands in the audit log: each transaction, and each end. */
export const OPERATION_ENDS = [
  "sent",
  "booked",
  "done",
  "stopped",
  "unknown",
  "cancelled",
  "failed",
] as const;
export type OperationEnd = (typeof OPERATION_ENDS)[number];

interface Standing {
  state: OperationState;
  facts: OperationFacts;
}

/** What was reached by a move; null where it leads to none of these. The end counts more than the last booking. */
export function endReached(before: Standing, after: Standing): OperationEnd | null {
  const reached = OPERATION_ENDS.find((end) => end === after.state);
  if (reached && after.state !== before.state) return reached;
  const isBooked = bookedOf(after) > bookedOf(before);
  return isBooked ? "booked" : null;
}

const bookedOf = ({ facts }: Standing) => facts.sentBatches?.length ?? 0;
