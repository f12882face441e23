import { tallyOf } from "@/lib/domain/batches";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { endingAs } from "./hold";
import { findEarlierOrder } from "./order";
import { findPayment } from "./payments";
import { type Step, type StepContext, stopped } from "./step";
import type { Operation } from "./store";

/**
 * cancelling → cancelled, by way of letting go what was held back. AMP: DELETE /assets/{a}/distributions/{d}/cancel,
 * repeated until AMP says that the order is gone. The state is stored before AMP is asked, and nothing leads from it to
 * sending. Batches that were sent stay sent; the facts name them.
 */
export const cancel: Step<"distribution"> = async (operation, { amp, node }) => {
  const order = await orderToCancel(operation, { amp });
  const payment = order && (await findPayment(node, Object.keys(order.amounts)));
  // Cancelling an order that was paid loses the coins.
  if (payment && order.isOurs) return { ...stopped(worksText.paidElsewhere(payment), false) };
  if (order && !payment) await cancelAtAmp(operation, order.distributionUuid, amp);
  const detail = { distributionUuid: order?.distributionUuid ?? null, ...tallyOf(operation) };
  return { ...endingAs(operation.facts, "cancelled"), detail };
};

/** Our own stored order; or one whose answer was lost on its way to us, which may be somebody else's. */
async function orderToCancel(operation: Operation<"distribution">, { amp }: Pick<StepContext, "amp">) {
  const { order, wasAsked } = operation.facts;
  if (order) return { ...order, isOurs: true };
  const unseen = wasAsked ? await findEarlierOrder(operation, amp) : null;
  return unseen && { ...unseen, isOurs: false };
}

async function cancelAtAmp(
  operation: Operation<"distribution">,
  distributionUuid: string,
  amp: AmpClient,
): Promise<void> {
  const path = { assetUuid: operation.intent.assetUuid, distributionUuid };
  try {
    await amp.call("cancelDistribution", { path });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error; // already gone
  }
}
