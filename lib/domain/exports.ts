import { LAST_LINE, lastLine } from "./csv";
import { printUnits } from "./units";

/** Every list that can be saved whole. */
export const EXPORTED_LISTS = [
  "assets",
  "users",
  "user-jobs",
  "user-job",
  "user-holdings",
  "user-payments",
  "user-vesting",
  "members",
  "requiring-assets",
  "categories",
  "category-matrix",
  "managers",
  "requests",
  "operations",
  "balances",
  "watch-alerts",
  "journal",
  "gaid-balances",
  "audit",
  "calls",
  "sessions",
  "notices",
  "campaign-orders",
  "assignments",
  "vesting",
  "batch",
  "assignment-job",
  "distributions",
  "distribution-operations",
  "distribution-intent",
  "distribution-transactions",
  "held-back",
  "foreign-orders",
  "recipients",
  "supply-steps",
  "supply-operations",
  "lost-outputs",
  "treasury-addresses",
  "foreign-outputs",
  "activity",
  "transactions",
  "utxos",
  "owners",
  "changes",
  "eligibility",
  "eligibility-matrix",
  "sandbox-decisions",
  "sandbox-wallets",
  "sandbox-calls",
] as const;
export type ExportedList = (typeof EXPORTED_LISTS)[number];

export const EXPORT_FORMATS = ["csv", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * A value of a row. Numbers and whole amounts are written digit by digit, times as ISO 8601 in UTC. Several values are a list
 * in JSON, and in CSV one text with the separator between them; what has a shape of its own is itself in JSON, and in CSV
 * its JSON.
 */
export type Cell =
  | (string | number | bigint | boolean | Date | null)
  | { list: readonly (string | number)[]; separator: string }
  | { shape: unknown };

/** Several ids, codes or numbers in one cell. */
export const listCell = (list: readonly (string | number)[]): Cell => ({ list, separator: " " });

/** The same for words that may have spaces in them. */
export const namesCell = (list: readonly string[]): Cell => ({ list, separator: "; " });

export const shapeCell = (shape: unknown): Cell => ({ shape });

export interface Column<Row> {
  /** snake_case; the head of the CSV's column, the key in JSON. */
  name: string;
  read: (row: Row) => Cell;
  /** Decimal text of our own making, which may begin with a minus. */
  isFigure?: true;
}

/** An amount in the displayed unit and, beside it, in sats. @param unitOf the asset's precision, per row where it differs */
export function amountColumns<Row>(
  name: string,
  read: (row: Row) => bigint | null,
  unitOf: number | ((row: Row) => number),
): Column<Row>[] {
  const shown = (row: Row) => {
    const sats = read(row);
    return sats === null ? null : printUnits(sats, typeof unitOf === "number" ? unitOf : unitOf(row));
  };
  return [
    { name, read: shown, isFigure: true },
    { name: `${name}_sats`, read },
  ];
}

/** What a file says about itself: term → value. */
export type ExportHead = readonly (readonly [term: string, value: string, key?: string])[];

const CRLF = "\r\n";
/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = "\ufeff";

/** What spreadsheets take for the beginning of a formula, in full width too. */
const SIGN = "[=+\\-@＝＋－＠]";
/**
 * Where one may look for it: at the start and, because it may be set to another separator than the comma, behind each of
 * those and each line break. Quotes do not help there: they stand at the beginning of no cell.
 */
const START = "(^|[;\\t\\r\\n])((?:[^\\S\\t\\r\\n]|[\"'])*)";
const FORMULA = new RegExp(`${START}(?=${SIGN})`, "g");
const SAFE_FORMULA = new RegExp(`${START}'(?=${SIGN})`, "g");
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Most cells: nothing in them is a sign where a cell may begin, or needs quotes. */
const PLAIN = /^[A-Za-z0-9](?:[^",;\s]| (?=\S))*$/;

/**
 * One cell. A text that a spreadsheet would calculate gets an apostrophe before its sign, and one that begins with a break
 * before that, because some drop it; a number stays a number, because nothing can be done with it.
 */
export function csvCell(value: Cell, isFigure = false): string {
  const text = textOf(value);
  if (PLAIN.test(text)) return text;
  const isNumber = (isFigure || typeof value === "number" || typeof value === "bigint") && NUMBER.test(text);
  const safe = isNumber ? text : text.replace(FORMULA, "$1$2'").replace(/^(?='*[\t\r\n])/, "'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text as it was before `csvCell` made it safe. */
export const withoutApostrophe = (text: string): string =>
  text.includes("'") ? text.replace(/^'(?='*[\t\r\n])/, "").replace(SAFE_FORMULA, "$1$2") : text;

function textOf(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  return "list" in value ? value.list.join(value.separator) : jsonText(value.shape);
}

const csvLine = (cells: string[]) => cells.join(",") + CRLF;

/** A table of texts by itself. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => csvLine(cells.map((cell) => csvCell(cell)))).join("");

/** What `jsonText` makes a value of JSON of. */
function jsonValue(value: Cell): unknown {
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return "list" in value ? value.list : value.shape;
}

/** Figures and sats as text, at any depth, because readers would round them. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

interface Writer<Row> {
  /** Before the first row. */
  head: string;
  rows: (rows: readonly Row[], isFirst: boolean) => string;
  /** After the last one. A file without it was cut short. */
  foot: (rows: number) => string;
}

/** CSV: lines that begin with # say what the file is, then come the names of the columns, the rows, and how many they are. */
function csvWriter<Row>(columns: readonly Column<Row>[], head: ExportHead): Writer<Row> {
  return {
    head:
      BYTE_ORDER_MARK +
      head.map(([term, value]) => csvLine([csvCell(`# ${term}`), csvCell(value)])).join("") +
      csvLine([csvCell(LAST_LINE.head), csvCell(LAST_LINE.begin)]) +
      csvLine(columns.map(({ name }) => csvCell(name))),
    rows: (rows) =>
      rows.map((row) => csvLine(columns.map(({ read, isFigure }) => csvCell(read(row), isFigure)))).join(""),
    foot: (rows) => csvLine([csvCell(lastLine(rows))]),
  };
}

/** JSON: an object with what the file is, `rows`, and last `count`. */
function jsonWriter<Row>(columns: readonly Column<Row>[], head: ExportHead): Writer<Row> {
  const about = Object.fromEntries(head.map(([term, value, key = term]) => [keyOf(key), value]));
  const toObject = (row: Row) =>
    jsonText(Object.fromEntries(columns.map(({ name, read }) => [name, jsonValue(read(row))])));
  return {
    head: `{"about":${JSON.stringify(about)},"rows":[`,
    rows: (rows, isFirst) =>
      rows.map((row, at) => `${isFirst && at === 0 ? "" : ","}\n${toObject(row)}`).join(""),
    foot: (rows) => `\n],"count":${rows}}\n`,
  };
}

const keyOf = (term: string) => term.toLowerCase().replace(/[^a-z0-9]+/g, "_");

const WRITERS: Record<ExportFormat, <Row>(columns: readonly Column<Row>[], head: ExportHead) => Writer<Row>> =
  { csv: csvWriter, json: jsonWriter };

/** The text of a file, portion by portion: no more than one is held at a time. */
export async function* exportChunks<Row>(
  format: ExportFormat,
  columns: readonly Column<Row>[],
  head: ExportHead,
  portions: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const writer = WRITERS[format](columns, head);
  yield writer.head;
  let written = 0;
  for await (const portion of portions) {
    if (portion.length > 0) yield writer.rows(portion, written === 0);
    written += portion.length;
  }
  yield writer.foot(written);
}

/** Letters, digits, `-` and `.` alone. @param parts in order; those that are null or hold none of these are left out */
export function exportName(parts: readonly (string | null)[], at: Date, format: ExportFormat): string {
  const stamp = at.toISOString().slice(0, 19).replace(/[-:]/g, "");
  const words = parts
    .map((part) =>
      (part ?? "")
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter(Boolean);
  return `${[...words, `${stamp}Z`].join("-").toLowerCase()}.${format}`;
}
