import type { OperationState } from "@/lib/domain/operation";
import { catalogue } from "./catalogue";
import { operationsText } from "./operations";

/** A payment in L-BTC out of the treasury's wallet: from the form to two confirmations. */
export const lbtcText = catalogue("lbtcText", {
  title: "Pay L-BTC out",
  description:
    "Takes L-BTC out of the treasury's wallet, for example what was filled up too much. It moves no asset of AMP's.",
  form: {
    title: "Payment",
    address: "Recipient's address",
    addressHint: "A Liquid address of this network; a confidential one hides the amount.",
    amount: "Amount",
    amountHint: "The fee comes on top, a few hundred sats.",
    inWallet: "In the wallet",
    review: "Review the payment",
    zero: "The amount must be more than zero.",
    noAddress: "Enter the address that is to be paid.",
  },
  review: {
    title: "Review the payment",
    pays: "Pays",
    to: "To",
    after: "Left in the wallet, before the fee",
    before: "The payment before this one",
    same: "The same amount went to the same address before. Pay it again only if it is wanted twice.",
    beforeAt: (time: string, state: string) => `${time}, ${state}`,
    unknown: "The node cannot be asked",
    open: "This address is not confidential: everybody can read the amount in the chain.",
    change: "Change it",
    approve: "Approve and pay",
    consequence:
      "The treasury node pays this address in one transaction. Once it is broadcast it cannot be taken back.",
    typeLabel: (amount: string) => `Type the amount ${amount} to confirm`,
    start: "Pay it out",
    loading: "Asking the node…",
  },
  underWay: {
    title: "A payment is under way",
    text: "One payment in L-BTC runs at a time.",
    follow: "Follow it",
  },
  stages: {
    approve: { title: "Approved", text: "Address, amount and their fingerprint are written down." },
    ...operationsText.signedStages,
  },
  /** What is safe while the payment stands in a state. */
  safe: {
    requested: "Nothing has happened yet. It can be cancelled.",
    ordered: "Nothing was broadcast; it can be cancelled.",
    signed: "The transaction is signed and stored. The network has not seen it; it can still be cancelled.",
    broadcasting:
      "The transaction may be on the network. It is always the same one, so it pays once, however often it is handed over. It can no longer be cancelled.",
    sent: "The network has the transaction. Nothing more has to be done; closing this page does not matter.",
    confirming: "The chain has carried it out.",
    done: "The recipient was paid.",
    releasing: "The desk broadcasts nothing of it any more, and looks whether its coins can be given free.",
    cancelling: "Nothing is paid any more. The coins that were set aside are given free.",
    stopped: "Nothing was paid, and nothing will be until you decide.",
    unknown:
      "It is not known whether the transaction takes effect. Nothing is built or signed anew; only looking is allowed.",
    cancelled: "Nothing was paid and nothing will be.",
    failed: "It was closed by a person. Look into the chain before you pay again.",
  } as Partial<Record<OperationState, string>>,
  done: "The recipient was paid. The payment has two confirmations.",
  toTreasury: "Back to the treasury",
  decisions: {
    cancel: "Cancel it",
    cancelTitle: "Cancel this payment?",
    cancelConsequence: "Nothing was broadcast. The coins that were set aside for it are given free.",
    cancelled: "The payment is being cancelled; nothing is paid.",
    closeConsequences: {
      unknown:
        "The desk stops looking for the transaction. If it takes effect after all, the recipient is paid.",
      sent: "The desk stops looking for the transaction. If it takes effect after all, the recipient is paid.",
      stopped: "The desk does nothing more and gives the coins that were set aside free.",
      broadcasting:
        "The desk never hands this transaction over again. If the wallet knows it by now, the network has it, and the desk follows it to its end. If not, its coins are given free when it is certain that the network never got it; otherwise they stay locked in the wallet, because it may still be confirmed.",
      confirming: "The desk stops looking. The chain has carried the payment out.",
      cancelling:
        "The desk stops cancelling. Coins that were set aside may stay locked in the wallet until you unlock them there.",
    } as Partial<Record<OperationState, string>>,
  },
});
