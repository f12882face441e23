import type { SignedKind } from "@/lib/domain/intent";
import type { OperationFacts } from "@/lib/domain/operation";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { supplyWorksText } from "@/lib/messages/supply-works";
import type { NodeClient } from "@/server/elements/rpc";
import { findConfirmations } from "@/server/elements/wallet";
import { assertSynced } from "../send";
import type { Step } from "../step";
import { isOut, sent } from "./broadcast";
import { hasLost, isGone } from "./coins-gone";
import { release } from "./halt";

/**
 * releasing → failed: a person closed it, nothing of it is broadcast any more. → sent: its answer was lost and the network has
 * it after all, so that AMP must be told, or its supply stays wrong. Its coins are given free when it is certain
 * that its transaction is nowhere and never will be; otherwise they stay locked, or the wallet would spend them twice.
 * RPC getblockchaininfo, gettransaction, gettxout, listlockunspent, lockunspent
 */
export const freeCoins: Step<SignedKind> = async (operation, { node }) => {
  await assertSynced(node);
  const { kind } = operation;
  const { endsAs: _, ...facts } = operation.facts;
  const isThoughtUnsent = facts.txid !== undefined && facts.confirmations === undefined;
  if (isThoughtUnsent && (await isOut(facts, node))) return sent({ ...operation, facts }, node);
  const { outpoints = [], coins = [] } = facts.supply ?? {};
  const why = await whyLocked(facts, node);
  if (why !== null) {
    return {
      state: "failed",
      // The txid stays, to be found by; the transaction itself is gone from here.
      facts: { ...facts, supply: { outpoints, coins } },
      problem: {
        message: (kind === "lbtc" ? lbtcWorksText : supplyWorksText).closedLocked[why](coins.length),
        mayRetry: false,
      },
      detail: { staysLocked: why, txid: facts.txid },
      againInMs: null,
    };
  }
  return {
    state: "failed",
    facts: await release(facts, node),
    problem: { message: supplyWorksText.closedFreed, mayRetry: false },
    detail: { released: coins.length, ...(facts.txid === undefined ? {} : { givenUp: facts.txid }) },
    againInMs: null,
  };
};

type Why = keyof typeof supplyWorksText.closedLocked;

/** null when nothing can come of the transaction any more. */
async function whyLocked({ txid, supply }: OperationFacts, node: NodeClient): Promise<Why | null> {
  if (txid === undefined || supply?.signedHex === undefined) return null;
  const seen = await judgeSeen(node, txid);
  if (seen !== "nowhere") return seen;
  // Every time it was handed over the node refused it: the network never got it.
  if (!supply.isHanding && !supply.mayBeOut) return null;
  const gone = await Promise.all((supply.coins ?? []).map((coin) => isGone(node, coin)));
  if (!gone.includes(true)) return "mayBeOut";
  // It may have landed between the looks, and have spent the coins itself.
  const again = await judgeSeen(node, txid);
  return again === "nowhere" ? null : again;
}

/** A negative count: a block carries another transaction with its coins. */
async function judgeSeen(node: NodeClient, txid: string): Promise<"inChain" | "waits" | "nowhere" | null> {
  const confirmations = await findConfirmations(node, txid);
  if (confirmations === null) return "nowhere";
  if (confirmations < 0) return hasLost(confirmations) ? null : "waits";
  return confirmations === 0 ? "waits" : "inChain";
}
