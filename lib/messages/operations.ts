import type { OperationKind } from "@/lib/domain/intent";
import type { OperationState } from "@/lib/domain/operation";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Treasury operations: what the worker carries out, step by step. */
export const operationsText = catalogue("operationsText", {
  title: "Operations",
  description:
    "Everything the treasury was told to do, open ones first. Each goes on by itself when this page is closed.",
  caption: "Treasury operations",
  columns: {
    operation: "Operation",
    state: "State",
    amount: "Amount",
    started: "Started",
    transaction: "Transaction",
  },
  history: {
    search: "Person or transaction id",
    approved: "Approved",
    kind: "What",
    recipients: "Recipients",
    by: "By",
  },
  kinds: {
    distribution: "Distribution",
    reissuance: "Reissuance",
    burn: "Burn",
    blinders: "Update blinders",
    lbtc: "Payment",
  } satisfies Record<OperationKind, string>,
  of: (kind: OperationKind, asset: string) => `${operationsText.kinds[kind]} of ${asset}`,
  /** One operation per asset is open at a time. */
  underWay: {
    title: "A treasury operation of this asset is under way",
    text: "One treasury operation of an asset runs at a time. It goes on by itself, also when you leave.",
    follow: "Follow it",
  },
  startedBy: (person: string) => `by ${person}`,
  recipients: (count: number) => countOf(count, { one: "recipient", other: "recipients" }),
  confirmations: (count: number, needed: number) =>
    `${Math.min(count, needed)} of ${countOf(needed, { one: "confirmation", other: "confirmations" })}`,
  seeBehind: "Open the operation that comes first",
  transactionId: "transaction id",
  notSent: "not sent",
  outputs: (count: number) => countOf(count, { one: "output", other: "outputs" }),
  sendsNothing: "sends nothing",
  booked: (count: number) => `${countOf(count, { one: "transaction", other: "transactions" })} booked`,
  notKnown: "not known yet",
  states: {
    requested: "Approved",
    holding: "Holding others back",
    paused: "Paused",
    ordering: "Asking AMP",
    ordered: "Ordered",
    "by-hand": "By hand",
    signed: "Signed",
    broadcasting: "Broadcasting",
    sending: "Sending",
    sent: "Sent, waiting for blocks",
    confirming: "Telling AMP",
    telling: "Telling AMP the blinders",
    releasing: "Letting go the rest",
    done: "Done",
    stopped: "Stopped",
    unknown: "Unclear, being looked for",
    cancelling: "Cancelling",
    cancelled: "Cancelled",
    failed: "Closed, unclear",
  } satisfies Record<OperationState, string>,
  approval: {
    hash: "Fingerprint of this decision",
    mismatch: (expected: string) => `This does not read ${expected}.`,
  },
  run: {
    steps: "Steps",
    facts: "Facts",
    approved: "What was approved",
    operation: "Operation",
    approvedBy: "Approved by",
    hash: "Fingerprint",
    order: "AMP's order",
    txid: "Transaction",
    notBroadcast: "The network has not seen it.",
    block: "Block",
    tooLate: "The operation has gone on while this was open, and this can no longer be decided.",
  },
  /** Of what is made and signed, stored, and then broadcast. */
  signedStages: {
    sign: {
      title: "Built and signed",
      text: "The treasury node builds and signs the transaction. It is stored before the network sees it.",
    },
    broadcast: {
      title: "Broadcast",
      text: "The stored transaction is handed to the network. Handing it over again is harmless: it is always the same one.",
    },
    confirmations: { title: "Confirmed on Liquid", text: "Two confirmations, about two minutes on Liquid." },
  },
  search: "Asset, person or transaction id",
  filters: { state: "State", kind: "Kind" },
  stateFilters: { open: "Open", done: "Done", cancelled: "Cancelled", failed: "Closed, unclear" },
  sorts: { "": "Open ones first", "-created": "Newest first", created: "Oldest first" },
  empty: {
    filtered: "No operation matches the search and filters",
    title: "No operation yet",
    text: "When you run a distribution, the treasury node sends it step by step. Each one is written down here before it starts, and can be found again after a closed tab or a restart.",
    action: "Choose an asset",
    lastPage: "There is nothing on this page any more.",
  },
});
