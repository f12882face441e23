import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { shownIntent } from "@/lib/domain/shown-intent";
import { authorize } from "@/server/auth/authorize";
import { requireUuid } from "./assets";
import { shownOpenRows } from "./assignments";
import { listDistributions, previewDistribution } from "./distributions";
import { listForeignOrders } from "./foreign-orders";
import { readInvite } from "./user-identity";

/**
 * What would be sent and what was, and orders that nobody here carries out. The open assignments, of which there may be as
 * many as there are users, are asked for once. AMP: as `previewDistribution`
 */
export async function readDistributionsPage(actor: Actor, assetUuid: string, query: ListQuery) {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  const open = shownOpenRows(actor, assetUuid);
  const [preview, history, orders] = await Promise.all([
    previewDistribution(actor, assetUuid, open),
    listDistributions(actor, assetUuid, query),
    listForeignOrders(actor, assetUuid, open),
  ]);
  return {
    preview: { ...preview, intent: shownIntent(preview.intent) },
    history,
    orders: orders.map((order) => ({ ...order, intent: shownIntent(order.intent) })),
    invite: preview.lacksGaid ? await readInvite(actor) : null,
  };
}
