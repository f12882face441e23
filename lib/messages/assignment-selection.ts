import type { SelectionChange } from "@/lib/domain/assignment";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What becomes of many assignments at once: loaded with its dialog. */
export const assignmentSelectionText = catalogue("assignmentSelectionText", {
  title: (change: SelectionChange, count: number) => {
    const what = countOf(count, { one: "assignment", other: "assignments" });
    return { lock: `Hold back ${what}?`, unlock: `Unlock ${what}?`, delete: `Delete ${what}?` }[change];
  },
  consequences: {
    lock: "They stay reserved, but no distribution takes them until they are unlocked.",
    unlock:
      "The next distribution takes those that have vested and whose user has a GAID and every required category.",
    delete: "Their units become free in the treasury again. Nothing moves on the chain.",
  },
  total: "Together",
  passedOver: (count: number) =>
    `${countOf(count, { one: "selected assignment is", other: "selected assignments are" })} left out: nothing to change, or part of a distribution.`,
  oneByOne: "AMP is asked for each one by itself. What one is refused does not keep the others.",
  goesOn: "It goes on when you close this page, and is found again above the list of assignments.",
  begun: "The change has begun",
  changed:
    "Other assignments match now than those that were counted. Look at the new figures; nothing was sent.",
  chosenChanged:
    "One of the chosen assignments was changed, deleted or taken by a distribution meanwhile. Close this, look at the list again and choose anew; nothing was sent.",
  alreadyOne:
    "A change of many assignments of this asset has begun and is not over; it stands above the list. Let it end, or cancel its rest, before you begin another one. Nothing was sent.",
  oneElsewhere:
    "Somebody with another account is changing many assignments of this asset at this moment. Nothing was sent. Look at the list again in a while, then begin yours.",
  job: {
    title: (change: SelectionChange, count: number) => {
      const what = countOf(count, { one: "assignment", other: "assignments" });
      return { lock: `Hold back ${what}`, unlock: `Unlock ${what}`, delete: `Delete ${what}` }[change];
    },
    one: "Change of many assignments",
    gone: "There is no such change of many assignments here.",
    open: "Open",
    /** Of those that did not go well. */
    others: "Not done",
    page: "To its page",
    back: "To the assignments",
    offer: (left: number) =>
      `A change of many assignments is not over: ${countOf(left, { one: "row", other: "rows" })} left`,
    moving: "The worker carries it on, whether or not a page is open.",
    waiting: "It waits for a person: open it to continue, or to cancel the rest.",
    search: "Registered user",
    columns: {
      number: "Row",
      assignment: "No.",
      user: "Registered user",
      amount: "Amount",
      state: "State",
    },
  },
  counting: "Counting",
  nothing: "None of them has anything to change.",
  tooMany: (most: number) =>
    `More than ${groupDigits(String(most))} assignments match. Narrow the search or the filters, and do it in parts.`,
  noChange: "There is no such change of many assignments.",
  type: "DELETE",
  close: "Close",
});
