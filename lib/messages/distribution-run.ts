import type { OperationState } from "@/lib/domain/operation";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** A distribution under way; what decisions and the journal say also serves other operations. */
export const distributionRunText = catalogue("distributionRunText", {
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
      "Nothing of the current batch was sent. AMP frees the assignments that were not distributed. Batches that were sent stay sent. If an answer of AMP is missing, the end takes a few minutes: the desk waits for what may come late.",
    afterCancel:
      "AMP was seen to refuse every later distribution of an asset after one was cancelled. Finish this one if you can.",
    cancelled: "The distribution is being cancelled; nothing more will be sent.",
    pause: "Pause",
    pausing: "It pauses when the batch on its way is booked.",
    continue: "Continue",
    close: "Close without sending",
    closeTitle: "Close this operation?",
    closeConsequences: {
      unknown:
        "The desk stops looking for the payment and never sends it. If the wallet has paid after all, that transaction must be confirmed to AMP by hand, or balances stay wrong. AMP's order stays as it is.",
      sent: "The desk stops looking for the payment and never sends it. If the wallet has paid after all, that transaction must be confirmed to AMP by hand, or balances stay wrong. AMP's order stays as it is.",
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
    earlier: (more: number, all: number) =>
      `Show ${groupDigits(String(more))} of ${groupDigits(String(all))} earlier entries`,
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
});
