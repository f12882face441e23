import type { OperationState } from "@/lib/domain/operation";
import { countOf } from "./plural";

/** Distributions: from the pre-flight to AMP's confirmation. */
export const distributionsText = {
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
  open: {
    title: "A treasury operation of this asset is under way",
    text: "One treasury operation of an asset runs at a time. It goes on by itself, also when you leave.",
    follow: "Follow it",
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
  batches: {
    title: "Transactions",
    sent: (batches: number, recipients: number, amount: string) =>
      batches === 0
        ? "AMP has booked nothing yet."
        : `AMP has booked ${countOf(batches, { one: "transaction", other: "transactions" })}: ${countOf(recipients, { one: "recipient", other: "recipients" })}, ${amount}.`,
    left: (recipients: number, amount: string) =>
      `Not booked: ${countOf(recipients, { one: "recipient", other: "recipients" })}, ${amount}.`,
    batch: "Batch",
    number: (number: number) => `Batch ${number}`,
    state: "State",
    txid: "Transaction",
    recipients: "Recipients",
    amount: "Amount",
    none: "none",
    confirmations: (done: number, needed: number) => `${done} of ${needed} confirmations`,
    height: (height: string) => `block ${height}`,
    states: {
      confirmed: "Booked by AMP",
      current: "On its way",
      waiting: "Waiting for its turn",
      "not-sent": "Not sent",
      unclear: "Unclear: look for it",
    },
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
    "no-alert": "The watch has no open alert",
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
    sends: (count: number) =>
      `${countOf(count, { one: "recipient gets", other: "recipients get" })} together`,
    consequence:
      "The treasury node pays the addresses AMP gives for these GAIDs, transaction by transaction. What is sent cannot be taken back.",
    hash: "Fingerprint of this list",
    approve: "I approve exactly this list",
    start: "Start the distribution",
  },
  stages: {
    approve: { title: "Approved", text: "The list and its fingerprint are written down." },
    order: {
      title: "Ordered at AMP",
      text: "Everything else that is ready is held back; AMP gives an address for each recipient; every amount is compared with the approved list. What was held back is let go at the end; a lock that somebody sets on it directly at AMP cannot be told apart and is let go with it.",
    },
    send: {
      title: "Sent by the treasury node",
      text: "One transaction per batch, tagged with this operation's id.",
    },
    confirmations: { title: "Confirmed on Liquid", text: "Two confirmations, about two minutes on Liquid." },
    confirm: { title: "Confirmed to AMP", text: "AMP books the new owners." },
  },
  run: {
    approvedList: "What was approved",
    confirmations: (done: number, needed: number) => `${done} of ${needed} confirmations`,
    done: "AMP has booked the distribution. The recipients own their units.",
    seeOwners: "See who owns the asset",
  },
  decisions: {
    retry: "Try again",
    look: "Look for it now",
    cancel: "Cancel the distribution",
    cancelTitle: "Cancel this distribution?",
    cancelConsequence:
      "Nothing of the current batch was sent. AMP frees the assignments that were not distributed, and they can be distributed later. Batches that were sent stay sent. If an answer of AMP is missing, the end takes a few minutes: the desk waits for what may come late.",
    cancelled: "The distribution is being cancelled; nothing more will be sent.",
    pause: "Pause",
    pausing: "It pauses when the batch on its way is booked.",
    continue: "Continue",
    close: "Close without sending",
    closeTitle: "Close this operation?",
    closeConsequences: {
      unknown:
        "The desk stops looking for the payment and never sends it. If the wallet has paid after all, that transaction must be confirmed to AMP by hand, or balances stay wrong. AMP's order stays as it is.",
      "by-hand":
        "The desk stops following the order, which stays at AMP as it is: it can be taken over again. If somebody paid it elsewhere, that transaction must be confirmed to AMP by hand.",
      stopped:
        "The desk sends nothing and AMP's order, if there is one, stays as it is: its assignments are not free again. If somebody paid it, that transaction must be confirmed to AMP by hand. If nobody paid it, cancel instead.",
      confirming:
        "The transaction is in the chain, and the desk stops telling AMP about it. Confirm it to AMP by hand, or the recipients do not own their units in AMP's eyes and balances stay wrong. Batches that were not sent are not sent.",
      cancelling:
        "The desk stops asking AMP to cancel the order. Nothing more is sent, but the order may stay at AMP and keep its assignments: cancel it there by hand.",
    } as Partial<Record<OperationState, string>>,
    unsent: "It was not sent",
    unsentTitle: "Was this payment not sent?",
    unsentConsequence:
      "Say so only after looking at the wallet's transactions. The desk looks once more; if it finds the payment, it goes on from there. Otherwise it cancels AMP's order and the assignments are free again. If the payment takes effect after that, AMP loses track of the coins.",
    unsentDone: "The desk looks once more, then cancels the distribution.",
    closed: "The operation is closed. The asset is free for other operations.",
  },
  journal: {
    title: "Journal",
    lead: "Each step is written down before and after it is done.",
    step: "Step",
    phase: "Entry",
    detail: "Detail",
    at: "When",
    phases: { intent: "About to", outcome: "Outcome" },
    steps: {
      hold: "Hold back the others",
      order: "Order at AMP",
      begin: "Check the chain",
      build: "Build and sign",
      finish: "See it confirmed",
      broadcast: "Broadcast",
      send: "Send",
      look: "Look for the transaction",
      watch: "Confirmations",
      follow: "Look after the order",
      attach: "Attach a transaction",
      download: "Hand the order out",
      "by-hand": "Run elsewhere",
      automatic: "Back to the desk",
      confirm: "Confirm to AMP",
      release: "Let go what was held back",
      free: "Give its coins free",
      compare: "Compare with AMP",
      tell: "Tell AMP the blinders",
      cancel: "Cancel",
      pause: "Pause",
      continue: "Continue",
      close: "Close",
      "not-sent": "Said to be not sent",
      retry: "Try again",
    } as Record<string, string>,
  },
  history: "Distributions run from this desk",
} as const;
