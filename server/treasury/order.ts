import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { DistributionOrder } from "@/lib/contracts/amp/distributions";
import { currentBatch, currentPart } from "@/lib/domain/batches";
import type { JournalDetail } from "@/lib/domain/journal";
import type { OperationFacts } from "@/lib/domain/operation";
import {
  amountsAmong,
  findMismatch,
  type OrderedAssignment,
  type StoredOrder,
} from "@/lib/domain/stored-order";
import { AppError, isUnclear } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { bodyOf } from "@/server/amp/transport";
import { now } from "@/server/platform/clock";
import { changedSinceApproval, isComparisonOld } from "./as-approved";
import { somethingElseIsReady, withoutOrder } from "./hold";
import { isOverdue } from "./late";
import { openAssignments } from "./open-assignments";
import { type Check, NOW, type Step, type StepOutcome, stopped } from "./step";
import type { Operation } from "./store";

const SOON_MS = 1_000;

/**
 * What AMP keeps open already, and whether it would send the batch as it was approved. An order is taken for this
 * operation's own only where a question of it had no answer; else it is somebody else's and may be paid already. What
 * became ready meanwhile is held back first. AMP: GET /assets/{a}/assignments
 */
export const readyToOrder: Check<"distribution"> = async (operation, { amp }) => {
  const lookedAt = now();
  const open = await openAssignments(amp, operation.intent.assetUuid);
  const earlier = orderAmong(open, operation);
  if (earlier !== null) {
    const { facts } = operation;
    if (!facts.askedAt) return stopped(worksText.orderedElsewhere, true);
    // Found by looking, it need not be the answer: that may still come.
    return compared({ ...operation, facts: { ...facts, wasAskedAgain: true } }, earlier, open);
  }
  if (somethingElseIsReady(operation, open))
    return { state: "holding", detail: { somethingElseIsReady: true }, againInMs: NOW };
  // What somebody held back meanwhile would be left out of an order that then can only be cancelled.
  if (!isAllReady(operation, open)) return { state: "holding", detail: { notReady: true }, againInMs: NOW };
  let { facts } = operation;
  // Made in `hold`; it may be hours ago when the worker was killed or a person tries again.
  if (isComparisonOld(facts)) {
    const changed = await changedSinceApproval(operation, open, amp);
    if (changed) return stopped(changed, true);
    // However long it took, it is not made once more for that.
    facts = { ...facts, comparedAt: now() };
  }
  return isOverdue(lookedAt) ? overdue(facts) : null;
};

/**
 * ordering → ordered. AMP: GET /assets/{a}/distributions/create/, GET /assets/{a}/assignments. An answer that was lost may
 * also land after the question was repeated.
 */
export const order: Step<"distribution"> = async (operation, { amp }) => {
  const { assetUuid } = operation.intent;
  const { facts } = operation;
  if (isOverdue(facts.askedAt)) return overdue(withoutOrder(facts));
  const asked = await askForOrder(amp, assetUuid);
  const nothing = () => ({
    ...stopped(asked.words ?? "", true),
    facts: asked.isClearNo ? withoutOrder(facts) : facts,
  });
  if (asked.isClearNo && !facts.wasAskedAgain) return nothing();
  const open = await openAssignments(amp, assetUuid).catch(unlooked);
  const created = asked.order ?? orderAmong(open, operation);
  return created ? compared(operation, created, open) : nothing();
};

/** AMP was asked, whatever it says to the next question: the order is looked for again. */
function unlooked(error: unknown): never {
  throw isUnclear(error) ? error : new AppError("UNAVAILABLE", worksText.ampAway, { cause: error });
}

/** An order that differs from the batch can only be cancelled. */
function compared(
  operation: Operation<"distribution">,
  created: AskedOrder,
  open: Assignment[],
): StepOutcome {
  const { text, scriptVersion = operation.facts.scriptVersion, ...stored } = created;
  const { orderText: _, ...before } = operation.facts;
  const facts = {
    ...before,
    order: stored,
    ...(text === undefined ? {} : { orderText: text }),
    ...(scriptVersion === undefined ? {} : { scriptVersion }),
  };
  const mismatch = mismatchAmong(open, { ...operation, facts }, created);
  if (mismatch) return { ...stopped(mismatch, false), facts };
  const { distributionUuid, amounts } = created;
  const batch = currentBatch(operation.facts);
  const recipients = Object.keys(amounts).length;
  const detail: JournalDetail = { distributionUuid, assetId: operation.intent.assetId, batch, recipients };
  return { state: "ordered", facts, detail, againInMs: NOW };
}

const overdue = (facts: OperationFacts): StepOutcome => ({
  state: "ordering",
  facts,
  detail: { overdue: true },
  againInMs: SOON_MS,
});

function isAllReady(operation: Operation<"distribution">, open: Assignment[]): boolean {
  const ready = new Set(open.flatMap((row) => (row.readyForDistribution ? [row.id] : [])));
  return currentPart(operation).assignments.every(({ assignmentId }) => ready.has(assignmentId));
}

/** With AMP's answer, letter by letter, when this was the question that brought it. */
type AskedOrder = StoredOrder & { text?: string | undefined; scriptVersion?: number | undefined };

interface Asked {
  order?: AskedOrder;
  /** Why there is none. */
  words?: string;
  /** AMP said that it made none; an answer that cannot be read leaves that open. */
  isClearNo?: boolean;
}

/** AMP: GET /assets/{a}/distributions/create/. Asked again and again, it could make one order after the other. */
async function askForOrder(amp: AmpClient, assetUuid: string): Promise<Asked> {
  try {
    const answer = await amp.call("createDistribution", { path: { assetUuid } });
    if (answer.distributionUuid !== undefined && "mapAddressAmount" in answer)
      return { order: orderOf(answer) };
    const said = "error" in answer ? answer.error : undefined;
    return { words: worksText.nothingOrdered(said), isClearNo: true };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "INTERNAL") throw error;
    return { words: worksText.unreadOrder };
  }
}

function orderOf(answer: DistributionOrder): AskedOrder {
  const wrongAsset = Object.values(answer.mapAddressAsset).find((assetId) => assetId !== answer.assetId);
  return {
    distributionUuid: answer.distributionUuid,
    assetId: wrongAsset ?? answer.assetId,
    amounts: answer.mapAddressAmount,
    text: bodyOf(answer),
    scriptVersion: answer.minSupportedClientScriptVersion,
  };
}

/** The order that holds the current batch's assignments at AMP, whoever asked for it. AMP: GET /assets/{a}/assignments */
export async function findEarlierOrder(
  operation: Operation<"distribution">,
  amp: AmpClient,
): Promise<StoredOrder | null> {
  return orderAmong(await openAssignments(amp, operation.intent.assetUuid), operation);
}

function orderAmong(open: Assignment[], operation: Operation<"distribution">): StoredOrder | null {
  const { assetId, assignments: parts } = currentPart(operation);
  const wanted = new Set(parts.map((part) => part.assignmentId));
  const taken = open.find((row) => wanted.has(row.id) && row.distributionUuid !== null);
  if (!taken?.distributionUuid) return null;
  const { distributionUuid } = taken;
  const members = open.filter((row) => row.distributionUuid === distributionUuid);
  return { distributionUuid, assetId, amounts: amountsAmong(members) };
}

/**
 * What differs between the current batch, the order and AMP's assignments as they are now; null when nothing does.
 * AMP: GET /assets/{a}/assignments
 */
export async function differsAtAmp(
  operation: Operation<"distribution">,
  order: StoredOrder,
  amp: AmpClient,
): Promise<string | null> {
  return mismatchAmong(await openAssignments(amp, operation.intent.assetUuid), operation, order);
}

/** The same among assignments that were read already. */
export function mismatchAmong(open: Assignment[], operation: Operation<"distribution">, order: StoredOrder) {
  const rows = open.map(
    (row): OrderedAssignment => ({
      assignmentId: row.id,
      receivingAddress: row.receivingAddress,
      distributionUuid: row.distributionUuid,
      amountSats: row.amount,
      registeredUser: row.registeredUser,
      receivingGaid: row.gaid,
    }),
  );
  return findMismatch(currentPart(operation), order, rows, operation.facts.orderText !== undefined);
}
