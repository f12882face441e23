import type { Assignment } from "@/lib/contracts/amp/assignments";
import { currentPart } from "@/lib/domain/batches";
import { paymentDifferences } from "@/lib/domain/payment-match";
import { byHandText } from "@/lib/messages/by-hand";
import type { AmpClient } from "@/server/amp/client";
import type { NodeClient } from "@/server/elements/rpc";
import { findConfirmations } from "@/server/elements/wallet";
import { mismatchAmong } from "../order";
import { findTagged } from "../payments";
import { assertSynced, tagOf } from "../send";
import type { StepContext } from "../step";
import type { Operation } from "../store";
import { readHandMade } from "./transaction";

/**
 * What keeps a transaction from being the payment of the operation's order: the order must equal what was approved, and
 * the transaction must pay exactly the order. AMP: GET /assets/{a}/assignments; RPC gettransaction
 * @returns words for people; empty when it pays the order
 * @throws AppError UNAVAILABLE when AMP or the node is away or the node is behind
 */
export async function distributionDifferences(
  operation: Operation<"distribution">,
  txid: string,
  { amp, node }: Pick<StepContext, "amp" | "node">,
): Promise<string[]> {
  const { order } = operation.facts;
  if (!order) return [byHandText.noOrder];
  await assertSynced(node);
  const before = await otherOwnPayment(operation, txid, node);
  if (before !== null) return [byHandText.why.ownPayment(before)];
  const made = await readHandMade(node, operation, txid);
  if (typeof made === "string") return [made];
  const differences = paymentDifferences(order, made.details);
  if (differences.length > 0) return differences;
  // The distributed ones too: the client that paid may have confirmed it already.
  const mismatch = mismatchAmong(await assignmentsOfPart(operation, amp), operation, order);
  if (mismatch !== null) return [mismatch];
  // AMP took its time to answer.
  const after = await otherOwnPayment(operation, txid, node);
  return after === null ? [] : [byHandText.why.ownPayment(after)];
}

/** Those of the current batch, out of a list of all that ever was. AMP: GET /assets/{a}/assignments */
async function assignmentsOfPart(
  operation: Operation<"distribution">,
  amp: AmpClient,
): Promise<Assignment[]> {
  const ids = new Set(currentPart(operation).assignments.map(({ assignmentId }) => assignmentId));
  const found: Assignment[] = [];
  for await (const rows of amp.rows("listAssignments", { path: { assetUuid: operation.intent.assetUuid } }))
    found.push(...rows.filter(({ id }) => ids.has(id)));
  return found;
}

/** The desk's own payment of the order, where it landed beside this one: it would be hidden behind it. RPC listtransactions, gettransaction */
export async function otherOwnPayment(
  operation: Operation<"distribution">,
  txid: string,
  node: NodeClient,
): Promise<string | null> {
  const own = await findTagged(node, tagOf(operation));
  if (own === null || own === txid) return null;
  return ((await findConfirmations(node, own)) ?? 0) >= 0 ? own : null;
}
