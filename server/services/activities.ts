import type { ListQuery } from "@/lib/contracts/list";
import {
  type ActivityRow,
  type ActivityView,
  heightProblem,
  readHeight,
  signedAmount,
} from "@/lib/domain/activities";
import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { getAsset } from "./assets";
import { offsetCursor, readCursor } from "./list";
import { allUsers } from "./users";

const SORTS = ["blockheight", "amount", "type"];

/**
 * One page of an asset's movements, sorted and paged by AMP itself. AMP: GET /assets/{a}, GET /registered_users/,
 * GET /assets/{a}/activities with start, count, sortcolumn, sortorder, height_start, height_stop. AMP tells no total
 * and filters by height only.
 */
export async function listActivities(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ActivityView> {
  const { ticker, precision } = await getAsset(actor, assetUuid);
  await authorize(actor, "activity:read", assetUuid);
  const start = readCursor(query.cursor);
  const rows = heightProblem(query.filters) === null ? await readRows(actor, assetUuid, query, start) : [];
  return {
    asset: { ticker, precision },
    page: {
      rows: rows.slice(0, query.limit),
      nextCursor: rows.length > query.limit ? offsetCursor(start + query.limit) : null,
      total: null,
      freshness: { asOf: now(), source: "amp" },
    },
  };
}

/** One row more than the page shows, so that it is known whether there is a next one. */
async function readRows(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
  start: number,
): Promise<ActivityRow[]> {
  const amp = await ampAs(actor);
  const [activities, users] = await Promise.all([
    amp.call("listActivities", {
      path: { assetUuid },
      query: { start, count: query.limit + 1, ...sortOf(query), ...heightsOf(query) },
    }),
    allUsers(actor),
  ]);
  const names = new Map(users.map((user) => [user.id, user.name]));
  return activities.map(({ type, datetime, txid, vout, blockheight, registeredUser, gaid, amount }) => ({
    type,
    datetime,
    txid,
    vout,
    blockheight,
    registeredUser,
    userName: registeredUser === null ? null : (names.get(registeredUser) ?? null),
    gaid,
    amountSats: signedAmount(type, amount),
  }));
}

function sortOf({ sort = "-blockheight" }: ListQuery) {
  const column = sort.replace(/^-/, "");
  const isKnown = SORTS.includes(column);
  return {
    sortColumn: isKnown ? column : "blockheight",
    sortOrder: sort.startsWith("-") || !isKnown ? ("desc" as const) : ("asc" as const),
  };
}

function heightsOf({ filters }: ListQuery) {
  const [from, to] = [readHeight(filters.from), readHeight(filters.to)];
  return {
    ...(from == null ? {} : { heightStart: from }),
    ...(to == null ? {} : { heightStop: to }),
  };
}
