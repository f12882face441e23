import type { SignedKind } from "@/lib/domain/intent";
import type { OperationFacts } from "@/lib/domain/operation";
import { mayPass } from "@/lib/domain/refusal";
import { AppError } from "@/lib/errors";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { sendRaw } from "@/server/elements/raw";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import { findConfirmations } from "@/server/elements/wallet";
import { withChange } from "../change";
import { NOW, type Plan, type Step, type StepOutcome, stopped } from "../step";
import type { Operation } from "../store";
import { isGone } from "./coins-gone";
import { release } from "./halt";

const IN_A_BLOCK = -27;
/** Its mempool looked at the transaction and did not take it, so nobody else was told of it. */
const BY_THE_RULES = new Set([-25, -26]);
const PASSING_MS = 15_000;
const LASTING_MS = 60_000;

/** What was handed over without an answer may be on its way, whatever the node says of it later. */
export async function beforeBroadcast({ facts }: Operation<SignedKind>): Promise<OperationFacts> {
  const { supply = { outpoints: [] } } = facts;
  return { supply: { ...supply, isHanding: true, ...(supply.isHanding ? { mayBeOut: true } : {}) } };
}

/**
 * broadcasting → sent. RPC sendrawtransaction with the stored transaction and never another one: sending it again is
 * harmless, in the mempool it is accepted, in a block it is refused with −27.
 * @throws what leaves it open whether it was taken; the same transaction is sent again later
 */
const broadcast: Step<SignedKind> = async (operation, { node }) => {
  const { facts, kind, intent } = operation;
  const { txid = "", supply } = facts;
  try {
    const burnSats = kind === "burn" ? intent.totalSats : null;
    const reported = await sendRaw(node, supply?.signedHex ?? "", burnSats);
    if (reported !== txid) throw new AppError("INTERNAL", supplyWorksText.otherTxid(reported));
  } catch (error) {
    if (!(error instanceof RpcError)) {
      // Its answer was lost: what the wallet knows needs no second handing over.
      if (await isOut(operation.facts, node).catch(() => false)) return sent(operation, node);
      throw error;
    }
    if (error.code !== IN_A_BLOCK) return afterRefusal(operation, node, error);
  }
  return sent(operation, node);
};

/** Only a transaction that certainly can never be confirmed is given up. */
async function afterRefusal(
  operation: Operation<SignedKind>,
  node: NodeClient,
  error: RpcError,
): Promise<StepOutcome> {
  const { txid = "", supply } = operation.facts;
  const isKnown = async () => (await findConfirmations(node, txid)) !== null;
  if (await isKnown()) return sent(operation, node);
  const gone = await Promise.all((supply?.coins ?? []).map((coin) => isGone(node, coin)));
  if (!gone.includes(true)) {
    if (!BY_THE_RULES.has(error.code)) throw error;
    return refused(operation, error.message);
  }
  // An earlier call may have landed between the two looks, and have spent the coins itself.
  if (await isKnown()) return sent(operation, node);
  const facts = await release(operation.facts, node);
  return {
    ...stopped(supplyWorksText.spentElsewhere, true),
    facts,
    detail: { txid, refused: error.message },
  };
}

/** The network's rules stand against it: tried again, because that is harmless, until it is taken or a person closes it. */
function refused(operation: Operation<SignedKind>, words: string): StepOutcome {
  const { supply = { outpoints: [] } } = operation.facts;
  const { isHanding: _, ...answered } = supply;
  const passes = mayPass(words);
  const mayBeOut = answered.mayBeOut === true;
  const message = passes
    ? supplyWorksText.refusedForNow(words)
    : supplyWorksText.refusedForGood(words, mayBeOut);
  return {
    state: "broadcasting",
    facts: { ...operation.facts, supply: { ...answered, refused: words } },
    problem: { message, mayRetry: false },
    detail: { refused: words },
    againInMs: passes ? PASSING_MS : LASTING_MS,
  };
}

/** Whether the stored transaction waits to be confirmed, or is. RPC gettransaction */
export async function isOut({ txid = "" }: OperationFacts, node: NodeClient): Promise<boolean> {
  return ((await findConfirmations(node, txid)) ?? -1) >= 0;
}

/** On with it, as with any other that was sent. RPC gettransaction, listunspent */
export async function sent(operation: Operation<SignedKind>, node: NodeClient): Promise<StepOutcome> {
  const { isHanding: _, refused: __, ...supply } = operation.facts.supply ?? { outpoints: [] };
  // Without an answer the watching looks for the change again.
  const facts = await withChange(operation, node).catch(() => operation.facts);
  return {
    state: "sent",
    facts: { ...facts, supply: { ...supply, mayBeOut: true }, confirmations: 0 },
    detail: { txid: operation.facts.txid },
    againInMs: NOW,
  };
}

/** Handing a signed transaction to the network, as often as it takes. */
export const handOver: Plan<SignedKind> = {
  step: "broadcast",
  run: broadcast,
  during: "broadcasting",
  marks: beforeBroadcast,
};
