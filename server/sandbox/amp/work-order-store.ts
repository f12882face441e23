import { and, asc, eq, isNull } from "drizzle-orm";
import { workOrders } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { AssetRow } from "./asset-store";

export type WorkOrderKind = (typeof workOrders.$inferSelect)["kind"];

/** Remembers a reissue or burn order; nothing is reserved and several may be open. */
export async function rememberOrder(db: SandboxDb, asset: AssetRow, kind: WorkOrderKind, amountSats: bigint) {
  await db.insert(workOrders).values({ assetUuid: asset.uuid, kind, amountSats });
}

/** Closes the oldest open order of that amount; a confirm without an order is accepted too. */
export async function closeOrder(
  db: SandboxDb,
  asset: AssetRow,
  { kind, amountSats, txid }: { kind: WorkOrderKind; amountSats: bigint; txid: string },
): Promise<void> {
  const [order] = await db
    .select({ id: workOrders.id })
    .from(workOrders)
    .where(
      and(
        eq(workOrders.assetUuid, asset.uuid),
        eq(workOrders.kind, kind),
        eq(workOrders.amountSats, amountSats),
        isNull(workOrders.txid),
      ),
    )
    .orderBy(asc(workOrders.id))
    .limit(1);
  if (order) await db.update(workOrders).set({ txid }).where(eq(workOrders.id, order.id));
}

export function openOrders(db: SandboxDb, assetUuid: string) {
  return db
    .select()
    .from(workOrders)
    .where(and(eq(workOrders.assetUuid, assetUuid), isNull(workOrders.txid)));
}
