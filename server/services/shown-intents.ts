import type { Freshness } from "@/lib/contracts/list";
import { MORE_ROWS, type Portion } from "@/lib/contracts/portion";
import type { Actor } from "@/lib/domain/actor";
import { type BatchRow, batchRows } from "@/lib/domain/batches";
import type { ForeignOrder } from "@/lib/domain/foreign-order";
import { type DistributionIntent, distributionText, type IntentAssignment } from "@/lib/domain/intent";
import { assignmentsBehind } from "@/lib/domain/shown-intent";
import { AppError } from "@/lib/errors";
import { distributionsText } from "@/lib/messages/distributions";
import { foreignOrdersText } from "@/lib/messages/foreign-orders";
import { authorize } from "@/server/auth/authorize";
import { findOperation } from "@/server/treasury/store";
import { hashOfIntent } from "./approval";
import { getAsset, requireUuid } from "./assets";
import { shownOpenRows } from "./assignments";
import { intentNow } from "./distributions";
import { listForeignOrders } from "./foreign-orders";
import { getOperation, ownOperation } from "./operations";

/** All whom a distribution pays, and the hash that a person sees and approves. */
interface WholeIntent {
  intent: DistributionIntent;
  intentHash: string;
  freshness: Freshness;
}

/** What a page shows of an intent that nobody has approved yet. */
interface SeenIntent {
  intentHash: string;
  /** The order at AMP whose intent it is; null: of what would be sent now. */
  order: string | null;
}

/**
 * More of those whom an intent pays that stands on a page; it is formed anew. AMP: as `previewDistribution`, without the checks
 * @param after the assignment behind which they begin
 * @throws AppError CONFLICT when it is not the one on the page any more
 */
export async function readIntentRows(
  actor: Actor,
  assetUuid: string,
  { intentHash, order }: SeenIntent,
  after: number,
): Promise<Portion<IntentAssignment>> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  const found = await (order === null ? intentToSend(actor, assetUuid) : orderedAs(actor, assetUuid, order));
  if (found?.intentHash === intentHash) return assignmentsBehind(found.intent, after, MORE_ROWS);
  throw new AppError(
    "CONFLICT",
    order === null ? distributionsText.intent.changed : foreignOrdersText.changed,
  );
}

/** What would be sent now, whatever stands in the way. AMP: as `previewDistribution`, without the checks */
export async function intentToSend(actor: Actor, assetUuid: string): Promise<WholeIntent> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  const [asset, open] = await Promise.all([getAsset(actor, assetUuid), shownOpenRows(actor, assetUuid)]);
  const intent = intentNow(asset, open);
  return { intent, intentHash: hashOfIntent(distributionText(intent)), freshness: open.freshness };
}

/** What was approved, as of that moment. @throws AppError NOT_FOUND, unless it is a distribution of this asset and workspace */
export async function intentOfOperation(
  actor: Actor,
  assetUuid: string,
  operationId: string,
): Promise<WholeIntent> {
  await authorize(actor, "treasury:read");
  const { kind, intent, intentHash, createdAt } = await ownOperation(actor, operationId, findOperation);
  if (kind !== "distribution" || intent.assetUuid !== assetUuid) {
    throw new AppError("NOT_FOUND", distributionsText.noOperation);
  }
  return { intent, intentHash, freshness: { asOf: createdAt, source: "mirror" } };
}

/** The transactions of a distribution as its page shows them. @throws AppError as `intentOfOperation` does */
export async function transactionsOfOperation(
  actor: Actor,
  assetUuid: string,
  operationId: string,
): Promise<BatchRow[]> {
  const { operation } = await getOperation(actor, operationId);
  if (operation.kind !== "distribution" || operation.assetUuid !== assetUuid)
    throw new AppError("NOT_FOUND", distributionsText.noOperation);
  return batchRows(operation, operation.intent.batches);
}

async function orderedAs(actor: Actor, assetUuid: string, order: string): Promise<ForeignOrder | undefined> {
  const orders = await listForeignOrders(actor, assetUuid);
  return orders.find(({ distributionUuid }) => distributionUuid === order);
}
