import { type SQL, sql } from "drizzle-orm";
import type { VestingDate, VestingFigures, VestingPage } from "@/lib/domain/vesting";
import { db } from "@/server/db/client";
import { servedAssignments } from "./assignments-store";
import type { CopyId } from "./copies-store";
import { membersOfAll, namesSql } from "./users-store";

/** Open ones that no distribution has taken. */
const isWaiting: SQL = sql`not x.is_distributed and x.distribution_uuid is null`;

/** What vests when, of what waits: at (null has vested), count, sats, held, without_wallet, user_id and name of a single one. */
const datesSql = (id: CopyId): SQL => sql`
  select due.at, count(*)::int as count, sum(due.amount) as sats,
    coalesce(sum(due.amount) filter (where not due.is_ready), 0) as held,
    count(*) filter (where due.gaid is null)::int as without_wallet,
    case when count(*) = 1 then min(due.user_id) end as user_id, min(due.name) as name
  from (
    select case when x.has_vested then null else x.vests_at end as at, x.amount, x.is_ready, x.user_id, u.name,
      case when u.id is null then x.gaid else u.gaid end as gaid
    from (${servedAssignments(id)}) as x ${namesSql(id.workspaceId)} where ${isWaiting}
  ) as due group by due.at`;

/** How many moments there are, and what they add up to. */
export async function sumVesting(id: CopyId): Promise<VestingFigures & { dates: number }> {
  const { rows } = await db().execute<Record<string, string>>(sql`
    select count(*)::text as dates, coalesce(sum(sats), 0)::text as open, coalesce(sum(held), 0)::text as held,
      coalesce(sum(sats - held) filter (where at is null), 0)::text as now,
      coalesce(sum(sats) filter (where at is not null), 0)::text as later,
      coalesce(sum(without_wallet) filter (where at is null), 0)::text as without_wallet
    from (${datesSql(id)}) as dates`);
  const { dates = "0", open = "0", held = "0", now = "0", later = "0", without_wallet = "0" } = rows[0] ?? {};
  return {
    dates: Number(dates),
    ...{ openSats: BigInt(open), nowSats: BigInt(now), laterSats: BigInt(later), heldSats: BigInt(held) },
    withoutWallet: Number(without_wallet),
  };
}

export interface FoundDate extends VestingDate {
  /** Of the one assignment there is; null for several. */
  userId: number | null;
}

/** Some of the moments in the order of time, what has vested first. */
export async function selectVesting(
  id: CopyId,
  { start, limit }: { start: number; limit: number },
): Promise<Omit<VestingPage, "dates"> & { dates: FoundDate[] }> {
  const { rows } = await db().execute<{
    at: string | null;
    previous: string | null;
    next: string | null;
    before: string;
    count: number;
    sats: string;
    held: string;
    without_wallet: number;
    user_id: number | null;
    name: string | null;
  }>(sql`
    select extract(epoch from at)::bigint as at, extract(epoch from lag(at) over by_time)::bigint as previous,
      extract(epoch from lead(at) over by_time)::bigint as next, (sum(sats) over by_time - sats)::text as before,
      count, sats::text, held::text, without_wallet, user_id, name
    from (${datesSql(id)}) as dates window by_time as (order by at nulls first)
    order by dates.at nulls first offset ${start} limit ${limit}`);
  return {
    dates: rows.map((row) => ({
      at: momentOf(row.at),
      count: row.count,
      sats: BigInt(row.sats),
      heldSats: BigInt(row.held),
      withoutWallet: row.without_wallet,
      userId: row.user_id,
      userName: row.user_id === null ? null : row.name,
    })),
    beforeSats: BigInt(rows[0]?.before ?? 0),
    previousAt: momentOf(rows[0]?.previous),
    nextAt: momentOf(rows.at(-1)?.next),
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
    where x.state = 'ready' and case when u.id is null then x.gaid else u.gaid end is not null
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
