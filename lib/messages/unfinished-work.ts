import type { JobAbout } from "@/lib/domain/assignment-jobs";
import { catalogue } from "./catalogue";

/** Bulk changes and batches of assignments that are not at their end. */
export const unfinishedWorkText = catalogue("unfinishedWorkText", {
  title: "Imports, bulk changes and batches of assignments",
  description: "What is not at its end, whoever began it. Each goes on where it stopped.",
  none: "Nothing of the kind is under way.",
  jobs: "All bulk changes",
  kinds: {
    import: "Import of registered users",
    categories: "Bulk change of categories",
    undo: "Undo of a bulk change",
    assignments: "Change of many assignments",
  } satisfies Record<JobAbout["kind"], string>,
  job: {
    ready: (what: string) => `${what} waits to be applied`,
    readyText: "Its rows are checked, and nothing was sent yet. Open it to apply or to discard it.",
    paused: (what: string) => `${what} is paused`,
    pausedText: "Rows that are done stay done. Open it to continue, or to cancel the rest.",
    failed: (what: string) => `${what}: rows failed or are not known`,
    failedText: "The others are done. Open it to see the reasons and to try these rows again.",
    moving: (what: string) => `${what} is under way`,
    movingText: "It goes on by itself.",
    nothing: (what: string) => `${what}: nothing can be applied`,
    nothingText: "AMP has every row so already, or the row is not possible. Open it to discard it.",
  },
});
