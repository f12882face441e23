import { and, arrayContains, eq, not, type SQL, sql } from "drizzle-orm";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { sortKey } from "@/lib/domain/sort-key";
import { type Db, db, prepared, transaction } from "@/server/db/client";
import { storable, toldRows } from "@/server/db/rows";
import { mirrorCopies, mirrorUsers } from "@/server/db/schema/mirror";
import { type Holding, holdingSql } from "./balances-store";
import { type CopyId, isCopy, servedGeneration } from "./copies-store";
import { heldGeneration } from "./held-context";
import { holdGenerations } from "./holds-store";

export const usersOf = (workspaceId: string): CopyId => ({ workspaceId, kind: "users", key: "" });

const TABLE_OF_ROWS = sql.raw(
  "(id int, name text, gaid text, is_company boolean, categories int[], creator int, sort_name text, search text)",
);

const toRow = ({ id, name, gaid, isCompany, categories, creator }: RegisteredUser) => ({
  id,
  name,
  gaid,
  is_company: isCompany,
  categories,
  creator,
  sort_name: sortKey(name),
  search: `${name}\n${gaid ?? ""}\n${id}`.toLowerCase(),
});

/** One statement for all of them. A row that was asked for later than this answer stays. */
export async function storeUsers(
  tx: Db,
  { workspaceId }: CopyId,
  generation: number,
  users: RegisteredUser[],
  read: { ticket: number; isGone: boolean },
): Promise<void> {
  await tx.execute(sql`
    insert into ${mirrorUsers} (workspace_id, generation, id, name, gaid, is_company, categories, creator,
      sort_name, search, ticket, is_gone)
    select ${workspaceId}::uuid, ${generation}::bigint, r.*, ${read.ticket}::bigint, ${read.isGone}::boolean
    from ${toldRows(users.map(toRow))} as r ${TABLE_OF_ROWS}
    on conflict (workspace_id, generation, id) do update set
      name = excluded.name, gaid = excluded.gaid, is_company = excluded.is_company,
      categories = excluded.categories, creator = excluded.creator, sort_name = excluded.sort_name,
      search = excluded.search, ticket = excluded.ticket, is_gone = excluded.is_gone
    where ${mirrorUsers}.ticket <= excluded.ticket`);
}

export async function dropUsers(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  await tx
    .delete(mirrorUsers)
    .where(and(eq(mirrorUsers.workspaceId, workspaceId), eq(mirrorUsers.generation, generation)));
}

/** Puts one user's row right, in what is served and in what is coming in. */
export const storeUser = (id: CopyId, user: RegisteredUser, ticket: number, isGone: boolean): Promise<void> =>
  transaction(async (tx) => {
    for (const generation of await holdGenerations(tx, id)) {
      await storeUsers(tx, id, generation, [user], { ticket, isGone });
    }
  });

/** The served rows of a workspace. */
export const isServedUser = (workspaceId: string): SQL | undefined =>
  and(
    eq(mirrorUsers.workspaceId, workspaceId),
    sql`${mirrorUsers.generation} = ${servedGeneration(usersOf(workspaceId))}`,
    not(mirrorUsers.isGone),
  );

/** Those of the workspaces whose copied register has somebody in common with this one's: it is the same issuer's. */
export async function sharingRegister(workspaceId: string, others: readonly string[]): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    with register as (select workspace_id, generation from ${mirrorCopies} where kind = 'users')
    select theirs.workspace_id as id
    from register as own join register as theirs on theirs.workspace_id = any(${sql.param([...others])}::uuid[])
    where own.workspace_id = ${workspaceId}
      and exists (select 1 from ${mirrorUsers} as a join ${mirrorUsers} as b on a.id = b.id
        where a.workspace_id = own.workspace_id and a.generation = own.generation
          and b.workspace_id = theirs.workspace_id and b.generation = theirs.generation)`);
  return rows.map(({ id }) => id);
}

/** The names of the registered users that the rows `x` of a list belong to, as `u`. */
export const namesSql = (workspaceId: string): SQL =>
  sql`left join (select id, name, gaid, categories, sort_name, search, ticket from ${mirrorUsers}
    where ${isServedUser(workspaceId)}) as u on u.id = x.user_id`;

/** The same one by one, where only the few rows that are shown need them. */
export const eachNameSql = (workspaceId: string): SQL =>
  sql`left join lateral (select id, name, gaid, categories, sort_name, ticket from ${mirrorUsers}
    where ${isServedUser(workspaceId)} and id = x.user_id limit 1) as u on true`;

export const hasAll = (categories: readonly number[]): SQL =>
  sql`${mirrorUsers.categories} @> ${sql.param([...categories])}::int[]`;

/** Whether the `u` of `namesSql` misses one of them; of whom the register has no record, nobody knows any. */
export const lacksSql = (categories: readonly number[]): SQL =>
  categories.length === 0
    ? sql`false`
    : sql`not coalesce(u.categories @> ${sql.param([...categories])}::int[], false)`;

/** The numbers of the registered users who are in all categories. */
export const membersOfAll = (workspaceId: string, categories: readonly number[]): SQL =>
  sql`(select ${mirrorUsers.id} from ${mirrorUsers}
    where ${isServedUser(workspaceId)} and ${hasAll(categories)})`;

export interface UserFilter {
  q?: string | undefined;
  category?: number | undefined;
  without?: number | undefined;
  hasWallet?: boolean | undefined;
  isCompany?: boolean | undefined;
  /** Those among these numbers, or all others; every one of them must hold. */
  among?: { ids: readonly number[]; isIn: boolean }[] | undefined;
  holding?: Holding | undefined;
  /** One user by number. */
  only?: number | undefined;
  /** What else must hold of a row. */
  also?: SQL | undefined;
}

function matching(workspaceId: string, filter: UserFilter): SQL | undefined {
  const { category, without, hasWallet, isCompany, among = [], holding, only, also } = filter;
  // The search box and bulk changes do not pass `parseListState`.
  const needle = storable(filter.q ?? "")
    .trim()
    .toLowerCase();
  return and(
    isServedUser(workspaceId),
    needle ? sql`strpos(${mirrorUsers.search}, ${needle}) > 0` : undefined,
    category === undefined ? undefined : arrayContains(mirrorUsers.categories, [category]),
    without === undefined ? undefined : not(arrayContains(mirrorUsers.categories, [without])),
    hasWallet === undefined ? undefined : sql`(${mirrorUsers.gaid} is not null) = ${hasWallet}`,
    isCompany === undefined ? undefined : eq(mirrorUsers.isCompany, isCompany),
    ...among.map(({ ids, isIn }) => sql`(${mirrorUsers.id} = any(${sql.param([...ids])}::int[])) = ${isIn}`),
    holding && holdingSql(workspaceId, holding),
    only === undefined ? undefined : eq(mirrorUsers.id, only),
    also,
  );
}

export type UserSort = "name" | "-name" | "id" | "-id";
/** Where a page ended. */
export type UserPlace = readonly [sortName: string, id: number];

const user = {
  id: mirrorUsers.id,
  gaid: mirrorUsers.gaid,
  isCompany: mirrorUsers.isCompany,
  name: mirrorUsers.name,
  categories: mirrorUsers.categories,
  creator: mirrorUsers.creator,
};

export async function selectUsers(
  workspaceId: string,
  filter: UserFilter,
  page: { sort: UserSort; after: UserPlace | null; limit: number },
): Promise<{ user: RegisteredUser; place: UserPlace }[]> {
  const isDown = page.sort.startsWith("-");
  const isByName = page.sort.endsWith("name");
  const by = isByName ? [sql`${mirrorUsers.sortName}`, sql`${mirrorUsers.id}`] : [sql`${mirrorUsers.id}`];
  const place = page.after && (isByName ? page.after : page.after.slice(1));
  const beyond =
    place &&
    sql`(${sql.join(by, sql`, `)}) ${isDown ? sql`<` : sql`>`} (${sql.join(
      place.map((value) => sql`${value}`),
      sql`, `,
    )})`;
  const rows = await db()
    .select({ ...user, sortName: mirrorUsers.sortName })
    .from(mirrorUsers)
    .where(and(matching(workspaceId, filter), beyond ?? undefined))
    .orderBy(...by.map((column) => (isDown ? sql`${column} desc` : column)))
    .limit(page.limit);
  return rows.map(({ sortName, ...found }) => ({ user: found, place: [sortName, found.id] }));
}

export async function countUsers(workspaceId: string, filter: UserFilter): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(mirrorUsers)
    .where(matching(workspaceId, filter));
  return row?.count ?? 0;
}

/** How many users there are, then how many are in all categories of each list; in one pass over them. */
export async function countWithAll(
  workspaceId: string,
  lists: readonly (readonly number[])[],
): Promise<number[]> {
  const columns = lists.map((categories) => sql`count(*) filter (where ${hasAll(categories)})::int`);
  const { rows } = await db().execute<{ counts: number[] }>(sql`
    select array[${sql.join([sql`count(*)::int`, ...columns], sql`, `)}] as counts
    from ${mirrorUsers} where ${isServedUser(workspaceId)}`);
  return rows[0]?.counts ?? [];
}

/** Ids of those that match, in order; for work on all of them. */
export async function selectUserIds(workspaceId: string, filter: UserFilter): Promise<number[]> {
  const rows = await db()
    .select({ id: mirrorUsers.id })
    .from(mirrorUsers)
    .where(matching(workspaceId, filter))
    .orderBy(mirrorUsers.id);
  return rows.map(({ id }) => id);
}

/** Those of the ids that are registered. */
export function selectUsersByIds(workspaceId: string, ids: readonly number[]): Promise<RegisteredUser[]> {
  return db()
    .select(user)
    .from(mirrorUsers)
    .where(and(isServedUser(workspaceId), sql`${mirrorUsers.id} = any(${sql.param([...ids])}::int[])`));
}

/**
 * Prepared: nearly every page names some users. What a reading holds is told to it, for it outlives the reading, and as a
 * query of its own, as in `servedGeneration`.
 */
const namesByIds = prepared((over) => {
  const workspaceId = sql.placeholder("workspaceId");
  const served = over
    .select({ generation: mirrorCopies.generation })
    .from(mirrorCopies)
    .where(isCopy({ workspaceId, kind: "users", key: "" }));
  return over
    .select({ id: mirrorUsers.id, name: mirrorUsers.name })
    .from(mirrorUsers)
    .where(
      and(
        eq(mirrorUsers.workspaceId, workspaceId),
        sql`${mirrorUsers.generation} = coalesce((select ${sql.placeholder("held")}::bigint), (${served}))`,
        not(mirrorUsers.isGone),
        sql`${mirrorUsers.id} = any(${sql.placeholder("ids")}::int[])`,
      ),
    )
    .prepare("names_by_ids");
});

/** The names of those of the ids that are registered. */
export const selectNames = (
  workspaceId: string,
  ids: readonly number[],
): Promise<Pick<RegisteredUser, "id" | "name">[]> =>
  namesByIds().execute({ workspaceId, held: heldGeneration(usersOf(workspaceId)) ?? null, ids: [...ids] });

/** Those that have one of these GAIDs as their default one. */
export function selectUsersByGaids(workspaceId: string, gaids: readonly string[]): Promise<RegisteredUser[]> {
  return db()
    .select(user)
    .from(mirrorUsers)
    .where(and(isServedUser(workspaceId), sql`${mirrorUsers.gaid} = any(${sql.param([...gaids])}::text[])`));
}

/** Those whose names sort alike with one of these: a little more than have the name. */
export function selectUsersBySortNames(
  workspaceId: string,
  sortNames: readonly string[],
): Promise<RegisteredUser[]> {
  return db()
    .select(user)
    .from(mirrorUsers)
    .where(
      and(
        isServedUser(workspaceId),
        sql`${mirrorUsers.sortName} = any(${sql.param([...sortNames])}::text[])`,
      ),
    );
}
