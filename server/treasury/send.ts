import { currentBatch } from "@/lib/domain/batches";
import { afterSend, type OperationFacts, walletTag } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { certainlyNotDone, RpcError } from "@/server/elements/rpc";
import { isWalletLocked, readBalances, sendMany } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { differsAtAmp } from "./order";
import { findPayment, findTagged } from "./payments";
import { type Check, NOW, type Step, type StepContext, type StepOutcome, stopped } from "./step";
import type { Operation } from "./store";
import { ownTurn } from "./turns";

export const tagOf = (operation: Operation<"distribution">) =>
  walletTag(operation.id, currentBatch(operation.facts));

/**
 * Everything that must hold in the moment before the node is told to send, because the order may have waited for hours:
 * the wallet can sign and has not sent it yet, AMP still wants exactly this order paid, and no other broadcast is open.
 * @throws AppError UNAVAILABLE, REJECTED, CONFLICT: the operation stays where it is and waits
 */
export const readyToSend: Check<"distribution"> = async (operation, context) => {
  if (await isWalletLocked(context.node)) throw new AppError("REJECTED", worksText.walletLocked);
  const instead = (await alreadyPaid(operation, context)) ?? (await noLongerWanted(operation, context));
  return instead ?? ownTurn(operation, context);
};

/** Sent before a restart, or paid by somebody else's transaction. RPC listtransactions */
async function alreadyPaid(
  operation: Operation<"distribution">,
  { node }: StepContext,
): Promise<StepOutcome | null> {
  const tagged = await findTagged(node, tagOf(operation));
  if (tagged !== null) return withTxid(operation, tagged);
  const foreign = await findPayment(node, Object.keys(operation.facts.order?.amounts ?? {}));
  if (foreign === null) return null;
  return { ...stopped(worksText.paidElsewhere(foreign), false), detail: { paidBy: foreign } };
}

/** AMP: GET /assets/{a}/assignments, GET /assets/{a}, GET /assets/{a}/balance */
async function noLongerWanted(
  operation: Operation<"distribution">,
  { amp }: StepContext,
): Promise<StepOutcome | null> {
  const { order } = operation.facts;
  if (!order) return stopped(worksText.orderMissing, false);
  const mismatch = await differsAtAmp(operation, order, amp);
  if (mismatch) return stopped(mismatch, false);
  const path = { assetUuid: operation.intent.assetUuid };
  const [asset, balance] = await Promise.all([
    amp.call("getAsset", { path }),
    amp.call("getBalance", { path }),
  ]);
  if (asset.isLocked) return stopped(worksText.assetLocked, true);
  const lost = balance.lostOutputs.length + balance.reissuanceLostOutputs.length;
  return lost > 0 ? stopped(worksText.lostOutputs, true) : null;
}

/** What the wallet has right before: an end without an answer is judged by it. RPC getbalance */
export async function beforeSend(
  { intent }: Operation<"distribution">,
  { node }: StepContext,
): Promise<OperationFacts> {
  const { byAsset } = await readBalances(node, 0);
  return { beforeSend: { balanceSats: byAsset.get(intent.assetId) ?? 0n, at: now() } };
}

/** ordered → sent. RPC sendmany, told once; without a clear answer the end stays unknown. */
export const send: Step<"distribution"> = async (operation, { node }) => {
  const { assetId, amounts } = operation.facts.order ?? { assetId: "", amounts: {} };
  const payments = Object.entries(amounts).map(([address, amountSats]) => ({ address, amountSats, assetId }));
  try {
    return withTxid(operation, await sendMany(node, payments, tagOf(operation)));
  } catch (error) {
    if (error instanceof RpcError && certainlyNotDone(error)) {
      const message = worksText.sendRefused(error.message);
      return { ...stopped(message, true), state: afterSend({ kind: "refused", message }) };
    }
    return { ...unknown({ answer: "none" }, NOW), state: afterSend({ kind: "no-answer" }) };
  }
};

/** Nobody knows whether it was sent. */
export const unknown = (detail: Record<string, unknown>, againInMs: number): StepOutcome => ({
  state: "unknown",
  problem: { message: worksText.unknownSend, mayRetry: false },
  detail,
  againInMs,
});

export const withTxid = (operation: Operation<"distribution">, txid: string): StepOutcome => ({
  state: "sent",
  facts: { ...operation.facts, txid, confirmations: 0 },
  detail: { txid },
  againInMs: NOW,
});
