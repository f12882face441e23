import type { JournalDetail } from "@/lib/domain/journal";
import { judgeSend, notAfter } from "@/lib/domain/unsent";
import { worksText } from "@/lib/messages/works";
import { isBusyWith } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { findTagged } from "./payments";
import { assertSynced, assetBalance, tagOf, unknown, withTxid } from "./send";
import { NOW, type Step } from "./step";
import { watch } from "./watching";

/** Looking is free. */
const LOOK_AGAIN_MS = 15_000;

/**
 * unknown → sent, when the wallet shows the operation's tag; → ordered, to be sent anew, once it is certain that nothing
 * was sent and nothing will be: no `sendmany` is running, no page of the wallet shows the tag, the asset's balance is
 * what it was, the node is not behind, and an effect had its time to land. What cannot be decided stays unknown and asks
 * a person. RPC getblockchaininfo, getrpcinfo, listtransactions, getbalance
 */
export const look: Step<"distribution"> = async (operation, context) => {
  const { node } = context;
  const { facts } = operation;
  // Sent it certainly was: what became of it is the question.
  if (facts.txid !== undefined) return watch(operation, context);
  const tag = tagOf(operation);
  const height = await assertSynced(node);
  // In this order: what ends while the wallet is searched shows in its balance.
  const isRunning = await isBusyWith(node, "sendmany");
  const txid = await findTagged(node, tag);
  if (txid !== null) return withTxid(operation, txid);
  const balanceSats = await assetBalance(node, operation);
  const settleMs = deskEnv().TREASURY_SETTLE_MS;
  const at = now();
  const seen = { isTagged: false, isRunning, balanceSats, height, at };
  const before = facts.beforeSend && { ...facts.beforeSend, at: notAfter(facts.beforeSend.at, at) };
  const verdict = before ? judgeSend(before, seen, settleMs) : "unclear";
  const detail: JournalDetail = { tag, found: false, verdict };
  if (verdict === "unsent") return { state: "ordered", detail, againInMs: NOW };
  const asks = verdict === "unclear" ? { problem: { message: worksText.unclearSend, mayRetry: false } } : {};
  const dated = before ? { facts: { ...facts, beforeSend: before } } : {};
  return { ...unknown(detail, Math.min(LOOK_AGAIN_MS, settleMs)), ...dated, ...asks };
};
