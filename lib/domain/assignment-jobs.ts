import type { ListPage } from "@/lib/contracts/list";
import type { SelectionChange } from "./assignment";
import type { JobDecision, UserJob, UserJobAbout, UserJobRow, UserStep } from "./user-jobs";

/** Many assignments that are held back, unlocked or deleted in one go: a job of the worker, carried out as those of users are. */
export interface AssignmentJobAbout {
  kind: "assignments";
  assetUuid: string;
  change: SelectionChange;
  /** Of those that were chosen on a page: few, so that lists show each one as soon as it is done. */
  areChosen?: boolean;
}

/** One call of AMP. An assignment keeps its amount for life. */
export interface AssignmentStep {
  kind: SelectionChange;
  assignmentId: number;
  amountSats: bigint;
}

/** Whatever the worker carries out row by row. */
export type JobAbout = UserJobAbout | AssignmentJobAbout;
export type JobStep = UserStep | AssignmentStep;

export const isAssignmentStep = (step: JobStep): step is AssignmentStep => "assignmentId" in step;
export const isUserStep = (step: JobStep): step is UserStep => !isAssignmentStep(step);

export interface AssignmentJobRow
  extends Pick<UserJobRow, "number" | "name" | "userId" | "state" | "problem">,
    Pick<AssignmentStep, "assignmentId" | "amountSats"> {}

export interface AssignmentJob extends Omit<UserJob, "about"> {
  about: AssignmentJobAbout;
}

/** One of them on its page. */
export interface AssignmentJobView extends AssignmentJob {
  rows: ListPage<AssignmentJobRow>;
}

/** What a person may decide about one: it is approved with its preview, so there is nothing to apply. */
export const ASSIGNMENT_JOB_DECISIONS = [
  "pause",
  "continue",
  "cancel",
  "retry",
] as const satisfies JobDecision[];
export type AssignmentJobDecision = (typeof ASSIGNMENT_JOB_DECISIONS)[number];
