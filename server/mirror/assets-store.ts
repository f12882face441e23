import { and, eq, sql } from "drizzle-orm";
import type { Asset } from "@/lib/contracts/amp/assets";
import { decodeJson, encodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { mirrorAssets } from "@/server/db/schema/mirror-assets";

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

export async function selectAsset(workspaceId: string, assetUuid: string): Promise<ToldAsset | null> {
  const [row] = await db()
    .select({ asset: mirrorAssets.asset, toldAt: mirrorAssets.toldAt })
    .from(mirrorAssets)
    .where(and(eq(mirrorAssets.workspaceId, workspaceId), eq(mirrorAssets.assetUuid, assetUuid)));
  return row ? { asset: decodeJson(row.asset) as Asset, toldAt: row.toldAt } : null;
}
