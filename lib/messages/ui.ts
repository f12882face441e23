import { type AmountError, groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import { catalogue } from "./catalogue";

/** Words of the primitives in components/ui. */
export const uiText = catalogue("uiText", {
  loading: "Loading…",
  close: "Close",
  export: "Export",
  breadcrumbs: "You are here",
  required: "required",
  optional: "optional",
  copy: (what: string) => `Copy ${what}`,
  copied: "Copied",
  copyFailed: "Copying failed. Select the text and copy it by hand.",
  block: (height: string) => `Block ${height}`,
  height: (height: string) => `#${height}`,
  mempool: "not yet in a block",
  freshness: (time: string) => `as of ${time}`,
  freshnessSources: { amp: "Read from AMP", mirror: "Read from the desk's own copy" },
  refresh: "Refresh",
  notReadAgain: "AMP was not read again. The list below is as old as it says.",
  pagination: {
    label: "Pages",
    first: "First page",
    next: "Next page",
    shown: (rows: number) => countOf(rows, { one: "row", other: "rows" }),
    shownOf: (rows: number, total: number) =>
      `${groupDigits(String(rows))} of ${countOf(total, { one: "row", other: "rows" })}`,
  },
  filters: {
    search: "Search",
    apply: "Apply",
    clear: "Clear filters",
    sort: "Sort by",
    all: "All",
    any: (label: string) => `${label}: all`,
    fold: (set: number) => (set > 0 ? `Filters (${set})` : "Filters"),
  },
  columns: { button: "Columns", legend: "Columns to show", reset: "Usual columns" },
  confirm: {
    type: (text: string) => `Type ${text} to confirm`,
    mismatch: (text: string) => `This does not read ${text} yet.`,
    failed: "It did not work. Nothing is known to have changed; look before you try again.",
  },
  steps: { done: "Done", current: "Now", waiting: "Waiting", blocked: "Blocked", todo: "Later" },
  progress: (done: string, total: string) => `${done} of ${total}`,
  amountInSats: (sats: string) => `= ${sats} sats`,
  amountErrors: {
    empty: "Enter an amount.",
    "not-a-number": "Enter digits, with a point before the decimals.",
    ambiguous: "This can be read as two amounts. Leave the separator out.",
    "too-many-decimals": (precision: number) =>
      precision === 0
        ? "This asset has no decimals: enter a whole number."
        : `At most ${countOf(precision, { one: "decimal", other: "decimals" })}.`,
    negative: "The amount cannot be negative.",
    "too-large": "More than an asset can have: 2,100,000,000,000,000 sats.",
  },
  amountProblem: (problem: AmountError, precision: number): string => {
    const text = uiText.amountErrors[problem];
    return typeof text === "string" ? text : text(precision);
  },
  safe: "What is safe",
  tableScroll: "Scroll sideways to see every column",
  menu: "More actions",
});
