import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/server/db/client";
import { mirrorCopies, mirrorHolders, mirrorUsers } from "@/server/db/schema/mirror";
import { stale } from "./copies-store";

/** What is copied asset by asset, and told of where nothing is asked of AMP. */
export type CopiedOfAsset = "holders" | "utxos";

const isCopy = (workspaceId: string, kind: CopiedOfAsset): SQL | undefined =>
  and(
    eq(mirrorCopies.workspaceId, workspaceId),
    eq(mirrorCopies.kind, kind),
    isNotNull(mirrorCopies.generation),
  );

/** When each asset's list was asked for last, by asset; without those that something was changed of since. */
export async function selectAssetCopies(
  workspaceId: string,
  kind: CopiedOfAsset,
): Promise<Map<string, Date>> {
  const rows = await db()
    .select({ assetUuid: mirrorCopies.key, startedAt: mirrorCopies.startedAt })
    .from(mirrorCopies)
    .where(and(isCopy(workspaceId, kind), sql`not ${stale}`));
  return new Map(rows.flatMap(({ assetUuid, startedAt }) => (startedAt ? [[assetUuid, startedAt]] : [])));
}

/** Users who own some of one of the assets, or of none of them, as the copies of their owners tell. */
export interface Holding {
  assetUuids: readonly string[];
  isHolder: boolean;
}

/** Of a row of `mirror_users`. Whoever is to own nothing must be missing from every one of the copies. */
export function holdingSql(workspaceId: string, { assetUuids, isHolder }: Holding): SQL {
  const copies = sql`from ${mirrorCopies} where ${isCopy(workspaceId, "holders")}
    and ${mirrorCopies.key} = any(${sql.param([...assetUuids])}::text[])`;
  const owns = sql`exists (select 1 from ${mirrorHolders} where ${mirrorHolders.workspaceId} = ${workspaceId}
    and ${mirrorHolders.userId} = ${mirrorUsers.id}
    and ${mirrorHolders.generation} in (select ${mirrorCopies.generation} ${copies}))`;
  return isHolder ? owns : sql`(not ${owns} and (select count(*) ${copies}) = ${assetUuids.length})`;
}
