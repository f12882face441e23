import type { AssetRule } from "@/lib/domain/eligibility";
import type { ExportedList, ExportFormat } from "@/lib/domain/exports";
import { catalogue } from "./catalogue";

/** Lists as files. */
export const exportsText = catalogue("exportsText", {
  title: (list: ExportedList) => `Export ${exportsText.lists[list]}`,
  all: "Every row of the list, from the first page to the last, in its order.",
  filtered: "Every row that matches the search and the filters, on all pages, in the list's order.",
  formats: { csv: "CSV", json: "JSON" } satisfies Record<ExportFormat, string>,
  about: {
    csv: "For spreadsheets: UTF-8, commas. The lines that begin with # say what the file is. Texts that a spreadsheet would calculate have an apostrophe before them.",
    json: "For programs: an object with what the file is, the rows, and how many there are. Amounts are text, so that no digit is lost.",
  } satisfies Record<ExportFormat, string>,
  download: (format: ExportFormat) => `Download ${exportsText.formats[format]}`,
  kept: "The audit log keeps who exported which list. A download that stops half-way is cut off: the browser says that it failed, and a JSON file has no end.",
  lists: {
    assets: "assets",
    users: "registered users",
    members: "a category's members",
    categories: "categories",
    managers: "managers",
    requests: "requests",
    operations: "treasury operations",
    audit: "the audit log",
    calls: "the calls of AMP",
    assignments: "assignments",
    distributions: "distributions",
    activity: "activity",
    transactions: "transactions",
    utxos: "UTXOs",
    owners: "owners",
    changes: "changes of ownership",
    eligibility: "who may receive an asset",
    "eligibility-matrix": "who may receive which asset",
  } satisfies Record<ExportedList, string>,
  noList: "There is no such list to export.",
  /** What keeps everybody from receiving an asset. */
  assetRules: {
    locked: "The asset is locked.",
    unauthorized: "The asset is not registered as authorised.",
  } satisfies Record<AssetRule, string>,
  /** The terms at the head of a file. */
  head: {
    list: "Ampdesk export",
    environment: "Environment",
    account: "Account",
    asset: "Asset",
    category: "Category",
    everybody: "Nobody can receive it now",
    height: "Block height",
    from: "From block",
    to: "To block",
    balances: "Balances",
    readAt: "Rows as of",
    source: "Source",
    sources: { amp: "AMP", mirror: "the desk's own copy" },
    filter: "Filter and order",
    noFilter: "none",
    amounts: "Amounts",
    amountsText: "in the displayed unit; columns that end in _sats count the smallest unit",
  },
});
