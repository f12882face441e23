import type { BeforeHandOut, ByHand } from "@/lib/domain/by-hand";
import { wasTakenBlind } from "@/lib/domain/by-hand";
import type { JournalDetail } from "@/lib/domain/journal";
import { type SupplyKind, supplyAfter, supplyOf } from "@/lib/domain/supply";
import { byHandText } from "@/lib/messages/by-hand";
import { isBusyWith } from "@/server/elements/wallet";
import { stillLateMs } from "../late";
import { assertSynced } from "../send";
import { type Check, NOW, type Step, type StepContext, type StepOutcome } from "../step";
import type { Operation } from "../store";
import { release } from "../supply/halt";
import {
  beginning,
  ending,
  goingBack,
  handingOutBlindly,
  later,
  refusing,
  unlessNodeIsAway,
  waiting,
} from "./outcomes";
import { allUnspent, beforeHandOut, judgeWallet, treasuryCoins, treasuryMoved } from "./untouched";

type Supply = Operation<SupplyKind>;

/** Whoever tells the worker to build, sign or broadcast meets this first. */
export const supplyGoesByHand: Check<SupplyKind> = async ({ facts }) =>
  facts.byHand ? { state: "by-hand", detail: { byHand: true }, againInMs: NOW } : null;

/** An order that came back is looked at once more before anything of it is built or broadcast. */
export const supplyUntouched: Check<SupplyKind> = async (operation, context) => {
  const { before } = operation.facts.returned ?? {};
  if (!before) return null;
  const verdict = await judge(operation, before, context);
  if (verdict === "moving")
    return { state: operation.state, detail: { wallet: verdict }, againInMs: SOON_MS };
  if (verdict === null) return null;
  // Nothing of it was broadcast: its coins are free for whoever runs the order.
  return goingBack({ ...operation, facts: await release(operation.facts, context.node) }, verdict);
};

const SOON_MS = 1_000;

/**
 * by-hand: nothing is built or broadcast. Goes on by itself when AMP's supply is the approved one; otherwise a person
 * attaches the transaction, takes it back or cancels it. AMP: GET /assets/{a}/summary, GET /assets/{a}/txs
 */
export const followSupply: Step<SupplyKind> = async (operation, context) => {
  const { byHand = {}, supply } = operation.facts;
  // Coins that were set aside for a transaction of our own are free for whoever runs the order.
  if (supply?.coins || supply?.signedHex !== undefined) {
    const facts = await release(operation.facts, context.node);
    return { state: "by-hand", facts, detail: {}, againInMs: NOW };
  }
  if (!byHand.before && !wasTakenBlind(byHand)) return begin(operation, context);
  const summary = await context.amp.call("getSummary", { path: { assetUuid: operation.intent.assetUuid } });
  if (supplyOf(summary) === supplyAfter(operation.kind, operation.intent)) {
    return booked(operation, context, byHand.before?.height);
  }
  return byHand.leaving ? leave(operation, context, byHand.leaving) : waiting(operation);
};

async function begin(operation: Supply, context: StepContext): Promise<StepOutcome> {
  const coins = await treasuryCoins(operation, context.amp);
  const looked = beforeHandOut(operation, coins, context.node);
  const before = operation.facts.byHand?.leaving ? await looked : await unlessNodeIsAway(looked);
  return before === null ? handingOutBlindly(operation) : beginning(operation, before);
}

/** AMP does not say by which order it was booked; the transaction is found by what it did since the hand-out. */
async function booked(operation: Supply, context: StepContext, height?: number): Promise<StepOutcome> {
  const found = height === undefined ? undefined : await findBooked(operation, context, height);
  const transaction = found ? { txid: found.txid, blockHeight: found.blockheight } : {};
  const detail: JournalDetail = { bookedByAmp: found?.txid ?? true };
  return { state: "done", facts: { ...operation.facts, ...transaction }, detail, againInMs: null };
}

async function findBooked({ kind, intent }: Supply, { amp }: StepContext, height: number) {
  const query = { heightStart: height + 1 };
  const since = await amp.call("listTransactions", { path: { assetUuid: intent.assetUuid }, query });
  const sumOf = (rows: { assetId: string; amount: bigint }[]) =>
    rows.reduce((sum, row) => (row.assetId === intent.assetId ? sum + row.amount : sum), 0n);
  return since.find(({ isReissuance, inputs, outputs }) =>
    kind === "reissuance"
      ? isReissuance && sumOf(outputs) - sumOf(inputs) === intent.totalSats
      : sumOf(outputs.filter(({ isBurnt }) => isBurnt)) === intent.totalSats,
  );
}

const COMMANDS = { reissuance: "reissueasset", burn: "destroyamount" } satisfies Record<SupplyKind, string>;

/** Only once nothing can come late. RPC getrpcinfo, gettxout, getbalance, listtransactions, gettransaction */
async function leave(operation: Supply, context: StepContext, leaving: NonNullable<ByHand["leaving"]>) {
  const { node } = context;
  const { before } = operation.facts.byHand ?? {};
  if (!before) return refusing(operation, byHandText.blind);
  const height = await assertSynced(node);
  const isRunning =
    (await isBusyWith(node, COMMANDS[operation.kind])) || (await isBusyWith(node, "sendrawtransaction"));
  const lateMs = stillLateMs(later(before.at, leaving.at));
  if (isRunning || height < before.height) return waiting(operation);
  const verdict = await judge(operation, before, context);
  if (verdict === "moving") return waiting(operation);
  if (verdict !== null) return refusing(operation, verdict);
  return lateMs > 0 ? waiting(operation) : ending(operation, leaving.to);
}

/**
 * Whoever reissues spends an output that the order names, on whatever node; whoever burns spends any output of the asset.
 * @returns why it may have been carried out, for people; null when it certainly was not
 */
async function judge(
  operation: Supply,
  before: BeforeHandOut,
  context: StepContext,
): Promise<"moving" | string | null> {
  const { outpoints = [] } = operation.facts.supply ?? {};
  if (!(await allUnspent(context.node, outpoints))) return byHandText.outputsSpent;
  const verdict = await judgeWallet(operation, before, context.node);
  if (verdict !== "untouched") return verdict === "moved" ? byHandText.supplyMoved[operation.kind] : verdict;
  return treasuryMoved(operation, before, context);
}
