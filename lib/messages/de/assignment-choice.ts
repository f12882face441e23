import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { assignmentChoiceText as english } from "../assignment-choice";
import type { Translation } from "../catalogue";

/** What can be done with the chosen assignments: loaded with the bar above the list. */
export const assignmentChoiceText = {
  count: (count: number) => `${countOf(count, { one: "Zuteilung", other: "Zuteilungen" })} ausgewählt`,
  matching: (count: number) => `Alle ${groupDigits(String(count))} passenden auswählen`,
  matchingCount: (count: number) =>
    countOf(count, { one: "passende Zuteilung ausgewählt", other: "passende Zuteilungen ausgewählt" }),
  label: "Was mit den ausgewählten Zuteilungen geschehen soll",
  clear: "Auswahl aufheben",
  verbs: { lock: "Zurückhalten", unlock: "Entsperren", delete: "Löschen" },
} satisfies Translation<typeof english>;
