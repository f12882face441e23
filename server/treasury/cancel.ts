import { AppError } from "@/lib/errors";
import type { AmpClient } from "@/server/amp/client";
import { findEarlierOrder } from "./order";
import { findPayment } from "./payments";
import type { Step, StepContext } from "./step";
import type { Operation } from "./store";

/**
 * cancelling → cancelled. AMP: DELETE /assets/{a}/distributions/{d}/cancel, repeated until AMP says that the order is
 * gone. The state is stored before AMP is asked, and nothing leads from it to sending.
 */
export const cancel: Step = async (operation, context) => {
  const distributionUuid = await orderToCancel(operation, context);
  if (distributionUuid !== null) await cancelAtAmp(operation, distributionUuid, context.amp);
  return { state: "cancelled", detail: { distributionUuid }, againInMs: null };
};

/**
 * Our own stored order; or one whose answer was lost on its way to us. The second kind may be somebody else's, and
 * cancelling after it was paid loses the coins: the wallet must show no payment to its addresses.
 */
async function orderToCancel(operation: Operation, { amp, node }: StepContext): Promise<string | null> {
  const { order, wasAsked } = operation.facts;
  if (order) return order.distributionUuid;
  const unseen = wasAsked ? await findEarlierOrder(operation, amp) : null;
  if (!unseen) return null;
  return (await findPayment(node, Object.keys(unseen.amounts))) === null ? unseen.distributionUuid : null;
}

async function cancelAtAmp(operation: Operation, distributionUuid: string, amp: AmpClient): Promise<void> {
  const path = { assetUuid: operation.intent.assetUuid, distributionUuid };
  try {
    await amp.call("cancelDistribution", { path });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error; // already gone
  }
}
