import { type GridRow, MAX_GRID_ROWS } from "./assignment-grid";
import { parseFile } from "./csv";
import { withoutApostrophe } from "./exports";
import { columnOf, type OwnWords, readYesNo } from "./table-words";
import { printVesting, readVesting } from "./vesting-time";

/** Assignments as a spreadsheet has them: user, amount, vesting date, ready. */

/** Columns that may name the user; of several in one table the first that says something decides. */
const USER_COLUMNS = ["registered", "id", "gaid", "user", "name"] as const;
type UserColumn = (typeof USER_COLUMNS)[number];
type Column = UserColumn | "amount" | "vests" | "ready" | "state";

/** What heads of columns are called, as `columnOf` reads them. */
const HEADS: Record<Column, readonly string[]> = {
  registered: ["registereduser", "userid", "registrierternutzer"],
  id: ["id", "number", "nummer"],
  gaid: ["gaid"],
  user: ["user", "investor", "holder", "nutzer", "anleger", "inhaber"],
  name: ["name"],
  amount: ["amount", "units", "quantity", "betrag", "einheiten", "menge"],
  vests: [
    ...["vests", "vestson", "vestsat", "vesting", "vestingdate", "vestingdatetime", "date"],
    ...["vestingam", "vestingdatum", "datum"],
  ],
  ready: ["ready", "readyfordistribution", "isready", "bereit"],
  state: ["state"],
};
/** Of two of them nothing tells which one counts. */
const ONCE = ["amount", "vests", "ready"] as const;
const WITHOUT_HEADS: readonly Column[] = ["user", "amount", "vests", "ready"];

/** No name in AMP's register is longer. */
const LONGEST_CELL = 255;

const READY: OwnWords = { yes: ["ready", "bereit"], no: ["held", "", "-"] };
/** States in the desk's own files of which it is certain that nobody holds the assignment back. */
const READY_STATES = ["ready", "vesting"];

export type TableProblem =
  | { kind: "empty" }
  | { kind: "cut" }
  | { kind: "open-quote"; line: number }
  | { kind: "too-many"; rows: number; most: number }
  | { kind: "no-column" | "column-twice"; column: "user" | "amount" | "vests" | "ready" }
  | { kind: "ready"; line: number; text: string };

export type ReadTable =
  | { rows: Omit<GridRow, "key">[]; problem?: never }
  | { rows?: never; problem: TableProblem };

/**
 * Reads pasted cells or a CSV file, the desk's own of assignments too. A first line with known heads names the columns, and
 * others are passed over; without one they are user, amount, vesting date, ready, in this order. What is not said about
 * `ready` is false, as in AMP.
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
  const problem = problemOf(columns);
  if (problem) return { problem };
  const found: Omit<GridRow, "key">[] = [];
  for (const [index, cells] of body.entries()) {
    const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() ?? "";
    const line = lines[index + (heads ? 1 : 0)] ?? 0;
    const isReady = columns.includes("ready")
      ? readYesNo(cell("ready"), READY)
      : READY_STATES.includes(cell("state"));
    if (isReady === null) return { problem: { kind: "ready", line, text: cell("ready").slice(0, 40) } };
    found.push({
      ...userOf(columns, cells),
      ...{ amount: cell("amount").slice(0, LONGEST_CELL), isReady },
      vests: asEntered(cell("vests").slice(0, LONGEST_CELL)),
    });
  }
  return { rows: found };
}

type Columns = readonly (Column | null)[];

function problemOf(columns: Columns): TableProblem | undefined {
  if (!USER_COLUMNS.some((column) => columns.includes(column))) return { kind: "no-column", column: "user" };
  if (!columns.includes("amount")) return { kind: "no-column", column: "amount" };
  const twice = ONCE.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  return twice && { kind: "column-twice", column: twice };
}

/** What names the user first, and whatever else the row calls the user. */
function userOf(columns: Columns, cells: readonly string[]): Pick<GridRow, "user" | "userToo"> {
  // Beside the user's number, as in the desk's files and AMP's, an `id` is the assignment's own.
  const named = USER_COLUMNS.filter((column) => column !== "id" || !columns.includes("registered"));
  const texts = named.flatMap((wanted) =>
    columns.flatMap((column, at) =>
      column === wanted ? [withoutApostrophe(cells[at]?.trim() ?? "").slice(0, LONGEST_CELL)] : [],
    ),
  );
  const [user = "", ...others] = new Set(texts.filter((text) => text !== ""));
  return others.length > 0 ? { user, userToo: others } : { user };
}

/** As the field of the grid writes it; what is no time stays as it is, to be mended there. */
function asEntered(text: string): string {
  const read = readVesting(text);
  return "at" in read ? printVesting(read.at) : text;
}

/** The columns that a first line names; undefined when it is no head. */
function headsOf(cells: readonly string[]): (Column | null)[] | undefined {
  const known = cells.map((cell) => columnOf(HEADS, cell) ?? null);
  // Two words of the catalogue are no accident; one may be somebody's name.
  return known.filter((one) => one !== null).length >= 2 ? known : undefined;
}
