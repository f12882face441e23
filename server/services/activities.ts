import type { Activity } from "@/lib/contracts/amp/activities";
import { type ListQuery, oldestOf } from "@/lib/contracts/list";
import { type ActivityRow, type ActivityView, signedAmount } from "@/lib/domain/activities";
import type { Actor } from "@/lib/domain/actor";
import { toOwner } from "@/lib/domain/output-owner";
import type { AmpClient } from "@/server/amp/client";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { freshnessOf } from "@/server/mirror/fresh";
import { freshUsers } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { type AmpPage, pageOfAmp } from "./amp-pages";
import { assetUnit, requireUuid } from "./assets";
import { type AmpHeights, ampHeights } from "./heights";
import { offsetCursor, readCursor } from "./list";
import { userIdsMatching, userNames } from "./user-names";

const SORTS = ["blockheight", "amount", "type"];
/** Movements asked for at once, and looked through at most for one page, while a type or a text is looked for. */
const PORTION = 250;
const AT_MOST = 1_000;

/**
 * One page of an asset's movements, sorted and paged by AMP itself, which tells no total and filters by height only.
 * AMP: GET /assets/{a}, GET /registered_users/, GET /assets/{a}/activities with start, count, sortcolumn, sortorder,
 * height_start, height_stop
 */
export async function listActivities(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ActivityView> {
  requireUuid(assetUuid);
  await authorize(actor, "activity:read", assetUuid);
  // One question's time for the page, not three: the register is looked after meanwhile.
  const register = freshUsers(actor);
  const [{ ticker, precision }, page] = await Promise.all([
    assetUnit(actor, assetUuid),
    readRows(actor, assetUuid, query),
    register,
  ]);
  const holders = page.rows.map((row) => row.registeredUser);
  const names = await userNames(actor, holders, register);
  return {
    asset: { ticker, precision },
    page: {
      rows: page.rows.map((row) => toRow(row, names)),
      nextCursor: page.next === null ? null : offsetCursor(page.next),
      total: null,
      freshness: oldestOf([{ asOf: now(), source: "amp" }, freshnessOf(await register)]),
    },
    lookedThrough: page.lookedThrough,
  };
}

async function readRows(actor: Actor, assetUuid: string, query: ListQuery): Promise<AmpPage<Activity>> {
  const amp = await ampAs(actor);
  const needle = query.q?.trim().toLowerCase();
  const [heights, holders] = await Promise.all([
    ampHeights(amp, assetUuid, query),
    needle ? userIdsMatching(actor, needle) : null,
  ]);
  const keep = filterOf(query.filters.type, needle, holders);
  return heights === null ? NOTHING : readPage(amp, assetUuid, { ...query, heights, keep });
}

const NOTHING: AmpPage<Activity> = { rows: [], next: null, lookedThrough: null };

type Keep = ((row: Activity) => boolean) | undefined;

const readPage = (
  amp: AmpClient,
  assetUuid: string,
  query: ListQuery & { heights: AmpHeights; keep: Keep },
): Promise<AmpPage<Activity>> =>
  pageOfAmp({
    start: readCursor(query.cursor),
    limit: query.limit,
    portion: PORTION,
    atMost: AT_MOST,
    keep: query.keep,
    read: (start, count) =>
      amp.call("listActivities", {
        path: { assetUuid },
        query: { start, count, ...sortOf(query), ...query.heights },
      }),
  });

/** What AMP does not filter by; undefined when nothing of it is asked for. */
function filterOf(
  wanted: string | undefined,
  needle: string | undefined,
  holders: ReadonlySet<number> | null,
): Keep {
  if (!needle && !wanted) return undefined;
  return ({ type, txid, gaid, registeredUser, description }) => {
    if (wanted && type !== wanted) return false;
    if (!needle || (registeredUser !== null && holders?.has(registeredUser))) return true;
    return [txid, gaid, description].some((text) => text?.toLowerCase().includes(needle));
  };
}

function toRow(row: Activity, names: ReadonlyMap<number, string>): ActivityRow {
  const { type, description, datetime, txid, vout, blockheight, amount } = row;
  return {
    type,
    description,
    datetime,
    txid,
    vout,
    blockheight,
    owner: toOwner(row, names),
    amountSats: signedAmount(type, amount),
  };
}

function sortOf({ sort = "-blockheight" }: ListQuery) {
  const column = sort.replace(/^-/, "");
  const isKnown = SORTS.includes(column);
  return {
    sortColumn: isKnown ? column : "blockheight",
    sortOrder: sort.startsWith("-") || !isKnown ? ("desc" as const) : ("asc" as const),
  };
}
