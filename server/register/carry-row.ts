import type { Actor } from "@/lib/domain/actor";
import { isAssignmentStep, type JobStep } from "@/lib/domain/assignment-jobs";
import { AppError, type ErrorCode } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import type { AmpClient } from "@/server/amp/client";
import { changingAssignment } from "@/server/mirror/assignments";
import type { AssertHeld } from "@/server/treasury/lock";
import { takeAssignmentStep } from "./assignment-step";
import type { StoredJob } from "./job-store";
import { type StoredRow, writeRow } from "./row-store";
import { type MadeUsers, type StepContext, type StepEnd, takeStep } from "./steps";
import { writeTold } from "./told";

/** So often AMP's answer to one row may be lost; then a person looks. */
export const MAX_LOSSES = 5;

interface Given {
  job: StoredJob;
  /** Who began it, as the workspace's account is now. */
  actor: Actor;
  amp: AmpClient;
  assertHeld: AssertHeld;
  /** Asks again whether its person may do it. @throws AppError FORBIDDEN, NOT_FOUND */
  assertAllowed: () => Promise<void>;
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
  { job, actor, amp, assertHeld, assertAllowed, isRepeat, made }: Given,
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
    const end = await take(step, context, { job, actor, assertAllowed }).catch((error: unknown) =>
      failed(row, error, { job, step, userId, assertAllowed }),
    );
    if (end === null) return;
    userId = end.userId;
    results = [...results, end.result];
    const isLast = results.length === row.steps.length;
    const change = {
      userId,
      results,
      losses: 0,
      problem: null,
      ...(isLast ? { state: "done" as const } : {}),
    };
    // What AMP had so already, nobody changed.
    if (end.result === "already") await writeRow(row, change);
    else await writeTold(row, change, { job, step, userId, outcome: "ok", left: end.left });
  }
}

async function take(
  step: JobStep,
  context: StepContext,
  { job, actor, assertAllowed }: Pick<Given, "job" | "actor" | "assertAllowed">,
): Promise<Omit<StepEnd, "userId"> & Pick<StepContext, "userId">> {
  if (!isAssignmentStep(step)) return takeStep(step, context);
  if (job.about.kind !== "assignments")
    throw new Error("A bulk change of users has a step of an assignment.");
  const { amp, isRepeat, userId } = context;
  const { assetUuid, areChosen } = job.about;
  const given = { actor, amp, isRepeat, assertAllowed, assetUuid, jobId: job.id };
  const change = () => takeAssignmentStep(step, given);
  if (areChosen) await changingAssignment(actor, { assetUuid, assignmentId: step.assignmentId }, change);
  else await change();
  return { result: "done", userId };
}

interface Failed extends Pick<Given, "job" | "assertAllowed"> {
  step: JobStep;
  userId: number | null;
}

/** Writes down what happened to the row. @returns null when the job goes on without it */
async function failed(row: StoredRow, error: unknown, { assertAllowed, ...at }: Failed): Promise<null> {
  if (!(error instanceof AppError) || error.retryable || error.code === "UNAUTHENTICATED") throw error;
  if (OF_THE_ROW.includes(error.code)) {
    // What was granted no more in the middle of a round concerns every row.
    if (error.code === "FORBIDDEN" || error.code === "NOT_FOUND") await assertAllowed();
    const change = { state: "failed", problem: error.message } as const;
    await writeTold(row, change, { ...at, outcome: "refused", reason: error.code });
    return null;
  }
  // It may have been carried out: nothing else is sent before somebody has looked.
  const losses = row.losses + 1;
  const isLeft = losses >= MAX_LOSSES;
  const change = { state: "unknown", losses } as const;
  if (isLeft) {
    const problem = userJobsText.row.unknown;
    await writeTold(row, { ...change, problem }, { ...at, outcome: "unknown", reason: error.code });
    return null;
  }
  await writeRow(row, { ...change, problem: userJobsText.row.lost });
  throw error;
}
