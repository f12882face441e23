import type { Actor } from "@/lib/domain/actor";
import { isMoving, isOver, type UserJobState } from "@/lib/domain/user-jobs";
import { AppError, type ErrorCode } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { distributionsBefore } from "@/server/assigning/hold";
import { writeAudit } from "@/server/audit/store";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { LOCKS } from "@/server/db/locks";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { withRequestId } from "@/server/platform/request-context";
import { inStoredWords } from "@/server/platform/stored-words";
import { type AssertHeld, withSessionLock } from "@/server/treasury/lock";
import { carryRow, MAX_LOSSES } from "./carry-row";
import { checkNextRows } from "./check";
import { actorOf } from "./job-actor";
import { countsOf, dueJobs, findJob, moveJob, type StoredJob } from "./job-store";
import { claimRow, leftRows, moveRows } from "./row-store";
import { SHOW_MS, showUsers } from "./show";
import { findMade } from "./steps";

const RETRY_MS = 5_000;
/** What trying again does not change. */
const FOR_NOBODY: readonly ErrorCode[] = ["FORBIDDEN", "NOT_FOUND"];
const BATCH = 20;
/** A round ends after it, so that every job gets on and a worker stops soon. */
const ROUND_MS = 3_000;
/** Rows at a time; AMP has no call for several. */
const LANES = 4;
/** Since when a job's changes are on no list yet, by its id; of the rounds of this process. */
const unshown = new Map<string, number>();

/** When something became due at once, by a clock that is never put back. */
let calledAt = 0;

/** Rounds that are under way end, and the next ones begin with what waits longest: a small job does not wait for large ones. */
export const callRounds = (): void => {
  calledAt = performance.now();
};

/** Carries on what is to be checked or changed, a few seconds of each job. @returns how many were tried */
export async function runDueUserJobs(): Promise<number> {
  const ids = await dueJobs(BATCH);
  const since = performance.now();
  for (const id of ids) {
    if (calledAt > since) break;
    try {
      await withSessionLock(LOCKS.job, id, (assertHeld) => inStoredWords(() => advance(id, assertHeld)));
    } catch (error) {
      // The others are not held up by it; it is due again in the next round.
      log.error("user-jobs.failed", { job: id, reason: reasonOf(error) });
    }
  }
  return ids.length;
}

async function advance(jobId: string, assertHeld: AssertHeld): Promise<void> {
  const job = await findJob(jobId);
  if (!job || job.nextRunAt === null) return;
  try {
    // AMP's calls are found beside the entry of whoever approved the job.
    await withRequestId(job.requestId, async () => {
      const since = performance.now();
      const round = { job, ...(await openRound(job)), assertHeld, since, until: since + ROUND_MS };
      if (job.state === "checking") await check(round);
      else if (job.state === "running") await run(round);
      else if (job.state === "cancelling") await cancel(round);
      else await moveJob(job.id, [job.state], { nextRunAt: null });
    });
  } catch (error) {
    await waitFor(job, error);
  }
  if (job.state !== "checking") await showChanges(job);
}

/** Whatever came of the round: lists show what was done, at the latest when the job rests; its end has shown it before. */
async function showChanges(job: StoredJob): Promise<void> {
  const state = (await findJob(job.id))?.state ?? job.state;
  const since = unshown.get(job.id) ?? Number.POSITIVE_INFINITY;
  if (isOver(state) || (isMoving(state) && now().getTime() - since < SHOW_MS)) return;
  await show(job);
}

async function show(job: StoredJob): Promise<void> {
  const { about } = job;
  if (about.kind !== "assignments") await showUsers(job, about);
  // Each of those that were chosen is shown as soon as it is done.
  else if (!about.areChosen) await assignmentsChanged(job, about.assetUuid);
  unshown.delete(job.id);
}

interface Round {
  job: StoredJob;
  actor: Actor;
  amp: AmpClient;
  assertAllowed: () => Promise<void>;
  assertHeld: AssertHeld;
  /** Both by the clock of `calledAt`. */
  since: number;
  until: number;
}

const hasTime = ({ since, until }: Pick<Round, "since" | "until">): boolean =>
  calledAt <= since && performance.now() < until;

type OpenRound = Pick<Round, "actor" | "amp" | "assertAllowed">;

/** @throws AppError as `actorOf` does; of assignments NOT_FOUND when the asset is granted no more */
async function openRound({ workspaceId, requestedBy, about }: StoredJob): Promise<OpenRound> {
  const actor = await actorOf(workspaceId, requestedBy);
  const assertAllowed = async () => {
    // What an actor was granted is asked once for each, so each time another one.
    if (about.kind === "assignments") await authorize({ ...actor }, "assignment:write", about.assetUuid);
  };
  await assertAllowed();
  return { actor, assertAllowed, amp: await ampAs(actor) };
}

async function check(round: Round): Promise<void> {
  const { job, actor, amp } = round;
  const isIssuer = actor.role === "issuer";
  while (await checkNextRows(job.id, amp, isIssuer)) if (!hasTime(round)) return again(job);
  await moveJob(job.id, ["checking"], { state: "ready", problem: null, nextRunAt: null });
}

async function run(round: Round): Promise<void> {
  const { job } = round;
  if (!(await settle(round))) return again(job);
  const assertHeld = oneByOne(round.assertHeld);
  let isAtEnd = false;
  const lane = async () => {
    while (hasTime(round)) {
      const row = await claimRow(job.id);
      if (!row) {
        isAtEnd = true;
        return;
      }
      await carry(row, { ...round, assertHeld, isRepeat: row.losses > 0 });
    }
  };
  await allOf(Array.from({ length: await lanesOf(job) }, lane));
  if (!isAtEnd) return again(job);
  // A pause also ends the claims; the job is done only while it still runs and nothing is open.
  const open = (await countsOf([job.id])).get(job.id);
  if (open && open.queued + open.running === 0) await finish(job, "done");
}

/** A distribution under way lets one change at a time between its steps: more would only keep it and each other waiting. */
async function lanesOf({ workspaceId, about }: StoredJob): Promise<number> {
  if (about.kind !== "assignments" || about.change === "delete") return LANES;
  const { assetUuid, change } = about;
  const open = await distributionsBefore(workspaceId, { assetUuid, isLocked: change === "lock" });
  return open.length > 0 ? 1 : LANES;
}

/** The lanes share the connection that holds the lock, and it answers one question at a time. */
function oneByOne(assertHeld: AssertHeld): AssertHeld {
  let last = Promise.resolve();
  return () => {
    last = last.then(assertHeld);
    return last;
  };
}

/** Waits for every lane, also when one of them fails: nothing goes on behind the lock's back. */
async function allOf(lanes: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

const carry: typeof carryRow = (row, round) => {
  if (!unshown.has(row.jobId)) unshown.set(row.jobId, now().getTime());
  return carryRow(row, round);
};

/** Rows whose end nobody saw come first. @returns false when some are left to the next round */
async function settle(round: Round): Promise<boolean> {
  const rows = await leftRows(round.job.id, MAX_LOSSES);
  const next = rows.map(({ steps, results }) => steps[results.length]);
  const made = await findMade(
    round.amp,
    next.filter((step) => step?.kind === "create"),
  );
  // A long register takes more than a round to look through: what was found is still used.
  const until = Math.max(round.until, performance.now() + ROUND_MS);
  for (const row of rows) {
    if (performance.now() > until) return false;
    await carry(row, { ...round, isRepeat: true, made });
  }
  return true;
}

async function cancel(round: Round): Promise<void> {
  if (!(await settle(round))) return again(round.job);
  await moveRows(round.job.id, ["unchecked", "queued"], { state: "skipped" });
  await finish(round.job, "cancelled");
}

const again = async ({ id, state }: StoredJob): Promise<void> => {
  await moveJob(id, [state], { problem: null, nextRunAt: now() });
};

async function finish(job: StoredJob, state: "done" | "cancelled"): Promise<void> {
  const counts = (await countsOf([job.id])).get(job.id);
  const { about } = job;
  const what =
    about.kind === "assignments"
      ? { action: "assignment.job-finished", assetUuid: about.assetUuid }
      : { action: "user.job-finished" };
  // Before the state: who sees the end reads the list again, and it must not be the one from before.
  await show(job);
  // An end without its entry would be worse than an entry that stands there twice.
  await writeAudit(
    { workspaceId: job.workspaceId, personName: job.requestedBy },
    {
      ...what,
      requestId: job.requestId,
      outcome: "ok",
      detail: { job: job.id, done: counts?.done, failed: counts?.failed, unknown: counts?.unknown },
    },
  );
  await moveJob(job.id, [job.state], { state, problem: null, nextRunAt: null, finishedAt: now() });
}

/** A job that is being ended would also wait for a sign-in that may never come, and others for it. */
const stops = ({ state }: StoredJob, { code }: AppError): boolean =>
  FOR_NOBODY.includes(code) || (state === "cancelling" && code === "UNAUTHENTICATED");

/** Its person may not do it any more: a job that was being ended ends without another look. */
async function stopFor(job: StoredJob, { message }: AppError): Promise<void> {
  if (job.state !== "cancelling")
    return void (await moveJob(job.id, [job.state], { state: "paused", problem: message, nextRunAt: null }));
  await moveRows(job.id, ["running"], { state: "unknown", problem: userJobsText.row.unknown });
  await moveRows(job.id, ["queued"], { state: "skipped" });
  await finish(job, "cancelled");
}

/** AMP is away, or a distribution's step runs: nothing is lost. Without a token a person has to sign in first. */
async function waitFor(job: StoredJob, error: unknown): Promise<void> {
  const isKnown = error instanceof AppError;
  log.warn("user-jobs.waits", {
    job: job.id,
    code: isKnown ? error.code : "INTERNAL",
    reason: reasonOf(error),
  });
  if (isOver(job.state)) return;
  if (job.about.kind === "assignments" && isKnown && stops(job, error)) return stopFor(job, error);
  const needsPerson = isKnown && error.code === "UNAUTHENTICATED" && job.state === "running";
  const state: UserJobState = needsPerson ? "paused" : job.state;
  const nextRunAt = needsPerson ? null : new Date(now().getTime() + RETRY_MS);
  await moveJob(job.id, [job.state], { state, problem: problemOf(error), nextRunAt });
}

function problemOf(error: unknown): string {
  if (!(error instanceof AppError)) return userJobsText.ownError;
  if (error.code === "UNAUTHENTICATED") return userJobsText.signedOut;
  if (error.code === "CONFLICT" && error.retryable) return worksText.waitsForStep;
  return error.code === "UNAVAILABLE" ? userJobsText.ampAway : error.message;
}
