import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { AssignmentBlocker, AssignmentRow } from "@/lib/domain/assignment";
import { type Db, db, readingTime, transaction } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { mirrorAssignments } from "@/server/db/schema/mirror-assignments";
import { type CopyId, servedGeneration } from "./copies-store";
import { heldMoment } from "./held-context";
import { holdGenerations } from "./holds-store";
import { inOrder, sortedName } from "./keyset";
import { eachNameSql, lacksSql, namesSql } from "./users-store";

export const assignmentsOf = (workspaceId: string, assetUuid: string): CopyId => ({
  workspaceId,
  kind: "assignments",
  key: assetUuid,
});

const TABLE_OF_ROWS = sql.raw(
  `(id int, user_id int, amount bigint, receiving_address text, distribution_uuid text, is_ready boolean,
    vests_at timestamptz, is_vested boolean, is_distributed boolean, creator int, gaid text)`,
);

const toRow = (row: Assignment) => ({
  id: row.id,
  user_id: row.registeredUser,
  amount: `${row.amount}`,
  receiving_address: row.receivingAddress,
  distribution_uuid: row.distributionUuid,
  is_ready: row.readyForDistribution,
  vests_at: row.vestingTimestamp,
  is_vested: row.hasVested,
  is_distributed: row.isDistributed,
  creator: row.creator,
  gaid: row.gaid,
});

/** A row that was asked for later than this answer stays. */
export async function storeAssignments(
  tx: Db,
  { workspaceId }: CopyId,
  generation: number,
  assignments: Assignment[],
  read: { ticket: number; isGone: boolean },
): Promise<void> {
  await tx.execute(sql`
    insert into ${mirrorAssignments} (workspace_id, generation, id, user_id, amount, receiving_address,
      distribution_uuid, is_ready, vests_at, is_vested, is_distributed, creator, gaid, ticket, is_gone)
    select ${workspaceId}::uuid, ${generation}::bigint, r.*, ${read.ticket}::bigint, ${read.isGone}::boolean
    from ${toldRows(assignments.map(toRow))} as r ${TABLE_OF_ROWS}
    on conflict (workspace_id, generation, id) do update set
      user_id = excluded.user_id, amount = excluded.amount, receiving_address = excluded.receiving_address,
      distribution_uuid = excluded.distribution_uuid, is_ready = excluded.is_ready,
      vests_at = excluded.vests_at, is_vested = excluded.is_vested, is_distributed = excluded.is_distributed,
      creator = excluded.creator, gaid = excluded.gaid, ticket = excluded.ticket, is_gone = excluded.is_gone
    where ${mirrorAssignments}.ticket <= excluded.ticket`);
}

/** Puts one row right, in what is served and in what is coming in. */
export const storeAssignment = (
  id: CopyId,
  assignment: Assignment,
  ticket: number,
  isGone: boolean,
): Promise<void> =>
  transaction(async (tx) => {
    for (const generation of await holdGenerations(tx, id)) {
      await storeAssignments(tx, id, generation, [assignment], { ticket, isGone });
    }
  });

export async function dropAssignments(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  await tx
    .delete(mirrorAssignments)
    .where(and(eq(mirrorAssignments.workspaceId, workspaceId), eq(mirrorAssignments.generation, generation)));
}

/** Of a whole reading the same: what vested between two portions would stand in both or in none of them. */
function moment(): SQL {
  const held = heldMoment();
  return held ? sql`${held.toISOString()}::timestamptz` : readingTime();
}

/** With what depends on the time as it is now; `lib/domain/assignment.ts` says the same of AMP's own rows. */
export const servedAssignments = (id: CopyId): SQL => sql`
  select *, case when is_distributed then 'distributed' when distribution_uuid is not null then 'pending'
    when not is_ready then 'locked' when has_vested then 'ready' else 'vesting' end collate "C" as state
  from (select *, is_vested or coalesce(vests_at <= ${moment()}, true) as has_vested from ${mirrorAssignments}
    where ${mirrorAssignments.workspaceId} = ${id.workspaceId}
      and ${mirrorAssignments.generation} = ${servedGeneration(id)} and not is_gone) as served`;

/** What no order has taken goes to the wallet the user has by then: as the list says that was asked for later. */
export const walletSql: SQL = sql`case when x.distribution_uuid is null and u.ticket > x.ticket then u.gaid else x.gaid end`;

export interface AssignmentFilter {
  q?: string | undefined;
  state?: string | undefined;
  hasVested?: boolean | undefined;
  ids?: readonly number[] | undefined;
  /** A registered user's number. */
  user?: number | undefined;
  /** Those that no distribution has taken: which have vested, or which vest at that moment. */
  waiting?: "vested" | Date | undefined;
  /** Those that no distribution has taken and that this is in the way of; "no": nothing is. */
  blocked?: AssignmentBlocker | "no" | undefined;
  /** The categories that the asset requires. */
  required?: readonly number[] | undefined;
}

/** Whether the filter looks at the users' records. */
const needsUsers = ({ q, blocked }: AssignmentFilter): boolean => Boolean(q) || blocked !== undefined;

function matching(filter: AssignmentFilter): SQL | undefined {
  const { q, ids, state, hasVested, user, waiting, blocked, required } = filter;
  const needle = q?.trim().toLowerCase();
  // A user's `search` begins with the name; who has no record is shown by number.
  const name = sql`coalesce(split_part(u.search, chr(10), 1), x.user_id::text)`;
  const found = sql`(strpos(${name}, ${needle}) > 0 or strpos(lower(${walletSql}), ${needle}) > 0
    or strpos(x.id::text, ${needle}) > 0)`;
  return and(
    state === undefined ? undefined : sql`x.state = ${state}`,
    hasVested === undefined ? undefined : sql`x.has_vested = ${hasVested}`,
    ids === undefined ? undefined : sql`x.id = any(${sql.param([...ids])}::int[])`,
    user === undefined ? undefined : sql`x.user_id = ${user}`,
    waiting === undefined ? undefined : isWaitingFor(waiting),
    blocked === undefined ? undefined : isBlockedBy(blocked, required),
    needle ? found : undefined,
  );
}

/** Open ones that no distribution has taken. */
export const isWaiting: SQL = sql`not x.is_distributed and x.distribution_uuid is null`;

const isWaitingFor = (moment: "vested" | Date): SQL => sql`${isWaiting}
  and ${moment === "vested" ? sql`x.has_vested` : sql`x.vests_at = ${moment.toISOString()}::timestamptz`}`;

/** `blockersOf` in `lib/domain/assignment.ts` says the same of one row. */
function isBlockedBy(blocked: AssignmentBlocker | "no", required: readonly number[] = []): SQL {
  const lacks = { gaid: sql`${walletSql} is null`, category: lacksSql(required) };
  const found = blocked === "no" ? sql`not ${lacks.gaid} and not ${lacks.category}` : lacks[blocked];
  return sql`${isWaiting} and ${found}`;
}

/** Column → what it sorts by, and what that is in a cursor. Without a vesting date: after all others, either way. */
export const SORTS = {
  id: { value: () => sql`x.id`, kind: "bigint" },
  user: { value: () => sortedName, kind: "string" },
  amount: { value: () => sql`x.amount`, kind: "bigint" },
  state: { value: () => sql`x.state`, kind: "string" },
  vests: {
    value: (isDown: boolean) =>
      sql`coalesce(extract(epoch from x.vests_at)::bigint, ${sql.raw(isDown ? "-" : "")}999999999999)`,
    kind: "bigint",
  },
} as const;
export type AssignmentSort = keyof typeof SORTS;
type Place = readonly [value: bigint | string, id: number];

/** An assignment whose user may have no record. */
export type FoundAssignment = Omit<AssignmentRow, "userName"> & { userName: string | null };

interface ReadRow extends Record<string, unknown> {
  id: number;
  user_id: number;
  name: string | null;
  amount: string;
  receiving_address: string | null;
  distribution_uuid: string | null;
  is_ready: boolean;
  vests: string | null;
  has_vested: boolean;
  is_distributed: boolean;
  creator: number;
  gaid: string | null;
  state: AssignmentRow["state"];
}

interface SortedRow extends ReadRow {
  value: string;
  lacks_category: boolean;
}

export async function selectAssignments(
  id: CopyId,
  filter: AssignmentFilter,
  page: { sort: AssignmentSort; isDown: boolean; after: Place | null; limit: number },
): Promise<{ row: FoundAssignment; lacksCategory: boolean; place: Place }[]> {
  const { kind, value: at } = SORTS[page.sort];
  const value = at(page.isDown);
  const { order: all, beyond } = inOrder(value, sql`x.id`, page);
  const order = sql`${all} limit ${page.limit}`;
  const wanted = and(matching(filter), beyond) ?? sql`true`;
  // Where only what is shown needs the names, they are looked up one by one.
  const found =
    page.sort === "user" || needsUsers(filter)
      ? sql`(${servedAssignments(id)}) as x ${namesSql(id.workspaceId)} where ${wanted}`
      : sql`(select * from (${servedAssignments(id)}) as x where ${wanted} ${order}) as x ${eachNameSql(id.workspaceId)}`;
  const { rows } = await db().execute<SortedRow>(sql`
    select x.*, u.name, ${walletSql} as gaid, extract(epoch from x.vests_at)::bigint as vests, ${value} as value,
      ${lacksSql(filter.required ?? [])} as lacks_category
    from ${found} ${order}`);
  return rows.map((row) => ({
    row: toAssignment(row),
    lacksCategory: row.lacks_category,
    place: [kind === "bigint" ? BigInt(row.value) : row.value, row.id],
  }));
}

/**
 * Those that are not distributed, by their numbers, each with the wallet that the list itself says: what is approved is
 * compared with AMP's next answer, not with the register.
 */
export async function selectOpen(id: CopyId): Promise<FoundAssignment[]> {
  const { rows } = await db().execute<ReadRow>(sql`
    select x.*, u.name, extract(epoch from x.vests_at)::bigint as vests
    from (${servedAssignments(id)}) as x ${namesSql(id.workspaceId)}
    where not x.is_distributed order by x.id`);
  return rows.map(toAssignment);
}

export async function countOpen(id: CopyId): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(
    sql`select count(*)::int as count from (${servedAssignments(id)}) as x where not x.is_distributed`,
  );
  return rows[0]?.count ?? 0;
}

function toAssignment(row: ReadRow): FoundAssignment {
  const vestsAt = row.vests === null ? null : new Date(Number(row.vests) * 1000);
  return {
    id: row.id,
    registeredUser: row.user_id,
    userName: row.name,
    amount: BigInt(row.amount),
    receivingAddress: row.receiving_address,
    distributionUuid: row.distribution_uuid,
    readyForDistribution: row.is_ready,
    vestingDatetime: vestsAt,
    vestingTimestamp: vestsAt,
    hasVested: row.has_vested,
    isDistributed: row.is_distributed,
    creator: row.creator,
    gaid: row.gaid,
    state: row.state,
  };
}

export async function countAssignments(id: CopyId, filter: AssignmentFilter): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from (${servedAssignments(id)}) as x ${needsUsers(filter) ? namesSql(id.workspaceId) : sql``}
    where ${matching(filter) ?? sql`true`}`);
  return rows[0]?.count ?? 0;
}

/** What is assigned to each of some users and not distributed, in sats; who has nothing is left out. */
export async function sumOpenByUser(id: CopyId, userIds: readonly number[]): Promise<Map<number, bigint>> {
  const { rows } = await db().execute<{ user: number; sum: string }>(sql`
    select x.user_id as "user", sum(x.amount)::text as sum from (${servedAssignments(id)}) as x
    where not x.is_distributed and x.user_id = any(${sql.param([...userIds])}::int[])
    group by x.user_id`);
  return new Map(rows.map(({ user, sum }) => [user, BigInt(sum)]));
}

/** What is assigned and not distributed, in sats. */
export async function sumOpen(id: CopyId): Promise<bigint> {
  const { rows } = await db().execute<{ sum: string }>(
    sql`select coalesce(sum(x.amount), 0)::text as sum from (${servedAssignments(id)}) as x where not x.is_distributed`,
  );
  return BigInt(rows[0]?.sum ?? 0);
}
