import type { AssetRule } from "@/lib/domain/eligibility";
import type { ExportedList, ExportFormat } from "@/lib/domain/exports";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** The terms at the head of a file. */
const HEAD = {
  list: "Ampdesk export",
  environment: "Environment",
  account: "Account",
  asset: "Asset",
  category: "Category",
  job: "Bulk change",
  user: "Registered user",
  counted: "Counted",
  countedText: "all that the wallet holds, also what waits for a block",
  everybody: "Nobody can receive it now",
  intent: "Fingerprint of the list (SHA-256)",
  height: "Block height",
  part: "Not all of it",
  notReadable: (count: number) =>
    `${countOf(count, { one: "asset", other: "assets" })} that this account may not read, or AMP does not answer for now`,
  inWords: (term: string) => `${term}, in words`,
  noHeight: (time: string) => `${time}, height not told by AMP`,
  blacklisted: "Blacklisted as of",
  notKnown: "not known: AMP's list of unspent outputs could not be read",
  from: "From block",
  to: "To block",
  balances: "Balances",
  readAt: "Rows as of",
  source: "Source",
  sources: {
    amp: "AMP",
    mirror: "the desk's own copy",
    node: "the treasury node",
    identity: "the identity service",
    sandbox: "the sandbox",
  },
  filter: "Filter and order",
  noFilter: "none",
  amounts: "Amounts",
  amountsText: "in the displayed unit; columns that end in _sats count the smallest unit",
};

/** Lists as files. */
export const exportsText = catalogue("exportsText", {
  title: (list: ExportedList) => `Export ${exportsText.lists[list]}`,
  all: "Every row of the list, from the first page to the last, in its order.",
  filtered: "Every row that matches the search and the filters, on all pages, in the list's order.",
  formats: { csv: "CSV", json: "JSON" } satisfies Record<ExportFormat, string>,
  about: {
    csv: "For spreadsheets: UTF-8, commas. The lines that begin with # say what the file is; the last one has the number of rows, and where it is missing the file was cut off. Where a spreadsheet would calculate a text, also with another separator than the comma, an apostrophe stands before the sign.",
    json: "For programs: an object with what the file is, the rows, and how many there are. Amounts are text, so that no digit is lost; several values are a list.",
  } satisfies Record<ExportFormat, string>,
  download: (format: ExportFormat) => `Download ${exportsText.formats[format]}`,
  kept: "The audit log keeps who exported which list. A download that stops half-way is cut off: the browser says that it failed, and the file has no end.",
  lists: {
    assets: "assets",
    users: "registered users",
    "user-jobs": "imports and bulk changes",
    "user-job": "the rows of a bulk change",
    "user-holdings": "a registered user's holdings",
    "user-payments": "what distributions paid to a registered user",
    "user-vesting": "a registered user's open assignments",
    members: "a category's members",
    categories: "categories",
    "category-matrix": "who is in which category",
    managers: "managers",
    requests: "requests",
    operations: "treasury operations",
    balances: "the treasury wallet's balances",
    "watch-alerts": "alerts of the watch over the treasury",
    journal: "the journal of an operation",
    "gaid-balances": "what a GAID holds",
    audit: "the audit log",
    calls: "the calls of AMP",
    sessions: "signed-in browsers",
    notices: "messages about what needs a person",
    "campaign-orders": "open orders for a campaign",
    assignments: "assignments",
    vesting: "the vesting calendar",
    batch: "assignments approved together",
    "assignment-job": "a change of many assignments",
    distributions: "distributions",
    "distribution-operations": "distributions run here",
    "distribution-intent": "whom a distribution pays",
    "distribution-transactions": "a distribution's transactions",
    "held-back": "what stays behind a distribution",
    "foreign-orders": "open orders that no operation carries out",
    recipients: "a distribution's recipients",
    "supply-steps": "steps of the supply",
    "supply-operations": "changes of the supply run here",
    "lost-outputs": "lost outputs",
    "treasury-addresses": "treasury addresses",
    "foreign-outputs": "treasury units outside of the node's wallet",
    "requiring-assets": "assets that require a category",
    activity: "activity",
    transactions: "transactions",
    utxos: "UTXOs",
    owners: "owners",
    changes: "changes of ownership",
    eligibility: "who may receive an asset",
    "eligibility-matrix": "who may receive which asset",
    "sandbox-decisions": "what the sandbox decided about transfers",
    "sandbox-wallets": "investors' wallets of the sandbox",
    "sandbox-calls": "what the sandbox was asked",
  } satisfies Record<ExportedList, string>,
  noList: "There is no such list to export.",
  /** What keeps everybody from receiving an asset. */
  assetRules: {
    locked: "The asset is locked.",
    unauthorized: "The asset is not registered as authorised.",
  } satisfies Record<AssetRule, string>,
  head: HEAD,
});

/** A term of the head in the language of the sources: the keys of a file for programs hang on nobody's language. */
export function headInEnglish(term: string): string {
  const { head } = exportsText;
  const terms = Object.entries(HEAD).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  for (const [name, english] of terms) {
    const spoken = String(head[name as keyof typeof HEAD]);
    if (term === spoken) return english;
    if (term === head.inWords(spoken)) return HEAD.inWords(english);
  }
  return term;
}
