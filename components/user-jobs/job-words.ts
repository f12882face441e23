import type { Tone } from "@/components/ui/badge";
import type { CategoryName } from "@/lib/domain/eligibility";
import type { UserJobAbout, UserJobState, UserRowState, UserStep } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";

export type CategoryNames = Record<number, string>;

const { about: text, stepWords: words } = userJobsText;

export const namesById = (categories: readonly CategoryName[]): CategoryNames =>
  Object.fromEntries(categories.map(({ id, name }) => [id, name]));

const nameOf = (id: number, names: CategoryNames) => names[id] ?? words.category(id);

export function jobTitle(about: UserJobAbout, names: CategoryNames): string {
  if (about.kind === "import") return text.import(about.fileName);
  if (about.kind === "undo") return about.fileName ? text.undoFrom(about.fileName) : text.undo;
  if (about.categoryId === null || about.isMember === null) return text.memberships;
  return (about.isMember ? text.join : text.leave)(nameOf(about.categoryId, names));
}

export interface StepWords {
  text: string;
  /** Shown shortened, to be copied. */
  gaid?: string;
}

export function stepWords(step: UserStep, names: CategoryNames): StepWords {
  switch (step.kind) {
    case "create": {
      const made = step.isCompany ? words.createCompany : words.createPerson;
      return step.gaid === null ? { text: `${made}, ${words.noGaid}` } : { text: made, gaid: step.gaid };
    }
    case "rename":
      return { text: words.rename(step.before) };
    case "join":
      return { text: words.join(nameOf(step.categoryId, names)) };
    case "leave":
      return { text: words.leave(nameOf(step.categoryId, names)) };
    case "add-gaid":
      return { text: words.addGaid, gaid: step.gaid };
    case "archive":
      return { text: words.archive };
    case "delete":
      return { text: words.delete };
  }
}

/** While the worker works on a job, its page looks this often. */
export const LOOK_MS = 1_000;

export const JOB_TONES: Record<UserJobState, Tone> = {
  checking: "info",
  ready: "waiting",
  running: "info",
  paused: "waiting",
  done: "ok",
  cancelling: "info",
  cancelled: "neutral",
};

export const ROW_TONES: Record<UserRowState, Tone> = {
  unchecked: "neutral",
  queued: "neutral",
  running: "info",
  done: "ok",
  failed: "danger",
  unknown: "waiting",
  refused: "blocked",
  same: "neutral",
  skipped: "neutral",
};
