import { type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { MomentView } from "@/lib/domain/moment";
import { type OwnersBy, ownersBy } from "@/lib/domain/ownership";
import type { DifferenceFigures, DifferenceView, HolderChange } from "@/lib/domain/ownership-difference";
import { authorize } from "@/server/auth/authorize";
import { type OwnersThen, supplyBy } from "@/server/history/balances-store";
import {
  CHANGE_SORTS,
  countChanges,
  type FoundChange,
  selectChanges,
  sumChanges,
} from "@/server/history/changes-store";
import { findLastMove } from "@/server/history/store";
import { cutPage, readCursor } from "@/server/mirror/cursor";
import { getAsset } from "./assets";
import { kindsNamed } from "./ownership-figures";
import { askedMoment, momentOf, openHistory } from "./ownership-history";
import { ownersThen } from "./ownership-owners";

/**
 * Who came, left, gained and lost between two moments, by the movements; an empty `to` is now. Both ends name everybody
 * as registered today. AMP: GET /assets/{a}, …/txs; for the copies …/ownerships, GET /registered_users/
 * @throws AppError INVALID_INPUT for what is no moment
 */
export async function readDifference(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<DifferenceView> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "ownership:read", assetUuid);
  const from = askedMoment(query.filters.from);
  const to = query.filters.to === undefined ? undefined : askedMoment(query.filters.to);
  const history = await openHistory(actor, asset);
  const by = ownersBy(query.filters.by);
  const end = to ?? { height: (await findLastMove(history))?.height ?? 0 };
  const [one, other] = await Promise.all([momentOf(history, from), momentOf(history, end)]);
  const [before, after] = isLater(one, other) ? [other, one] : [one, other];
  const span = { from: before.height, to: after.height };
  return ownersThen(actor, history, span, async (owners, named) => ({
    asset: { ticker: asset.ticker, precision: asset.precision },
    by,
    from: before,
    to: after,
    figures: await figuresOfChanges(owners, by, {
      supplyBeforeSats: await supplyBy(owners, history, before.height),
      supplyAfterSats: await supplyBy(owners, history, after.height),
    }),
    page: { ...(await changesPage(owners, query, by)), freshness: named },
  }));
}

/** By the movements, which tell a height and a time apart; of two times with none between them by the times. */
const isLater = (one: MomentView, other: MomentView): boolean =>
  one.height === other.height
    ? one.asked.at !== undefined && other.asked.at !== undefined && one.asked.at > other.asked.at
    : one.height > other.height;

async function figuresOfChanges(
  owners: OwnersThen,
  by: OwnersBy,
  supply: Pick<DifferenceFigures, "supplyBeforeSats" | "supplyAfterSats">,
): Promise<DifferenceFigures> {
  const none = () => ({ count: 0, sats: 0n });
  const holders = { came: none(), left: none(), gained: none(), fell: none() };
  let treasurySats = 0n;
  for (const { isTreasury, change, count, sats } of await sumChanges(owners, by)) {
    if (isTreasury) treasurySats += sats;
    else holders[change] = { count, sats };
  }
  return { ...supply, treasurySats, holders };
}

/** @throws AppError INVALID_INPUT for a cursor that no page of this list returned */
async function changesPage(
  owners: OwnersThen,
  { q, sort: asked, cursor, limit, filters }: ListQuery,
  by: OwnersBy,
): Promise<Omit<ListPage<HolderChange>, "freshness">> {
  const known = CHANGE_SORTS.find((name) => name === asked?.replace(/^-/, ""));
  const [sort, isDown] = known ? [known, asked?.startsWith("-") === true] : (["size", true] as const);
  const filter = { q, change: filters.change, namedKinds: kindsNamed(q) };
  const after = readCursor(cursor, [sort === "owner" ? "string" : "bigint", "string"]);
  const found = await selectChanges(owners, filter, { sort, isDown, after, limit: limit + 1, by });
  const { shown, nextCursor } = cutPage(found, limit);
  return {
    rows: shown.map((row) => toChange(row, by)),
    nextCursor,
    total: limit > MAX_LIMIT ? null : await countChanges(owners, filter, by),
  };
}

const toChange = ({ place: _, ...row }: FoundChange, by: OwnersBy): HolderChange => ({
  ...row,
  id: by === "gaid" && row.gaids[0] !== undefined ? `gaid:${row.gaids[0]}` : row.id,
  changeSats: row.afterSats - row.beforeSats,
});
