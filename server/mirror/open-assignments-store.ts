import { type SQL, sql } from "drizzle-orm";
import { db } from "@/server/db/client";
import { servedAssignments } from "./assignments-store";
import type { CopyId } from "./copies-store";
import { membersOfAll, namesSql } from "./users-store";

/** Open ones that no distribution has taken. */
const isWaiting: SQL = sql`not x.is_distributed and x.distribution_uuid is null`;

export interface VestingSum {
  at: Date | null;
  count: number;
  sats: bigint;
  heldSats: bigint;
  withoutWallet: number;
  /** Of the one assignment there is; null for several. */
  userId: number | null;
  userName: string | null;
}

/** What vests when, in the order of time; what has vested first. */
export async function sumByVesting(id: CopyId): Promise<VestingSum[]> {
  const { rows } = await db().execute<{
    at: string | null;
    count: number;
    sats: string;
    held: string;
    without: number;
    user_id: number | null;
    name: string | null;
  }>(sql`
    select extract(epoch from due.at)::bigint as at, count(*)::int as count, sum(due.amount)::text as sats,
      coalesce(sum(due.amount) filter (where not due.is_ready), 0)::text as held,
      count(*) filter (where due.gaid is null)::int as without,
      case when count(*) = 1 then min(due.user_id) end as user_id, min(due.name) as name
    from (
      select case when x.has_vested then null else x.vests_at end as at, x.amount, x.is_ready, x.user_id, u.name,
        case when u.id is null then x.gaid else u.gaid end as gaid
      from (${servedAssignments(id)}) as x ${namesSql(id.workspaceId)} where ${isWaiting}
    ) as due group by due.at order by due.at nulls first`);
  return rows.map((row) => ({
    at: row.at === null ? null : new Date(Number(row.at) * 1000),
    count: row.count,
    sats: BigInt(row.sats),
    heldSats: BigInt(row.held),
    withoutWallet: row.without,
    userId: row.user_id,
    userName: row.user_id === null ? null : row.name,
  }));
}

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
