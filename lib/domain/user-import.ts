import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { userImportText as text } from "@/lib/messages/user-import";
import type { ReadCsv } from "./csv";
import type { CategoryName } from "./eligibility";
import { withoutApostrophe } from "./exports";
import { mayBeGaid } from "./gaid";
import { Refusal, refuse } from "./row-refusal";
import { columnOf, type OwnWords, readYesNo } from "./table-words";
import {
  type KnownCategories,
  knownCategories,
  readCategoryIds,
  readCategoryNames,
} from "./user-import-categories";
import type { UserRowState, UserStep } from "./user-jobs";

/** The columns of an import; the first line names them, in any order. */
export const IMPORT_COLUMNS = ["name", "gaid", "company", "categories", "id", "category_ids"] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Beside them in the file of the refused rows. */
export const REASON_COLUMN = "reason";
/** Beside them in the file of the whole register. */
const UNSETTABLE = ["creator", "is_archived"] as const;

/** What they may be called, as `columnOf` reads it; of those that an import cannot set nothing is read. */
const HEADS: Record<ImportColumn | typeof REASON_COLUMN | (typeof UNSETTABLE)[number], readonly string[]> = {
  name: ["name"],
  gaid: ["gaid"],
  company: ["company", "iscompany", "unternehmen", "firma"],
  categories: ["categories", "kategorien"],
  id: ["id"],
  category_ids: ["categoryids", "kategorienummern"],
  [REASON_COLUMN]: [REASON_COLUMN, "grund"],
  creator: ["creator"],
  is_archived: ["isarchived"],
};

export const MAX_IMPORT_ROWS = 100_000;
/** UTF-16 code units; an action takes nine megabytes. */
export const MAX_IMPORT_LENGTH = 8_000_000;
const MAX_NAME = 255;
const NUMBER = /^\d{1,9}$/;

export interface PlannedRow {
  /** The line of the file. */
  number: number;
  name: string;
  userId: number | null;
  state: Extract<UserRowState, "unchecked" | "queued" | "refused" | "same">;
  steps: UserStep[];
  /** Why it is refused, or what the file wants that an import does not do. */
  problem: string | null;
  /** What the file has in each of `IMPORT_COLUMNS`, of a row that is refused or may still be. */
  cells: string[] | null;
}

export interface ImportContext {
  /** Whoever `isNamedIn` of the file, at least. */
  users: readonly RegisteredUser[];
  categories: readonly CategoryName[];
  /** AMP lets the issuer alone change categories. */
  mayCategorise: boolean;
}

/** What an import would do, row by row, or why the file cannot be read at all. Nothing is asked of anybody. */
export function planImport(
  table: ReadCsv,
  context: ImportContext,
): { rows: PlannedRow[] } | { problem: string } {
  if (table.isCut) return { problem: text.file.cut };
  if (table.openQuoteLine !== null) return { problem: text.file.openQuote(table.openQuoteLine) };
  const [head, ...body] = table.rows;
  if (!head) return { problem: text.file.empty };
  const unknown = head.find((cell) => cell !== "" && !columnOf(HEADS, cell));
  if (unknown !== undefined) return { problem: text.file.unknownColumn(unknown) };
  const columns = head.map((cell) => columnOf(HEADS, cell) ?? "");
  const twice = columns.find((name, place) => name !== "" && columns.indexOf(name) !== place);
  if (twice) return { problem: text.file.columnTwice(twice) };
  if (!columns.includes("name") && !columns.includes("id")) return { problem: text.file.noName };
  if (body.length === 0) return { problem: text.file.headOnly };
  if (body.length > MAX_IMPORT_ROWS) return { problem: text.file.tooLong(MAX_IMPORT_ROWS) };
  const register = indexOf(context);
  const seen: Seen = { names: new Map(), gaids: new Map(), ids: new Map() };
  const rows = body.map((cells, place) => {
    const number = table.lines[place + 1] ?? place + 2;
    return planRow({ number, cells, columns, context, register, seen });
  });
  return { rows };
}

/** Whether a row of a file may mean this user, by name, GAID or number: nobody else matters to what it would do. */
export function isNamedIn(rows: ReadCsv["rows"]): (user: RegisteredUser) => boolean {
  const cells = new Set(rows.flatMap((row) => row.map((cell) => withoutApostrophe(cell.trim()))));
  const ids = new Set([...cells].filter((cell) => NUMBER.test(cell)).map(Number));
  return ({ id, name, gaid }) => ids.has(id) || cells.has(name) || (gaid !== null && cells.has(gaid));
}

/** The lines that used a name, a GAID or an id first. */
interface Seen {
  names: Map<string, number>;
  gaids: Map<string, number>;
  ids: Map<number, number>;
}

interface Register {
  byId: Map<number, RegisteredUser>;
  byName: Map<string, RegisteredUser>;
  byGaid: Map<string, RegisteredUser>;
  categories: KnownCategories;
}

function indexOf({ users, categories }: ImportContext): Register {
  return {
    byId: new Map(users.map((user) => [user.id, user])),
    byName: new Map(users.map((user) => [user.name, user])),
    byGaid: new Map(users.flatMap((user) => (user.gaid === null ? [] : [[user.gaid, user] as const]))),
    categories: knownCategories(categories),
  };
}

interface Line {
  number: number;
  cells: string[];
  columns: string[];
  context: ImportContext;
  register: Register;
  seen: Seen;
}

function planRow(line: Line): PlannedRow {
  const cell = (column: ImportColumn) =>
    withoutApostrophe(line.cells[line.columns.indexOf(column)]?.trim() ?? "");
  const cells = IMPORT_COLUMNS.map(cell);
  const row = { number: line.number, name: cell("name") || cell("gaid") || cell("id"), userId: null };
  try {
    if (line.cells.length > line.columns.length) refuse(text.row.tooManyCells);
    const name = readName(cell("name"));
    const gaid = readGaid(cell("gaid"));
    const isCompany = readCompany(cell("company"));
    const known = findKnown(line, { id: cell("id"), name, gaid });
    if (name === "" && !known) refuse(text.row.noName);
    if (known) once(line.seen.ids, known.id, line.number, text.row.idTwice);
    once(line.seen.names, known ? "" : name, line.number, text.row.nameTwice);
    once(line.seen.gaids, gaid ?? "", line.number, text.row.gaidTwice);
    const categories = readCategories(line, cell);
    const steps = known
      ? changesOf(line, known, { name, gaid, isCompany, categories })
      : [{ kind: "create", name, isCompany: isCompany ?? false, gaid } as const, ...joinsOf(categories, [])];
    if (steps.some(({ kind }) => kind === "join") && !line.context.mayCategorise) refuse(text.row.issuerOnly);
    const asksAmp = steps.some((step) => gaidOf(step) !== null);
    const state = steps.length === 0 ? "same" : asksAmp ? "unchecked" : "queued";
    return {
      ...row,
      name: name || (known?.name ?? ""),
      userId: known?.id ?? null,
      state,
      steps,
      problem: known ? stayingWords(line, known, categories) : null,
      cells: asksAmp ? cells : null,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...row, state: "refused", steps: [], problem: error.message, cells };
  }
}

/** The GAID that a step brings to AMP. */
export const gaidOf = (step: UserStep): string | null =>
  step.kind === "create" || step.kind === "add-gaid" ? step.gaid : null;

function readName(cell: string): string {
  if (cell.length > MAX_NAME) refuse(text.row.longName(cell.length));
  return cell;
}

function readGaid(cell: string): string | null {
  if (cell !== "" && !mayBeGaid(cell)) refuse(text.row.gaidForm);
  return cell || null;
}

const COMPANY: OwnWords = { yes: ["company", "unternehmen", "firma"], no: ["person"] };

function readCompany(cell: string): boolean | null {
  if (cell === "") return null;
  return readYesNo(cell, COMPANY) ?? refuse(text.row.company(cell));
}

/** The numbers in the one cell and those of the names in the other one. */
interface RowCategories {
  numbered: number[];
  named: number[];
}

function readCategories(
  { register }: Line,
  cell: (column: "categories" | "category_ids") => string,
): RowCategories {
  const numbered = readCategoryIds(register.categories, cell("category_ids"));
  return { numbered, named: readCategoryNames(register.categories, cell("categories"), numbered) };
}

/** A file with the column of the register's own has all that a user is in: what is left out of it was meant to go. */
function stayingWords(
  { columns, context }: Line,
  user: RegisteredUser,
  { numbered, named }: RowCategories,
): string | null {
  if (!columns.includes("category_ids")) return null;
  const listed = columns.includes("categories") ? [numbered, named] : [numbered];
  const left = user.categories.filter((id) => listed.some((ids) => !ids.includes(id)));
  const nameOf = (id: number) => context.categories.find((one) => one.id === id)?.name ?? String(id);
  return left.length === 0 ? null : text.row.staysIn(left.map(nameOf).join(", "));
}

/** The user whom a row changes: by its id, or one with the same name and GAID. */
function findKnown(
  { register }: Line,
  { id, name, gaid }: { id: string; name: string; gaid: string | null },
): RegisteredUser | undefined {
  const named = register.byName.get(name);
  const owner = gaid === null ? undefined : register.byGaid.get(gaid);
  if (id === "") {
    if (named && named.gaid === gaid) return named;
    if (named) refuse(text.row.nameTaken(named.id));
    if (owner) refuse(text.row.gaidTaken(owner.name, owner.id));
    return undefined;
  }
  const user = NUMBER.test(id) ? register.byId.get(Number(id)) : undefined;
  if (!user) return refuse(text.row.noUser(id));
  if (named && named.id !== user.id && name !== user.name.trim()) refuse(text.row.nameTaken(named.id));
  if (owner && owner.id !== user.id) refuse(text.row.gaidTaken(owner.name, owner.id));
  return user;
}

/** Only what differs; nothing is ever taken away. A further GAID leaves the default as it is. */
function changesOf(
  { seen, number }: Line,
  user: RegisteredUser,
  wanted: { name: string; gaid: string | null; isCompany: boolean | null; categories: RowCategories },
): UserStep[] {
  const { name, gaid, isCompany, categories } = wanted;
  if (isCompany !== null && isCompany !== user.isCompany) refuse(text.row.companyFixed);
  const isRenamed = name !== "" && name !== user.name.trim();
  if (isRenamed) once(seen.names, name, number, text.row.nameTwice);
  return [
    ...(isRenamed ? [{ kind: "rename", name, before: user.name } as const] : []),
    ...(gaid !== null && gaid !== user.gaid ? [{ kind: "add-gaid", gaid } as const] : []),
    ...joinsOf(categories, user.categories),
  ];
}

const joinsOf = ({ numbered, named }: RowCategories, already: readonly number[]): UserStep[] =>
  [...new Set([...numbered, ...named])]
    .filter((categoryId) => !already.includes(categoryId))
    .map((categoryId) => ({ kind: "join", categoryId }));

/** Two lines of one file must not mean the same. */
function once<K extends string | number>(
  seen: Map<K, number>,
  key: K,
  line: number,
  words: (line: number) => string,
): void {
  if (key === "") return;
  const first = seen.get(key);
  if (first !== undefined) refuse(words(first));
  seen.set(key, line);
}
