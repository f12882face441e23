import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { categoryUsers, deletedGaids, registeredUsers, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import { MAX_ID } from "./category-store";
import { groupBy } from "./group";

export type UserRow = typeof registeredUsers.$inferSelect;

export async function findUser(db: SandboxDb, issuerId: number, id: number): Promise<UserRow | undefined> {
  if (id > MAX_ID) return undefined;
  const [row] = await db
    .select()
    .from(registeredUsers)
    .where(and(eq(registeredUsers.id, id), eq(registeredUsers.issuerId, issuerId)));
  return row;
}

export async function findUserByName(
  db: SandboxDb,
  issuerId: number,
  name: string,
): Promise<UserRow | undefined> {
  const [row] = await db
    .select()
    .from(registeredUsers)
    .where(and(eq(registeredUsers.issuerId, issuerId), eq(registeredUsers.name, name)));
  return row;
}

export async function findUserByGaid(
  db: SandboxDb,
  issuerId: number,
  gaid: string,
): Promise<UserRow | undefined> {
  const [row] = await db
    .select({ user: registeredUsers })
    .from(userGaids)
    .innerJoin(registeredUsers, eq(registeredUsers.id, userGaids.userId))
    .where(and(eq(userGaids.issuerId, issuerId), eq(userGaids.gaid, gaid)));
  return row?.user;
}

export function issuerUsers(db: SandboxDb, issuerId: number): Promise<UserRow[]> {
  return db
    .select()
    .from(registeredUsers)
    .where(eq(registeredUsers.issuerId, issuerId))
    .orderBy(asc(registeredUsers.id));
}

export async function gaidsOfUser(db: SandboxDb, userId: number): Promise<string[]> {
  const rows = await db
    .select({ gaid: userGaids.gaid })
    .from(userGaids)
    .where(eq(userGaids.userId, userId))
    .orderBy(asc(userGaids.sequence));
  return rows.map((row) => row.gaid);
}

/** Deletes the user and remembers the GAIDs it had. */
export async function deleteUser(db: SandboxDb, { id, issuerId }: UserRow): Promise<void> {
  const gaids = (await gaidsOfUser(db, id)).map((gaid) => ({ issuerId, gaid }));
  if (gaids.length > 0) await db.insert(deletedGaids).values(gaids).onConflictDoNothing();
  await db.delete(categoryUsers).where(eq(categoryUsers.userId, id));
  await db.delete(userGaids).where(eq(userGaids.userId, id));
  await db.delete(registeredUsers).where(eq(registeredUsers.id, id));
}

/** Whether a user that was deleted had this GAID. */
export async function wasDeletedWith(db: SandboxDb, issuerId: number, gaid: string): Promise<boolean> {
  const rows = await db
    .select()
    .from(deletedGaids)
    .where(and(eq(deletedGaids.issuerId, issuerId), eq(deletedGaids.gaid, gaid)));
  return rows.length > 0;
}

/** Gives the user one more GAID; the first becomes the default. */
export async function insertGaid(db: SandboxDb, user: UserRow, gaid: string): Promise<void> {
  await db.insert(userGaids).values({ issuerId: user.issuerId, gaid, userId: user.id });
  if (user.defaultGaid === null) await setDefault(db, user.id, gaid);
}

export async function setDefault(db: SandboxDb, userId: number, gaid: string): Promise<void> {
  await db.update(registeredUsers).set({ defaultGaid: gaid }).where(eq(registeredUsers.id, userId));
}

/** The users with the ids of their categories. */
export async function userViews(db: SandboxDb, rows: UserRow[]) {
  const [first] = rows;
  if (!first) return [];
  const members = db.select().from(categoryUsers).$dynamic();
  const [only] = rows.length === 1 ? rows : [];
  const inIssuer = db
    .select({ id: registeredUsers.id })
    .from(registeredUsers)
    .where(eq(registeredUsers.issuerId, first.issuerId));
  const memberships = await members
    .where(only ? eq(categoryUsers.userId, only.id) : inArray(categoryUsers.userId, inIssuer))
    .orderBy(asc(categoryUsers.categoryId));
  const byUser = groupBy(memberships, (membership) => membership.userId);
  return rows.map((row) => ({
    id: row.id,
    gaid: row.defaultGaid,
    isCompany: row.isCompany,
    name: row.name,
    categories: (byUser.get(row.id) ?? []).map((membership) => membership.categoryId),
    creator: row.creatorId,
  }));
}

/** All users of an issuer as AMP's JSON, printed by the database: there may be a hundred thousand of them. */
export async function printUsers(db: SandboxDb, issuerId: number): Promise<string> {
  const { rows } = await db.execute<{ json: string }>(sql`
    select '[' || coalesce(string_agg(row_to_json(listed)::text, ','), '') || ']' as json from (
      select ${registeredUsers.id} as id, ${registeredUsers.defaultGaid} as "GAID",
        ${registeredUsers.isCompany} as is_company, ${registeredUsers.name} as name,
        coalesce(joined.categories, '{}') as categories, ${registeredUsers.creatorId} as creator
      from ${registeredUsers}
      left join (
        select ${categoryUsers.userId} as user_id, array_agg(${categoryUsers.categoryId} order by ${categoryUsers.categoryId}) as categories
        from ${categoryUsers} group by ${categoryUsers.userId}
      ) as joined on joined.user_id = ${registeredUsers.id}
      where ${registeredUsers.issuerId} = ${issuerId}
      order by ${registeredUsers.id}
    ) as listed`);
  return rows[0]?.json ?? "[]";
}
