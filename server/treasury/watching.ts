import type { OperationKind } from "@/lib/domain/intent";
import { afterConfirmations } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import { readTransaction } from "@/server/elements/wallet";
import { NOW, type Plan, type Step } from "./step";

/** sent → confirming, at two confirmations. RPC gettransaction */
const watch: Step<OperationKind> = async (operation, { node, pollMs }) => {
  const { confirmations, blockheight } = await readTransaction(node, operation.facts.txid ?? "");
  const state = afterConfirmations(confirmations);
  const facts = { ...operation.facts, confirmations, ...(blockheight ? { blockHeight: blockheight } : {}) };
  const detail = { confirmations };
  if (state !== "unknown") return { state, facts, detail, againInMs: state === "sent" ? pollMs : NOW };
  return { state, facts, detail, problem: { message: worksText.conflict, mayRetry: false }, againInMs: null };
};

/** The same for every operation that has sent something. */
export const watching: Plan<OperationKind> = { step: "watch", run: watch, during: "sent", isQuiet: true };
