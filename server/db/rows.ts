import { type SQL, sql } from "drizzle-orm";

/** What a text cannot hold here, and JSON can: a zero byte, half a character. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
const MAY_BE_UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** The text as PostgreSQL keeps it. */
export const storable = (text: string): string => text.replace(UNSTORABLE, "");

/**
 * Rows that somebody else told, as one parameter, which takes less than half the time of single ones; what a text of
 * theirs cannot hold is left out, because one such row would have all of them refused.
 */
export const toldRows = (rows: readonly object[]): SQL => sql`json_to_recordset(${storableJson(rows)}::json)`;

function storableJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  if (!MAY_BE_UNSTORABLE.test(json)) return json;
  return JSON.stringify(rows, (_, value) => (typeof value === "string" ? storable(value) : value));
}
