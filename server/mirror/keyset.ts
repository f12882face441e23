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

/** What the rows are sorted by, how, and what lies beyond the page before. */
export function keyset({ sort, after }: OwnedPage): { value: SQL; order: SQL; beyond: SQL | undefined } {
  const isDown = sort.startsWith("-");
  const value = isByAmount(sort) ? sql`x.amount` : sortedName;
  const direction = isDown ? sql`desc` : sql`asc`;
  const beyond =
    after && sql`(${value}, x.place) ${isDown ? sql`<` : sql`>`} (${after[0]}, ${after[1]} collate "C")`;
  return {
    value,
    order: sql`order by ${value} ${direction}, x.place ${direction}`,
    beyond: beyond ?? undefined,
  };
}

export const placeOf = (sort: OwnedSort, row: { value: string; place: string }): OwnedPlace => [
  isByAmount(sort) ? BigInt(row.value) : row.value,
  row.place,
];
