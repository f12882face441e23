import { worksText } from "@/lib/messages/works";

/**
 * The distribution as a state machine. Pure: what the runner saw goes in, what is stored next comes out. The
 * runner does the I/O and writes the state before and after each step.
 */

export type OperationState =
  /** Approved and stored; nothing asked of AMP yet. */
  | "requested"
  /** AMP is being asked for the order: after a crash, look among the assignments before asking again. */
  | "ordering"
  /** AMP's order is stored and equals the intent. */
  | "ordered"
  /** The node is being told to send: after a crash or a lost answer it is not known whether it did. */
  | "sending"
  /** The transaction's id is known; it waits for confirmations. */
  | "sent"
  /** Two confirmations; AMP is told until it accepts. */
  | "confirming"
  | "done"
  /** A person cancelled it; AMP is told until its order is gone. Nothing leads from here to sending. */
  | "cancelling"
  /** Stopped before anything was sent; a person decides. */
  | "stopped"
  /** Nobody knows whether the node sent; only looking is allowed. */
  | "unknown"
  | "cancelled"
  /** A person closed an unclear operation after looking: AMP's order stays as it is. */
  | "failed";

export const FINAL_STATES = ["done", "cancelled", "failed"] as const satisfies OperationState[];
export const isFinal = (state: OperationState): boolean =>
  (FINAL_STATES as readonly string[]).includes(state);

/** Confirmations AMP and the desk both ask for. */
export const REQUIRED_CONFIRMATIONS = 2;
/** Confidential recipients one `sendmany` carries (recorded on a real node). */
export const MAX_RECIPIENTS = 70;

/** Cancelling is safe only while the node was certainly not told to send. */
export const canCancel = (state: OperationState): boolean =>
  ["requested", "ordering", "ordered", "stopped"].includes(state);
export const canRetry = (state: OperationState): boolean => state === "stopped";
/** Closing never sends: it frees the asset when a person has found out what happened. */
export const canClose = (state: OperationState): boolean => state === "unknown";
export const canLookAgain = (state: OperationState): boolean => state === "unknown";

export interface IntentAssignment {
  assignmentId: number;
  registeredUser: number;
  userName: string;
  gaid: string;
  amountSats: bigint;
}

/** What a person approves. */
export interface DistributionIntent {
  assetUuid: string;
  assetId: string;
  assetName: string;
  ticker: string | null;
  precision: number;
  totalSats: bigint;
  assignments: IntentAssignment[];
}

/** AMP's order as far as it matters: who gets how much, in sats. */
export interface StoredOrder {
  distributionUuid: string;
  assetId: string;
  amounts: Record<string, bigint>;
}

export interface OrderedAssignment {
  assignmentId: number;
  receivingAddress: string | null;
  distributionUuid: string | null;
  amountSats: bigint;
}

/**
 * Compares AMP's order with the approved intent, assignment by assignment.
 * @returns null when they are equal, otherwise what differs, for people
 */
export function findMismatch(
  intent: DistributionIntent,
  order: StoredOrder,
  assignments: OrderedAssignment[],
): string | null {
  if (order.assetId !== intent.assetId) return worksText.otherAsset;
  const left = new Map(Object.entries(order.amounts));
  for (const part of intent.assignments) {
    const assignment = assignments.find((candidate) => candidate.assignmentId === part.assignmentId);
    if (assignment?.distributionUuid !== order.distributionUuid || assignment.receivingAddress === null) {
      return worksText.leavesOut(part.assignmentId, part.userName);
    }
    const ordered = left.get(assignment.receivingAddress);
    if (ordered !== part.amountSats) {
      return worksText.paysOther(ordered ?? 0n, part.amountSats, part.assignmentId, part.userName);
    }
    left.delete(assignment.receivingAddress);
  }
  return left.size === 0 ? null : worksText.paysStrangers(left.size);
}

export type SendOutcome =
  | { kind: "sent"; txid: string }
  /** The node answered with an error: it has not sent. */
  | { kind: "refused"; message: string }
  /** No answer. */
  | { kind: "no-answer" };

/** Where a distribution goes after the node was told to send. An unclear end never leads back to sending. */
export function afterSend(outcome: SendOutcome): OperationState {
  if (outcome.kind === "sent") return "sent";
  return outcome.kind === "refused" ? "stopped" : "unknown";
}

/** Where it goes after looking for its tag among the wallet's transactions. */
export const afterLook = (txid: string | null): OperationState => (txid === null ? "unknown" : "sent");

/** Where it goes after looking at the transaction; a negative count is a conflict. */
export function afterConfirmations(confirmations: number): OperationState {
  if (confirmations < 0) return "unknown";
  return confirmations >= REQUIRED_CONFIRMATIONS ? "confirming" : "sent";
}

/** The wallet comment by which a lost transaction is found again. */
export const walletTag = (operationId: string, batch: number): string => `${operationId}:${batch}`;

/** The text whose SHA-256 a person approves: every assignment with its amount, in a fixed order. */
export function intentText(intent: DistributionIntent): string {
  const parts = [...intent.assignments].sort((a, b) => a.assignmentId - b.assignmentId);
  return [
    "distribute",
    intent.assetUuid,
    intent.assetId,
    intent.totalSats,
    ...parts.map((part) => `${part.assignmentId}:${part.registeredUser}:${part.gaid}:${part.amountSats}`),
  ].join("\n");
}

/** What was learned on the way. */
export interface OperationFacts {
  /** AMP was asked for an order on this operation's behalf; its answer may have been lost. */
  wasAsked?: boolean;
  order?: StoredOrder;
  txid?: string;
  confirmations?: number;
  blockHeight?: number;
}

export interface OperationProblem {
  message: string;
  /** Whether the same step may be tried again by a person's choice. */
  mayRetry: boolean;
}

/** An operation as pages show it. */
export interface OperationView {
  id: string;
  assetUuid: string;
  state: OperationState;
  requestedBy: string;
  intent: DistributionIntent;
  intentHash: string;
  facts: OperationFacts;
  problem: OperationProblem | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A line of the journal: the intent before a step, its outcome afterwards. */
export interface JournalLine {
  id: bigint;
  at: Date;
  step: string;
  phase: "intent" | "outcome";
  detail: Record<string, unknown>;
}
