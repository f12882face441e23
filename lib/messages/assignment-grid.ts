import type { Blocker, Warning } from "@/lib/domain/assignment-grid";
import { MAX_GRID_ROWS } from "@/lib/domain/assignment-grid";
import type { VestingError } from "@/lib/domain/vesting-time";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";
import { uiText } from "./ui";

const rows = (count: number) => countOf(count, { one: "row", other: "rows" });

const VESTING_ERRORS: Record<VestingError, string> = {
  half: "Enter the day and the hour, or clear the date.",
  "not-a-time": "Write the vesting date as 2027-01-31 or 2027-01-31 09:00.",
  "no-such-time": "This day or hour does not exist in your time zone.",
  "out-of-range": "The vesting date must lie between 1970 and 9999.",
};

/** The grid in which many assignments are entered. */
export const assignmentGridText = catalogue("assignmentGridText", {
  title: "Assign many",
  description:
    "Nothing is sent before you approve. Each row becomes one assignment; nothing moves on the chain.",
  zone: (zone: string) => `Vesting dates are in your time zone, ${zone}; AMP stores them as UTC.`,
  caption: "Assignments to be made",
  columns: {
    position: "Row",
    user: "Registered user",
    amount: "Amount",
    vests: "Vests on",
    ready: "Ready",
    remove: "Remove",
  },
  of: (what: string, position: number) => `${what}, row ${position}`,
  userPlaceholder: "Name, number or GAID",
  readyAll: "Ready for distribution in every row",
  readyHint: "AMP holds back what is not marked as ready until somebody unlocks it.",
  addRow: "Add a row",
  addRows: "Add ten rows",
  removeRow: (position: number) => `Remove row ${position}`,
  clear: "Clear the grid",
  clearTitle: "Clear the grid?",
  clearText: "Everything that was entered here is forgotten. Nothing was sent.",
  cleared: "The grid is empty.",
  onlyProblems: "Only rows that need a look",
  means: (name: string, id: number) => `${name} · No. ${id}`,
  searching: "Looking up…",
  sats: (sats: string) => `= ${sats} sats`,
  import: {
    title: "Paste or upload",
    hint: `Cells copied from a spreadsheet, or a CSV file: user, amount, vesting date, ready. A first line with these words may change the order. At most ${groupDigits(String(MAX_GRID_ROWS))} rows.`,
    paste: "Rows to take over",
    example: "Ada Smith\t1000.50\t2027-01-31 09:00\tyes",
    file: "CSV file",
    take: "Take over",
    taken: (count: number) => `${rows(count)} taken over.`,
    tooLarge: "The file is larger than 1 MB. Nothing was taken over.",
  },
  blocker: (blocker: Blocker): string => {
    switch (blocker.kind) {
      case "no-user":
        return "Enter a registered user.";
      case "user-unknown":
        return "No registered user has this name, number or GAID.";
      case "user-several":
        return `${groupDigits(String(blocker.count))} registered users have this name. Enter the number.`;
      case "user-missing":
        return `Not in every required category. Missing: ${blocker.categories.join(", ")}.`;
      case "user-differs":
        return `In the table "${blocker.text}" stands beside it, which is another registered user. Enter who is meant.`;
      case "amount-zero":
        return "The amount must be more than zero.";
      case "amount":
        return "";
      case "vests":
        return VESTING_ERRORS[blocker.error];
    }
  },
  amountProblem: (error: keyof typeof uiText.amountErrors, precision: number): string => {
    const text = uiText.amountErrors[error];
    return typeof text === "string" ? text : text(precision);
  },
  warning: (warning: Warning, amount: (sats: bigint) => string): string => {
    switch (warning.kind) {
      case "no-wallet":
        return "No GAID yet: can be assigned, not distributed.";
      case "other-wallet":
        return `AMP pays to the default GAID ${warning.paidTo}, not to the one entered.`;
      case "unknown-too":
        return `In the table "${warning.text}" stands beside it, which is no registered user's name, number or GAID.`;
      case "vested-already":
        return "This date is past: distributable at once.";
      case "again-in-grid":
        return `Also in row ${warning.position}.`;
      case "open-already":
        return `${amount(warning.sats)} assigned already and not distributed.`;
    }
  },
  totals: {
    label: "Totals",
    rows: "Rows",
    sum: "Together",
    free: "Free in the treasury",
    left: "Free afterwards",
    short: "Too much by",
    blocked: (count: number) => `${rows(count)} cannot be assigned as they stand`,
    unchecked: (count: number) => `${rows(count)} being looked up`,
    fine: "Every row can be assigned",
    none: "No row yet",
    tooMany: `More than ${groupDigits(String(MAX_GRID_ROWS))} rows: approve them in several batches.`,
    tooMuch:
      "Together this is more than AMP's treasury balance has free. Make amounts smaller or delete assignments.",
    again: "Check again",
  },
  failed: "The users could not be looked up. What you entered is kept.",
  approve: {
    button: (count: number) => `Assign ${rows(count)}…`,
    title: (count: number) => `Make ${countOf(count, { one: "assignment", other: "assignments" })}?`,
    text: (amount: string, users: number) =>
      `${amount} of the treasury are reserved for ${countOf(users, { one: "registered user", other: "registered users" })}. Nothing moves on the chain, and each assignment can be deleted until a distribution takes it.`,
    ready: (ready: number, held: number) =>
      `${countOf(ready, { one: "row is", other: "rows are" })} ready for distribution, ${countOf(held, { one: "row is", other: "rows are" })} held back.`,
    vesting: (later: number, past: number) =>
      `${countOf(later, { one: "row vests", other: "rows vest" })} at a later date, ${rows(past)} at once.`,
    batches: (count: number, size: number) =>
      `It is written down whole and carried out as ${countOf(count, { one: "batch", other: "batches" })} of up to ${rows(size)}; they stand above the list of assignments until they are done.`,
    warnings: (count: number) => `${rows(count)} with a remark: look there first if you have not.`,
    confirm: "Assign",
  },
});
