import { catalogue } from "./catalogue";

/** What is said below a list of owners when it is not as usual. */
export const ownershipNotesText = catalogue("ownershipNotesText", {
  unattributed: (amount: string) =>
    `${amount} of the supply belong to nobody here at the moment: they are on their way in a transaction that is not in a block yet, or AMP has lost track of them.`,
  tooMuch:
    "AMP attributes more to owners than was issued. Start nothing before a person has looked: compare the activity with the node's wallet, then ask AMP's support.",
  empty: {
    title: "Nobody owns this asset yet",
    text: "The whole issuance appears in the treasury as soon as its transaction is in a block. Distributions then bring it to registered users.",
    filtered: "No owner matches the search and filter.",
    earlier: "Nobody owned this asset yet",
  },
});
