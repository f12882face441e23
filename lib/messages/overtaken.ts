import { catalogue } from "./catalogue";

/** What is replaced whole was changed while a person wrote their own. */
export const overtakenText = catalogue("overtakenText", {
  memo: "The memo was changed since it was shown here, by somebody else or in another window. Nothing was saved, and what you typed is still in its field. Save again to replace the memo as it is now.",
  notes:
    "The notes were changed since they were shown here, by somebody else or in another window. Nothing was saved, and what you typed is still in its field. Save again to replace the notes as they are now.",
  settings: (changed: string) =>
    `These settings were changed since they were shown here, by somebody else or in another window: ${changed}. Nothing was saved. Have them shown as they are now, and enter your change again.`,
  showPresent: "Show the settings as they are now",
  present: "As it is now",
  empty: "It is empty.",
});
