import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What can be done with the chosen assignments: loaded with the bar above the list. */
export const assignmentChoiceText = catalogue("assignmentChoiceText", {
  count: (count: number) => `${countOf(count, { one: "assignment", other: "assignments" })} selected`,
  matching: (count: number) => `Choose all ${groupDigits(String(count))} that match`,
  matchingCount: (count: number) =>
    countOf(count, { one: "matching assignment selected", other: "matching assignments selected" }),
  label: "What to do with the selected assignments",
  clear: "Clear the selection",
  verbs: { lock: "Hold back", unlock: "Unlock", delete: "Delete" },
});
