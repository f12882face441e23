import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Distributions: from the pre-flight to AMP's confirmation. */
export const distributionsText = catalogue("distributionsText", {
  title: "Distributions",
  changed: "The assignments changed since you looked. Nothing was started; review the distribution again.",
  notReady: "Not everything is ready for this distribution. Nothing was started.",
  noOperation: "This operation does not exist in this workspace.",
  remedies: {
    unauthorized: "Register the asset as authorised first: AMP does not track it before.",
    locked: "The asset is locked. Unlock it first.",
    lostOutputs:
      "AMP reports lost outputs of this asset. Nothing may be sent before a person has looked and AMP's support has repaired it.",
    openOperation: "Another treasury operation of this asset is open. Finish or cancel it first.",
    nothing:
      "No assignment is ready: each needs to be unlocked and vested, and its user needs a GAID and every required category.",
  },
  intent: {
    title: "What will be sent",
    lead: (count: number) =>
      `${countOf(count, { one: "assignment", other: "assignments" })}, each paid its exact amount.`,
    user: "Registered user",
    gaid: "GAID",
    assignment: "Assignment",
    amount: "Amount",
    total: "Total",
    empty: "Nothing is ready to be distributed",
    emptyText:
      "An assignment is ready when it is unlocked and vested, and its user has a GAID and every required category.",
    toAssignments: "Go to assignments",
    changed:
      "The assignments changed since you looked, so the rest of this list is another one. Load the page again to see what would be sent now, or what is under way.",
  },
  heldBack: {
    title: "What stays behind",
    lead: "These assignments are not part of the distribution.",
    why: "Why",
    reasons: {
      locked: "Held back: unlock it first",
      vesting: "Not vested yet",
      "no-wallet": "The user has no GAID",
      "missing-category": "The user lacks a required category",
    },
  },
  forecast: {
    title: "Forecast",
    lead: (size: number) =>
      `At most ${countOf(size, { one: "recipient", other: "recipients" })} per transaction; the next one is sent when AMP has booked the one before.`,
    transactions: "Transactions",
    recipients: "Recipients",
    time: "Time",
    blocks: (blocks: number, minutes: number) =>
      `${countOf(blocks, { one: "block", other: "blocks" })}, about ${countOf(minutes, { one: "minute", other: "minutes" })}`,
    fee: "Fee",
    assumption:
      "Assumes a block a minute, two blocks for each transaction, and 0.1 sat/vB for transactions of the size measured on a real node. Another fee rate of the wallet, or many small coins in it, change the fee.",
  },
  preflight: {
    title: "Pre-flight",
    ready: "Everything is ready.",
    failed: (count: number) =>
      `${countOf(count, { one: "point needs", other: "points need" })} attention before anything can be sent.`,
    again: "Check again",
  },
  checks: {
    "asset-authorized": "The asset is registered as authorised",
    "asset-unlocked": "The asset is not locked",
    "no-lost-outputs": "AMP reports no lost outputs",
    "no-alert": "The watch has no alert that stops operations",
    "no-open-operation": "No other treasury operation is open",
    "something-to-send": "At least one assignment is ready",
    "node-reachable": "The treasury node answers",
    "node-version": "The node's version is supported",
    "node-network": "The node is on the right network",
    "node-synced": "The node is synchronised",
    "wallet-unlocked": "The wallet is unlocked",
    "fee-funds": "There is L-BTC for the fee",
    "asset-funds": "The wallet holds enough of the asset",
    "amount-possible": "The amount is at least the smallest unit",
    "issuance-confirmed": "The issuance has two confirmations",
    reissuable: "The asset can be reissued",
    "supply-cap": "The supply stays below the largest possible one",
    "token-present": "The treasury wallet holds the reissuance token",
    "none-still-out": "No closed operation can still be confirmed",
    "token-whole": "The reissuance token lies in one output",
    "free-treasury": "The treasury has this much that is not assigned",
    "blinders-known": "The treasury wallet knows blinders that AMP lacks",
    "address-valid": "The address is one of this network and not the treasury's own",
    "lbtc-funds": "Enough L-BTC stays for fees",
  },
  approval: {
    title: "Approve and send",
    again: "Show what would be sent now",
    sends: (count: number) =>
      `${countOf(count, { one: "recipient gets", other: "recipients get" })} together`,
    consequence:
      "The treasury node pays the addresses AMP gives for these GAIDs, transaction by transaction. What is sent cannot be taken back.",
    hash: "Fingerprint of this list",
    approve: "I approve exactly this list",
    start: "Start the distribution",
  },
  history: "Distributions run from this desk",
});
