import { type SQL, sql } from "drizzle-orm";
import { readCursor } from "./cursor";

/** Lists of what belongs to somebody. In SQL a row is `x`, which has a `place` of its own, and its user is `u`. */

/** `amount` and `owner` (the name, then those without one); "-" in front turns it round. */
export type OwnedSort = "amount" | "-amount" | "owner" | "-owner";
const SORTS = ["amount", "-amount", "owner", "-owner"] satisfies OwnedSort[];

/** Where a page ended: the amount or what the name is sorted by, then the row's own place. */
export type OwnedPlace = readonly [value: bigint | string, place: string];

export interface OwnedPage {
  sort: OwnedSort;
  after: OwnedPlace | null;
  limit: number;
}

/**
 * One row more than asked for, to see whether there are more.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export function ownedPage(query: {
  sort?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}): OwnedPage {
  const sort = SORTS.find((known) => known === query.sort) ?? "-amount";
  const after = readCursor(query.cursor, [isByAmount(sort) ? "bigint" : "string", "string"]);
  return { sort, after, limit: query.limit + 1 };
}

export const isByAmount = (sort: OwnedSort): boolean => sort.endsWith("amount");

/** Behind every name, so that those without a record come last. */
const NAMELESS = "\uffff";
export const sortedName: SQL = sql`coalesce(u.sort_name, ${NAMELESS}) collate "C"`;

/** "-" in front turns a sort round; for what is none of `sorts` there is `usual`. */
export function sortAmong<S extends string>(
  sorts: Readonly<Record<S, unknown>>,
  wanted: string,
  usual: { sort: S; isDown: boolean },
): { sort: S; isDown: boolean } {
  const name = wanted.replace(/^-/, "");
  return Object.hasOwn(sorts, name) ? { sort: name as S, isDown: wanted.startsWith("-") } : usual;
}

/**
 * The order by a value and then by a row's own place, and what lies beyond the page before.
 * @param after value and place of that page's last row
 * @returns `by` and, written out, `order` are the same
 */
export function inOrder(
  value: SQL,
  place: SQL,
  { isDown, after }: { isDown: boolean; after: readonly [value: unknown, place: unknown] | null },
): { by: SQL[]; order: SQL; beyond: SQL | undefined } {
  const direction = isDown ? sql`desc` : sql`asc`;
  const by = [sql`${value} ${direction}`, sql`${place} ${direction}`];
  return {
    by,
    order: sql`order by ${sql.join(by, sql`, `)}`,
    beyond: after
      ? sql`(${value}, ${place}) ${isDown ? sql`<` : sql`>`} (${after[0]}, ${after[1]})`
      : undefined,
  };
}

/** The same by `x.place`, a text that is compared letter by letter. */
export const inOrderOfPlace = (
  value: SQL,
  { isDown, after }: { isDown: boolean; after: readonly [value: unknown, place: string] | null },
) => inOrder(value, sql`x.place`, { isDown, after: after && [after[0], sql`${after[1]} collate "C"`] });

/** What the rows are sorted by, how, and what lies beyond the page before. */
export function keyset({ sort, after }: OwnedPage): { value: SQL; order: SQL; beyond: SQL | undefined } {
  const value = isByAmount(sort) ? sql`x.amount` : sortedName;
  return { value, ...inOrderOfPlace(value, { isDown: sort.startsWith("-"), after }) };
}

export const placeOf = (sort: OwnedSort, row: { value: string; place: string }): OwnedPlace => [
  isByAmount(sort) ? BigInt(row.value) : row.value,
  row.place,
];
