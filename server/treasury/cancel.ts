import { batchSumsOf, currentPart, isLastBatch, tallyOf, withBatchSent } from "@/lib/domain/batches";
import type { OperationFacts, SentBatch } from "@/lib/domain/operation";
import type { StoredOrder } from "@/lib/domain/stored-order";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import type { NodeClient } from "@/server/elements/rpc";
import { isBusyWith } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { endingAs } from "./hold";
import { notAfterNow, stillLateMs } from "./late";
import { findEarlierOrder } from "./order";
import { findPayment, findTagged } from "./payments";
import { assertSynced, tagOf, withTxid } from "./send";
import { NOW, type Step, type StepOutcome, stopped } from "./step";
import type { Operation } from "./store";

/**
 * cancelling → cancelled, by way of letting go what was held back; nothing leads from here to sending. It ends only when
 * neither a payment nor an order can come any more; until then AMP: DELETE /assets/{a}/distributions/{d}/cancel is
 * repeated. A payment of ours that landed late leads to `sent`; an order that was carried out by hand is recorded as sent.
 * RPC getrpcinfo, listtransactions; AMP: GET /assets/{a}/distributions/{d}, GET /assets/{a}/assignments
 */
export const cancel: Step<"distribution"> = async (operation, { amp, node }) => {
  // A node that is behind does not know what its wallet paid.
  if (operation.facts.order || operation.facts.askedAt) await assertSynced(node);
  // Asked first: what becomes certain by the time that passed must have been looked at afterwards.
  const sendLateMs = await paymentStillLate(operation.facts, node);
  const { facts, lateMs } = orderStillLate(operation.facts);
  const txid = facts.order ? await findTagged(node, tagOf(operation)) : null;
  if (txid !== null) return sentAfterAll(operation, txid);
  const booked = await bookedByHand(operation, amp);
  if (booked) return ending({ ...operation, facts: withBatchSent(facts, booked) }, booked.distributionUuid);
  const orders = await ordersToCancel(operation, amp);
  for (const order of orders) {
    const payment = await findPayment(node, Object.keys(order.amounts));
    // Cancelling an order that was paid loses the coins.
    if (payment && order.isOurs) {
      const pausing = isLastBatch(operation) ? {} : { facts: { ...facts, isPausing: true } };
      return { ...stopped(worksText.paidElsewhere(payment), false), ...pausing };
    }
    if (payment) continue;
    if (sendLateMs > 0) return waiting(facts, sendLateMs, "payment");
    await cancelAtAmp(operation, order.distributionUuid, amp);
  }
  if (lateMs > 0) return waiting(facts, lateMs, "order");
  return ending({ ...operation, facts }, orders[0]?.distributionUuid ?? null);
};

type Distribution = Operation<"distribution">;

/** While the node sends, and for some time after it was told, what a person did not see may still be sent. */
async function paymentStillLate(facts: OperationFacts, node: NodeClient): Promise<number> {
  const leftByHandAt = facts.byHand?.leaving?.at;
  if (!facts.isSaidUnsent && leftByHandAt === undefined) return 0;
  const lateMs = stillLateMs(leftByHandAt ?? facts.beforeSend?.at);
  return (await isBusyWith(node, "sendmany")) ? Math.max(lateMs, LOOK_AGAIN_MS) : lateMs;
}

const LOOK_AGAIN_MS = 5_000;

/** An order whose answer is missing may be made late, and would take what was let go. */
function orderStillLate(facts: OperationFacts): { facts: OperationFacts; lateMs: number } {
  if (!mayHaveUnseenOrder(facts)) return { facts, lateMs: 0 };
  const askedAt = notAfterNow(facts.askedAt) ?? now();
  return { facts: { ...facts, askedAt }, lateMs: stillLateMs(askedAt) };
}

const mayHaveUnseenOrder = ({ order, askedAt, wasAskedAgain }: OperationFacts): boolean =>
  askedAt !== undefined && (order === undefined || wasAskedAgain === true);

const waiting = (facts: OperationFacts, againInMs: number, lateEffect: "order" | "payment"): StepOutcome => ({
  state: "cancelling",
  facts,
  detail: { waitsForLate: lateEffect },
  againInMs,
});

const ending = (operation: Distribution, distributionUuid: string | null): StepOutcome => ({
  ...endingAs(operation.facts, "cancelled"),
  detail: { distributionUuid, ...tallyOf(operation, batchSumsOf(operation)) },
});

/** The batch is finished, and no further one is begun: a person wanted it to end. */
function sentAfterAll(operation: Distribution, txid: string): StepOutcome {
  const { isSaidUnsent, ...facts } = operation.facts;
  const isPausing = isLastBatch(operation) ? {} : { isPausing: true };
  return { ...withTxid({ ...operation, facts: { ...facts, ...isPausing } }, txid), againInMs: NOW };
}

/** The current batch as somebody else has paid it and confirmed it to AMP. */
export async function bookedByHand(operation: Distribution, amp: AmpClient): Promise<SentBatch | null> {
  const { assetUuid } = operation.intent;
  const distributionUuid = operation.facts.order?.distributionUuid ?? (await distributedAs(operation, amp));
  if (!distributionUuid) return null;
  const found = await orNull(amp.call("getDistribution", { path: { assetUuid, distributionUuid } }));
  const transaction = found?.transactions[0];
  if (!transaction || found.distributionStatus !== "CONFIRMED") return null;
  const paid = found.transactions.flatMap(({ assignments }) => assignments);
  return {
    txid: transaction.txid,
    distributionUuid,
    recipients: paid.length,
    totalSats: paid.reduce((sum, { amount }) => sum + amount, 0n),
    blockHeight: transaction.includedBlockheight,
  };
}

/** Without a stored order: the one by which AMP has distributed assignments of this batch. */
async function distributedAs(operation: Distribution, amp: AmpClient): Promise<string | null> {
  if (!operation.facts.askedAt) return null;
  const { assetUuid, assignments } = currentPart(operation);
  const rows = await amp.call("listAssignments", { path: { assetUuid }, query: { distributed: true } });
  const ids = new Set(assignments.map(({ assignmentId }) => assignmentId));
  return rows.find((row) => ids.has(row.id))?.distributionUuid ?? null;
}

/** Our own stored order; and one whose answer was lost on its way to us, which may be somebody else's. */
async function ordersToCancel(
  operation: Distribution,
  amp: AmpClient,
): Promise<(StoredOrder & { isOurs: boolean })[]> {
  const { order } = operation.facts;
  const unseen = mayHaveUnseenOrder(operation.facts) ? await findEarlierOrder(operation, amp) : null;
  return [
    ...(order ? [{ ...order, isOurs: true }] : []),
    ...(unseen && unseen.distributionUuid !== order?.distributionUuid ? [{ ...unseen, isOurs: false }] : []),
  ];
}

async function cancelAtAmp(operation: Distribution, distributionUuid: string, amp: AmpClient): Promise<void> {
  const path = { assetUuid: operation.intent.assetUuid, distributionUuid };
  await orNull(amp.call("cancelDistribution", { path })); // else it is gone already
}
