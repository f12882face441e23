import type { DistributionIntent, IntentAssignment } from "./intent";
import type { OperationFacts, OperationState, OperationView, SentBatch, WholeOperation } from "./operation";
import type { BatchSum } from "./shown-intent";

/**
 * A distribution as a row of transactions. Which assignment goes with which transaction follows from the approved
 * intent and the batch size alone, so every worker, page and restart finds the same batches.
 */

type Sized = Pick<WholeOperation<"distribution">, "intent" | "facts">;
type Progress = Pick<OperationView<"distribution">, "facts" | "state">;

/** The assignments by id, `size` at a time; each batch an intent of its own with its total. */
export function batchesOf(intent: DistributionIntent, size: number): DistributionIntent[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError("A batch needs at least one recipient.");
  const sorted = [...intent.assignments].sort((a, b) => a.assignmentId - b.assignmentId);
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) => {
    const assignments = sorted.slice(index * size, (index + 1) * size);
    return { ...intent, assignments, totalSats: sumOf(assignments) };
  });
}

const sumOf = (parts: { amountSats: bigint }[]) => parts.reduce((sum, part) => sum + part.amountSats, 0n);

/** An operation stored before there were batches is one transaction. @param recipients of all of it */
export const batchSizeOf = (
  intent: Pick<DistributionIntent, "batchSize">,
  facts: OperationFacts,
  recipients: number,
): number => facts.batchSize ?? intent.batchSize ?? Math.max(recipients, 1);

const batchesOfOperation = ({ intent, facts }: Sized): DistributionIntent[] =>
  batchesOf(intent, batchSizeOf(intent, facts, intent.assignments.length));

/** What each of its transactions pays. */
export const batchSumsOf = (operation: Sized): BatchSum[] =>
  batchesOfOperation(operation).map(({ assignments, totalSats }) => ({
    recipients: assignments.length,
    totalSats,
  }));

export const currentBatch = ({ batch }: OperationFacts): number => batch ?? 0;

/** What the current order must equal: the batch that is next or on its way. */
export const currentPart = (operation: Sized): DistributionIntent =>
  batchesOfOperation(operation)[currentBatch(operation.facts)] ?? {
    ...operation.intent,
    assignments: [],
    totalSats: 0n,
  };

/** What AMP has made no order for yet: until then it follows the user's default GAID and categories. */
export const notOrdered = ({ intent, facts }: Sized): IntentAssignment[] =>
  batchesOfOperation({ intent, facts })
    .slice(currentBatch(facts) + (facts.order ? 1 : 0))
    .flatMap(({ assignments }) => assignments);

/** @param count how many batches there are */
export const isLastOf = (facts: OperationFacts, count: number): boolean => currentBatch(facts) >= count - 1;

export const isLastBatch = (operation: Sized): boolean =>
  isLastOf(operation.facts, batchesOfOperation(operation).length);

/** The facts once AMP has booked the current batch: it stands among the sent ones, exactly once. */
export function withBatchSent(facts: OperationFacts, sent: SentBatch): OperationFacts {
  const earlier = (facts.sentBatches ?? []).filter(({ txid }) => txid !== sent.txid);
  return { ...facts, sentBatches: [...earlier, sent] };
}

/** The facts with which the next batch begins: of order and payment nothing is kept, only what the whole needs. */
export function withNextBatch(facts: OperationFacts): OperationFacts {
  const { batchSize, sentBatches, held, lockLostAt, isPausing, byHand } = facts;
  return {
    batch: currentBatch(facts) + 1,
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(sentBatches ? { sentBatches } : {}),
    ...(held ? { held } : {}),
    ...(lockLostAt ? { lockLostAt } : {}),
    ...(isPausing ? { isPausing } : {}),
    ...(byHand ? { byHand: {} } : {}),
  };
}

/** `unclear`: a person closed the operation while nobody knew whether this batch was sent. */
export type BatchState = "confirmed" | "current" | "waiting" | "not-sent" | "unclear";

/** One transaction of a distribution as a page shows it. */
export interface BatchRow {
  index: number;
  recipients: number;
  totalSats: bigint;
  state: BatchState;
  /** Of the current batch: where it stands. */
  at: OperationState | null;
  txid: string | null;
  confirmations: number | null;
  blockHeight: number | null;
}

const ENDED: OperationState[] = ["cancelling", "releasing", "cancelled", "failed"];

export function batchRows({ facts, state }: Progress, batches: readonly BatchSum[]): BatchRow[] {
  const sent = facts.sentBatches ?? [];
  return batches.map((sum, index): BatchRow => {
    const row = { index, ...sum };
    const done = sent[index];
    const isCurrent = index === currentBatch(facts);
    if (done) return { ...row, ...sentColumns(done), state: "confirmed" };
    if (isCurrent && state === "done") return { ...row, ...currentColumns(facts), state: "confirmed" };
    if (isCurrent && (state === "failed" || facts.endsAs === "failed")) {
      return { ...row, ...currentColumns(facts), state: "unclear" };
    }
    if (isCurrent && !ENDED.includes(state)) {
      return { ...row, ...currentColumns(facts), state: "current", at: state };
    }
    return { ...row, ...NO_COLUMNS, state: ENDED.includes(state) ? "not-sent" : "waiting" };
  });
}

const NO_COLUMNS = { at: null, txid: null, confirmations: null, blockHeight: null };
const sentColumns = ({ txid, blockHeight }: SentBatch) => ({ ...NO_COLUMNS, txid, blockHeight });
const currentColumns = ({ txid, confirmations, blockHeight }: OperationFacts) => ({
  at: null,
  txid: txid ?? null,
  confirmations: confirmations ?? null,
  blockHeight: blockHeight ?? null,
});

/** What AMP has booked of a distribution, and what is left of it. */
export interface Tally {
  sentBatches: number;
  sentRecipients: number;
  sentSats: bigint;
  leftRecipients: number;
  leftSats: bigint;
}

export function tallyOf(operation: Progress, batches: readonly BatchSum[]): Tally {
  const rows = batchRows(operation, batches);
  const sent = rows.filter(({ state }) => state === "confirmed");
  const left = rows.filter(({ state }) => state !== "confirmed");
  const recipients = (some: BatchRow[]) => some.reduce((sum, row) => sum + row.recipients, 0);
  const sats = (some: BatchRow[]) => some.reduce((sum, row) => sum + row.totalSats, 0n);
  return {
    sentBatches: sent.length,
    sentRecipients: recipients(sent),
    sentSats: sats(sent),
    leftRecipients: recipients(left),
    leftSats: sats(left),
  };
}
