import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** AMP's order run elsewhere, transactions attached by hand, and orders that this desk did not start. */
export const byHandText = catalogue("byHandText", {
  title: "By hand",
  waiting: {
    lead: "The desk sends nothing. Somebody runs AMP's order elsewhere; the desk goes on when AMP has booked it, or when you attach its transaction.",
    preparing: "The desk looks once more before it hands out the order.",
    leaving: "The desk looks whether the order was paid. Nothing is sent until that is certain.",
    wished: "AMP's order is handed out as soon as it is there. The desk sends nothing.",
  },
  offer: {
    lead: "AMP's order can be run elsewhere, for example by the official client on another node. The desk then sends nothing.",
    run: "Run it elsewhere",
    title: "Run this order elsewhere?",
    consequence:
      "The desk sends nothing and hands out AMP's order as a file. Whoever has the file can run it at any time, from any wallet, and the desk cannot take that back: before it sends or cancels, every copy must be destroyed.",
    label: "Run it elsewhere",
    done: "The desk sends nothing any more and hands out AMP's order.",
    keep: "Leave it by hand",
    kept: "It stays by hand.",
  },
  download: {
    title: "AMP's order",
    text: "The file that the official client reads (-f). Run it once, in one place, and destroy it afterwards: it can be run again. It holds addresses and amounts and no secret.",
    takenBy: "Downloaded by",
    nobody: "Nobody has downloaded it yet.",
    rebuilt:
      "It is AMP's answer, letter by letter; where that answer got lost on its way, it is put together from AMP's assignments.",
    link: "Download AMP's order",
  },
  attach: {
    title: "Attach its transaction",
    text: "Paste the transaction's id when the order was paid. The desk compares it with the order, waits for two confirmations and confirms it to AMP.",
    field: "Transaction id",
    invalid: "A transaction id has 64 hexadecimal digits.",
    button: "Compare and attach",
    elsewhere:
      "A wallet that this desk does not reach has the blinders that AMP's confirm needs: let the client that sent it confirm it, if need be with --use-existing. The desk finds out from AMP by itself.",
  },
  back: {
    button: "Let the desk send it",
    title: "Does nobody run this order any more?",
    consequences: {
      distribution:
        "Say so only when every copy of the file is destroyed and nobody runs it: a file that is run later, or from another wallet, pays everybody twice. The desk looks at its own wallet and at the treasury's coins that AMP knows, waits until nothing can come late, and then sends. It cannot see a file that somebody keeps.",
      reissuance:
        "Say so only when every copy of the file is destroyed and nobody runs it: a file that is run later, or from another wallet, reissues a second time. The desk looks at its own wallet and at the treasury's coins that AMP knows, waits until nothing can come late, and then reissues. It cannot see a file that somebody keeps.",
      burn: "Say so only when every copy of the file is destroyed and nobody runs it: a file that is run later, or from another wallet, burns a second time. The desk looks at its own wallet and at the treasury's coins that AMP knows, waits until nothing can come late, and then burns. It cannot see a file that somebody keeps.",
    },
    label: "Let the desk send it",
    done: "The desk looks whether the order was paid, then goes on.",
  },
  cancels: {
    distribution: {
      title: "Cancel this order at AMP?",
      consequence:
        "Say so only when every copy of the file is destroyed and nobody runs it: a payment of a cancelled order is lost to AMP. The desk looks at its own wallet and at the treasury's coins that AMP knows, waits until nothing can come late, and then cancels. It cannot see a file that somebody keeps.",
      done: "The desk looks whether the order was paid, then cancels it.",
    },
    supply: {
      title: "Cancel this operation?",
      consequence:
        "Nothing is cancelled at AMP: there is nothing to cancel there, and a downloaded file can still be run. Say so only when every copy of it is destroyed and nobody runs it. The desk looks at its own wallet and at the treasury's coins that AMP knows, waits until nothing can come late, and then stops following the order.",
      done: "The desk looks whether the order was carried out, then ends the operation.",
    },
  },
  notNow: "This operation cannot change hands as it is.",
  fromElsewhere:
    "This file is taken from its page at this desk alone, because who takes it is written down. Nothing was taken: open the page and take it there.",
  notHandedOut: "AMP's order can be downloaded only while the operation is by hand.",
  cannotAttach: "No transaction can be attached to this operation as it is.",
  noOrder: "AMP's order is missing, so nothing can be compared.",
  refused: (differences: readonly string[]) =>
    `This transaction does not fit the order, so nothing was attached. ${differences.slice(0, MOST_DIFFERENCES).join(" ")}${
      differences.length > MOST_DIFFERENCES
        ? ` ${countOf(differences.length - MOST_DIFFERENCES, { one: "more difference", other: "more differences" })}.`
        : ""
    }`,
  paidOtherwise: (txid: string, differences: readonly string[]) =>
    `The wallet's transaction ${txid} pays addresses of this order, but not as ordered: ${differences.slice(0, MOST_DIFFERENCES).join(" ")} The desk sends nothing and confirms nothing; ask AMP's support.`,
  paidAlready: (txid: string) =>
    `The wallet has paid addresses of this order in the transaction ${txid}. Nothing is sent or cancelled: attach that transaction.`,
  balanceChanged:
    "The wallet's balance of the asset changed while the order was by hand. Whether the order was paid cannot be told from here, so nothing is sent or cancelled: find its transaction and attach it, or close this operation.",
  treasuryMoved:
    "Coins of the asset's treasury were spent since the order was handed out, perhaps by another wallet. It may have been carried out, so nothing is sent or cancelled: find the transaction and attach it, wait until AMP has booked it, or close this operation.",
  supplyMoved: {
    reissuance:
      "The wallet's balance of the asset changed while the order was by hand. Whether it was carried out cannot be told from here, so nothing is done anew: attach its transaction, or close this operation.",
    burn: "The wallet burned or sent some of the asset while the order was by hand. Whether the order was carried out cannot be told from here, so nothing is done anew: attach its transaction, or close this operation.",
  },
  blind:
    "The treasury node was away when AMP's order was handed out, so the desk does not know what the wallet was before. Once the file is downloaded, the desk neither sends nor cancels this order: wait until AMP has booked it, attach its transaction, or close this operation.",
  ownMayLand: (seconds: number) =>
    `The desk's own payment of this order had no answer and may still take effect. Nothing was attached; try again in ${countOf(seconds, { one: "second", other: "seconds" })}.`,
  outputsSpent:
    "Outputs that AMP's order names were spent while it was by hand. It may have been carried out, so nothing is done anew: attach its transaction, or close this operation.",
  why: {
    unknown:
      "The treasury wallet does not know it. If another wallet sent it, let the client that sent it confirm it to AMP; the desk finds out from AMP.",
    conflicted: "It conflicts with another transaction in the chain.",
    gone: "It is in no block and no longer waits for one.",
    otherWallet:
      "The treasury wallet did not send it, so the blinders that AMP's confirm needs are not here. Let the client that sent it confirm it to AMP; the desk finds out from AMP.",
    ownPayment: (txid: string) =>
      `The desk's own payment of this order is in the wallet, too: ${txid}. Have it looked for instead; the order was paid twice.`,
    otherOperation: "It belongs to another operation of this desk.",
    older: "It is older than the order.",
    notPaid: (address: string, sats: bigint) => `It does not pay ${address}, which gets ${sats} sats.`,
    paidTwice: (address: string) => `It pays ${address} more than once.`,
    otherAsset: (address: string) => `It pays ${address} in another asset.`,
    otherAmount: (address: string, paid: bigint, ordered: bigint) =>
      `It pays ${address} ${paid} instead of ${ordered} sats.`,
    noBlinders: (address: string) => `The wallet does not have the blinders of its output to ${address}.`,
    stranger: (address: string | null, sats: bigint) =>
      address === null
        ? `It burns ${sats} sats of the asset, which the order does not ask for.`
        : `It pays ${sats} sats of the asset to ${address}, which the order does not know.`,
    notReissuance: "It does not reissue this asset.",
    severalIssuances: "It holds more than one issuance.",
    reissues: (sats: bigint, ordered: bigint) => `It reissues ${sats} instead of ${ordered} sats.`,
    burns: (sats: bigint, ordered: bigint) => `It burns ${sats} instead of ${ordered} sats.`,
    notFromOrder: "It spends none of the outputs that AMP's order names.",
  },
});

const MOST_DIFFERENCES = 3;
