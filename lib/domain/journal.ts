import type { Tally } from "./batches";

/** What a line of an operation's journal tells: each has a word in `lib/messages/operation-journal.ts`. */
type JournalKey =
  | keyof Tally
  | "amountSats"
  | "answer"
  | "assetId"
  | "attempt"
  | "balance"
  | "batch"
  | "bookedByAmp"
  | "by"
  | "byHand"
  | "change"
  | "confirmations"
  | "decidedBy"
  | "distributionUuid"
  | "found"
  | "givenUp"
  | "height"
  | "heldBack"
  | "inputs"
  | "isBlind"
  | "message"
  | "notReady"
  | "of"
  | "outpoints"
  | "output"
  | "outputs"
  | "overdue"
  | "paid"
  | "paidBy"
  | "paused"
  | "recipients"
  | "refusal"
  | "refused"
  | "released"
  | "seen"
  | "shown"
  | "somethingElseIsReady"
  | "spentMeanwhile"
  | "staysLocked"
  | "tag"
  | "told"
  | "toHoldBack"
  | "toTell"
  | "txid"
  | "unlocked"
  | "verdict"
  | "waits"
  | "waitsForLate"
  | "wallet";

/** Written with each name there is a word for, and no other. */
export type JournalDetail = { [Key in JournalKey]?: unknown };

/** The words of each name, which the compiler holds against the names. */
export type JournalWords = Record<JournalKey, string>;

/** What is written down: the intent before a step, its outcome afterwards. */
export interface JournalEntry {
  step: string;
  phase: "intent" | "outcome";
  detail: JournalDetail;
}

/** A line of the journal. */
export interface JournalLine extends Omit<JournalEntry, "detail"> {
  id: bigint;
  at: Date;
  /** As it was written, by whatever version of the desk. */
  detail: Record<string, unknown>;
}

/** What a page shows of a journal at first and, of the lines before those, at once. */
export const JOURNAL_LINES = 50;

/** Some of a journal's lines, one behind the other as they were written. */
export interface JournalPage {
  lines: JournalLine[];
  /** How many there are before them. */
  earlier: number;
}

/**
 * What is known of a journal with what was just read of it: one behind the other, each line once. Where lines are missing
 * between the two, the former are left away.
 */
export function joinedJournal(known: JournalPage, news: JournalPage): JournalPage {
  const [first] = news.lines;
  if (!first || news.earlier > known.earlier + known.lines.length) return news;
  return {
    lines: [...known.lines.filter(({ id }) => id < first.id), ...news.lines],
    earlier: Math.min(known.earlier, news.earlier),
  };
}
