import type { ListPage, ListQuery } from "@/lib/contracts/list";
import { USER_ROW_STATES } from "@/lib/domain/user-jobs";
import { printCursor, readCursor } from "@/server/mirror/cursor";
import { now } from "@/server/platform/clock";
import { rowsOf, type StoredRow } from "@/server/register/row-store";

/** A page of a job's rows, in their order. @throws AppError INVALID_INPUT for a cursor of another list */
export async function pageOfRows<T>(
  jobId: string,
  query: ListQuery,
  toRow: (row: StoredRow) => T,
): Promise<ListPage<T>> {
  const [after] = readCursor(query.cursor, ["number"]) ?? [-1];
  const state = USER_ROW_STATES.find((name) => name === query.filters.state);
  const found = await rowsOf(jobId, {
    after,
    limit: query.limit + 1,
    ...(state ? { states: [state] } : {}),
    ...(query.q ? { search: query.q } : {}),
  });
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    rows: page.map(toRow),
    nextCursor: found.length > query.limit && last ? printCursor([last.number]) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}
