import { and, type SQL, sql } from "drizzle-orm";
import type { HolderKind, OwnersBy } from "@/lib/domain/ownership";
import type { ChangeKind } from "@/lib/domain/ownership-difference";
import { inOrderOfPlace, sortedName } from "@/server/mirror/keyset";
import { matchingOwners, type OwnersFilter, ownersNames } from "@/server/mirror/owners-store";
import type { OwnersThen } from "./balances-store";

export const CHANGE_SORTS = ["size", "owner", "change", "before", "after"] as const;
export type ChangeSort = (typeof CHANGE_SORTS)[number];

export interface ChangesPage {
  sort: ChangeSort;
  isDown: boolean;
  after: readonly [value: bigint | string, place: string] | null;
  limit: number;
}

export interface ChangesFilter extends OwnersFilter {
  change?: string | undefined;
}

export interface FoundChange {
  id: string;
  kind: HolderKind;
  userId: number | null;
  name: string | null;
  gaids: string[];
  beforeSats: bigint;
  afterSats: bigint;
  change: ChangeKind;
  place: readonly [value: bigint | string, place: string];
}

/** Whose holding is another one at the end of the span than at its beginning: rows `x` with what became of it. */
const changesSql = ({ ends, sums }: OwnersThen, by: OwnersBy): SQL => {
  const rows =
    by === "user"
      ? sql`select id, kind, user_id, null::text as gaid, before_sats, amount, id as place from (${sums}) as s`
      : sql`select holder_id as id, kind, user_id, gaid, before_sats, amount,
          holder_id || '/' || coalesce(gaid, '') as place from (${ends}) as e`;
  return sql`select *, amount - before_sats as change_sats,
      case when before_sats = 0 then 'came' when amount = 0 then 'left'
        when amount > before_sats then 'gained' else 'fell' end as change
    from (${rows}) as r where amount <> before_sats`;
};

const VALUES: Record<ChangeSort, SQL> = {
  size: sql`abs(x.change_sats)`,
  owner: sortedName,
  change: sql`x.change_sats`,
  before: sql`x.before_sats`,
  after: sql`x.amount`,
};

const matching = (owners: OwnersThen, { change, ...filter }: ChangesFilter, by: OwnersBy): SQL | undefined =>
  and(
    change === undefined ? undefined : sql`x.change = ${change}`,
    // Also who holds nothing any more may be looked for.
    matchingOwners({ ...owners, parts: owners.ends }, filter, by),
  );

export async function selectChanges(
  owners: OwnersThen,
  filter: ChangesFilter,
  { sort, isDown, after, limit, by }: ChangesPage & { by: OwnersBy },
): Promise<FoundChange[]> {
  const value = VALUES[sort];
  const { order, beyond } = inOrderOfPlace(value, { isDown, after });
  const rows = await owners.ask<{
    id: string;
    kind: HolderKind;
    user_id: number | null;
    name: string | null;
    gaid: string | null;
    before_sats: string;
    amount: string;
    change: ChangeKind;
    value: string;
    place: string;
  }>(sql`
    select x.id, x.kind, x.user_id, u.name, x.gaid, x.before_sats, x.amount, x.change,
      ${value} as value, x.place
    from (${changesSql(owners, by)}) as x ${ownersNames(owners)}
    where ${and(matching(owners, filter, by), beyond) ?? sql`true`}
    ${order} limit ${limit}`);
  const gaids =
    by === "user"
      ? await gaidsOf(
          owners,
          rows.map(({ id }) => id),
        )
      : new Map<string, string[]>();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    name: row.name,
    gaids: gaids.get(row.id) ?? (row.gaid === null ? [] : [row.gaid]),
    beforeSats: BigInt(row.before_sats),
    afterSats: BigInt(row.amount),
    change: row.change,
    place: [sort === "owner" ? row.value : BigInt(row.value), row.place],
  }));
}

/** The GAIDs in which owners held something at either end. */
async function gaidsOf({ ask, ends }: OwnersThen, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await ask<{ holder_id: string; gaids: string[] }>(sql`
    select holder_id, array_agg(gaid order by gaid collate "C") as gaids from (${ends}) as e
    where gaid is not null and holder_id = any(${sql.param(ids)}::text[]) group by holder_id`);
  return new Map(rows.map(({ holder_id: id, gaids }) => [id, gaids]));
}

export async function countChanges(owners: OwnersThen, filter: ChangesFilter, by: OwnersBy): Promise<number> {
  const rows = await owners.ask<{ count: number }>(sql`
    select count(*)::int as count from (${changesSql(owners, by)}) as x
    where ${matching(owners, filter, by) ?? sql`true`}`);
  return rows[0]?.count ?? 0;
}

/** What the changes add up to, the treasury's apart. */
export async function sumChanges(
  owners: OwnersThen,
  by: OwnersBy,
): Promise<{ isTreasury: boolean; change: ChangeKind; count: number; sats: bigint }[]> {
  const rows = await owners.ask<{
    is_treasury: boolean;
    change: ChangeKind;
    count: number;
    sats: string;
  }>(sql`
    select kind = 'treasury' as is_treasury, change, count(*)::int as count, sum(change_sats)::text as sats
    from (${changesSql(owners, by)}) as x group by 1, 2`);
  return rows.map(({ is_treasury: isTreasury, change, count, sats }) => ({
    isTreasury,
    change,
    count,
    sats: BigInt(sats),
  }));
}
