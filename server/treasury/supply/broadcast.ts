import type { Outpoint } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { AppError } from "@/lib/errors";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { isUnspent } from "@/server/elements/coins";
import { sendRaw } from "@/server/elements/raw";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import { findConfirmations } from "@/server/elements/wallet";
import { withChange } from "../change";
import { NOW, type Step, type StepOutcome, stopped } from "../step";
import type { Operation } from "../store";
import { release } from "./halt";

const IN_A_BLOCK = -27;

/**
 * broadcasting → sent. RPC sendrawtransaction with the stored transaction and never another one: sending it again is
 * harmless, in the mempool it is accepted, in a block it is refused with −27.
 * @throws what leaves it open whether it was taken; the same transaction is sent again later
 */
export const broadcast: Step<SupplyKind> = async (operation, { node }) => {
  const { facts, kind, intent } = operation;
  const { txid = "", supply } = facts;
  try {
    const burnSats = kind === "burn" ? intent.totalSats : null;
    const reported = await sendRaw(node, supply?.signedHex ?? "", burnSats);
    if (reported !== txid) throw new AppError("INTERNAL", supplyWorksText.otherTxid(reported));
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    if (error.code !== IN_A_BLOCK) return afterRefusal(operation, node, error);
  }
  return sent(operation, node);
};

/** Only a transaction that certainly can never be confirmed is given up. */
async function afterRefusal(
  operation: Operation<SupplyKind>,
  node: NodeClient,
  error: RpcError,
): Promise<StepOutcome> {
  const { txid = "", supply } = operation.facts;
  const isKnown = async () => (await findConfirmations(node, txid)) !== null;
  if (await isKnown()) return sent(operation, node);
  const gone = await Promise.all((supply?.coins ?? []).map((coin) => isGone(node, coin)));
  if (!gone.includes(true)) throw error;
  // An earlier call may have landed between the two looks, and have spent the coins itself.
  if (await isKnown()) return sent(operation, node);
  const facts = await release(operation.facts, node);
  return {
    ...stopped(supplyWorksText.spentElsewhere, true),
    facts,
    detail: { txid, refused: error.message },
  };
}

/** Spent in a block, or made by a transaction that lost against another: no mempool can bring it back. */
async function isGone(node: NodeClient, coin: Outpoint): Promise<boolean> {
  if (await isUnspent(node, coin, { withMempool: false })) return false;
  const confirmations = await findConfirmations(node, coin.txid);
  return confirmations !== null && confirmations !== 0;
}

const sent = async (operation: Operation<SupplyKind>, node: NodeClient): Promise<StepOutcome> => ({
  state: "sent",
  // Without an answer the watching looks for the change again.
  facts: { ...(await withChange(operation, node).catch(() => operation.facts)), confirmations: 0 },
  detail: { txid: operation.facts.txid },
  againInMs: NOW,
});
