import type { BatchRowState } from "@/lib/domain/assignment-batch";
import type { TableProblem } from "@/lib/domain/assignment-table";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const rows = (count: number) => countOf(count, { one: "row", other: "rows" });
const assignments = (count: number) => countOf(count, { one: "assignment", other: "assignments" });

/** Many assignments at once, and the change of one. */
export const assignmentBatchesText = catalogue("assignmentBatchesText", {
  madeOtherwise: "AMP made it, but not as it was asked for. Compare it in the list of assignments.",
  goneMeanwhile: "Somebody else has deleted this assignment. Nothing was changed.",
  otherMeanwhile:
    "Somebody else has changed this assignment. Nothing was changed; look at it and begin again.",
  inDistribution: "The assignment is part of a distribution. Nothing was changed.",
  approvedMeanwhile:
    "The assignment belongs to a distribution that was approved. Cancel the distribution first. Nothing was changed.",
  approvedElsewhere:
    "A distribution of the asset is under way, and this assignment has to stay as it is until it ends. Nothing was changed. Wait for its end, or ask the asset's issuer.",
  noBatch: "There is no such batch of assignments.",
  nothingToDecide: "There is nothing left to decide here. Look at the rows again.",
  busy: "The batch is being carried on at this moment. Wait until it pauses.",
  changeBegun:
    "A change of this assignment has begun and is not finished. Open it above the list of assignments. Nothing else was changed.",
  changeBegunElsewhere:
    "Somebody else is changing this assignment, and is not finished. Nothing was changed. Look at the list again in a while.",
  otherContents: "This form was sent before with other contents. Open the batch that it began.",
  notAssignable: (position: number, name: string) =>
    `Row ${position}: ${name} cannot be assigned units of this asset any more. Nothing was assigned; check the grid again.`,
  userNotEligible: (name: string) =>
    `${name} is not in every category that the asset requires, so AMP would refuse the new assignment. Nothing was changed.`,
  unknownUser: (position: number) =>
    `Row ${position}: the registered user does not exist any more. Nothing was assigned; check the grid again.`,
  aboveFree: "Together this is more than the treasury has free for this asset. Nothing was assigned.",
  same: "Nothing differs from the assignment as it is.",
  signedOut:
    "AMP no longer accepts the stored token. Sign in again, then continue here; what is made stays made.",
  ownError:
    "The desk met an error of its own, which its log names. What is made stays made; it tries again every minute.",
  page: {
    title: (kind: "create" | "edit") =>
      kind === "create" ? "Batch of assignments" : "Change of an assignment",
    begun: (person: string) => `Approved by ${person}`,
    progress: "Carried out",
    figure: (done: number, all: number) => `${done} of ${rows(all)}`,
    goesOn: "It goes on when you close this page.",
    moves: { pause: "Pause", continue: "Continue", retry: "Try the refused rows again" },
    drop: "Give up the rest",
    dropTitle: (count: number) => `Give up ${rows(count)} that AMP was not asked for?`,
    dropText: "What is made already stays. You can enter the others again later.",
    again: "Put the refused rows into a new grid",
    back: "To the assignments",
    looking: "Waiting for certainty",
    lookingText:
      "AMP gave no answer for a row. The desk looks into AMP's list and asks again only when it is certain that nothing was made. This can take some minutes; you may close the page and come back.",
    lookingForDeletion:
      "AMP gave no answer to the deletion of the old assignment, so it may be gone or not. The desk keeps looking: once it is gone, the new one is made; while it is there, it is deleted once more, unless something forbids that by now. The change ends as not made only when the deletion can certainly not land any more. This can take some minutes; you may close the page and come back.",
    open: "Not finished yet",
    openText: "The rows that are made stay made. Continue carries on with the others; nothing is made twice.",
    unchanged: "The change was not made. The assignment is as it was.",
    done: "Everything is done",
    doneText: (count: number) => `${assignments(count)} made.`,
    partly: "Done, with refusals",
    partlyText: (made: number, refused: number) =>
      `${assignments(made)} made, ${rows(refused)} refused by AMP. Nothing of a refused row was assigned.`,
    missing: "An assignment is deleted and not made again",
    missingText:
      "The old assignment is gone at AMP, the new one was not made. Try the new one again, or restore the old one: it gets a new number.",
    tryAgain: "Try the new one again",
    restore: "Restore the old one",
    leave: "Leave it deleted",
    leaveTitle: "Leave the assignment deleted?",
    leaveText: "Its units stay free in the treasury. This page will not offer to restore it again.",
    caption: "Rows of the batch",
    columns: {
      position: "Row",
      user: "Registered user",
      amount: "Amount",
      vests: "Vests",
      ready: "Ready",
      state: "State",
      assignment: "No.",
    },
    atOnce: "at once",
    was: (amount: string) => `was ${amount}`,
    restored: "restored as it was",
  },
  states: {
    waiting: "Waiting",
    deleting: "Deleting the old one",
    deleted: "Old one deleted",
    sending: "Looking for the answer",
    created: "Made",
    refused: "Refused",
    dropped: "Given up",
  } satisfies Record<BatchRowState, string>,
  offer: {
    create: (left: number) => `A batch of assignments is not finished: ${rows(left)} left`,
    others: (count: number, left: number) =>
      `${countOf(count, { one: "further batch", other: "further batches" })} of assignments not finished: ${rows(left)} left`,
    further: (place: number, left: number) => `Further batch ${place}: ${rows(left)} left`,
    edit: "A change of an assignment is not finished",
    missing: "An assignment was deleted and not made again",
    text: "It stopped half-way. What is made stays; open it to continue.",
    moving: "The worker carries it on, whether or not a page is open.",
    held: "It has not got on for some time. The worker tries again by itself; open it to see why.",
    missingText: "Open it to try the new one again or to restore the old one.",
    open: "Open",
  },
  tableProblem: (problem: TableProblem): string => {
    switch (problem.kind) {
      case "empty":
        return "There is no row in it.";
      case "cut":
        return "The file's last line is missing: it was cut off. Download it again. Nothing was taken over.";
      case "open-quote":
        return `The quote on line ${problem.line} never ends. Nothing was taken over.`;
      case "too-many":
        return `These are ${rows(problem.rows)}; a batch takes at most ${groupDigits(String(problem.most))}. Nothing was taken over.`;
      case "no-column":
        return `There is no column "${problem.column}". Nothing was taken over.`;
      case "column-twice":
        return `More than one column is "${problem.column}". Leave one of them. Nothing was taken over.`;
      case "ready":
        return `Line ${problem.line}: "${problem.text}" is neither yes nor no. Nothing was taken over.`;
    }
  },
});
