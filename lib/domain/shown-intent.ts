import { FIRST_ROWS, type Portion, portionBehind } from "@/lib/contracts/portion";
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
