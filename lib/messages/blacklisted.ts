import { catalogue } from "./catalogue";

/** What of a balance is blacklisted; the time of the copy follows. */
export const blacklistedText = catalogue("blacklistedText", {
  part: (amount: string) => `of which ${amount} blacklisted, as of`,
  none: "nothing of it blacklisted, as of",
  notKnown: "of which blacklisted: not known",
});
