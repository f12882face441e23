import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { EnvironmentName } from "@/lib/domain/actor";
import { decodeJson, encodeJson } from "@/lib/json";
import { type Db, db, transaction } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { mirrorAssetLists, mirrorAssets } from "@/server/db/schema/mirror-assets";
import { workspacesBeside, workspacesOfManager } from "@/server/vault/store";

export interface ToldAsset {
  asset: Asset;
  toldAt: Date;
}

/** What was asked for later wins. */
export async function storeAsset(workspaceId: string, { asset, toldAt }: ToldAsset): Promise<void> {
  const told = { asset: encodeJson(asset), toldAt };
  await db()
    .insert(mirrorAssets)
    .values({ workspaceId, assetUuid: asset.assetUuid, ...told })
    .onConflictDoUpdate({
      target: [mirrorAssets.workspaceId, mirrorAssets.assetUuid],
      set: told,
      setWhere: sql`${mirrorAssets.toldAt} < excluded.told_at`,
    });
}

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

export async function selectAsset(workspaceId: string, assetUuid: string): Promise<ToldAsset | null> {
  const [row] = await db()
    .select({ asset: mirrorAssets.asset, toldAt: mirrorAssets.toldAt, listedAt: mirrorAssetLists.toldAt })
    .from(mirrorAssets)
    .leftJoin(mirrorAssetLists, eq(mirrorAssetLists.workspaceId, mirrorAssets.workspaceId))
    .where(and(eq(mirrorAssets.workspaceId, workspaceId), eq(mirrorAssets.assetUuid, assetUuid)));
  if (!row) return null;
  return { asset: decodeJson(row.asset) as Asset, toldAt: later(row.toldAt, row.listedAt) };
}

/** All assets of an account as AMP told them together. */
export interface ToldAssets {
  assets: readonly Asset[];
  /** Those that are the account's too, and of which AMP had no answer: what it told of them before stays. */
  unreadable: readonly string[];
  toldAt: Date;
}

/**
 * Forgets what is not among them any more. A row that says what they say is not written. What was asked for later wins.
 * @returns false when AMP has told a later list meanwhile: this one is not kept
 */
export const storeAssets = (workspaceId: string, told: ToldAssets): Promise<boolean> =>
  transaction(async (tx) => {
    const { assets, unreadable, toldAt } = told;
    const isWhole = unreadable.length === 0;
    if (isWhole && !(await storeList(tx, workspaceId, toldAt))) return false;
    const named = [...assets.map(({ assetUuid }) => assetUuid), ...unreadable];
    await tx.execute(sql`
      delete from ${mirrorAssets} where workspace_id = ${workspaceId} and told_at < ${toldAt}
        and asset_uuid <> all(${sql.param(named)}::text[])`);
    const rows = assets.map((asset) => ({ uuid: asset.assetUuid, asset: encodeJson(asset) }));
    await tx.execute(sql`
      insert into ${mirrorAssets} (workspace_id, asset_uuid, asset, told_at)
      select ${workspaceId}::uuid, r.uuid, r.asset, ${toldAt}::timestamptz
      from ${toldRows(rows)} as r (uuid text, asset text)
      on conflict (workspace_id, asset_uuid) do update set asset = excluded.asset, told_at = excluded.told_at
      where ${mirrorAssets}.told_at < excluded.told_at
        and (${!isWhole} or ${mirrorAssets}.asset <> excluded.asset)`);
    return true;
  });

/** @returns false when AMP has told a later one meanwhile */
async function storeList(tx: Db, workspaceId: string, toldAt: Date): Promise<boolean> {
  const stored = await tx
    .insert(mirrorAssetLists)
    .values({ workspaceId, toldAt })
    .onConflictDoUpdate({
      target: mirrorAssetLists.workspaceId,
      set: { toldAt },
      setWhere: sql`${mirrorAssetLists.toldAt} < excluded.told_at`,
    })
    .returning({ workspaceId: mirrorAssetLists.workspaceId });
  return stored.length > 0;
}

/** Each with when it was so at the latest; null before AMP has told them all once. */
export async function selectAssets(
  workspaceId: string,
): Promise<{ told: ToldAsset[]; listedAt: Date } | null> {
  const rows = await db()
    .select({ listedAt: mirrorAssetLists.toldAt, asset: mirrorAssets.asset, toldAt: mirrorAssets.toldAt })
    .from(mirrorAssetLists)
    .leftJoin(mirrorAssets, eq(mirrorAssets.workspaceId, mirrorAssetLists.workspaceId))
    .where(eq(mirrorAssetLists.workspaceId, workspaceId));
  const [first] = rows;
  if (!first) return null;
  const { listedAt } = first;
  const told = rows.flatMap(({ asset, toldAt }): ToldAsset[] =>
    asset === null || toldAt === null
      ? []
      : [{ asset: decodeJson(asset) as Asset, toldAt: later(toldAt, listedAt) }],
  );
  return { told, listedAt };
}

const dropAsset = async (whose: SQL | undefined, assetUuid: string): Promise<void> => {
  await db()
    .delete(mirrorAssets)
    .where(and(whose, eq(mirrorAssets.assetUuid, assetUuid)));
};

/** Whichever workspace of the environment it was told. */
export const deleteAssetOf = (workspaceId: string, assetUuid: string): Promise<void> =>
  dropAsset(inArray(mirrorAssets.workspaceId, workspacesBeside(workspaceId)), assetUuid);

/** Whichever workspaces are that manager's. */
export const deleteAssetOfManager = (
  environment: EnvironmentName,
  managerId: number,
  assetUuid: string,
): Promise<void> =>
  dropAsset(inArray(mirrorAssets.workspaceId, workspacesOfManager(environment, managerId)), assetUuid);

/** All that a manager's account was told. */
export const deleteAssetsOfManager = (environment: EnvironmentName, managerId: number): Promise<void> =>
  transaction(async (tx) => {
    const theirs = workspacesOfManager(environment, managerId);
    // The list first, as `storeAssets` does, so that the two do not wait for each other.
    await tx.delete(mirrorAssetLists).where(inArray(mirrorAssetLists.workspaceId, theirs));
    await tx.delete(mirrorAssets).where(inArray(mirrorAssets.workspaceId, theirs));
  });
