import type { Assignment } from "@/lib/contracts/amp/assignments";

/**
 * Assignments that were approved together, or the change of one, which AMP only knows as deleting and making anew. Each row is
 * carried out by itself: what AMP was asked is written down before, so that a lost answer is looked for and never asked twice.
 *
 * waiting → sending → created           refused: AMP said no, nothing was made
 * waiting → deleting → deleted → sending → created     (the change of one)
 */

export type BatchKind = "create" | "edit";

export type BatchRowState =
  | "waiting"
  | "deleting"
  | "deleted"
  | "sending"
  | "created"
  | "refused"
  | "dropped";

/** One assignment as it is to be. */
export interface WantedAssignment {
  registeredUser: number;
  /** For people; the number is what counts. */
  userName: string;
  amountSats: bigint;
  isReady: boolean;
  vestsAt: Date | null;
}

/** The assignment that a change deletes: all that is needed to make it again. */
export interface OriginalAssignment extends WantedAssignment {
  assignmentId: number;
}

export interface BatchRow {
  position: number;
  state: BatchRowState;
  wanted: WantedAssignment;
  original: OriginalAssignment | null;
  /** What is made is the original again. */
  isRestoring: boolean;
  /** Numbers of equal assignments that AMP had right before it was asked. */
  equalBefore: number[];
  askedAt: Date | null;
  assignmentId: number | null;
  problem: string | null;
}

export interface Batch {
  id: string;
  assetUuid: string;
  kind: BatchKind;
  personName: string;
  createdAt: Date;
  closedAt: Date | null;
  /** The worker carries it on by itself. */
  isCarried: boolean;
  /** Why it waits, for people. */
  problem: string | null;
  rows: BatchRow[];
}

/** A batch in a list: how far it is, without its rows. */
export interface BatchHead extends Omit<Batch, "rows"> {
  counts: Record<BatchRowState, number>;
  /** Rows in which a person has to decide. */
  stuck: number;
}

/** What can follow by itself. A deleted one with a problem waits for a person. */
export const goesOn = ({ state, problem }: BatchRow): boolean =>
  state === "waiting" ||
  state === "deleting" ||
  state === "sending" ||
  (state === "deleted" && problem === null);

/** Nothing more can come of it. */
export const isSettled = ({ state }: BatchRow): boolean =>
  state === "created" || state === "refused" || state === "dropped";

/** Gone at AMP and not made again: never to be left like this in silence. */
export const isMissing = ({ state, problem }: BatchRow): boolean => state === "deleted" && problem !== null;

export function countStates(rows: readonly Pick<BatchRow, "state">[]): Record<BatchRowState, number> {
  const counts = { waiting: 0, deleting: 0, deleted: 0, sending: 0, created: 0, refused: 0, dropped: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

const SECOND_MS = 1_000;
const seconds = (at: Date | null) => (at === null ? null : Math.floor(at.getTime() / SECOND_MS));

type Likeness = Pick<WantedAssignment, "registeredUser" | "amountSats" | "vestsAt">;
const likeness = ({ registeredUser, amountSats, vestsAt }: Likeness): string =>
  `${registeredUser}/${amountSats}/${seconds(vestsAt)}`;

/** Tells of many assignments which ones equal what one of the rows wants, or will when it is restored. */
export function likeAny(
  rows: readonly Pick<BatchRow, "wanted" | "original">[],
): (found: Assignment) => boolean {
  const wanted = new Set(rows.flatMap(({ wanted, original }) => [wanted, original ?? wanted].map(likeness)));
  return ({ registeredUser, amount, vestingTimestamp }) =>
    wanted.has(likeness({ registeredUser, amountSats: amount, vestsAt: vestingTimestamp }));
}

/** Whether AMP's assignment is what was wanted. `ready` may have been turned since, and says nothing about who made it. */
export const isEqual = (found: Assignment, wanted: WantedAssignment): boolean =>
  found.registeredUser === wanted.registeredUser &&
  found.amount === wanted.amountSats &&
  seconds(found.vestingTimestamp) === seconds(wanted.vestsAt);

/**
 * What became of a request without an answer: the one assignment at AMP that equals it, was not there before, and belongs to
 * no other row.
 * @param claimed numbers that other rows already hold
 */
export function findMade(
  row: Pick<BatchRow, "wanted" | "equalBefore">,
  assignments: readonly Assignment[],
  claimed: ReadonlySet<number>,
): Assignment | undefined {
  return assignments.find(
    (found) => isEqual(found, row.wanted) && !row.equalBefore.includes(found.id) && !claimed.has(found.id),
  );
}

export const toWanted = (assignment: Assignment, userName: string): OriginalAssignment => ({
  assignmentId: assignment.id,
  registeredUser: assignment.registeredUser,
  userName,
  amountSats: assignment.amount,
  isReady: assignment.readyForDistribution,
  vestsAt: assignment.vestingTimestamp,
});

/** What a person may decide about rows: see `server/assigning/decide.ts`. */
const ROW_DECISIONS = ["retry", "restore", "leave", "drop"] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];
/** And about the batch as a whole. */
export const BATCH_DECISIONS = [...ROW_DECISIONS, "pause", "continue"] as const;
export type BatchDecision = (typeof BATCH_DECISIONS)[number];

/** Asked for, and AMP's answer did not come. */
const lacksAnswer = ({ state }: BatchRow): boolean => state === "sending" || state === "deleting";

/** How it goes on: at once, after a pause because an answer is looked for, or not by itself. */
export function nextOf(rows: readonly BatchRow[]): "now" | "later" | null {
  const open = rows.filter(goesOn);
  if (open.length === 0) return null;
  return open.every(lacksAnswer) ? "later" : "now";
}
