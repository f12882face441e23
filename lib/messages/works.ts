import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What a treasury operation says about itself while the worker carries it out. */
export const worksText = catalogue("worksText", {
  otherAsset: "AMP's order is for another asset.",
  leavesOut: (assignment: number, user: string) =>
    `AMP's order leaves out the assignment ${assignment} of ${user}.`,
  paysOther: (ordered: bigint, approved: bigint, assignment: number, user: string) =>
    `AMP's order pays ${ordered} instead of ${approved} sats for the assignment ${assignment} of ${user}.`,
  paysStrangers: (count: number) => `AMP's order pays ${count} address(es) that nobody approved.`,
  otherAmounts: "The amounts that AMP's order pays are not those that were approved.",
  noAddresses:
    "AMP tells no address of this order before it is confirmed, and its answer to the desk was lost: whom it pays cannot be compared with what was approved. Nothing was sent. Cancel, and approve anew.",
  nothingOrdered: (words: string | undefined) =>
    `AMP found nothing to distribute${words ? `: ${words}` : "."}`,
  unreadOrder:
    "AMP answered the question for the order in a form that the desk cannot read, and no order over these assignments is to be seen at AMP. Nothing was sent. Try again, or cancel; if it happens again, ask AMP's support.",
  orderedElsewhere:
    "Assignments of this operation are part of another distribution at AMP, which may already be paid. Nothing was sent. Finish or cancel that distribution, then try again or cancel this operation.",
  notReadyAnyMore: (assignment: number, user: string) =>
    `The assignment ${assignment} of ${user} was approved but is no longer ready at AMP: somebody locked or deleted it. Nothing of this batch was ordered. Unlock it and try again, or cancel.`,
  waitsForTurn: (name: string) =>
    `Another operation of this wallet is waiting for its confirmations: ${name}. This one was not sent yet; it goes on by itself when it is its turn.`,
  waitsForOther: (name: string) =>
    `Another operation of this wallet comes first and was not sent yet: ${name}. This one was not sent either; it goes on by itself when it is its turn. If the other one stands still, look at it.`,
  ampAway:
    "AMP cannot be reached. Nothing is lost: this operation goes on by itself as soon as AMP answers. Nothing has to be repeated.",
  ampNoAnswer:
    "AMP did not answer. Nothing is lost: before anything is repeated, what AMP carried out is looked at. This operation goes on by itself as soon as AMP answers.",
  cannotPause: "There is no further order that a pause could hold up.",
  cannotContinue: "This operation is not paused.",
  walletLocked:
    "The treasury wallet is locked. Nothing was sent. Unlock it with its passphrase, here or on the treasury page; this operation then goes on by itself.",
  orderMissing: "The stored order is missing. Nothing was sent.",
  sendRefused: (words: string) => `The treasury node refused to send: ${words} Nothing was sent.`,
  unknownSend:
    "The node gave no answer to the payment. It may have been sent, so it is looked for; it is sent again only when it is certain that it was not.",
  unclearSend:
    "The node gave no answer to the payment, and the wallet's balance of the asset changed without a transaction that carries this operation's mark. Whether it was sent cannot be told from here: look at the wallet's transactions, then say that it was not sent, or close this operation. Nothing is sent again.",
  lockLost: "The worker lost its hold on this operation. Nothing was sent by it; another worker goes on.",
  nodeIsSending:
    "The treasury node is sending something this moment. Nothing was sent; it goes on in a few seconds.",
  nodeBehind:
    "The treasury node is behind the chain and does not know everything that its wallet did. Nothing is sent until it has caught up.",
  outOfSight:
    "The treasury wallet no longer knows the transaction of this operation. It may still be confirmed. Nothing is sent again; look whether the node runs with the right wallet.",
  longInMempool:
    "The transaction has waited for more than an hour in the node's mempool, and no block has taken it; Liquid makes one a minute. Nothing is lost: the desk goes on looking, and nothing is sent again. Look at the node: it may be cut off from the network, or the fee may be too low.",
  leftMempool:
    "The transaction is in no block, and the node's mempool does not hold it any more. It may still be confirmed, and the desk goes on looking. Nothing is sent again. Look at the node: it may be cut off from the network, the fee may be too low, or somebody abandoned the transaction. Close this operation only when you know that it never comes.",
  otherHolder: (assignment: number, user: string) =>
    `The assignment ${assignment} of ${user} goes to another GAID than the one that was approved. Nothing was sent; cancel and approve anew.`,
  conflict:
    "The transaction conflicts with another one in the chain. Nothing is sent again; look at the wallet.",
  tokenRefused: "AMP no longer accepts the stored token. Sign in again and the operation goes on.",
  paidElsewhere: (txid: string) =>
    `The wallet has already paid addresses of this order in the transaction ${txid}, which does not carry this operation's mark. The desk sent nothing. Attach that transaction below: the desk compares it with the order and confirms it to AMP. If it does not fit, close this operation and ask AMP's support.`,
  assetLocked: "The asset was locked meanwhile. Nothing was sent; unlock it, then try again.",
  assetUnauthorized:
    "AMP no longer has the asset as authorised. Nothing was sent; register it as authorised, then try again.",
  /** @param more how many changes are not told */
  changedSinceApproval: (changes: string, more: number, wasAsked: boolean) =>
    `AMP would not send what was approved: ${changes}${more > 0 ? `; and ${countOf(more, { one: "more change", other: "more changes" })}` : ""}. ${
      wasAsked
        ? "Nothing was sent."
        : "Nothing is lost: AMP was not asked for an order of this batch, and nothing of it was sent."
    } Put it back as it was and try again, or cancel this operation and approve anew.`,
  changed: {
    gaid: (user: string, now: string, approved: string) =>
      `the default GAID of ${user} is ${now} now, and ${approved} was approved`,
    noGaid: (user: string, approved: string) =>
      `${user} has no default GAID any more, and ${approved} was approved`,
    category: (user: string, category: string) =>
      `${user} is not in the category “${category}”, which the asset requires`,
    unregistered: (user: string) => `${user} is registered no more`,
  },
  lostOutputs:
    "AMP reports lost outputs of this asset. Nothing was sent; nothing may be sent before a person has looked and AMP's support has repaired it.",
  closed:
    "A person closed this operation after looking. The desk does not follow its payment any further; AMP's order stays as it is.",
  workspaceGone: "The workspace of this operation is gone.",
  unknownKind:
    "This version of the desk does not know how this operation goes on. Nothing more is done with it; run the version that began it.",
  stepFailed: "The step failed unexpectedly. It is tried again.",
  tooLateToCancel: "The payment may already be on its way, so it can no longer be cancelled.",
  noRetry: "This operation cannot be tried again as it is. Cancel it and start a new one.",
  nothingToLookFor: "There is nothing to look for any more.",
  cannotClose: "This operation goes on by itself or can still be tried again, so it cannot be closed.",
  heldByDistribution:
    "A distribution of this asset holds this assignment back and lets it go at its end, so a lock of your own would be lost. Cancel the distribution or wait for its end, then lock it.",
  gone: "This operation does not exist.",
  waitsForStep:
    "The distribution of this asset is at a step that must not be disturbed. Nothing is lost; it goes on by itself.",
  busy: "The operation is being worked on this moment. Try again in a few seconds.",
  anotherOpen:
    "Another treasury operation of this asset is still open. Finish or cancel it first; nothing was started.",
});
