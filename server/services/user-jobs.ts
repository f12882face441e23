import { randomUUID } from "node:crypto";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { isUserStep } from "@/lib/domain/assignment-jobs";
import {
  type CreatedEnd,
  inverseSteps,
  isOver,
  type JobDecision,
  USER_JOB_KINDS,
  USER_JOB_STATES,
  type UserJob,
  type UserJobAbout,
  type UserJobRow,
  type UserJobView,
} from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { isUuid } from "@/lib/uuid";
import { audited } from "@/server/audit/audited";
import { authorize, requireOwnRecords } from "@/server/auth/authorize";
import { printCursor, readCursor } from "@/server/mirror/cursor";
import { now } from "@/server/platform/clock";
import { currentRequestId } from "@/server/platform/request-context";
import { hasCells } from "@/server/register/cells-store";
import { decideJob } from "@/server/register/decide";
import {
  countsOf,
  countUndo,
  findJob,
  findUndo,
  insertJob,
  isOfUsers,
  jobsOf,
  type NewRow,
  type StoredJob,
} from "@/server/register/job-store";
import { everyRow, type StoredRow } from "@/server/register/row-store";
import { showUsers } from "@/server/register/show";
import { pageOfRows } from "./job-rows";

/** Bulk changes of this workspace. @throws AppError INVALID_INPUT for a cursor of another list */
export async function listUserJobs(actor: Actor, query: ListQuery): Promise<ListPage<UserJob>> {
  await authorize(actor, "user:write");
  requireOwnRecords(actor);
  const { limit, cursor, filters, sort, q } = query;
  const state = USER_JOB_STATES.find((name) => name === filters.state);
  const kind = USER_JOB_KINDS.find((name) => name === filters.kind);
  const found = await jobsOf(actor.workspaceId, {
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(q ? { search: q } : {}),
    oldestFirst: sort === "created",
    behind: readPlace(cursor),
    limit,
  });
  const jobs = found.slice(0, limit);
  const counts = await countsOf(jobs.map(({ id }) => id));
  const last = jobs.at(-1);
  return {
    rows: jobs.map((job) => toJob(job, counts)),
    nextCursor:
      found.length > limit && last ? printCursor([BigInt(last.createdAt.getTime()), last.id]) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

function readPlace(cursor: string | undefined): { at: Date; id: string } | null {
  const place = readCursor(cursor, ["bigint", "string"]);
  if (place === null) return null;
  const at = new Date(Number(place[0]));
  if (Number.isNaN(at.getTime()) || !isUuid(place[1]))
    throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  return { at, id: place[1] };
}

function toJob(job: StoredJob<UserJobAbout>, counts: Awaited<ReturnType<typeof countsOf>>): UserJob {
  const { id, state, about, requestedBy, problem, createdAt, startedAt, finishedAt } = job;
  const own = counts.get(id);
  if (!own) throw new Error("The counts of a bulk change are not there.");
  return { id, state, about, requestedBy, problem, createdAt, startedAt, finishedAt, counts: own };
}

/** One bulk change with a page of its rows. */
export async function readUserJob(actor: Actor, jobId: string, query: ListQuery): Promise<UserJobView> {
  const job = await ownJob(actor, jobId);
  const [counts, rows, undoneBy, undoOf, undo, hasRefusedFile] = await Promise.all([
    countsOf([job.id]),
    pageOfRows(job.id, query, toUserRow),
    findUndo(job.id),
    // What is taken back by a file is not stored here.
    job.undoOf && findJob(job.undoOf),
    isOver(job.state) ? countUndo(job.id) : { users: 0, created: 0, gaidsLeft: 0 },
    hasCells(job.id),
  ]);
  return {
    ...toJob(job, counts),
    rows,
    undoneBy: undoneBy?.id ?? null,
    undoOf: undoOf ? undoOf.id : null,
    undo,
    hasRefusedFile,
  };
}

/** The rows of one bulk change alone, in their order, with what it is about. */
export async function listUserJobRows(
  actor: Actor,
  jobId: string,
  query: ListQuery,
): Promise<{ page: ListPage<UserJobRow>; about: UserJobAbout }> {
  const { id, about } = await ownJob(actor, jobId);
  return { page: await pageOfRows(id, query, toUserRow), about };
}

export const toUserRow = ({ jobId: _, losses, cells, steps, ...row }: StoredRow): UserJobRow => ({
  ...row,
  steps: steps.filter(isUserStep),
});

/** @throws AppError NOT_FOUND for a job of another workspace, and for one of assignments */
export async function ownJob(actor: Actor, jobId: string): Promise<StoredJob<UserJobAbout>> {
  await authorize(actor, "user:write");
  requireOwnRecords(actor);
  const job = isUuid(jobId) ? await findJob(jobId) : null;
  if (job?.workspaceId !== actor.workspaceId || !isOfUsers(job))
    throw new AppError("NOT_FOUND", userJobsText.gone);
  return job;
}

/**
 * Lets the worker begin, wait, go on or end. What failed or is not known is tried again (`retry`) once the job is over.
 * @throws AppError CONFLICT in a state that does not allow it, for `retry` also after the job was undone
 */
export async function decideUserJob(
  actor: Actor,
  { jobId, decision }: { jobId: string; decision: JobDecision },
): Promise<void> {
  const job = await ownJob(actor, jobId);
  await audited(actor, { action: `user.job-${decision}`, detail: { job: job.id } }, async () => {
    await decideJob(job.id, decision);
    if (decision === "pause") await showUsers(actor, job.about);
  });
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
    const steps = inverseSteps(toUserRow(row), created);
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
    if (!isNew) {
      const isUndone = (await findUndo(job.id)) !== null;
      throw new AppError("CONFLICT", isUndone ? userJobsText.undo.exists : userJobsText.notNow);
    }
    return { jobId: id };
  });
}
