import { currentPart, isLastBatch, withBatchSent, withNextBatch } from "@/lib/domain/batches";
import type { JournalDetail } from "@/lib/domain/journal";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import { isRejected } from "@/server/amp/refusals";
import { readTransaction } from "@/server/elements/wallet";
import { otherOwnPayment } from "./by-hand/verify-distribution";
import { bookedByHand } from "./cancel";
import { changeFor } from "./change";
import { endingAs } from "./hold";
import { NOW, type Step, stopped } from "./step";
import { backToWatching } from "./watching";

/**
 * confirming → holding for the next batch, or to the end. AMP: POST /assets/{a}/distributions/{d}/confirm with the
 * node's answers unchanged. Whether AMP takes the same transaction twice is not certain: where it refuses, it is asked
 * whether it has booked exactly this one already, as after an answer that was lost.
 */
export const confirm: Step<"distribution"> = async (operation, { amp, node }) => {
  const { txid = "", order, blockHeight = null } = operation.facts;
  const { assetUuid } = operation.intent;
  const distributionUuid = order?.distributionUuid ?? "";
  const { details, confirmations } = await readTransaction(node, txid);
  // A reorganisation took it back while AMP was away.
  if (confirmations < REQUIRED_CONFIRMATIONS) return backToWatching(operation, confirmations);
  if (operation.facts.isAttached) {
    const own = await otherOwnPayment(operation, txid, node);
    if (own !== null) return stopped(byHandText.why.ownPayment(own), false);
  }
  const changeData = await changeFor(operation, node);
  const body = { txData: { txid, details }, changeData };
  try {
    await amp.call("confirmDistribution", { path: { assetUuid, distributionUuid }, body });
  } catch (error) {
    if (!isRejected(error) || (await bookedByHand(operation, amp))?.txid !== txid) throw error;
  }
  const { assignments, totalSats } = currentPart(operation);
  const sent = { txid, distributionUuid, recipients: assignments.length, totalSats, blockHeight };
  const facts = withBatchSent(operation.facts, sent);
  const detail: JournalDetail = { txid, change: changeData.length };
  if (isLastBatch(operation)) return { ...endingAs(facts, "done"), detail };
  return { state: "holding", facts: withNextBatch(facts), detail, againInMs: NOW };
};
