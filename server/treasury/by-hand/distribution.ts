import { isLastBatch, withBatchSent, withNextBatch } from "@/lib/domain/batches";
import { wasTakenBlind } from "@/lib/domain/by-hand";
import type { JournalDetail } from "@/lib/domain/journal";
import type { Outpoint, SentBatch } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import { isBusyWith } from "@/server/elements/wallet";
import { bookedByHand } from "../cancel";
import { endingAs } from "../hold";
import { stillLateMs } from "../late";
import { findPaid } from "../payments";
import { assertSynced, noLongerWanted, tagOf, withTxid } from "../send";
import { type Check, NOW, type Step, type StepContext, type StepOutcome, stopped } from "../step";
import type { Operation } from "../store";
import {
  beginning,
  ending,
  goingBack,
  handingOutBlindly,
  later,
  pausingIf,
  refusing,
  unlessNodeIsAway,
  waiting,
} from "./outcomes";
import { beforeHandOut, judgeWallet, treasuryCoins, treasuryMoved } from "./untouched";
import { distributionDifferences } from "./verify-distribution";

type Distribution = Operation<"distribution">;

/**
 * Before the order is handed out, it is looked at as before sending. What was paid or booked already is found before
 * anything can stop it.
 */
export const mayBeHandedOut = async (
  operation: Distribution,
  context: StepContext,
  ...checks: Check<"distribution">[]
): Promise<StepOutcome | null> => {
  const { before, isBlind } = operation.facts.byHand ?? {};
  if (before || isBlind || (await bookedByHand(operation, context.amp))) return null;
  const paidBy = paidByWallet(operation, context);
  const found = isFresh(operation) ? await unlessNodeIsAway(paidBy) : await paidBy;
  if (found !== null && found.length > 0) return null;
  for (const holds of [noLongerWanted, ...checks]) {
    const instead = await holds(operation, context);
    if (instead) return instead;
  }
  return null;
};

/** Whoever tells the worker to send meets this first. */
export const goesByHand: Check<"distribution"> = async ({ facts }) =>
  facts.byHand ? { state: "by-hand", detail: { byHand: true }, againInMs: NOW } : null;

/**
 * An order that came back is sent only while no output of AMP's treasury is spent, by whatever wallet.
 * AMP: GET /assets/{a}/utxos; RPC gettxout
 */
export const treasuryUntouched: Check<"distribution"> = async (operation, context) => {
  const { before } = operation.facts.returned ?? {};
  if (!before) return null;
  const moved = await treasuryMoved(operation, before, context);
  return moved === null ? null : goingBack(operation, moved);
};

/** The same of this wallet, right before it is told. RPC getbalance, listtransactions, gettransaction */
export const walletUntouched: Check<"distribution"> = async (operation, { node }) => {
  const { before } = operation.facts.returned ?? {};
  if (!before) return null;
  const verdict = await judgeWallet(operation, before, node);
  if (verdict === "moving") return { state: "ordered", detail: { wallet: "moving" }, againInMs: SOON_MS };
  return verdict === "untouched" ? null : goingBack(operation, byHandText.balanceChanged);
};

const SOON_MS = 1_000;

/**
 * by-hand: nothing is sent. Goes on by itself when AMP has booked the order; otherwise a person attaches its transaction,
 * takes it back or cancels it, and the last two only happen once it is certain that nobody paid.
 * AMP: GET /assets/{a}/distributions/{d}
 */
export const followDistribution: Step<"distribution"> = async (operation, context) => {
  const booked = await bookedByHand(operation, context.amp);
  if (booked) return afterBooked(operation, booked);
  const { byHand = {} } = operation.facts;
  if (!byHand.before && !wasTakenBlind(byHand)) return begin(operation, context);
  return byHand.leaving ? leave(operation, context) : waiting(operation);
};

/** Whoever was cancelling it wants no further batch. */
function afterBooked(operation: Distribution, booked: SentBatch): StepOutcome {
  const { txid, blockHeight } = booked;
  const facts = { ...withBatchSent(operation.facts, booked), txid, ...(blockHeight ? { blockHeight } : {}) };
  const detail: JournalDetail = { bookedByAmp: txid };
  if (isLastBatch(operation)) return { ...endingAs(facts, "done"), detail };
  if (facts.byHand?.leaving?.to === "cancelling") return { ...endingAs(facts, "cancelled"), detail };
  return { state: "holding", facts: withNextBatch(facts), detail, againInMs: NOW };
}

/** An order that was found at AMP may be paid already; one that was just made is not. RPC listtransactions, getbalance */
async function begin(operation: Distribution, context: StepContext): Promise<StepOutcome> {
  const coins = await treasuryCoins(operation, context.amp);
  const looked = lookBefore(operation, coins, context);
  const seen = isFresh(operation) ? await unlessNodeIsAway(looked) : await looked;
  if (seen === null) return handingOutBlindly(operation);
  const { txids, before } = seen;
  const { unfit, fit } = await compare(operation, txids, context);
  if (fit !== null) return withTxid(followed(operation), fit);
  return unfit === null ? beginning(operation, before) : stopped(unfit, false);
}

async function lookBefore(operation: Distribution, coins: Outpoint[], context: StepContext) {
  await assertSynced(context.node);
  const txids = await paidByWallet(operation, context);
  return { txids, before: await beforeHandOut(operation, coins, context.node) };
}

/** Just made at AMP for this operation, and never sent by it: nobody can have paid it. */
const isFresh = ({ intent, facts }: Distribution): boolean =>
  intent.adopts === undefined &&
  facts.order !== undefined &&
  facts.beforeSend === undefined &&
  facts.returned === undefined &&
  facts.byHand?.leaving === undefined;

const followed = (operation: Distribution): Distribution => ({
  ...operation,
  facts: { ...operation.facts, ...pausingIf(operation.facts.byHand?.leaving, operation) },
});

/** Of the transactions that pay addresses of the order the one that pays it as ordered; without one, what is wrong. */
async function compare(operation: Distribution, txids: string[], context: StepContext) {
  let unfit: string | null = null;
  for (const txid of txids) {
    const differences = await distributionDifferences(operation, txid, context);
    if (differences.length === 0) return { fit: txid, unfit: null };
    unfit ??= byHandText.paidOtherwise(txid, differences);
  }
  return { fit: null, unfit };
}

async function paidByWallet(operation: Distribution, { node }: StepContext): Promise<string[]> {
  const addresses = Object.keys(operation.facts.order?.amounts ?? {});
  const { tagged, others } = await findPaid(node, tagOf(operation), addresses, null);
  return tagged === null ? others : [tagged];
}

/** The same judgement as after a payment without an answer. RPC getrpcinfo, listtransactions, getbalance */
async function leave(operation: Distribution, context: StepContext): Promise<StepOutcome> {
  const { node } = context;
  const { before, leaving } = operation.facts.byHand ?? {};
  if (!leaving) return waiting(operation);
  if (!before) return refusing(operation, byHandText.blind);
  const height = await assertSynced(node);
  const lateMs = stillLateMs(later(before.at, leaving.at));
  // In this order: what ends while the wallet is searched shows in its balance.
  const isRunning = await isBusyWith(node, "sendmany");
  const paidBy = await paidByWallet(operation, context);
  const { fit, unfit } = await compare(operation, paidBy, context);
  if (fit !== null) return refusing(operation, byHandText.paidAlready(fit));
  if (unfit !== null) return refusing(operation, unfit);
  // A node that went back in time does not know yet what its wallet did.
  if (isRunning || height < before.height) return waiting(operation);
  const verdict = await judgeWallet(operation, before, node);
  if (verdict === "moved") return refusing(operation, byHandText.balanceChanged);
  const moved = await treasuryMoved(operation, before, context);
  if (moved !== null) return refusing(operation, moved);
  return verdict === "moving" || lateMs > 0 ? waiting(operation) : ending(operation, leaving.to);
}
