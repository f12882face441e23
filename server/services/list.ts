import type { ListPage, ListQuery } from "@/lib/contracts/list";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { wordsOf } from "@/lib/words";
import { now } from "@/server/platform/clock";

type Key = string | number | bigint | boolean | null;

interface ListRules<T> {
  /** Column name → what it sorts by. */
  sorts: Record<string, (row: T) => Key>;
  defaultSort: string;
  /** Texts the search looks into: each of its words has to be in one. */
  search?: (row: T) => (string | null)[];
  filters?: Record<string, (row: T, value: string) => boolean>;
}

/**
 * The query contract over a whole list that is short enough to be held. Long ones are answered by `server/mirror`, so
 * the cursor stays opaque for everybody else.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export function pageOf<T>(all: T[], query: ListQuery, rules: ListRules<T>): ListPage<T> {
  const rows = sorted(
    all.filter((row) => matches(row, query, rules)),
    query,
    rules,
  );
  const start = readCursor(query.cursor);
  const page = rows.slice(start, start + query.limit);
  const end = start + page.length;
  return {
    rows: page,
    nextCursor: end < rows.length ? offsetCursor(end) : null,
    total: rows.length,
    freshness: { asOf: now(), source: "amp" },
  };
}

/** A cursor over rows that are counted by offset; AMP's own paging is of this kind too. */
export const offsetCursor = (offset: number): string => Buffer.from(`o:${offset}`).toString("base64url");

export function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const match = /^o:(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match) throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  return Number(match[1]);
}

/** @throws AppError INVALID_INPUT for a place behind which nothing stands any more */
export function requireRows(cursor: string | undefined, rows: readonly unknown[]): void {
  if (rows.length === 0 && readCursor(cursor) > 0)
    throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
}

function matches<T>(row: T, query: ListQuery, rules: ListRules<T>): boolean {
  const words = wordsOf(query.q ?? "");
  const texts = words.length > 0 ? (rules.search?.(row) ?? []) : [];
  const isIn = (word: string) => texts.some((text) => text?.toLowerCase().includes(word));
  if (!words.every(isIn)) return false;
  return Object.entries(query.filters).every(([name, value]) => rules.filters?.[name]?.(row, value) ?? true);
}

function sorted<T>(rows: T[], query: ListQuery, rules: ListRules<T>): T[] {
  const isKnown = query.sort !== undefined && Object.hasOwn(rules.sorts, query.sort.replace(/^-/, ""));
  const sort = isKnown && query.sort ? query.sort : rules.defaultSort;
  const key = rules.sorts[sort.replace(/^-/, "")];
  if (!key) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  return [...rows].sort((a, b) => compare(key(a), key(b), sign));
}

/** Absent values last in both directions, texts as people sort them, everything else by size. */
function compare(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "string" && typeof b === "string")
    return sign * a.localeCompare(b, "en", { numeric: true });
  return a < b ? -sign : a > b ? sign : 0;
}
