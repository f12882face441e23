import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { locale } from "./locale";
import { countOf } from "./plural";

const users = (count: number) => countOf(count, { one: "registered user", other: "registered users" });

/** Why not? Every rule that keeps a registered user from receiving an asset, with its remedy. */
export const eligibilityText = catalogue("eligibilityText", {
  title: "Eligibility",
  whyNot: "Why not?",
  lead: (asset: string) => `Who may receive ${asset}, and every rule that keeps the others from it.`,
  summary: {
    title: "Rules over the whole register",
    description: "One registered user can fail several rules.",
    rule: "Rule",
    count: "Registered users",
    all: "Registered users",
    clear: "Pass every rule of their own",
    now: "Can receive now",
    missing: (category: string) => `Not in ${category}`,
    noGaid: "No GAID yet",
    blacklisted: "Hold blacklisted outputs",
    ofAll: (count: number, all: number) =>
      all === 0
        ? "0"
        : `${groupDigits(String(count))} (${((100 * count) / all).toLocaleString(locale, { maximumFractionDigits: 1 })} %)`,
    show: (rule: string) => `Show those: ${rule}`,
  },
  everybody: {
    locked: {
      title: "The asset is locked: nobody can receive it",
      text: "AMP refuses every transfer until it is unlocked, whatever else is said here.",
      remedy: "Go to the asset's settings",
      manager: "Only the issuer can unlock it.",
    },
    unauthorized: {
      title: "The asset is not registered as authorised: nobody can receive it",
      text: "Until then AMP tracks nothing, and nothing can be distributed.",
      remedy: "Go to the asset's steps",
      manager: "Only the issuer can do that.",
    },
    pass: (count: number) => `${users(count)} would pass the remaining rules.`,
  },
  tracked: {
    title: "Issuer-tracked: no category applies",
    text: "Any Managed-Assets account may receive and hold this asset, whether its owner is registered or not; AMP checks no category. That was chosen at issuance for ever. A distribution still needs the user's GAID.",
  },
  noCategories: {
    title: "No category is required",
    text: "Every registered user with a GAID can receive this asset.",
  },
  endpoint: {
    title: "An issuer authorization endpoint also decides",
    text: "For transfers between investors its answer replaces that of the categories. For assignments and distributions the rules below count.",
  },
  list: {
    title: "Registered users",
    search: "Name, GAID or number",
    filter: "Rule",
    sorts: { name: "Name, A to Z", "-name": "Name, Z to A", id: "Oldest first", "-id": "Newest first" },
    name: "Name",
    verdict: "Can receive",
    rules: "What is in the way, and what to do",
    /** The same on a phone, before the words. */
    rulesShort: "In the way",
    id: "Number",
    yes: "Yes",
    no: "No",
    nothing: "Nothing",
    clear: "Pass every rule of their own",
    failing: "Fail at least one",
  },
  rules: {
    locked: "The asset is locked",
    unauthorized: "The asset is not authorised",
    category: (name: string) => `Not in ${name}`,
    "no-gaid": "No GAID",
    blacklisted: "Part of the holding is blacklisted: it cannot be sent on",
  },
  invite: "There are registered users without a GAID, whom no distribution reaches",
  remedies: {
    category: "Add to the category",
    "no-gaid": "Add a GAID",
    blacklisted: "See the outputs",
    issuer: "Only the issuer can add to a category.",
  },
  one: (asset: string) => `One registered user and ${asset}.`,
  showAll: "Show all registered users",
  empty: {
    title: "No registered user yet",
    text: "Once users are registered, this list says who may receive the asset and why others may not.",
    filtered: "No registered user matches the search and the filter.",
    lastPage: "The list ends here.",
  },
});
