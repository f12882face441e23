import type { Actor } from "@/lib/domain/actor";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { type ForeignOrder, intentOfOrder, ordersAmong } from "@/lib/domain/foreign-order";
import { distributionText } from "@/lib/domain/intent";
import { amountsAmong, type StoredOrder } from "@/lib/domain/stored-order";
import { AppError } from "@/lib/errors";
import { foreignOrdersText } from "@/lib/messages/foreign-orders";
import { authorize } from "@/server/auth/authorize";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { inheritedBy } from "@/server/treasury/by-hand/inherited";
import { operationsOfOrder } from "@/server/treasury/known-operations";
import { sharedNow } from "@/server/treasury/late";
import { isOfOperation, openOperationOf } from "@/server/treasury/own-order";
import { approveOperation, hashOfIntent } from "./approval";
import { type Asset, getAsset, requireUuid } from "./assets";
import { type OpenRows, openRows, shownOpenRows } from "./assignments";

interface FoundOrder extends ForeignOrder {
  order: StoredOrder;
}

/**
 * Orders of an asset that AMP keeps open and no open operation of this desk carries out. AMP lists open distributions
 * only among its assignments (GET /assets/{a}/assignments), without a time, and open reissuances and burns nowhere.
 * @param reading the open assignments, where something else goes by them too
 */
export async function listForeignOrders(
  actor: Actor,
  assetUuid: string,
  reading?: Promise<OpenRows>,
): Promise<ForeignOrder[]> {
  const found = await findForeignOrders(actor, assetUuid, () => reading ?? shownOpenRows(actor, assetUuid));
  return found.map(({ order: _, ...foreign }) => foreign);
}

async function findForeignOrders(
  actor: Actor,
  assetUuid: string,
  read: () => Promise<OpenRows>,
): Promise<FoundOrder[]> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  // In this order: an operation is stored before it asks AMP.
  const [asset, { rows }] = await Promise.all([getAsset(actor, assetUuid), read()]);
  const open = await openOperationOf(actor.workspaceId, assetUuid);
  const pending = rows.filter(({ state }) => state === "pending");
  const foreign = [...ordersAmong(pending)].filter(([uuid, members]) => !isOfOperation(open, uuid, members));
  return Promise.all(
    foreign.map(async ([uuid, members]) => {
      const left = await operationsOfOrder(actor.workspaceId, assetUuid, uuid);
      return { ...toFound(uuid, members, asset), leftBy: left.at(-1)?.id ?? null };
    }),
  );
}

function toFound(
  distributionUuid: string,
  members: AssignmentRow[],
  asset: Asset,
): Omit<FoundOrder, "leftBy"> {
  const { assetUuid, assetId, name: assetName, ticker, precision } = asset;
  const about = { assetUuid, assetId, assetName, ticker, precision };
  const intent = intentOfOrder(distributionUuid, members, about);
  return {
    distributionUuid,
    intent,
    intentHash: hashOfIntent(distributionText(intent)),
    order: { distributionUuid, assetId, amounts: amountsAmong(members) },
  };
}

/**
 * Takes over an order that was found at AMP. The person approves exactly this order; the worker looks whether the wallet
 * has paid it and otherwise sends nothing. `wish` "cancel": it is cancelled at AMP once it is certain that nobody paid.
 * @throws AppError NOT_FOUND, CONFLICT when it is gone or changed, AMP tells no addresses of it, or an operation of the
 * asset is open
 */
export async function adoptOrder(
  actor: Actor,
  input: {
    intentId: string;
    assetUuid: string;
    distributionUuid: string;
    intentHash: string;
    wish: "follow" | "cancel";
  },
): Promise<{ operationId: string }> {
  await authorize(actor, "distribution:run", input.assetUuid);
  const askAgain = () => assignmentsChanged(actor, input.assetUuid);
  let order: StoredOrder | undefined;
  return approveOperation(actor, {
    kind: "distribution",
    permission: "distribution:run",
    input,
    preview: async () => {
      const orders = await findForeignOrders(actor, input.assetUuid, () => openRows(actor, input.assetUuid));
      const found = orders.find(({ distributionUuid }) => distributionUuid === input.distributionUuid);
      if (!found) {
        await askAgain();
        throw new AppError("CONFLICT", foreignOrdersText.gone);
      }
      // Whether it was paid is seen by the addresses.
      if (Object.keys(found.order.amounts).length < found.intent.assignments.length)
        throw new AppError("CONFLICT", foreignOrdersText.noAddresses);
      order = found.order;
      return { ...found, checks: [] };
    },
    detail: ({ totalSats, assignments }) => ({
      distribution: input.distributionUuid,
      totalSats,
      recipients: assignments.length,
    }),
    start: async () => {
      const to = "cancelling" as const;
      const leaving = input.wish === "cancel" ? { leaving: { to, at: await sharedNow() } } : {};
      const inherited = await inheritedBy({ ...actor, assetUuid: input.assetUuid }, input.distributionUuid);
      const facts = { batch: 0, held: [], byHand: { ...inherited, ...leaving } };
      return { state: "by-hand", facts: order ? { ...facts, order } : facts };
    },
    verb: "adopted",
    askAgain,
    texts: { changed: foreignOrdersText.changed, notReady: foreignOrdersText.changed },
  });
}
