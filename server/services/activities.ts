import type { Activity } from "@/lib/contracts/amp/activities";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { offsetCursor, readCursor } from "./list";
import { allUsers } from "./users";

/** A movement without its blinders: those leave the server only on demand. */
export interface ActivityRow extends Omit<Activity, "assetBlinder" | "amountBlinder"> {
  userName: string | null;
}

export const ACTIVITY_SORTS = ["blockheight", "amount", "type"] as const;

/**
 * One page of an asset's movements, sorted and paged by AMP itself. AMP: GET /assets/{a}/activities with start,
 * count, sortcolumn, sortorder, height_start, height_stop. AMP tells no total and filters by height only.
 */
export async function listActivities(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<ActivityRow>> {
  await authorize(actor, "activity:read", assetUuid);
  const amp = await ampAs(actor);
  const start = readCursor(query.cursor);
  const [activities, users] = await Promise.all([
    amp.call("listActivities", {
      path: { assetUuid },
      query: { start, count: query.limit + 1, ...sortOf(query), ...heightsOf(query) },
    }),
    allUsers(actor),
  ]);
  const names = new Map(users.map((user) => [user.id, user.name]));
  const rows = activities.slice(0, query.limit).map(({ assetBlinder, amountBlinder, ...row }) => ({
    ...row,
    userName: row.registeredUser === null ? null : (names.get(row.registeredUser) ?? null),
  }));
  return {
    rows,
    nextCursor: activities.length > query.limit ? offsetCursor(start + query.limit) : null,
    total: null,
    freshness: { asOf: now(), source: "amp" },
  };
}

function sortOf(query: ListQuery) {
  const sort = query.sort ?? "-blockheight";
  const column = sort.replace(/^-/, "");
  const isKnown = (ACTIVITY_SORTS as readonly string[]).includes(column);
  return {
    sortColumn: isKnown ? column : "blockheight",
    sortOrder: sort.startsWith("-") || !isKnown ? ("desc" as const) : ("asc" as const),
  };
}

function heightsOf({ filters }: ListQuery) {
  const height = (text: string | undefined) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined);
  const [from, to] = [height(filters.from), height(filters.to)];
  return {
    ...(from === undefined ? {} : { heightStart: from }),
    ...(to === undefined ? {} : { heightStop: to }),
  };
}
