import { randomUUID } from "node:crypto";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type CreatedEnd,
  doneSteps,
  inverseSteps,
  isOver,
  USER_ROW_STATES,
  type UserJob,
  type UserJobState,
  type UserJobView,
} from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { currentRequestId } from "@/server/platform/request-context";
import {
  countsOf,
  countUndo,
  findJob,
  findUndo,
  insertJob,
  jobsOf,
  moveJob,
  type NewRow,
  type StoredJob,
} from "@/server/register/job-store";
import { everyRow, moveRows, rowsOf } from "@/server/register/row-store";
import { categoryChoices } from "./categories";
import { isUuid } from "./object-id";

/** Bulk changes of this workspace, newest first. @throws AppError INVALID_INPUT for a cursor of another list */
export async function listUserJobs(actor: Actor, query: ListQuery): Promise<ListPage<UserJob>> {
  await authorize(actor, "user:write");
  const found = await jobsOf(actor.workspaceId, { before: readBefore(query.cursor), limit: query.limit });
  const jobs = found.slice(0, query.limit);
  const counts = await countsOf(jobs.map(({ id }) => id));
  const last = jobs.at(-1);
  return {
    rows: jobs.map((job) => toJob(job, counts)),
    nextCursor: found.length > query.limit && last ? `${last.createdAt.getTime()}_${last.id}` : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

function readBefore(cursor: string | undefined): { at: Date; id: string } | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\d{1,15})_([\da-f-]{36})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  return { at: new Date(Number(at)), id };
}

function toJob(job: StoredJob, counts: Awaited<ReturnType<typeof countsOf>>): UserJob {
  const { id, state, about, requestedBy, problem, createdAt, startedAt, finishedAt } = job;
  const own = counts.get(id);
  if (!own) throw new Error("The counts of a bulk change are not there.");
  return { id, state, about, requestedBy, problem, createdAt, startedAt, finishedAt, counts: own };
}

/** One bulk change with a page of its rows. AMP: GET /categories */
export async function readUserJob(actor: Actor, jobId: string, query: ListQuery): Promise<UserJobView> {
  const job = await ownJob(actor, jobId);
  const [counts, rows, undoneBy, undo, categories] = await Promise.all([
    countsOf([job.id]),
    rowsPage(job.id, query),
    findUndo(job.id),
    isOver(job.state) ? countUndo(job.id) : { users: 0, created: 0, gaidsLeft: 0 },
    // A report can be read while AMP is away; its categories then stand there by number.
    categoryChoices(actor).catch(() => []),
  ]);
  return {
    ...toJob(job, counts),
    rows,
    categoryNames: Object.fromEntries(categories.map(({ id, name }) => [id, name])),
    undoneBy: undoneBy?.id ?? null,
    undoOf: job.undoOf,
    undo,
  };
}

async function rowsPage(jobId: string, query: ListQuery): Promise<UserJobView["rows"]> {
  const after = query.cursor === undefined ? -1 : Number(query.cursor);
  if (!Number.isInteger(after)) throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  const state = USER_ROW_STATES.find((name) => name === query.filters.state);
  const found = await rowsOf(jobId, {
    after,
    limit: query.limit + 1,
    ...(state ? { states: [state] } : {}),
  });
  const page = found.slice(0, query.limit);
  return {
    rows: page.map(({ jobId: _, losses, ...row }) => row),
    nextCursor: found.length > query.limit ? String(page.at(-1)?.number) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

/** @throws AppError NOT_FOUND for a job of another workspace */
async function ownJob(actor: Actor, jobId: string): Promise<StoredJob> {
  await authorize(actor, "user:write");
  const job = isUuid(jobId) ? await findJob(jobId) : null;
  if (job?.workspaceId !== actor.workspaceId) throw new AppError("NOT_FOUND", userJobsText.gone);
  return job;
}

export const USER_JOB_DECISIONS = ["apply", "pause", "continue", "cancel", "retry"] as const;
export type UserJobDecision = (typeof USER_JOB_DECISIONS)[number];

const FROM: Record<UserJobDecision, readonly UserJobState[]> = {
  apply: ["ready"],
  pause: ["running"],
  continue: ["paused"],
  cancel: ["checking", "ready", "running", "paused"],
  retry: ["done"],
};

const TO: Record<UserJobDecision, UserJobState> = {
  apply: "running",
  pause: "paused",
  continue: "running",
  cancel: "cancelling",
  retry: "running",
};

/** Lets the worker begin, wait, go on or end. @throws AppError CONFLICT in a state that does not allow it */
export async function decideUserJob(
  actor: Actor,
  { jobId, decision }: { jobId: string; decision: UserJobDecision },
): Promise<void> {
  const job = await ownJob(actor, jobId);
  await audited(actor, { action: `user.job-${decision}`, detail: { job: job.id } }, async () => {
    if (!FROM[decision].includes(job.state)) throw new AppError("CONFLICT", userJobsText.notNow);
    // Before the state: a worker that finds nothing open would end the job again.
    if (decision === "retry") await openAgain(job.id);
    const at = now();
    const moved = await moveJob(job.id, FROM[decision], {
      state: TO[decision],
      nextRunAt: decision === "pause" ? null : at,
      ...(decision === "apply" ? { startedAt: at } : {}),
      ...(decision === "retry" ? { finishedAt: null } : {}),
      problem: null,
    });
    if (!moved) throw new AppError("CONFLICT", userJobsText.notNow);
  });
}

/** What failed is begun anew where it stopped; what is not known is looked for first. */
async function openAgain(jobId: string): Promise<void> {
  await moveRows(jobId, ["failed"], { state: "queued", problem: null });
  await moveRows(jobId, ["unknown"], { state: "unknown", losses: 0, problem: userJobsText.row.lost });
}

/**
 * Takes back what a bulk change did, as one of its own; carried out once.
 * @throws AppError CONFLICT while it is not over, or when it was undone before; REJECTED when nothing is left to undo
 */
export async function undoUserJob(
  actor: Actor,
  { jobId, created }: { jobId: string; created: CreatedEnd },
): Promise<{ jobId: string }> {
  const job = await ownJob(actor, jobId);
  if (!isOver(job.state)) throw new AppError("CONFLICT", userJobsText.undo.tooEarly);
  const rows: NewRow[] = [];
  for await (const row of everyRow(job.id)) {
    const { number, name, userId } = row;
    const steps = inverseSteps(row, created);
    if (steps.length > 0) rows.push({ number, name, userId, steps, state: "queued", problem: null });
  }
  if (rows.length === 0) throw new AppError("REJECTED", userJobsText.undo.nothing);
  const detail = { job: job.id, count: rows.length, created };
  return audited(actor, { action: "user.job-undo", detail }, async () => {
    const id = randomUUID();
    const isNew = await insertJob(
      {
        id,
        workspaceId: actor.workspaceId,
        state: "running",
        about: { kind: "undo", created },
        undoOf: job.id,
        requestedBy: actor.personName,
        requestId: currentRequestId(),
      },
      rows,
    );
    if (!isNew) throw new AppError("CONFLICT", userJobsText.undo.exists);
    return { jobId: id };
  });
}

/** What was done, user by user, with the steps that would take it back. */
export async function downloadUndo(actor: Actor, jobId: string): Promise<{ name: string; text: string }> {
  const job = await ownJob(actor, jobId);
  const rows = [];
  for await (const row of everyRow(job.id)) {
    const done = doneSteps(row);
    if (done.length === 0) continue;
    const { number, name, userId } = row;
    const undo = inverseSteps(row, "archive");
    const stays = done.filter(({ kind }) => kind === "add-gaid");
    rows.push({ row: number, name, user: userId, done, undo, stays });
  }
  const { about, requestedBy, createdAt, startedAt, finishedAt } = job;
  const head = { environment: actor.environment, job: job.id, about, requestedBy };
  const file = { ...head, createdAt, startedAt, finishedAt, writtenAt: now(), rows };
  return { name: `ampdesk-undo-${job.id.slice(0, 8)}.json`, text: JSON.stringify(file, null, 1) };
}
