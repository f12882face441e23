import { and, asc, eq } from "drizzle-orm";
import { assets, managerAssets } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";

export type AssetRow = typeof assets.$inferSelect;

export async function findAsset(
  db: SandboxDb,
  issuerId: number,
  uuid: string,
): Promise<AssetRow | undefined> {
  const [row] = await db
    .select()
    .from(assets)
    .where(and(eq(assets.uuid, uuid), eq(assets.issuerId, issuerId), eq(assets.isDeleted, false)));
  return row;
}

/** Without asking whose it is; for what the chain side brings about. */
export async function findAssetByUuid(db: SandboxDb, uuid: string): Promise<AssetRow | undefined> {
  const [row] = await db
    .select()
    .from(assets)
    .where(and(eq(assets.uuid, uuid), eq(assets.isDeleted, false)));
  return row;
}

export function issuerAssets(db: SandboxDb, issuerId: number): Promise<AssetRow[]> {
  return db
    .select()
    .from(assets)
    .where(and(eq(assets.issuerId, issuerId), eq(assets.isDeleted, false)))
    .orderBy(asc(assets.sequence));
}

export async function changeAsset(db: SandboxDb, uuid: string, values: Partial<AssetRow>): Promise<AssetRow> {
  const [row] = await db.update(assets).set(values).where(eq(assets.uuid, uuid)).returning();
  return row as AssetRow;
}

export async function isGranted(db: SandboxDb, managerId: number, assetUuid: string): Promise<boolean> {
  const rows = await db
    .select()
    .from(managerAssets)
    .where(and(eq(managerAssets.managerId, managerId), eq(managerAssets.assetUuid, assetUuid)));
  return rows.length > 0;
}

/** Granted assets of each manager, without the deleted ones. */
export async function grantsOf(db: SandboxDb, managerIds: number[]): Promise<Map<number, string[]>> {
  const grants = new Map<number, string[]>(managerIds.map((id) => [id, []]));
  if (managerIds.length === 0) return grants;
  const rows = await db
    .select({ managerId: managerAssets.managerId, uuid: assets.uuid })
    .from(managerAssets)
    .innerJoin(assets, eq(assets.uuid, managerAssets.assetUuid))
    .where(and(isAnyOf(managerAssets.managerId, managerIds), eq(assets.isDeleted, false)))
    .orderBy(asc(assets.sequence));
  for (const row of rows) grants.get(row.managerId)?.push(row.uuid);
  return grants;
}
