import { MAX_SUPPLY_SATS } from "./issue-draft";
import { readVesting, type VestingError } from "./vesting-time";

/** The grid in which many assignments are entered, and what is checked before anything is sent. Nothing here asks anybody. */

export const MAX_GRID_ROWS = 10_000;
/** Rows that are looked up, stored and carried out together: no answer and no page has more of them at once. */
export const GRID_PART = 1_000;

/** One row as it is typed. */
export interface GridRow {
  /** Only for the screen. */
  key: number;
  /** Number, name or GAID. */
  user: string;
  /** What else the table that the row came from calls the user: it has to be the same one. */
  userToo?: string[];
  /** In the displayed unit. */
  amount: string;
  /** "2027-01-31 09:00" in the zone of whoever types; empty for at once. */
  vests: string;
  /** A time that was begun and is not whole: to the browser it is no text, and yet it does not mean at once. */
  isHalfTime?: boolean;
  isReady: boolean;
}

/** Whom a text in the grid's first column means, as far as AMP's register tells. */
export type Assignee =
  | { text: string; kind: "none" }
  | { text: string; kind: "several"; count: number }
  | {
      text: string;
      kind: "one";
      userId: number;
      name: string;
      hasWallet: boolean;
      /** The default GAID, where the text is another one of the user's: AMP pays to the default. */
      paidTo: string | null;
      /** Names of the required categories that the user lacks; empty for issuer-tracked assets. */
      missing: string[];
      /** Assigned to the user already and not distributed, in sats. */
      openSats: bigint;
    };

type AmountProblem = "empty" | "not-a-number" | "ambiguous" | "too-many-decimals" | "negative" | "too-large";

/** Keeps the row from being assigned. */
export type Blocker =
  | { kind: "no-user" }
  | { kind: "user-unknown" }
  | { kind: "user-several"; count: number }
  | { kind: "user-missing"; categories: string[] }
  | { kind: "user-differs"; text: string }
  | { kind: "amount"; error: AmountProblem }
  | { kind: "amount-zero" }
  | { kind: "vests"; error: VestingError };

/** Worth a look; the row can be assigned. */
export type Warning =
  | { kind: "no-wallet" }
  | { kind: "other-wallet"; paidTo: string }
  | { kind: "unknown-too"; text: string }
  | { kind: "vested-already" }
  | { kind: "again-in-grid"; position: number }
  | { kind: "open-already"; sats: bigint };

export interface CheckedRow {
  row: GridRow;
  /** Undefined while the register was not asked for this text. */
  assignee: Assignee | undefined;
  /** Whether it was asked for whatever names the user. */
  isLookedUp: boolean;
  sats: bigint | null;
  vestsAt: Date | null;
  blockers: Blocker[];
  warnings: Warning[];
}

export const isBlank = (row: GridRow): boolean => `${row.user}${row.amount}${row.vests}`.trim() === "";

/** Whatever names the row's user, without the spaces around it: what the field says, then what else a table said. */
export const userTexts = ({ user, userToo = [] }: GridRow): string[] =>
  [user.trim(), ...userToo].filter((text) => text !== "");

interface GridContext {
  /** By the text as typed, without the spaces around it. */
  assignees: ReadonlyMap<string, Assignee>;
  readAmount: (text: string) => { sats: bigint; error?: never } | { sats?: never; error: AmountProblem };
  now: Date;
}

/** Every row with what is wrong with it; blank rows are left out. */
export function checkGrid(rows: readonly GridRow[], context: GridContext): CheckedRow[] {
  const firstOf = new Map<number, number>();
  return rows.flatMap((row, index) => {
    if (isBlank(row)) return [];
    const checked = checkRow(row, context);
    const { assignee } = checked;
    if (assignee?.kind !== "one") return [checked];
    const first = firstOf.get(assignee.userId);
    if (first === undefined) firstOf.set(assignee.userId, index + 1);
    else checked.warnings.push({ kind: "again-in-grid", position: first });
    return [checked];
  });
}

function checkRow(row: GridRow, { assignees, readAmount, now }: GridContext): CheckedRow {
  const assignee = assignees.get(row.user.trim());
  const amount = readAmount(row.amount);
  const vesting = row.isHalfTime ? ({ error: "half" } as const) : readVesting(row.vests);
  const others = (row.userToo ?? []).flatMap((text) => assignees.get(text) ?? []);
  const blockers: Blocker[] = [...userBlockers(row.user, assignee), ...otherUser(assignee, others)];
  if (amount.error !== undefined) blockers.push({ kind: "amount", error: amount.error });
  else if (amount.sats < 1n) blockers.push({ kind: "amount-zero" });
  if ("error" in vesting) blockers.push({ kind: "vests", error: vesting.error });
  const vestsAt = "at" in vesting ? vesting.at : null;
  return {
    ...{ row, assignee, vestsAt, blockers },
    isLookedUp: userTexts(row).every((text) => assignees.has(text)),
    sats: amount.sats !== undefined && amount.sats > 0n ? amount.sats : null,
    warnings: warningsOf(assignee, others, { vestsAt, now }),
  };
}

function userBlockers(text: string, assignee: Assignee | undefined): Blocker[] {
  if (text.trim() === "") return [{ kind: "no-user" }];
  if (assignee?.kind === "none") return [{ kind: "user-unknown" }];
  if (assignee?.kind === "several") return [{ kind: "user-several", count: assignee.count }];
  if (assignee && assignee.missing.length > 0)
    return [{ kind: "user-missing", categories: assignee.missing }];
  return [];
}

/** A name that several have may be this user's. */
function otherUser(assignee: Assignee | undefined, others: readonly Assignee[]): Blocker[] {
  if (assignee?.kind !== "one") return [];
  const name = assignee.name.trim().toLowerCase();
  const differs = others.find((other) =>
    other.kind === "one"
      ? other.userId !== assignee.userId
      : other.kind === "several" && other.text.toLowerCase() !== name,
  );
  return differs ? [{ kind: "user-differs", text: differs.text }] : [];
}

/** Nobody is called so: the user may have another name or wallet by now, and a manager is not told whose an old one was. */
function warningsOf(
  assignee: Assignee | undefined,
  others: readonly Assignee[],
  { vestsAt, now }: { vestsAt: Date | null; now: Date },
): Warning[] {
  const warnings: Warning[] = [];
  if (assignee?.kind === "one" && !assignee.hasWallet) warnings.push({ kind: "no-wallet" });
  if (assignee?.kind === "one" && assignee.openSats > 0n)
    warnings.push({ kind: "open-already", sats: assignee.openSats });
  const other = [assignee, ...others].find((one) => one?.kind === "one" && one.paidTo !== null);
  if (other?.kind === "one" && other.paidTo !== null)
    warnings.push({ kind: "other-wallet", paidTo: other.paidTo });
  const unknown = others.find(({ kind }) => kind === "none");
  if (unknown) warnings.push({ kind: "unknown-too", text: unknown.text });
  if (vestsAt !== null && vestsAt <= now) warnings.push({ kind: "vested-already" });
  return warnings;
}

export interface GridTotals {
  rows: number;
  /** Rows that cannot be assigned as they stand. */
  blocked: number;
  /** Rows whose user was not looked up yet. */
  unchecked: number;
  totalSats: bigint;
  /** What would stay free; below zero when the grid asks for more than there is. */
  leftSats: bigint;
  canAssign: boolean;
}

/** @param freeSats what AMP's treasury balance has left to assign */
export function gridTotals(rows: readonly CheckedRow[], freeSats: bigint): GridTotals {
  const totalSats = rows.reduce((sum, { sats }) => sum + (sats ?? 0n), 0n);
  const blocked = rows.filter(({ blockers }) => blockers.length > 0).length;
  const unchecked = rows.filter(({ isLookedUp }) => !isLookedUp).length;
  const leftSats = freeSats - totalSats;
  const isWhole = rows.length > 0 && rows.length <= MAX_GRID_ROWS && blocked + unchecked === 0;
  const canAssign = isWhole && leftSats >= 0n && totalSats <= MAX_SUPPLY_SATS;
  return { rows: rows.length, blocked, unchecked, totalSats, leftSats, canAssign };
}
