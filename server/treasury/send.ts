import { currentBatch } from "@/lib/domain/batches";
import type { JournalDetail } from "@/lib/domain/journal";
import { stoppedBy } from "@/lib/domain/lost-outputs";
import { afterSend, type OperationFacts, walletTag } from "@/lib/domain/operation";
import { paymentsOf } from "@/lib/domain/stored-order";
import { stillHolds } from "@/lib/domain/unsent";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { certainlyNotDone, isWalletLockedError, type NodeClient, RpcError } from "@/server/elements/rpc";
import { isBusyWith, isSynced, readBalances, readNodeState, sendMany } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { differsAtAmp } from "./order";
import { findPaid } from "./payments";
import {
  assertUnlocked,
  type Check,
  NOW,
  type Step,
  type StepContext,
  type StepOutcome,
  stopped,
} from "./step";
import type { Operation } from "./store";

export const tagOf = (operation: Operation<"distribution">) =>
  walletTag(operation.id, currentBatch(operation.facts));

/**
 * What must hold before the node is told to send, because the order may have waited for hours: the wallet can sign and has
 * not sent it yet, and AMP still wants exactly this order paid.
 * @throws AppError UNAVAILABLE, REJECTED: the operation stays where it is and waits
 */
export const readyToSend: Check<"distribution"> = async (operation, context) => {
  await assertUnlocked(context.node);
  return (await alreadyPaid(operation, context)) ?? noLongerWanted(operation, context);
};

/**
 * The very last of it: AMP took its time to answer, and an effect of an earlier attempt may have landed since.
 * RPC getblockchaininfo, getrpcinfo, listtransactions, getbalance
 * @throws AppError UNAVAILABLE, CONFLICT: the node is behind the chain, or is sending something this moment
 */
export const lastLook: Check<"distribution"> = async (operation, context) => {
  const { node } = context;
  await assertSynced(node);
  if (await isBusyWith(node, "sendmany")) throw new AppError("CONFLICT", worksText.nodeIsSending);
  const paid = await alreadyPaid(operation, context);
  if (paid) return paid;
  const earlier = attemptOf(operation);
  if (!earlier) return null;
  const isUntouched = (await assetBalance(node, operation)) === earlier.balanceSats;
  return isUntouched ? null : unknown({ attempt: "earlier", balance: "changed" }, NOW);
};

/** AMP's order is younger than the operation that asked for it; nobody knows how old one is that was taken over. */
const orderedSince = ({ intent, createdAt }: Operation<"distribution">): Date | null =>
  intent.adopts === undefined ? createdAt : null;

/** Sent before a restart, or paid by somebody else's transaction. RPC listtransactions */
async function alreadyPaid(
  operation: Operation<"distribution">,
  { node }: StepContext,
): Promise<StepOutcome | null> {
  const addresses = Object.keys(operation.facts.order?.amounts ?? {});
  const {
    tagged,
    others: [other],
  } = await findPaid(node, tagOf(operation), addresses, orderedSince(operation));
  if (tagged !== null) return withTxid(operation, tagged);
  if (other === undefined) return null;
  return { ...stopped(worksText.paidElsewhere(other), false), detail: { paidBy: other } };
}

/** AMP: GET /assets/{a}/assignments, GET /assets/{a}, GET /assets/{a}/lost-outputs */
export async function noLongerWanted(
  operation: Operation<"distribution">,
  { amp }: StepContext,
): Promise<StepOutcome | null> {
  const { order } = operation.facts;
  if (!order) return stopped(worksText.orderMissing, false);
  const mismatch = await differsAtAmp(operation, order, amp);
  if (mismatch) return stopped(mismatch, false);
  const path = { assetUuid: operation.intent.assetUuid };
  const [asset, lostOutputs] = await Promise.all([
    amp.call("getAsset", { path }),
    amp.call("listLostOutputs", { path }),
  ]);
  if (asset.isLocked) return stopped(worksText.assetLocked, true);
  return stoppedBy(operation.kind, lostOutputs) > 0 ? stopped(worksText.lostOutputs, true) : null;
}

/**
 * What the wallet has right before: an end without an answer is judged by it. A second attempt of the same batch keeps
 * the first one's figure, so that a late effect of it is seen. RPC getbalance, getblockchaininfo
 */
export async function beforeSend(
  operation: Operation<"distribution">,
  { node }: StepContext,
): Promise<OperationFacts> {
  const { blocks: height } = await readNodeState(node);
  const known = attemptOf(operation);
  const balanceSats = known?.balanceSats ?? (await assetBalance(node, operation));
  const before = { batch: currentBatch(operation.facts), balanceSats, height, at: now() };
  if (!known) return { beforeSend: before };
  const { earlier: _, ...earlier } = known;
  return { beforeSend: { ...before, earlier } };
}

/** What was written down before an earlier attempt of this batch. */
const attemptOf = ({ facts }: Operation<"distribution">) =>
  facts.beforeSend?.batch === currentBatch(facts) ? facts.beforeSend : undefined;

/** Of the asset, unconfirmed coins included. RPC getbalance */
export async function assetBalance(node: NodeClient, { intent }: Operation<"distribution">): Promise<bigint> {
  return (await readBalances(node, 0)).byAsset.get(intent.assetId) ?? 0n;
}

/** A node that is behind does not know what its wallet did. @throws AppError UNAVAILABLE */
export async function assertSynced(node: NodeClient): Promise<number> {
  const state = await readNodeState(node);
  if (!isSynced(state)) throw new AppError("UNAVAILABLE", worksText.nodeBehind);
  return state.blocks;
}

/** ordered → sent. RPC sendmany, told once; without a clear answer the end stays unknown. */
export const send: Step<"distribution"> = async (operation, { node, assertHeld }) => {
  const payments = paymentsOf(operation.facts.order ?? { assetId: "", amounts: {} });
  await assertHeld();
  // From here to the call nothing is waited for: the time in which its effect may come counts from what was written down.
  const { beforeSend } = operation.facts;
  if (!beforeSend || !stillHolds(beforeSend, now())) return lookedAtAnew(operation);
  try {
    return withTxid(operation, await sendMany(node, payments, tagOf(operation)));
  } catch (error) {
    if (isWalletLockedError(error)) return untilUnlocked(operation);
    if (error instanceof RpcError && certainlyNotDone(error)) {
      const message = worksText.sendRefused(error.message);
      const facts = withoutAttempt(operation.facts);
      return { ...stopped(message, true), state: afterSend({ kind: "refused", message }), facts };
    }
    // An effect may come as long after the end of the wait as after the call.
    const facts = { ...operation.facts, beforeSend: { ...beforeSend, at: now() } };
    return { ...unknown({ answer: "none" }, NOW), state: afterSend({ kind: "no-answer" }), facts };
  }
};

/** An attempt that certainly did nothing: later movements of the wallet are not held against it. */
function withoutAttempt({ beforeSend, ...facts }: OperationFacts): OperationFacts {
  return beforeSend?.earlier ? { ...facts, beforeSend: beforeSend.earlier } : facts;
}

/** The time limit ran out between the look and the payment: nothing was sent, and everything is looked at anew. */
const untilUnlocked = ({ facts }: Operation<"distribution">): StepOutcome => ({
  state: "ordered",
  facts: withoutAttempt(facts),
  problem: { code: "wallet-locked", message: worksText.walletLocked, mayRetry: true },
  detail: { waits: worksText.walletLocked },
  againInMs: 5_000,
});

const SOON_MS = 1_000;

/** Storing took so long that what was seen before may not hold any more: nothing was sent. */
const lookedAtAnew = ({ facts }: Operation<"distribution">): StepOutcome => ({
  state: "ordered",
  facts: withoutAttempt(facts),
  detail: { overdue: true },
  againInMs: SOON_MS,
});

/** Nobody knows whether it was sent. */
export const unknown = (detail: JournalDetail, againInMs: number): StepOutcome => ({
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
