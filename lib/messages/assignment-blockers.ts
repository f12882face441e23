import { catalogue } from "./catalogue";

/** What of the user's is in the way of an assignment. */
export const assignmentBlockersText = catalogue("assignmentBlockersText", {
  gaid: "no GAID yet",
  category: "misses a category",
});
