import { catalogue } from "./catalogue";

/** The desk as one of the issuer's managers sees it. */
export const previewText = catalogue("previewText", {
  open: "View as this manager",
  title: (username: string) => `View the desk as ${username}?`,
  lead: "You see what this manager sees: the same pages, the granted assets, nothing else. Nothing can be changed meanwhile, and one click ends it.",
  limits:
    "What the manager keeps at this desk (own audit log, settings, notes on users, users put aside, imports and batches) stays with the manager, and yours with you.",
  locked: (username: string) =>
    `${username} is locked: AMP lets them in nowhere. You see what they would see once unlocked.`,
  start: "View as this manager",
  banner: (username: string) => `You see the desk as ${username} sees it. Nothing can be changed.`,
  end: "End the preview",
  label: "Preview",
  noChange: "You are looking at the desk as a manager. Nothing was changed: end the preview first.",
  notShown: "This belongs to the manager at this desk and is not part of the preview.",
});
