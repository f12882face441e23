import { afterConfirmations } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import { readChange, readTransaction } from "@/server/elements/wallet";
import { NOW, type Step } from "./step";

/** sent → confirming, at two confirmations. RPC gettransaction */
export const watch: Step = async (operation, { node, pollMs }) => {
  const { confirmations, blockheight } = await readTransaction(node, operation.facts.txid ?? "");
  const state = afterConfirmations(confirmations);
  const facts = { ...operation.facts, confirmations, ...(blockheight ? { blockHeight: blockheight } : {}) };
  const detail = { confirmations };
  if (state !== "unknown") return { state, facts, detail, againInMs: state === "sent" ? pollMs : NOW };
  return { state, facts, detail, problem: { message: worksText.conflict, mayRetry: false }, againInMs: null };
};

/** confirming → done. AMP: POST /assets/{a}/distributions/{d}/confirm with the node's answers unchanged. */
export const confirm: Step = async (operation, { amp, node }) => {
  const { txid = "", order } = operation.facts;
  const { assetUuid, assetId } = operation.intent;
  const { details } = await readTransaction(node, txid);
  const changeData = await readChange(node, txid, assetId);
  await amp.call("confirmDistribution", {
    path: { assetUuid, distributionUuid: order?.distributionUuid ?? "" },
    body: { txData: { txid, details }, changeData },
  });
  return { state: "done", detail: { txid, change: changeData.length }, againInMs: null };
};
