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

/** Inside a distribution an assignment can be neither held back nor changed nor deleted. */
export const isChangeable = ({ state }: Pick<AssignmentRow, "state">): boolean =>
  state !== "pending" && state !== "distributed";

/** What keeps a distribution from taking an assignment whose time has come: no wallet, or a category that the user lacks. */
export const ASSIGNMENT_BLOCKERS = ["gaid", "category"] as const;
export type AssignmentBlocker = (typeof ASSIGNMENT_BLOCKERS)[number];

/** Of one that waits: what a distribution has taken is kept from nothing any more. */
export const blockersOf = (
  row: Pick<AssignmentRow, "state" | "gaid">,
  lacksCategory: boolean,
): AssignmentBlocker[] =>
  ASSIGNMENT_BLOCKERS.filter(
    (blocker) => isChangeable(row) && (blocker === "gaid" ? row.gaid === null : lacksCategory),
  );

/** As a list shows it. */
export interface ListedAssignment extends AssignmentRow {
  blockers: AssignmentBlocker[];
}

export const SELECTION_CHANGES = ["lock", "unlock", "delete"] as const;
/** What can be done to several assignments in one go. */
export type SelectionChange = (typeof SELECTION_CHANGES)[number];

/** What can be done to all that a list's filters match, seen or not: both ways can be taken back. */
export const MASS_CHANGES = ["lock", "unlock"] as const satisfies SelectionChange[];
export type MassChange = (typeof MASS_CHANGES)[number];

/** How those stand that a mass change has something to do for, as `fitsChange` tells. */
export const STATES_TO_CHANGE = {
  lock: ["ready", "vesting"],
  unlock: ["locked"],
} as const satisfies Record<MassChange, readonly AssignmentState[]>;

/** More than are counted and confirmed in one go. */
export const MOST_AT_ONCE = 20_000;

/** What a change is asked for: how many, what they are worth together, and how many of those chosen it passes over. */
export interface CountedAssignments {
  count: number;
  totalSats: bigint;
  leftOut: number;
}

/** Of all that match. */
export interface MatchingAssignments extends CountedAssignments {
  /** Of their numbers: what is confirmed is what is then changed. */
  digest: string;
}

/** Whether a change has anything to do for an assignment: what is held back cannot be held back again. */
export function fitsChange(
  row: Pick<AssignmentRow, "state" | "readyForDistribution">,
  change: SelectionChange,
) {
  if (!isChangeable(row)) return false;
  return change === "delete" || row.readyForDistribution === (change === "lock");
}
