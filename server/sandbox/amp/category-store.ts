import { and, asc, eq, sql } from "drizzle-orm";
import { assets, categories, categoryAssets, categoryUsers } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import type { Account } from "./accounts";
import { grantsOf } from "./asset-store";
import { groupBy } from "./group";

export type CategoryRow = typeof categories.$inferSelect;

/** Ids of the categories a holder of the asset must all have, per asset. */
export async function requirementsOf(db: SandboxDb, assetUuids: string[]): Promise<Map<string, number[]>> {
  const requirements = new Map<string, number[]>(assetUuids.map((uuid) => [uuid, []]));
  if (assetUuids.length === 0) return requirements;
  const rows = await db
    .select()
    .from(categoryAssets)
    .where(isAnyOf(categoryAssets.assetUuid, assetUuids))
    .orderBy(asc(categoryAssets.categoryId));
  for (const row of rows) requirements.get(row.assetUuid)?.push(row.categoryId);
  return requirements;
}

/** Ids of the users that are in all of these categories, of which there is at least one, as a subquery. */
export const usersInAll = (categoryIds: readonly number[]) =>
  sql`(${sql.join(
    categoryIds.map(
      (id) =>
        sql`select ${categoryUsers.userId} from ${categoryUsers} where ${categoryUsers.categoryId} = ${id}`,
    ),
    sql` intersect `,
  )})`;

/** Whether the user is in every category the asset requires. */
export async function meetsRequirements(db: SandboxDb, userId: number, assetUuid: string): Promise<boolean> {
  const missing = await db
    .select({ id: categoryAssets.categoryId })
    .from(categoryAssets)
    .leftJoin(
      categoryUsers,
      and(eq(categoryUsers.categoryId, categoryAssets.categoryId), eq(categoryUsers.userId, userId)),
    )
    .where(and(eq(categoryAssets.assetUuid, assetUuid), sql`${categoryUsers.userId} is null`))
    .limit(1);
  return missing.length === 0;
}

/** The largest id that PostgreSQL's serial hands out. */
export const MAX_ID = 2_147_483_647;

interface Membership {
  categoryId: number;
  userId: number;
}

/** Puts users into categories. @returns how many were not in theirs before */
export async function joinCategories(db: SandboxDb, memberships: Membership[]): Promise<number> {
  const added = await db.insert(categoryUsers).values(memberships).onConflictDoNothing().returning();
  return added.length;
}

/** @returns false when the user was not in the category */
export async function leaveCategory(db: SandboxDb, { categoryId, userId }: Membership): Promise<boolean> {
  const removed = await db
    .delete(categoryUsers)
    .where(and(eq(categoryUsers.categoryId, categoryId), eq(categoryUsers.userId, userId)))
    .returning();
  return removed.length > 0;
}

export async function findCategory(
  db: SandboxDb,
  issuerId: number,
  id: number,
): Promise<CategoryRow | undefined> {
  if (id > MAX_ID) return undefined;
  const [row] = await db
    .select()
    .from(categories)
    .where(and(eq(categories.id, id), eq(categories.issuerId, issuerId)));
  return row;
}

export async function findCategoryByName(db: SandboxDb, issuerId: number, name: string) {
  const [row] = await db
    .select()
    .from(categories)
    .where(and(eq(categories.issuerId, issuerId), eq(categories.name, name)));
  return row;
}

/** The categories with the ids of their users and the uuids of their assets, for a manager of the granted ones alone. */
export async function categoryViews(db: SandboxDb, viewer: Account, rows: CategoryRow[]) {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const users = await db
    .select()
    .from(categoryUsers)
    .where(isAnyOf(categoryUsers.categoryId, ids))
    .orderBy(asc(categoryUsers.userId));
  const attached = await db
    .select({ categoryId: categoryAssets.categoryId, uuid: assets.uuid })
    .from(categoryAssets)
    .innerJoin(assets, eq(assets.uuid, categoryAssets.assetUuid))
    .where(and(isAnyOf(categoryAssets.categoryId, ids), eq(assets.isDeleted, false)))
    .orderBy(asc(assets.sequence));
  const usersById = groupBy(users, (user) => user.categoryId);
  const granted = viewer.role === "manager" ? (await grantsOf(db, [viewer.id])).get(viewer.id) : null;
  const visible = attached.filter(({ uuid }) => granted?.includes(uuid) ?? true);
  const assetsById = groupBy(visible, (asset) => asset.categoryId);
  return rows.map(({ id, name, description }) => ({
    id,
    name,
    description,
    registeredUsers: (usersById.get(id) ?? []).map((user) => user.userId),
    assets: (assetsById.get(id) ?? []).map((asset) => asset.uuid),
  }));
}
