import { type SQL, sql } from "drizzle-orm";
import type { VestingDate, VestingFigures, VestingPage } from "@/lib/domain/vesting";
import { db } from "@/server/db/client";
import { isWaiting, servedAssignments, walletSql } from "./assignments-store";
import type { CopyId } from "./copies-store";
import { lacksSql, membersOfAll, namesSql } from "./users-store";

/**
 * What vests when, of what waits: at (null has vested), count, sats, held, without_wallet, without_category, user_id and name
 * of a single one.
 */
const datesSql = (id: CopyId, required: readonly number[]): SQL => sql`
  select due.at, count(*)::int as count, sum(due.amount) as sats,
    coalesce(sum(due.amount) filter (where not due.is_ready), 0) as held,
    count(*) filter (where due.gaid is null)::int as without_wallet,
    count(*) filter (where due.lacks_category)::int as without_category,
    case when count(*) = 1 then min(due.user_id) end as user_id, min(due.name) as name
  from (
    select case when x.has_vested then null else x.vests_at end as at, x.amount, x.is_ready, x.user_id, u.name,
      ${walletSql} as gaid, ${lacksSql(required)} as lacks_category
    from (${servedAssignments(id)}) as x ${namesSql(id.workspaceId)} where ${isWaiting}
  ) as due group by due.at`;

export interface FoundDate extends VestingDate {
  /** Of the one assignment there is; null for several. */
  userId: number | null;
}

interface FoundVesting {
  /** How many moments there are. */
  total: number;
  figures: VestingFigures;
  page: Omit<VestingPage, "dates"> & { dates: FoundDate[] };
}

/**
 * Some of the moments in the order of time, what has vested first, and what all add up to: as they are at one moment.
 * @param required the categories that the asset requires
 */
export async function selectVesting(
  id: CopyId,
  required: readonly number[],
  { start, limit }: { start: number; limit: number },
): Promise<FoundVesting> {
  const { rows: found } = await db().execute<{
    total: number;
    open: string;
    held: string;
    now: string;
    later: string;
    without_wallet: string;
    without_category: string;
    rows: {
      at: string | null;
      previous: string | null;
      next: string | null;
      before: string;
      count: number;
      sats: string;
      held: string;
      without_wallet: number;
      without_category: number;
      user_id: number | null;
      name: string | null;
    }[];
  }>(sql`
    with dates as materialized (${datesSql(id, required)})
    select count(*)::int as total, coalesce(sum(sats), 0)::text as open, coalesce(sum(held), 0)::text as held,
      coalesce(sum(sats - held) filter (where at is null), 0)::text as now,
      coalesce(sum(sats) filter (where at is not null), 0)::text as later,
      coalesce(sum(without_wallet) filter (where at is null), 0)::text as without_wallet,
      coalesce(sum(without_category) filter (where at is null), 0)::text as without_category,
      (select coalesce(json_agg(page order by place), '[]') from (
        select row_number() over by_time as place, extract(epoch from at)::bigint::text as at,
          extract(epoch from lag(at) over by_time)::bigint::text as previous,
          extract(epoch from lead(at) over by_time)::bigint::text as next,
          (sum(sats) over by_time - sats)::text as before, count, sats::text, held::text, without_wallet,
          without_category, user_id, name
        from dates window by_time as (order by at nulls first) order by place offset ${start} limit ${limit}
      ) as page) as rows
    from dates`);
  if (!found[0]) throw new Error("Nothing was added up.");
  const { total, rows, ...sums } = found[0];
  return {
    total,
    figures: {
      openSats: BigInt(sums.open),
      nowSats: BigInt(sums.now),
      laterSats: BigInt(sums.later),
      heldSats: BigInt(sums.held),
      withoutWallet: Number(sums.without_wallet),
      withoutCategory: Number(sums.without_category),
    },
    page: {
      dates: rows.map((row) => ({
        at: momentOf(row.at),
        count: row.count,
        sats: BigInt(row.sats),
        heldSats: BigInt(row.held),
        withoutWallet: row.without_wallet,
        withoutCategory: row.without_category,
        userId: row.user_id,
        userName: row.user_id === null ? null : row.name,
      })),
      beforeSats: BigInt(rows[0]?.before ?? 0),
      previousAt: momentOf(rows[0]?.previous),
      nextAt: momentOf(rows.at(-1)?.next),
    },
  };
}

const momentOf = (seconds: string | null | undefined) => (seconds ? new Date(Number(seconds) * 1000) : null);

/** How many wait for a distribution, what they are worth in sats, and the distributions that others belong to. */
export async function sumWaiting(
  id: CopyId,
): Promise<{ count: number; sats: bigint; distributions: number }> {
  const { rows } = await db().execute<{ count: number; sats: string; distributions: number }>(sql`
    select count(*) filter (where ${isWaiting})::int as count,
      coalesce(sum(x.amount) filter (where ${isWaiting}), 0)::text as sats,
      count(distinct x.distribution_uuid)::int as distributions
    from (${servedAssignments(id)}) as x where not x.is_distributed`);
  const { count = 0, sats = 0, distributions = 0 } = rows[0] ?? {};
  return { count, sats: BigInt(sats), distributions };
}

/** Sats that a distribution would take now of users who are in all of `categories`, as its preview judges them. */
export async function sumReady(id: CopyId, categories: readonly number[]): Promise<bigint> {
  const isIn = sql`x.user_id in ${membersOfAll(id.workspaceId, categories)}`;
  const { rows } = await db().execute<{ sats: string }>(sql`
    select coalesce(sum(x.amount), 0)::text as sats
    from (${servedAssignments(id)}) as x ${namesSql(id.workspaceId)}
    where x.state = 'ready' and ${walletSql} is not null
      and ${categories.length > 0 ? isIn : sql`true`}`);
  return BigInt(rows[0]?.sats ?? 0);
}

/** The users they wait for: one for each assignment. */
export async function selectWaitingUsers(id: CopyId): Promise<number[]> {
  const { rows } = await db().execute<{ user: number }>(
    sql`select x.user_id as "user" from (${servedAssignments(id)}) as x where ${isWaiting}`,
  );
  return rows.map(({ user }) => user);
}
