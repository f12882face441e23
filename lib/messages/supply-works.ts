import { catalogue } from "./catalogue";

/** What a reissuance or a burn says: its pre-flight and the worker that carries it out. */
export const supplyWorksText = catalogue("supplyWorksText", {
  changed: "The supply or the asset changed since you looked. Nothing was started; review it again.",
  notReady: "Not everything is ready. Nothing was started.",
  invalidAmount: "The amount is a whole number of the asset's smallest units.",
  invalidKind: "Only a reissuance or a burn can be looked at in advance.",
  remedies: {
    amount: "Enter an amount of at least the asset's smallest unit.",
    issuance: "The issuance needs two confirmations, about two minutes on Liquid. Check again then.",
    issuanceUnseen:
      "No node tells how many confirmations the issuance has; two are needed. Check again when the treasury node answers.",
    notReissuable: "The asset was issued without a reissuance token. Its supply can never grow.",
    supplyCap: "No asset can have more than 21,000,000 × 10⁸ of its smallest units. Enter a smaller amount.",
    tokenMissing:
      "The reissuance token is not in this treasury wallet, or is locked there. Unlock it on the node (lockunspent) or use the node that holds it.",
    tokenSplit:
      "The reissuance token lies in several outputs of the wallet, which the desk does not reissue from. Ask AMP's support how to go on.",
    aboveFree:
      "The treasury holds less than this, or has assigned it. Delete assignments or enter a smaller amount.",
    funds: "The treasury wallet holds less of the asset than this burns.",
    stillOut: (txid: string) =>
      `A reissuance or burn of this asset was closed although the network may have its transaction ${txid} and may still confirm it. Doing it again now could do it twice. Wait until it has two confirmations, then confirm it to AMP by hand. To rule it out, unlock its coins on the node (lockunspent), send one of them to an address of the same wallet and wait for two confirmations.`,
  },
  otherCommand: (words: string) => `AMP's order could not be understood. Nothing was sent. ${words}`,
  otherAsset: "AMP's order is for another asset. Nothing was sent.",
  otherAmount: (ordered: bigint, approved: bigint) =>
    `AMP's order is over ${ordered} instead of the approved ${approved} sats. Nothing was sent.`,
  assetUnauthorized: "The asset is no longer registered as authorised. Nothing was sent.",
  supplyChanged: (now: bigint, approved: bigint) =>
    `The supply is ${now} sats now and was ${approved} when this was approved. Nothing was sent; cancel it and approve a new one.`,
  coinsMissing: (count: number) =>
    `The treasury wallet does not show ${count} of the outputs that AMP's order names, or they are locked or unconfirmed there. Nothing was sent.`,
  nothingListed: "AMP's order names no output to spend from. Nothing was sent.",
  tokenSplit:
    "The reissuance token lies in several outputs. Nothing was sent; the desk does not reissue from split tokens.",
  tokenUnblinded:
    "The reissuance token's output is not confidential, so Elements cannot reissue with it. Nothing was sent; ask AMP's support how to go on.",
  otherToken: "AMP's order names an output that is not this asset's reissuance token. Nothing was sent.",
  notAccepted: (reason: string) =>
    `The treasury node would not take the finished transaction (${reason}). It was thrown away and nothing was sent.`,
  issuanceUnknown:
    "The treasury wallet does not know the asset's issuance. Nothing was sent; let the node rescan the chain.",
  tooLittle: (held: bigint, needed: bigint) =>
    `The treasury wallet holds ${held} sats of the asset, ${needed} are to be burned. Nothing was sent.`,
  strangeTransaction: (why: string) =>
    `The transaction that the node made is not what was approved: ${why} It was thrown away and nothing was sent.`,
  incomplete: "The treasury wallet could not sign the whole transaction. Nothing was sent.",
  spentElsewhere:
    "Another transaction spent the coins of this one first, so it can never be confirmed. Nothing was sent; it can be tried again with other coins.",
  refusedForNow: (words: string) =>
    `The treasury node does not take the signed transaction at the moment: ${words}. That may pass by itself, so the same transaction is handed over again and again. Other operations of this wallet wait meanwhile. You can close this one: it is then never handed over again.`,
  refusedForGood: (words: string, mayBeOut: boolean) =>
    `The treasury node refuses the signed transaction: ${words}. That will not pass by itself, because a signed transaction is never changed. Change what the node refuses in its settings, and it is taken at the next try, every minute; or close this operation, so that it is never handed over again. ${mayBeOut ? "An earlier handing over had no clear answer, so the network may have it and may still confirm it: do not do the same again elsewhere." : "Then you can start a new one."} Other operations of this wallet wait meanwhile.`,
  closedFreed:
    "A person closed this operation. Its transaction was never taken and will never be broadcast; the coins that were set aside for it are free.",
  closedLocked: {
    mayBeOut: (count: number) =>
      `A person closed this operation. The desk never hands its transaction over again, but an earlier handing over had no clear answer, so the network may have it and may still confirm it. Therefore its ${count} coins stay locked in the wallet, and the desk starts no other reissuance or burn of this asset. Do not do it again elsewhere either. It is ruled out once another transaction has spent one of the coins: unlock them on the node (lockunspent), send one of them to an address of the same wallet and wait for two confirmations. A node older than Elements 22 forgets the locks when it restarts.`,
    waits: (count: number) =>
      `A person closed this operation. Its transaction is in the wallet and may still be confirmed, whatever the desk does. Therefore its ${count} coins stay locked in the wallet. If it is confirmed, it must be confirmed to AMP by hand.`,
    inChain: (count: number) =>
      `A person closed this operation. Its transaction is in the chain and has spent its ${count} coins. It must be confirmed to AMP by hand, or AMP's supply stays wrong.`,
  },
  otherTxid: (txid: string) =>
    `The node reports the transaction as ${txid}, which is not the stored one. It is looked at again.`,
  why: {
    unknownInput: "It spends a coin that the wallet does not show.",
    foreignInput: "It spends coins that neither the order nor the fee needs.",
    unlistedCoin: "It spends a coin of the asset that AMP's order does not name.",
    foreignOutput: "It pays an address that is not the wallet's own.",
    fee: "It has not exactly one fee output in L-BTC.",
    hidden: "It hides amounts before they could be compared.",
    issuance: "It does not contain exactly the approved reissuance.",
    newCoins: "The new units do not come to the wallet in one output.",
    token: "The reissuance token does not return to the wallet whole.",
    burn: "It does not burn exactly the approved amount.",
    change: "The rest of the asset does not return to the wallet.",
    altered: "Blinding or signing changed more than it should.",
  },
});
