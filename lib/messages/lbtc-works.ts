import { catalogue } from "./catalogue";

/** What a payment in L-BTC says: its pre-flight and the worker that carries it out. */
export const lbtcWorksText = catalogue("lbtcWorksText", {
  changed:
    "Something changed since you looked, or another payment was made. Nothing was started; review it again.",
  notReady: "Not everything is ready. Nothing was started.",
  invalidAmount: "The amount is a whole number of sats.",
  remedies: {
    amount: "Enter an amount of at least 0.00000001 L-BTC.",
    address:
      "This is no address of the network that this workspace works on. Ask the recipient for another one.",
    ownAddress: "This address belongs to the treasury's own wallet. Enter the recipient's.",
    open: "Another payment in L-BTC is under way. Follow it to its end first.",
    funds: (reserve: string) =>
      `The treasury wallet must keep ${reserve} L-BTC for fees beside this amount, or distributions, reissuances and burns stop. Enter a smaller amount or fill it up first.`,
    stillOut: (txid: string) =>
      `A payment in L-BTC was closed although the network may have its transaction ${txid} and may still confirm it. Paying again now could pay twice. Wait until it has two confirmations, or unlock its coins on the node (lockunspent), send one of them to an address of the same wallet and wait for two confirmations.`,
  },
  anotherBefore:
    "Another payment in L-BTC was made between your review and your approval. Nothing was sent. Cancel this one, look at the other, and approve anew if you still want to pay.",
  otherChain: "The node works on another chain than the one this payment was approved for. Nothing was sent.",
  tooLittle:
    "The treasury wallet holds too little free L-BTC for this payment and its fee. Nothing was sent.",
  strangeTransaction: (why: string) =>
    `The transaction that the node made is not what was approved: ${why} It was thrown away and nothing was sent.`,
  closedLocked: {
    mayBeOut: (count: number) =>
      `A person closed this payment. The desk never hands its transaction over again, but an earlier handing over had no clear answer, so the network may have it and may still confirm it. Therefore its ${count} coins stay locked in the wallet, and the desk starts no other payment in L-BTC. Do not pay again elsewhere either. It is ruled out once another transaction has spent one of the coins: unlock them on the node (lockunspent), send one of them to an address of the same wallet and wait for two confirmations.`,
    waits: (count: number) =>
      `A person closed this payment. Its transaction is in the wallet and may still be confirmed, whatever the desk does. Therefore its ${count} coins stay locked in the wallet.`,
    inChain: (count: number) =>
      `A person closed this payment. Its transaction is in the chain: the recipient was paid, and its ${count} coins are spent.`,
  },
  why: {
    unknownInput: "it spends coins that the wallet did not list.",
    otherAsset: "it moves something other than L-BTC.",
    issuance: "it issues something.",
    payment: "it does not pay the approved amount to the approved address exactly once.",
    fee: "it has not exactly one fee.",
    foreignOutput: "it pays somebody else, too.",
  },
});
