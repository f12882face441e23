import { catalogue } from "./catalogue";

/** What is said below a list of owners when it is not as usual. */
export const ownershipNotesText = catalogue("ownershipNotesText", {
  unattributed: (amount: string) =>
    `${amount} of the supply belong to nobody here at the moment: they are on their way in a transaction that is not in a block yet, or AMP has lost track of them.`,
  tooMuch:
    "AMP attributes more to owners than was issued. Start nothing before a person has looked: compare the activity with the node's wallet, then ask AMP's support.",
  blacklisted: {
    unknown:
      "What is blacklisted of each owner is not known now: AMP's list of unspent outputs could not be read. The owners and their amounts do not depend on it.",
    older: (time: string) =>
      `What is blacklisted of each owner is as of ${time}, from an older answer of AMP than the amounts.`,
  },
  empty: {
    title: "Nobody owns this asset yet",
    text: "The whole issuance appears in the treasury as soon as its transaction is in a block. Distributions then bring it to registered users.",
    filtered: "No owner matches the search and filter.",
    earlier: "Nobody owned this asset yet",
  },
});
