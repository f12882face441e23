import { catalogue } from "./catalogue";

/** A text that is replaced whole was changed while a person wrote their own. */
export const overtakenText = catalogue("overtakenText", {
  memo: "The memo was changed since it was shown here, by somebody else or in another window. Nothing was saved, and what you typed is still in its field. Save again to replace the memo as it is now.",
  notes:
    "The notes were changed since they were shown here, by somebody else or in another window. Nothing was saved, and what you typed is still in its field. Save again to replace the notes as they are now.",
  present: "As it is now",
  empty: "It is empty.",
});
