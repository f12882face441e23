import { afterLook, afterSend, walletTag } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { certainlyNotDone, RpcError } from "@/server/elements/rpc";
import { isWalletLocked, sendMany } from "@/server/elements/wallet";
import { differsAtAmp } from "./order";
import { findPayment, findTagged } from "./payments";
import { type Check, NOW, type Step, type StepContext, type StepOutcome, stopped } from "./step";
import type { Operation } from "./store";

/** The first form sends one batch; a larger distribution is refused before it is stored. */
const ONLY_BATCH = 0;
/** An effect may land after the first look; looking is free. */
const LOOK_AGAIN_MS = 15_000;

const tagOf = (operation: Operation) => walletTag(operation.id, ONLY_BATCH);

/**
 * Everything that must hold in the moment before the node is told to send, because the order may have waited for hours:
 * the wallet can sign and has not sent it yet, and AMP still wants exactly this order paid.
 * @throws AppError UNAVAILABLE, REJECTED: the operation stays where it is and waits
 */
export const readyToSend: Check = async (operation, context) => {
  if (await isWalletLocked(context.node)) throw new AppError("REJECTED", worksText.walletLocked);
  return (await alreadyPaid(operation, context)) ?? (await noLongerWanted(operation, context));
};

/** Sent before a restart, or paid by somebody else's transaction. RPC listtransactions */
async function alreadyPaid(operation: Operation, { node }: StepContext): Promise<StepOutcome | null> {
  const tagged = await findTagged(node, tagOf(operation));
  if (tagged !== null) return withTxid(operation, tagged);
  const foreign = await findPayment(node, Object.keys(operation.facts.order?.amounts ?? {}));
  if (foreign === null) return null;
  return { ...stopped(worksText.paidElsewhere(foreign), false), detail: { paidBy: foreign } };
}

/** AMP: GET /assets/{a}/assignments, GET /assets/{a}, GET /assets/{a}/balance */
async function noLongerWanted(operation: Operation, { amp }: StepContext): Promise<StepOutcome | null> {
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

/** ordered → sent. RPC sendmany, told once; without a clear answer the end stays unknown. */
export const send: Step = async (operation, { node }) => {
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

/** unknown → sent, when the wallet shows the operation's tag. RPC listtransactions */
export const look: Step = async (operation, { node }) => {
  const tag = tagOf(operation);
  const txid = operation.facts.txid ?? (await findTagged(node, tag));
  if (txid !== null && afterLook(txid) === "sent") return withTxid(operation, txid);
  return unknown({ tag, found: false }, LOOK_AGAIN_MS);
};

const unknown = (detail: Record<string, unknown>, againInMs: number): StepOutcome => ({
  state: "unknown",
  problem: { message: worksText.unknownSend, mayRetry: false },
  detail,
  againInMs,
});

const withTxid = (operation: Operation, txid: string): StepOutcome => ({
  state: "sent",
  facts: { ...operation.facts, txid, confirmations: 0 },
  detail: { txid },
  againInMs: NOW,
});
