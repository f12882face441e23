import type { AlertKind } from "@/lib/domain/watch";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** The watch over the treasury, its alerts, and what a person can do about them. */
export const watchText = catalogue("watchText", {
  title: "Watch",
  description: (seconds: number) =>
    `Every ${countOf(seconds, { one: "second", other: "seconds" })} the desk lays AMP's books, the node's wallet and the chain beside each other; where a look is a large answer for AMP, less often.`,
  booksOnly: (seconds: number) =>
    `This desk has no treasury node for this account, so it watches no wallet. About every ${countOf(Math.ceil(seconds / 60), { one: "minute", other: "minutes" })} it looks at what AMP alone tells: lost outputs, open orders, missing blinders, and whether the books add up. What moves outside of AMP is seen only once AMP tells of it.`,
  /** On the overview. */
  noWallet: "No wallet is watched for this account",
  noWalletText:
    "This desk has no treasury node for it and warns of what AMP alone tells. Distributions, reissuances and burns need a node.",
  treasuryAsOf: (time: string) => `Treasury: by the watch, ${time}.`,
  off: "The looks by time are switched off (WATCH_SECONDS is 0): nothing outside is noticed unless you look here.",
  lookNow: "Look now",
  looked: "The desk has looked at every asset.",
  notYet: "No look yet: the worker looks soon after it has started.",
  busy: "Somebody is looking at this very moment. Nothing was changed.",
  nodeBehind: "The treasury node is still catching up with the chain, so nothing can be concluded from it.",
  failed: "The look ended with an error that only the server's log tells. Nothing was concluded.",
  couldNot: (reason: string) => `Could not look: ${reason}`,
  couldNotTitle: "The last look could not see everything",
  notAll: (failed: number, all: number) =>
    `${failed} of ${countOf(all, { one: "asset", other: "assets" })} could not be looked at. Each says why; the others are up to date.`,
  toAsset: "Open the asset",
  lastGood: "Last good look",
  never: "never",
  empty: "There is no asset to watch yet.",
  adds: "Adds up",
  addsNot: "Does not add up",
  equation: {
    title: "Supply",
    issued: "Issued",
    reissued: "Reissued",
    burned: "Burned",
    supply: "Supply",
    holders: "Holders",
    blacklisted: "of which blacklisted",
    treasury: "Treasury",
    lost: "Lost",
    unknown: "AMP does not tell",
    gap: "Not accounted for",
  },
  wallet: {
    inWallet: "In the wallet",
    coins: (tracked: number, held: number) => `${tracked} tracked by AMP, ${held} in the wallet`,
    coinsTerm: "Treasury outputs",
    tokens: "Reissuance tokens",
    tokensOf: (amp: string, wallet: string) => `${amp} by AMP, ${wallet} in the wallet`,
  },
  alerts: {
    title: "Alerts",
    none: "Nothing is open.",
    stops: "Stops treasury operations",
    heading: (what: string, asset: string, part: string | null) =>
      part === null ? `${asset}: ${what}` : `${asset}, ${part}: ${what}`,
    raised: "Raised",
    transaction: "Transaction",
    where: "Where",
    lostOutputs: "Lost outputs and what to do",
    acknowledgedBy: (person: string, reason: string) => `${person} let operations go on: ${reason}`,
    closed: "The cause is gone",
  },
  kinds: {
    moved: {
      title: "Moved outside of AMP",
      text: "The treasury wallet spent this output by a transaction that no order asked for. Find out who sent it; AMP's support repairs its books.",
    },
    lost: {
      title: "Lost to AMP",
      text: "AMP can no longer follow this output. It refuses orders until its support has repaired its books.",
    },
    conflict: {
      title: "A transaction is gone",
      text: "It lost against another transaction or was dropped. Look at its operation before anything is sent again.",
    },
    untracked: {
      title: "In the wallet, unknown to AMP",
      text: "The wallet holds this output and AMP does not track it. Add its address to the treasury addresses, or tell AMP of the order it belongs to.",
    },
    reorganised: {
      title: "Back in the mempool",
      text: "The transaction was in a block that the chain has replaced. It usually comes back with the next blocks.",
    },
    tokens: {
      title: "Reissuance tokens are missing",
      text: "The wallet can spend fewer reissuance tokens than AMP counts. They may be locked, or in another wallet of yours. If you know of neither, find out who moved them: whoever has one can make new units.",
    },
    supply: {
      title: "The supply does not add up",
      text: "Issued, reissued and burned units are not what holders, treasury and lost outputs add up to.",
    },
  } satisfies Record<AlertKind, { title: string; text: string }>,
  token: "the reissuance token",
  acknowledge: {
    button: "Let operations go on",
    title: (kind: string) => `${kind}: let operations go on?`,
    consequence:
      "The alert no longer stops distributions, reissuances and burns of this asset. It stays listed with your name and reason until its cause is gone. What AMP itself reports as lost stops them still.",
    reason: "Reason",
    reasonHint: "What you found out, for those who read the audit log later.",
    tooShort: "Say in a few words what you found out.",
    submit: "Let operations go on",
    done: "The alert stops no operation any more. What AMP itself reports as lost still does.",
  },
  noAlert: "There is no such alert in this workspace.",
  notOpen: "The alert is not open any more. Nothing was changed.",
  stops: (kind: AlertKind): string =>
    `The watch has an open alert on this asset: ${watchTitle(kind)}. Nothing was sent. Look at it on the treasury page; when it is settled or acknowledged, try again.`,
  remedy:
    "The watch has an open alert on this asset. Settle it, or let operations go on with a reason, on the treasury page.",
});

/** A title within a sentence. */
function watchTitle(kind: AlertKind): string {
  const { title } = watchText.kinds[kind];
  return title.charAt(0).toLowerCase() + title.slice(1);
}
