import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What a change of the blacklist means for whoever owns the outputs, and for the supply. */
export const blacklistImpactText = catalogue("blacklistImpactText", {
  counting: "Adding up what they have…",
  notCounted:
    "What they have besides could not be added up just now. What the change does to the chosen outputs is said here all the same.",
  listChanged:
    "The list of outputs has changed since these were chosen. Close this, read the list again and choose anew.",
  owners: "Owners",
  more: (count: number) => countOf(count, { one: "more owner", other: "more owners" }),
  /** Of what they have, how much is chosen and how much is left as it is. */
  blacklist: {
    some: (amount: string, total: string, free: string) => `${amount} of ${total}, ${free} stays free`,
    all: (amount: string, total: string) => `${amount} of ${total}, nothing stays free`,
  },
  whitelist: {
    some: (amount: string, total: string, left: string) => `${amount} of ${total}, ${left} stays blacklisted`,
    all: (amount: string, total: string) => `${amount} of ${total}, nothing stays blacklisted`,
  },
  supply: "Blacklisted of the supply",
  part: (amount: string, share: string) => `${amount} (${share}%)`,
  change: (before: string, after: string) => `${before} now, ${after} afterwards`,
  supplyNote: "Of all outputs that AMP lists as unspent; the supply itself stays as it is.",
});
