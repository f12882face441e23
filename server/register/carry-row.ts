import { AppError, type ErrorCode } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import type { AmpClient } from "@/server/amp/client";
import type { AssertHeld } from "@/server/treasury/lock";
import type { StoredJob } from "./job-store";
import { type StoredRow, writeRow } from "./row-store";
import { type MadeUsers, takeStep } from "./steps";

/** So often AMP's answer to one row may be lost; then a person looks. */
export const MAX_LOSSES = 5;

interface Given {
  job: StoredJob;
  amp: AmpClient;
  assertHeld: AssertHeld;
  /** The step at which the row stands may have been carried out before. */
  isRepeat: boolean;
  made?: MadeUsers;
}

/** AMP's clear no, and a user whom somebody changed meanwhile, concern this row alone. */
const OF_THE_ROW: readonly ErrorCode[] = ["REJECTED", "NOT_FOUND", "FORBIDDEN", "INVALID_INPUT", "CONFLICT"];

/**
 * Does what is left of a row, each finished step written down before the next one.
 * @throws whatever keeps AMP from answering: the job waits, and the row is where it was
 */
export async function carryRow(
  row: StoredRow,
  { job, amp, assertHeld, isRepeat, made }: Given,
): Promise<void> {
  let { userId, results } = row;
  const { workspaceId, requestedBy } = job;
  for (const [place, step] of row.steps.entries()) {
    if (place < results.length) continue;
    await assertHeld();
    const context = {
      amp,
      workspaceId,
      requestedBy,
      userId,
      isRepeat: isRepeat && place === row.results.length,
      made,
    };
    const end = await takeStep(step, context).catch((error: unknown) => failed(row, error));
    if (end === null) return;
    userId = end.userId;
    results = [...results, end.result];
    const isLast = results.length === row.steps.length;
    await writeRow(row, { userId, results, losses: 0, problem: null, ...(isLast ? { state: "done" } : {}) });
  }
}

/** Writes down what happened to the row. @returns null when the job goes on without it */
async function failed(row: StoredRow, error: unknown): Promise<null> {
  if (!(error instanceof AppError) || error.retryable || error.code === "UNAUTHENTICATED") throw error;
  if (OF_THE_ROW.includes(error.code)) {
    await writeRow(row, { state: "failed", problem: error.message });
    return null;
  }
  // It may have been carried out: nothing else is sent before somebody has looked.
  const losses = row.losses + 1;
  const isLeft = losses >= MAX_LOSSES;
  const problem = isLeft ? userJobsText.row.unknown : userJobsText.row.lost;
  await writeRow(row, { state: "unknown", losses, problem });
  if (isLeft) return null;
  throw error;
}
