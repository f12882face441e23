import { type GridRow, MAX_GRID_ROWS } from "./assignment-grid";
import { parseFile } from "./csv";
import { printVesting, readVesting } from "./vesting-time";

/** Assignments as a spreadsheet has them: user, amount, vesting date, ready. */

type Column = "user" | "amount" | "vests" | "ready";

/** What heads of columns are called, in lower case with letters only. */
const HEADS: Record<Column, readonly string[]> = {
  user: ["user", "registereduser", "investor", "name", "gaid", "id", "userid", "number", "holder"],
  amount: ["amount", "units", "quantity"],
  vests: ["vests", "vestson", "vesting", "vestingdate", "vestingdatetime", "date"],
  ready: ["ready", "readyfordistribution", "isready"],
};
const WITHOUT_HEADS: readonly Column[] = ["user", "amount", "vests", "ready"];

/** No name in AMP's register is longer. */
const LONGEST_CELL = 255;

const YES = ["yes", "y", "true", "1", "ready", "x"];
const NO = ["no", "n", "false", "0", "held", "", "-"];

export type TableProblem =
  | { kind: "empty" }
  | { kind: "cut" }
  | { kind: "open-quote"; line: number }
  | { kind: "too-many"; rows: number }
  | { kind: "no-column"; column: "user" | "amount" }
  | { kind: "ready"; line: number; text: string };

export type ReadTable =
  | { rows: Omit<GridRow, "key">[]; problem?: never }
  | { rows?: never; problem: TableProblem };

/**
 * Reads pasted cells or a CSV file. A first line whose every cell is a known head names the columns; without one they are
 * user, amount, vesting date, ready, in this order. What is not said about `ready` is false, as in AMP.
 */
export function readAssignmentTable(text: string): ReadTable {
  const { rows, lines, openQuoteLine, isCut } = parseFile(text);
  if (isCut) return { problem: { kind: "cut" } };
  if (openQuoteLine !== null) return { problem: { kind: "open-quote", line: openQuoteLine } };
  const heads = rows[0] && headsOf(rows[0]);
  const body = heads ? rows.slice(1) : rows;
  if (body.length === 0) return { problem: { kind: "empty" } };
  if (body.length > MAX_GRID_ROWS) return { problem: { kind: "too-many", rows: body.length } };
  const columns = heads ?? WITHOUT_HEADS;
  for (const column of ["user", "amount"] as const)
    if (!columns.includes(column)) return { problem: { kind: "no-column", column } };
  const found: Omit<GridRow, "key">[] = [];
  for (const [index, cells] of body.entries()) {
    const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() ?? "";
    const isReady = readReady(columns.includes("ready") ? cell("ready") : "");
    const line = lines[index + (heads ? 1 : 0)] ?? 0;
    if (isReady === null) return { problem: { kind: "ready", line, text: cell("ready").slice(0, 40) } };
    found.push({
      ...{
        user: cell("user").slice(0, LONGEST_CELL),
        amount: cell("amount").slice(0, LONGEST_CELL),
        isReady,
      },
      vests: asEntered(columns.includes("vests") ? cell("vests").slice(0, LONGEST_CELL) : ""),
    });
  }
  return { rows: found };
}

/** As the field of the grid writes it; what is no time stays as it is, to be mended there. */
function asEntered(text: string): string {
  const read = readVesting(text);
  return "at" in read ? printVesting(read.at) : text;
}

function readReady(text: string): boolean | null {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}

/** The columns that a first line names; undefined when it is no head. */
function headsOf(cells: readonly string[]): (Column | null)[] | undefined {
  const known = cells.map((cell) => {
    const letters = cell.toLowerCase().replace(/[^a-z]/g, "");
    const found = (Object.keys(HEADS) as Column[]).find((column) => HEADS[column].includes(letters));
    return found ?? null;
  });
  const named = known.filter((one) => one !== null);
  // Two words of the catalogue are no accident; one may be somebody's name.
  return named.length >= 2 && new Set(named).size === named.length ? known : undefined;
}
