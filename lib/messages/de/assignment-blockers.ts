import type { assignmentBlockersText as english } from "../assignment-blockers";
import type { Translation } from "../catalogue";

/** What of the user's is in the way of an assignment, in German. */
export const assignmentBlockersText = {
  gaid: "noch keine GAID",
  category: "eine Kategorie fehlt",
} satisfies Translation<typeof english>;
