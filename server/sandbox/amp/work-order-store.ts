import { and, asc, eq, isNull } from "drizzle-orm";
import { workOrders } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { AssetRow } from "./asset-store";

export type WorkOrderKind = (typeof workOrders.$inferSelect)["kind"];

/** Remembers a reissue or burn order; nothing is reserved and several may be open. */
export async function insertOrder(db: SandboxDb, asset: AssetRow, kind: WorkOrderKind, amountSats: bigint) {
  await db.insert(workOrders).values({ assetUuid: asset.uuid, kind, amountSats });
}

/** The transaction has carried the order out. */
export async function closeOrder(db: SandboxDb, id: number, txid: string): Promise<void> {
  await db.update(workOrders).set({ txid }).where(eq(workOrders.id, id));
}

/** Reissue and burn orders without a confirm, oldest first. */
export function openWorkOrders(db: SandboxDb, assetUuid: string) {
  return db
    .select({ id: workOrders.id, kind: workOrders.kind, amountSats: workOrders.amountSats })
    .from(workOrders)
    .where(and(eq(workOrders.assetUuid, assetUuid), isNull(workOrders.txid)))
    .orderBy(asc(workOrders.id));
}
