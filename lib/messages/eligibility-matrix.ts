import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const rules = (count: number) => countOf(count, { one: "rule fails", other: "rules fail" });

/** Registered users against assets in one table: who may receive what. */
export const eligibilityMatrixText = catalogue("eligibilityMatrixText", {
  title: "Who may receive what",
  link: "Eligibility",
  description:
    "Registered users against assets. Each cell says whether the user can receive the asset now, or how many rules fail; open it for the reasons and what to do.",
  search: "Name, GAID or number",
  sorts: { name: "Name, A to Z", "-name": "Name, Z to A", id: "Oldest first", "-id": "Newest first" },
  filters: {
    category: "In category",
    without: "Not in category",
    wallet: "Wallet",
    asset: "Asset: name or ticker",
  },
  wallets: { yes: "Has a wallet", no: "No wallet yet" },
  user: "Registered user",
  caption: "Registered users and the assets they may receive",
  keys: "Arrow keys move from cell to cell, Enter says why.",
  eligible: "Eligible",
  blacklistedToo: "Eligible, part blacklisted",
  failing: (count: number) => rules(count),
  cell: (user: string, asset: string, verdict: string) => `${user} and ${asset}: ${verdict}`,
  assets: {
    shown: (from: number, to: number, all: number) => `Assets ${from}–${to} of ${all}`,
    previous: "Previous assets",
    next: "Next assets",
    label: "Assets shown",
  },
  why: {
    title: (user: string, asset: string) => `${user} and ${asset}`,
    yes: "Can receive the asset now: every rule is kept.",
    blacklistedToo: "Can receive the asset now, but part of the holding cannot be sent on.",
    no: (count: number) => `Cannot receive the asset now: ${rules(count)}.`,
    failing: "What is in the way, and what to do",
    passed: "What is in order",
    passes: {
      unauthorized: "The asset is authorised",
      locked: "The asset is not locked",
      category: (name: string) => `In ${name}`,
      "no-gaid": "Has a GAID",
      blacklisted: "Nothing held is blacklisted",
    },
    blacklistedAsOf: (time: string) =>
      `Blacklisted outputs keep nobody from receiving more. Which there are is as of ${time}.`,
    blacklistedUnknown:
      "Whether something held is blacklisted is not known here: nobody has looked at the asset's outputs lately. The asset's own page asks.",
    more: "Open on the asset's page",
  },
  empty: {
    title: "No registered user yet",
    text: "Once users are registered, this table says who may receive which asset.",
    filtered: "No registered user matches the search and the filters.",
    lastPage: "The list ends here.",
  },
  noAssets: {
    title: "No asset yet",
    text: "Every asset that you may see becomes a column here.",
  },
  noneFound: "No asset has this in its name, ticker or UUID.",
});
