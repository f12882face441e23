import type { ListPage } from "@/lib/contracts/list";

/**
 * `checking` → `ready` (a person approves) → `running` ⇄ `paused` → `done`; `cancelling` → `cancelled` at any time
 * before the end. Changes of categories and undos begin in `running`: they were approved with their preview.
 */
export const USER_JOB_STATES = [
  "checking",
  "ready",
  "running",
  "paused",
  "done",
  "cancelling",
  "cancelled",
] as const;
export type UserJobState = (typeof USER_JOB_STATES)[number];

/** What a person may decide about a job. */
export const JOB_DECISIONS = ["apply", "pause", "continue", "cancel", "retry"] as const;
export type JobDecision = (typeof JOB_DECISIONS)[number];

/**
 * `unchecked`: AMP is still to be asked about its GAID. `refused`: the dry run found something. `same`: AMP has it so.
 * `unknown`: an answer was lost, it is looked for; final once the job is done. `skipped`: cancelled before its turn.
 */
export const USER_ROW_STATES = [
  "unchecked",
  "queued",
  "running",
  "done",
  "failed",
  "unknown",
  "refused",
  "same",
  "skipped",
] as const;
export type UserRowState = (typeof USER_ROW_STATES)[number];

/**
 * One call of AMP, or the desk's own mark; `before` is what the dry run saw and what an undo puts back. None changes a default
 * GAID: with open assignments a person has to say which wallet they go to.
 */
export type UserStep =
  | { kind: "create"; name: string; isCompany: boolean; gaid: string | null }
  | { kind: "rename"; name: string; before: string }
  | { kind: "add-gaid"; gaid: string }
  | { kind: "join" | "leave"; categoryId: number }
  /** Out of every category and marked as put aside; the user stays in AMP. */
  | { kind: "archive" }
  | { kind: "delete" };

export type StepResult = "done" | "already";

/** What a job is about, for its title: an import, memberships, or taking one of them back. */
export const USER_JOB_KINDS = ["import", "categories", "undo"] as const satisfies UserJobAbout["kind"][];
export type UserJobAbout =
  | { kind: "import"; fileName: string | null }
  | { kind: "categories"; categoryId: number | null; isMember: boolean | null }
  /** With the name of the file that told what is taken back, where the desk has no such job any more. */
  | { kind: "undo"; created: CreatedEnd; fileName?: string };

/** What an undo does with the users whom the job made. */
export type CreatedEnd = "archive" | "delete";

/** Of a file that tells what is taken back, compressed on its way: an action takes nine megabytes. */
export const MAX_UNDO_BYTES = 8_000_000;

export interface UserJobRow {
  number: number;
  name: string;
  state: UserRowState;
  userId: number | null;
  steps: UserStep[];
  /** One for each finished step. */
  results: StepResult[];
  problem: string | null;
}

export type RowCounts = Record<UserRowState, number>;

export interface UserJob {
  id: string;
  state: UserJobState;
  about: UserJobAbout;
  requestedBy: string;
  problem: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  counts: RowCounts;
}

/** A job on its page. */
export interface UserJobView extends UserJob {
  rows: ListPage<UserJobRow>;
  /** The job that takes this one back, and the one that this one takes back. */
  undoneBy: string | null;
  undoOf: string | null;
  undo: UndoPreview;
  /** What the file had in the refused rows is still known. */
  hasRefusedFile: boolean;
}

/** Days for which what a file had in its refused rows is kept. */
export const REFUSED_KEPT_DAYS = 30;

/** How much of a job an undo would take back. */
export interface UndoPreview {
  users: number;
  created: number;
  /** GAIDs that stay, because AMP cannot take one away. */
  gaidsLeft: number;
}

export const isOver = (state: UserJobState): boolean => state === "done" || state === "cancelled";
/** The worker has something to do, so the page looks again and again. */
export const isMoving = (state: UserJobState): boolean =>
  state === "checking" || state === "running" || state === "cancelling";

const OPEN_ROWS: readonly UserRowState[] = ["unchecked", "queued", "running"];

/** Rows that are behind the job in its present part, of all that it has to walk through. */
export function progressOf({ state, counts }: Pick<UserJob, "state" | "counts">): {
  done: number;
  total: number;
} {
  const total = totalOf(counts);
  if (state === "checking" || state === "ready") return { done: total - counts.unchecked, total };
  const left = counts.refused + counts.same;
  // A lost answer is looked for until the job is over.
  const open = OPEN_ROWS.reduce((sum, name) => sum + counts[name], isOver(state) ? 0 : counts.unknown);
  return { done: total - left - open, total: total - left };
}

export const totalOf = (counts: RowCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

export const noCounts = (): RowCounts =>
  Object.fromEntries(USER_ROW_STATES.map((state) => [state, 0])) as RowCounts;

/** A row's finished steps that AMP had not had before. */
export const doneSteps = ({ steps, results }: Pick<UserJobRow, "steps" | "results">): UserStep[] =>
  steps.filter((_, place) => results[place] === "done");

/**
 * What takes a row back, last step first. A GAID that was added stays: AMP has no way to take one away. A user whom the row
 * made is put aside or deleted.
 */
export function inverseSteps(row: Pick<UserJobRow, "steps" | "results">, created: CreatedEnd): UserStep[] {
  const done = doneSteps(row);
  const isNew = done.some(({ kind }) => kind === "create");
  if (isNew && created === "archive") return [{ kind: "archive" }];
  return done.reverse().flatMap((step) => inverseOf(step, created));
}

function inverseOf(step: UserStep, created: CreatedEnd): UserStep[] {
  if (step.kind === "join") return [{ kind: "leave", categoryId: step.categoryId }];
  if (step.kind === "leave") return [{ kind: "join", categoryId: step.categoryId }];
  if (step.kind === "rename") return [{ kind: "rename", name: step.before, before: step.name }];
  return step.kind === "create" ? [{ kind: created }] : [];
}
