import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Outputs that AMP counts as the treasury's and the treasury's node cannot spend. */
export const treasuryApprovalsText = catalogue("treasuryApprovalsText", {
  title: "Treasury by approval",
  lead: "What AMP counts as your treasury's, unspent, at addresses of which your treasury node has no key.",
  looking: "Asking AMP and the treasury node…",
  none: "None: what AMP counts as the treasury's lies in your node's wallet.",
  noneLooked: "None among those that the node was asked about.",
  unknown: "Not known now: the treasury node was not there to be asked, and only it knows its own addresses.",
  some: (count: number) =>
    `${countOf(count, { one: "output is", other: "outputs are" })} the treasury's in AMP's books alone`,
  means:
    "AMP adds these units to your treasury's balance, and they look free to assign. Your node cannot spend them: whoever holds the keys can.",
  todo: [
    "If another wallet of yours holds the keys, bring them into the treasury node's wallet. Do not send the units from elsewhere: AMP loses track of what moves past it.",
    "If you do not know whose keys they are, count the units as out of your hands: leave them out of what you assign, and have AMP's support look at its books.",
  ],
  endpoint:
    "It happens when an issuer authorization endpoint approves a transfer to a plain Liquid address. Let it reject those.",
  toRules: "Go to the rules",
  caption: "Treasury outputs that the node cannot spend",
  columns: {
    address: "Address",
    amount: "Amount",
    transaction: "Transaction",
    since: "Since",
    how: "Why AMP counts it",
  },
  addressLabel: "address",
  noAddress: "A script without an address",
  noTime: "AMP does not tell",
  listed: "In AMP's list of treasury addresses",
  approved: "Not in that list: a transfer to it was approved, or it was taken off the list since",
  capped: (looked: number, outside: number) =>
    `The node was asked about the ${looked} largest of ${outside} treasury outputs that its wallet does not list.`,
});
