import type { Assignment } from "@/lib/contracts/amp/assignments";

type AssignmentState = "locked" | "ready" | "vesting" | "pending" | "distributed";

/** An assignment with its user's name and the one word that says how it stands. */
export interface AssignmentRow extends Assignment {
  userName: string;
  state: AssignmentState;
}

export function assignmentState(row: Assignment): AssignmentState {
  if (row.isDistributed) return "distributed";
  if (row.distributionUuid !== null) return "pending";
  if (!row.readyForDistribution) return "locked";
  return row.hasVested ? "ready" : "vesting";
}
