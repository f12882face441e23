import { type GridRow, MAX_GRID_ROWS } from "./assignment-grid";
import { parseFile } from "./csv";
import { columnOf, type OwnWords, readYesNo } from "./table-words";
import { printVesting, readVesting } from "./vesting-time";

/** Assignments as a spreadsheet has them: user, amount, vesting date, ready. */

type Column = "user" | "amount" | "vests" | "ready";

/** What heads of columns are called, as `columnOf` reads them. */
const HEADS: Record<Column, readonly string[]> = {
  user: [
    ...["user", "registereduser", "investor", "name", "gaid", "id", "userid", "number", "holder"],
    ...["nutzer", "registrierternutzer", "anleger", "nummer", "inhaber"],
  ],
  amount: ["amount", "units", "quantity", "betrag", "einheiten", "menge"],
  vests: [
    ...["vests", "vestson", "vesting", "vestingdate", "vestingdatetime", "date"],
    ...["vestingam", "vestingdatum", "datum"],
  ],
  ready: ["ready", "readyfordistribution", "isready", "bereit"],
};
const WITHOUT_HEADS: readonly Column[] = ["user", "amount", "vests", "ready"];

/** No name in AMP's register is longer. */
const LONGEST_CELL = 255;

const READY: OwnWords = { yes: ["ready", "bereit"], no: ["held", "", "-"] };

export type TableProblem =
  | { kind: "empty" }
  | { kind: "cut" }
  | { kind: "open-quote"; line: number }
  | { kind: "too-many"; rows: number; most: number }
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
  if (body.length > MAX_GRID_ROWS)
    return { problem: { kind: "too-many", rows: body.length, most: MAX_GRID_ROWS } };
  const columns = heads ?? WITHOUT_HEADS;
  for (const column of ["user", "amount"] as const)
    if (!columns.includes(column)) return { problem: { kind: "no-column", column } };
  const found: Omit<GridRow, "key">[] = [];
  for (const [index, cells] of body.entries()) {
    const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() ?? "";
    const isReady = readYesNo(columns.includes("ready") ? cell("ready") : "", READY);
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

/** The columns that a first line names; undefined when it is no head. */
function headsOf(cells: readonly string[]): (Column | null)[] | undefined {
  const known = cells.map((cell) => columnOf(HEADS, cell) ?? null);
  const named = known.filter((one) => one !== null);
  // Two words of the catalogue are no accident; one may be somebody's name.
  return named.length >= 2 && new Set(named).size === named.length ? known : undefined;
}
