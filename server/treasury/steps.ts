import {
  afterConfirmations,
  afterLook,
  afterSend,
  findMismatch,
  type OperationFacts,
  type OperationProblem,
  type OperationState,
  type OrderedAssignment,
  type StoredOrder,
  walletTag,
} from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import {
  findByComment,
  isWalletLocked,
  readChange,
  readTransaction,
  sendMany,
} from "@/server/elements/wallet";
import type { Operation } from "./store";

/** What a step learned: stored as the operation's next state and as the journal's outcome line. */
export interface StepOutcome {
  state: OperationState;
  facts?: OperationFacts;
  problem?: OperationProblem;
  detail: Record<string, unknown>;
  /** Milliseconds until the next step; null waits for a person. */
  againInMs: number | null;
}

export interface StepContext {
  amp: AmpClient;
  node: NodeClient;
  pollMs: number;
}

type Step = (operation: Operation, context: StepContext) => Promise<StepOutcome>;

/** The first form sends one batch; a larger distribution is refused before it is stored. */
const ONLY_BATCH = 0;
const NOW = 0;
/** An effect may land after the first look; looking is free. */
const LOOK_AGAIN_MS = 15_000;

/**
 * While nobody has asked AMP on this operation's behalf, an order that holds its assignments is somebody else's and
 * may already be paid. AMP: GET /assets/{a}/assignments
 * @throws AppError CONFLICT
 */
export async function notOrderedElsewhere(operation: Operation, { amp }: StepContext): Promise<void> {
  if (!(await findEarlierOrder(operation, amp))) return;
  throw new AppError("CONFLICT", worksText.orderedElsewhere);
}

/** ordering → ordered. AMP: GET /assets/{a}/distributions/create/, or its earlier answer found among the assignments. */
export const order: Step = async (operation, { amp }) => {
  const { assetUuid, assetId } = operation.intent;
  const earlier = await findEarlierOrder(operation, amp);
  const created = earlier ?? (await askForOrder(amp, assetUuid));
  if (typeof created === "string") return stopped(created, true);
  const assignments = await amp.call("listAssignments", {
    path: { assetUuid },
    query: { distributed: false },
  });
  const mismatch = findMismatch(operation.intent, created, assignments.map(toOrdered));
  const facts = { ...operation.facts, order: created };
  if (mismatch) return { ...stopped(mismatch, false), facts };
  const recipients = Object.keys(created.amounts).length;
  return {
    state: "ordered",
    facts,
    detail: { distributionUuid: created.distributionUuid, assetId, recipients },
    againInMs: NOW,
  };
};

async function askForOrder(amp: AmpClient, assetUuid: string): Promise<StoredOrder | string> {
  const answer = await amp.call("createDistribution", { path: { assetUuid } });
  if (answer.distributionUuid === undefined || !("mapAddressAmount" in answer)) {
    return worksText.nothingOrdered("error" in answer ? answer.error : undefined);
  }
  const wrongAsset = Object.values(answer.mapAddressAsset).find((assetId) => assetId !== answer.assetId);
  return {
    distributionUuid: answer.distributionUuid,
    assetId: wrongAsset ?? answer.assetId,
    amounts: answer.mapAddressAmount,
  };
}

/** After a crash or a lost answer: the order AMP already made for exactly these assignments. */
async function findEarlierOrder(operation: Operation, amp: AmpClient): Promise<StoredOrder | null> {
  const { assetUuid, assetId, assignments: parts } = operation.intent;
  const open = await amp.call("listAssignments", { path: { assetUuid }, query: { distributed: false } });
  const wanted = new Set(parts.map((part) => part.assignmentId));
  const taken = open.filter(
    (assignment) => wanted.has(assignment.id) && assignment.distributionUuid !== null,
  );
  const distributionUuid = taken[0]?.distributionUuid;
  if (!distributionUuid) return null;
  const members = open.filter((assignment) => assignment.distributionUuid === distributionUuid);
  const amounts = Object.fromEntries(members.map((member) => [member.receivingAddress ?? "", member.amount]));
  return { distributionUuid, assetId, amounts };
}

const toOrdered = (row: {
  id: number;
  receivingAddress: string | null;
  distributionUuid: string | null;
  amount: bigint;
}): OrderedAssignment => ({
  assignmentId: row.id,
  receivingAddress: row.receivingAddress,
  distributionUuid: row.distributionUuid,
  amountSats: row.amount,
});

/**
 * Found before the node is told to send, so that a node that is away or locked leaves nothing unclear.
 * @throws AppError UNAVAILABLE, REJECTED
 */
export async function walletReady(_: Operation, { node }: StepContext): Promise<void> {
  if (!(await isWalletLocked(node))) return;
  throw new AppError("REJECTED", worksText.walletLocked);
}

/** ordered → sent. RPC sendmany, told once; without an answer the end stays unknown. */
export const send: Step = async (operation, { node }) => {
  const { order: stored } = operation.facts;
  if (!stored) return stopped(worksText.orderMissing, false);
  const payments = Object.entries(stored.amounts).map(([address, amountSats]) => ({
    address,
    amountSats,
    assetId: stored.assetId,
  }));
  try {
    const txid = await sendMany(node, payments, walletTag(operation.id, ONLY_BATCH));
    return withTxid(operation, txid);
  } catch (error) {
    if (error instanceof RpcError) {
      const message = worksText.sendRefused(error.message);
      return { ...stopped(message, true), state: afterSend({ kind: "refused", message }) };
    }
    return {
      state: afterSend({ kind: "no-answer" }),
      problem: { message: worksText.unknownSend, mayRetry: false },
      detail: { answer: "none" },
      againInMs: NOW,
    };
  }
};

/** unknown → sent, when the wallet shows the operation's tag. RPC listtransactions */
export const look: Step = async (operation, { node }) => {
  const tag = walletTag(operation.id, ONLY_BATCH);
  const txid = operation.facts.txid ?? (await findByComment(node, tag));
  if (txid !== null && afterLook(txid) === "sent") return withTxid(operation, txid);
  return {
    state: afterLook(txid),
    problem: { message: worksText.unknownSend, mayRetry: false },
    detail: { tag, found: false },
    againInMs: LOOK_AGAIN_MS,
  };
};

const withTxid = (operation: Operation, txid: string): StepOutcome => ({
  state: "sent",
  facts: { ...operation.facts, txid, confirmations: 0 },
  detail: { txid },
  againInMs: NOW,
});

/** sent → confirming, at two confirmations. RPC gettransaction */
export const watch: Step = async (operation, { node, pollMs }) => {
  const { confirmations, blockheight } = await readTransaction(node, operation.facts.txid ?? "");
  const state = afterConfirmations(confirmations);
  const facts = { ...operation.facts, confirmations, ...(blockheight ? { blockHeight: blockheight } : {}) };
  const detail = { confirmations };
  if (state !== "unknown") return { state, facts, detail, againInMs: state === "sent" ? pollMs : NOW };
  const message = worksText.conflict;
  return { state, facts, detail, problem: { message, mayRetry: false }, againInMs: null };
};

/** confirming → done. AMP: POST /assets/{a}/distributions/{d}/confirm with the node's answers unchanged. */
export const confirm: Step = async (operation, { amp, node }) => {
  const { txid = "", order: stored } = operation.facts;
  const { assetUuid, assetId } = operation.intent;
  const { details } = await readTransaction(node, txid);
  const changeData = await readChange(node, txid, assetId);
  await amp.call("confirmDistribution", {
    path: { assetUuid, distributionUuid: stored?.distributionUuid ?? "" },
    body: { txData: { txid, details }, changeData },
  });
  return { state: "done", detail: { txid, change: changeData.length }, againInMs: null };
};

/** AMP: DELETE /assets/{a}/distributions/{d}/cancel, when an order exists; one that is already gone is fine. */
export async function cancelAtAmp(operation: Operation, amp: AmpClient): Promise<void> {
  // AMP may have made the order although its answer never came; nothing was sent for it yet.
  const unseen = operation.state === "ordering" ? await findEarlierOrder(operation, amp) : null;
  const distributionUuid = (operation.facts.order ?? unseen)?.distributionUuid;
  if (!distributionUuid) return;
  try {
    await amp.call("cancelDistribution", {
      path: { assetUuid: operation.intent.assetUuid, distributionUuid },
    });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
  }
}

const stopped = (message: string, mayRetry: boolean): StepOutcome => ({
  state: "stopped",
  problem: { message, mayRetry },
  detail: { message },
  againInMs: null,
});
