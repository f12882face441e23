import type { ByHand, HandedOut } from "./by-hand";
import type { IntentOf, OperationKind } from "./intent";
import type { ShownIntentOf } from "./shown-intent";
import type { StoredOrder } from "./stored-order";
import type { BeforeSend } from "./unsent";

/**
 * Treasury operations as state machines. Pure: what the runner saw goes in, what is stored next comes out. The
 * runner does the I/O and writes the state before and after each step.
 */

export type OperationState =
  /** Approved and stored; nothing asked of AMP yet. */
  | "requested"
  /** A distribution: whatever its next batch does not pay is being held back at AMP. */
  | "holding"
  /** A distribution: a person paused it before its next order. */
  | "paused"
  /** AMP is being asked for the order: after a crash, look among the assignments before asking again. */
  | "ordering"
  /** AMP's order is stored and equals the intent. */
  | "ordered"
  /** Somebody runs AMP's order elsewhere: nothing leads from here to sending but a person, and certainty that nobody paid. */
  | "by-hand"
  /** A reissuance's or burn's signed transaction is stored; the network has not seen it. */
  | "signed"
  /** That transaction is being handed to the network, as often as it takes: it is always the same one. */
  | "broadcasting"
  /** A distribution: the node is being told to send; after a crash or a lost answer it is not known whether it did. */
  | "sending"
  /** The transaction's id is known; it waits for confirmations. */
  | "sent"
  /** Two confirmations; AMP is told until it accepts. */
  | "confirming"
  /** AMP is being told the blinders of one output; telling it again is harmless. */
  | "telling"
  /** Nothing more is sent; what it had held back at AMP, or set aside in the wallet, is let go. */
  | "releasing"
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
/** What a list of operations can be narrowed to: those under way, or one of the ends. */
export const OPERATION_FILTERS = ["open", ...FINAL_STATES] as const;
export const isFinal = (state: OperationState): boolean =>
  (FINAL_STATES as readonly string[]).includes(state);

/** Confirmations AMP and the desk both ask for. */
export const REQUIRED_CONFIRMATIONS = 2;
/** Confidential recipients one `sendmany` carries (recorded on a real node). */
export const MAX_RECIPIENTS = 70;

/** Cancelling is safe only while the node was certainly not told to send. */
export const canCancel = (state: OperationState): boolean =>
  [
    "requested",
    "holding",
    "paused",
    "ordering",
    "ordered",
    "by-hand",
    "signed",
    "telling",
    "stopped",
  ].includes(state);
/** A transaction may be signed and stored, and the network has certainly not got it. */
export const isUnsent = (state: OperationState): boolean => state === "signed" || state === "stopped";
export const canRetry = (state: OperationState): boolean => state === "stopped";
/**
 * Closing never sends: it frees the asset when a person has found out what happened. Offered where the operation gets no
 * further by itself.
 */
export const canClose = ({ state, problem }: Pick<OperationView, "state" | "problem">): boolean =>
  state === "unknown" ||
  state === "by-hand" ||
  (state === "stopped" && problem?.mayRetry === false) ||
  (state === "sent" && problem?.code === "left-mempool") ||
  (["broadcasting", "confirming", "cancelling"].includes(state) && problem !== null);
/** A person may say that a payment without an answer was not sent, unless a transaction is known. */
export const canSayUnsent = ({ kind, state, facts }: Pausable): boolean =>
  kind === "distribution" && state === "unknown" && facts.txid === undefined;
export const canLookAgain = (state: OperationState): boolean => state === "unknown";

type Pausable = Pick<OperationView, "kind" | "state" | "facts">;
/** Before an order is asked for, a pause takes effect at once; later it waits for the batch that is on its way. */
const BEFORE_ORDER: OperationState[] = ["requested", "holding"];
const ON_ITS_WAY: OperationState[] = [
  "ordering",
  "ordered",
  "by-hand",
  "sending",
  "unknown",
  "sent",
  "confirming",
];
/** @param isLast whether the current batch is the last: after it there is nothing to pause */
export const canPause = ({ kind, state, facts }: Pausable, isLast: boolean): boolean =>
  kind === "distribution" &&
  facts.isPausing !== true &&
  (BEFORE_ORDER.includes(state) || (ON_ITS_WAY.includes(state) && !isLast));
export const pausesAtOnce = (state: OperationState): boolean => BEFORE_ORDER.includes(state);
export const canContinue = ({ state, facts }: Pausable): boolean =>
  state === "paused" || (facts.isPausing === true && ON_ITS_WAY.includes(state));

type SendOutcome =
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

/** Where it goes after looking at the transaction; a negative count is a conflict. */
export function afterConfirmations(confirmations: number): OperationState {
  if (confirmations < 0) return "unknown";
  return confirmations >= REQUIRED_CONFIRMATIONS ? "confirming" : "sent";
}

/** The wallet comment by which a lost transaction is found again. */
export const walletTag = (operationId: string, batch: number): string => `${operationId}:${batch}`;

/** What a reissuance or a burn keeps. */
export interface SupplyFacts {
  /** AMP's order: the outputs that it wants the transaction to spend from. */
  outpoints: Outpoint[];
  /** The transaction in hex before it is blinded and signed, compared with the intent. */
  plainHex?: string;
  /** What it spends, locked in the wallet so that nothing else takes it. */
  coins?: Outpoint[];
  /** The signed transaction in hex, stored before the network sees it. */
  signedHex?: string;
  /** It is being handed to the node since then without an answer; gone once the node answered. */
  isHanding?: boolean;
  /** The network took it once, or an answer is missing: it may be confirmed whatever the node says of it now. */
  mayBeOut?: boolean;
  /** Why the node's rules refused it the last time, in its words. */
  refused?: string;
  /** Of a reissuance: the input that makes the new coins. */
  vin?: number;
}

export interface Outpoint {
  txid: string;
  vout: number;
}

/** What an update of blinders keeps; never a blinder. */
export interface BlindersFacts {
  /** Of which AMP is still to be told, written down before it is; the first one is next. */
  toTell?: Outpoint[];
  /** Of which it was told since the last look, and took it. */
  told?: Outpoint[];
  /** What AMP refused, in its words. */
  refused?: (Outpoint & { words: string })[];
}

/** A batch that AMP has booked. */
export interface SentBatch {
  txid: string;
  distributionUuid: string;
  recipients: number;
  totalSats: bigint;
  blockHeight: number | null;
}

/** What was learned on the way. Order, txid, confirmations and height are those of the current batch. */
export interface OperationFacts {
  /** A distribution: its current batch, from 0. */
  batch?: number;
  /** Recipients per transaction, as it was when the operation began. */
  batchSize?: number;
  sentBatches?: SentBatch[];
  /** Ids of the assignments that this operation held back at AMP, written down before they are; people's own locks are not among them. */
  held?: number[];
  /** A person wants a pause before the next order. */
  isPausing?: boolean;
  /** The end that follows once everything held back is let go. */
  endsAs?: "done" | "cancelled" | "failed";
  /** When AMP was last asked for the current batch's order; gone once it certainly made none for any question. */
  askedAt?: Date;
  /** When the current batch was last found to be as it was approved. */
  comparedAt?: Date;
  /** Not each question for it had an answer, so that an order of which nobody knows may exist. */
  wasAskedAgain?: boolean;
  /** Locks are being asked for since then; gone once all were answered. */
  lockingAt?: Date;
  /** When locks were last asked for without an answer: they may take effect later. */
  lockLostAt?: Date;
  /** A person said, after looking, that the payment without an answer was not sent. */
  isSaidUnsent?: boolean;
  order?: StoredOrder;
  /** AMP's answer to the order, letter by letter, when the desk received it; it stays on the server. */
  orderText?: string;
  /** The version of the client script that AMP wants of whoever carries its order out; of the last one where an answer was lost. */
  scriptVersion?: number;
  /** A person wants AMP's orders run elsewhere; while it stands the worker sends nothing. */
  byHand?: ByHand;
  /** The current order was handed out and came back; it is looked once more before the worker sends it. */
  returned?: HandedOut;
  /** A person attached the current transaction. */
  isAttached?: boolean;
  supply?: SupplyFacts;
  blinders?: BlindersFacts;
  /** The change of the current transaction as `listunspent` told it, in exact JSON; it holds blinders and stays on the server. */
  changeData?: string;
  /** The wallet in the moment before the current batch was sent. */
  beforeSend?: BeforeSend;
  txid?: string;
  confirmations?: number;
  blockHeight?: number;
  /** When the current transaction was first seen in no block. */
  waitsSince?: { txid: string; at: Date };
}

export interface OperationProblem {
  message: string;
  /** What it waits for, where something else than the sentence follows from it. */
  code?: "wallet-locked" | "left-mempool";
  /** The operation that has its turn first. */
  behind?: Pick<OperationView, "id" | "kind" | "assetUuid">;
  /** Whether the same step may be tried again by a person's choice. */
  mayRetry: boolean;
  /** Since when it waits without getting on, for whatever; its turn is no such wait. */
  since?: Date;
}

/** A problem of what waits, with the time since which it does: another reason meanwhile does not begin it anew. */
export const lasting = (
  problem: OperationProblem | null,
  before: OperationProblem | null,
  at: Date,
): OperationProblem | null => problem && { ...problem, since: before?.behind ? at : (before?.since ?? at) };

interface AnyOperation<K extends OperationKind, Intent> {
  id: string;
  kind: K;
  assetUuid: string;
  state: OperationState;
  requestedBy: string;
  intent: Intent;
  intentHash: string;
  facts: OperationFacts;
  problem: OperationProblem | null;
  createdAt: Date;
  updatedAt: Date;
}

/** An operation with as much of what was approved as `Intents` has of each kind's. */
export type OperationWith<
  Intents extends { [P in OperationKind]: unknown },
  K extends OperationKind = OperationKind,
> = { [P in K]: AnyOperation<P, Intents[P]> }[K];

/** With the whole of it. */
export type WholeOperation<K extends OperationKind = OperationKind> = OperationWith<IntentOf, K>;

/** As pages show it. */
export type OperationView<K extends OperationKind = OperationKind> = OperationWith<ShownIntentOf, K>;
