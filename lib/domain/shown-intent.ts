import type { Portion } from "@/lib/contracts/portion";
import type { DistributionIntent, IntentAssignment, IntentOf } from "./intent";

/** A distribution may pay thousands: of its intent a page has the head, the sums and the first rows. */
export interface ShownIntent extends Omit<DistributionIntent, "assignments"> {
  /** By their numbers, as the batches take them. */
  assignments: Portion<IntentAssignment>;
}

/** How many one transaction pays, and how much. */
export interface BatchSum {
  recipients: number;
  totalSats: bigint;
}

/** What a distribution's page goes by: its transactions beside the rows. */
export interface RunIntent extends ShownIntent {
  batches: BatchSum[];
}

/** Each kind's intent without a list of thousands. */
export interface IntentHeadOf extends Omit<IntentOf, "distribution"> {
  distribution: Omit<DistributionIntent, "assignments">;
}

/** What pages show of each kind's intent. */
export interface ShownIntentOf extends Omit<IntentOf, "distribution"> {
  distribution: RunIntent;
}

/** What a page shows at first, and what a person who asks for more gets at once. */
export const [FIRST_ROWS, MORE_ROWS] = [25, 250];

/** Some of those behind a number. @param sorted by their numbers */
export function portionBehind<T>(
  sorted: readonly T[],
  numberOf: (row: T) => number,
  after: number,
  limit: number,
): Portion<T> {
  const left = sorted.filter((row) => numberOf(row) > after);
  const rows = left.slice(0, limit);
  const last = rows.at(-1);
  return { rows, total: sorted.length, next: last && left.length > limit ? numberOf(last) : null };
}

const numberOf = ({ assignmentId }: IntentAssignment): number => assignmentId;

/** @param after 0: from the beginning */
export const assignmentsBehind = ({ assignments }: DistributionIntent, after: number, limit: number) =>
  portionBehind(
    [...assignments].sort((a, b) => numberOf(a) - numberOf(b)),
    numberOf,
    after,
    limit,
  );

/** An intent as a page begins to show it. */
export const shownIntent = (intent: DistributionIntent): ShownIntent => ({
  ...intent,
  assignments: assignmentsBehind(intent, 0, FIRST_ROWS),
});
