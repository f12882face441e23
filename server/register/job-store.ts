import { and, asc, desc, eq, gt, ilike, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { AssignmentJobAbout, JobAbout } from "@/lib/domain/assignment-jobs";
import {
  isOver,
  noCounts,
  type RowCounts,
  type UndoPreview,
  USER_JOB_KINDS,
  type UserJobAbout,
  type UserJobRow,
  type UserJobState,
  type UserRowState,
} from "@/lib/domain/user-jobs";
import { decodeJson, encodeJson } from "@/lib/json";
import { userJobsText } from "@/lib/messages/user-jobs";
import { containing } from "@/server/audit/containing";
import { ringBell } from "@/server/db/bell";
import { type Db, db, transaction } from "@/server/db/client";
import { userJobRows, userJobs } from "@/server/db/schema/register";
import { now } from "@/server/platform/clock";
import { inStoredWords, said } from "@/server/platform/stored-words";
import { isBusy, isOpenOfAsset } from "./asset-jobs-store";
import { moveRows, type StoredRow } from "./row-store";

export interface StoredJob<About extends JobAbout = JobAbout> {
  id: string;
  workspaceId: string;
  state: UserJobState;
  about: About;
  undoOf: string | null;
  requestedBy: string;
  requestId: string;
  problem: string | null;
  nextRunAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const table = userJobs;

const toJob = ({ kind, about, ...row }: typeof table.$inferSelect): StoredJob => ({
  ...row,
  state: row.state as UserJobState,
  about: decodeJson(about) as JobAbout,
  problem: said(row.problem),
});

/** Those of users and those of assignments are on pages of their own, for people with rights of their own. */
export const isOfAssignments = (job: StoredJob): job is StoredJob<AssignmentJobAbout> =>
  job.about.kind === "assignments";
export const isOfUsers = (job: StoredJob): job is StoredJob<UserJobAbout> => !isOfAssignments(job);

/** Rows in one statement. */
const PORTION = 5_000;

type NewJob = Pick<StoredJob, "id" | "workspaceId" | "about" | "requestedBy" | "requestId"> & {
  state: Extract<UserJobState, "checking" | "running">;
  undoOf?: string;
};
export type NewRow = Pick<UserJobRow, "number" | "name" | "userId" | "state" | "problem"> &
  Pick<StoredRow, "steps"> &
  Partial<Pick<StoredRow, "cells">>;

/**
 * Stores a job with its rows; due at once.
 * @returns false when the job that it takes back was taken back before, or is being tried again; of assignments also
 * while another job of the asset is not over
 */
export const insertJob = (job: NewJob, rows: readonly NewRow[]): Promise<boolean> =>
  transaction(async (tx) => {
    const at = now();
    const startedAt = job.state === "running" ? at : null;
    const values = { ...job, kind: job.about.kind, about: encodeJson(job.about) };
    if (job.undoOf && !(await mayTakeBack(tx, job.undoOf))) return false;
    if (await isBusy(tx, job)) return false;
    const [stored] = await tx
      .insert(table)
      .values({ ...values, nextRunAt: at, createdAt: at, startedAt })
      .onConflictDoNothing({ target: table.undoOf })
      .returning({ id: table.id });
    if (!stored) return false;
    for (let from = 0; from < rows.length; from += PORTION) {
      const portion = rows.slice(from, from + PORTION).map((row) => ({
        ...row,
        steps: encodeJson(row.steps),
        cells: row.cells && JSON.stringify(row.cells),
      }));
      // As one value: 100,000 rows of single parameters take more than twice as long.
      await tx.execute(sql`
        insert into ${userJobRows} (job_id, number, state, name, user_id, steps, problem, cells, results, updated_at)
        select ${job.id}::uuid, number, state, name, "userId", steps, problem, cells, '{}',
          ${at.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(portion)}::jsonb)
          as one(number int, state text, name text, "userId" int, steps text, problem text, cells text)`);
    }
    await ringBell(tx);
    return true;
  });

/** What works on the asset's assignments and is not over, oldest first. */
export async function openOfAsset(
  workspaceId: string,
  assetUuid: string,
): Promise<StoredJob<AssignmentJobAbout>[]> {
  const rows = await db()
    .select()
    .from(table)
    .where(isOpenOfAsset(workspaceId, assetUuid))
    .orderBy(asc(table.createdAt));
  return rows.map(toJob).filter(isOfAssignments);
}

/** Holds a job as it stands: it is either taken back or tried again. */
async function heldState(tx: Db, id: string): Promise<UserJobState | null> {
  const [job] = await tx.select({ state: table.state }).from(table).where(eq(table.id, id)).for("update");
  return (job?.state ?? null) as UserJobState | null;
}

/** A job that is gone is known by a file alone. An undo that was looked at and discarded has taken nothing back. */
async function mayTakeBack(tx: Db, id: string): Promise<boolean> {
  const state = await heldState(tx, id);
  if (state !== null) return isOver(state);
  await tx
    .update(table)
    .set({ undoOf: null })
    .where(and(eq(table.undoOf, id), eq(table.state, "cancelled"), isNull(table.startedAt)));
  return true;
}

export async function findJob(id: string, tx: Db = db()): Promise<StoredJob | null> {
  const [row] = await tx.select().from(table).where(eq(table.id, id));
  return row ? toJob(row) : null;
}

/** The job that takes this one back. */
export async function findUndo(jobId: string, tx: Db = db()): Promise<StoredJob | null> {
  const [row] = await tx.select().from(table).where(eq(table.undoOf, jobId));
  return row ? toJob(row) : null;
}

interface JobsWhere {
  state?: UserJobState;
  kind?: UserJobAbout["kind"];
  /** The file's name or the person. */
  search?: string;
  oldestFirst?: boolean;
  /** The last job of the page before. */
  behind: { at: Date; id: string } | null;
  limit: number;
}

/**
 * Bulk changes of users, newest first, if nothing else is asked for; `limit` + 1 at most, so that the caller sees whether
 * there is more.
 */
export async function jobsOf(workspaceId: string, where: JobsWhere): Promise<StoredJob<UserJobAbout>[]> {
  const { state, kind, search, oldestFirst, behind, limit } = where;
  const [order, beyond] = oldestFirst ? [asc, gt] : [desc, lt];
  const rows = await db()
    .select()
    .from(table)
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        state && eq(table.state, state),
        inArray(table.kind, kind ? [kind] : [...USER_JOB_KINDS]),
        search === undefined ? undefined : isFound(search),
        behind
          ? or(
              beyond(table.createdAt, behind.at),
              and(eq(table.createdAt, behind.at), beyond(table.id, behind.id)),
            )
          : undefined,
      ),
    )
    .orderBy(order(table.createdAt), order(table.id))
    .limit(limit + 1);
  return rows.map(toJob).filter(isOfUsers);
}

const isFound = (search: string) =>
  or(
    ilike(table.requestedBy, containing(search)),
    sql`${table.about}::jsonb ->> 'fileName' ilike ${containing(search)}`,
  );

/** How many rows of each job are in which state. */
export async function countsOf(jobIds: readonly string[]): Promise<Map<string, RowCounts>> {
  const counts = new Map(jobIds.map((id) => [id, noCounts()]));
  if (jobIds.length === 0) return counts;
  const { jobId, state } = userJobRows;
  const rows = await db()
    .select({ jobId, state, count: sql<number>`count(*)::int` })
    .from(userJobRows)
    .where(inArray(jobId, [...jobIds]))
    .groupBy(jobId, state);
  for (const row of rows) {
    const ofJob = counts.get(row.jobId);
    if (ofJob) ofJob[row.state as UserRowState] = row.count;
  }
  return counts;
}

/** How much of a job could be taken back: what `inverseSteps` says, counted in the database. */
export async function countUndo(jobId: string): Promise<UndoPreview> {
  const { rows } = await db().execute<{ users: number; created: number; gaids: number }>(sql`
    select
      count(distinct number) filter (where step->>'kind' <> 'add-gaid')::int as users,
      count(*) filter (where step->>'kind' = 'create')::int as created,
      count(*) filter (where step->>'kind' = 'add-gaid')::int as gaids
    from ${userJobRows}, jsonb_array_elements(steps::jsonb) with ordinality as one(step, place)
    where job_id = ${jobId} and results[place] = 'done' and step->>'kind' not in ('archive', 'delete')`);
  const [found = { users: 0, created: 0, gaids: 0 }] = rows;
  return { users: found.users, created: found.created, gaidsLeft: found.gaids };
}

/** Jobs with something to do, the longest waiting first. */
export async function dueJobs(limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: table.id })
    .from(table)
    .where(and(isNotNull(table.nextRunAt), lte(table.nextRunAt, now())))
    .orderBy(asc(table.nextRunAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

type Change = Partial<Pick<StoredJob, "state" | "problem" | "nextRunAt" | "startedAt" | "finishedAt">>;

/** Moves a job on if it is still in one of the states `from`. @returns null when it is not */
export async function moveJob(
  id: string,
  from: readonly UserJobState[],
  change: Change,
  tx: Db = db(),
): Promise<StoredJob | null> {
  const [row] = await tx
    .update(table)
    .set(change)
    .where(and(eq(table.id, id), inArray(table.state, [...from])))
    .returning();
  return row ? toJob(row) : null;
}

/**
 * Begins a finished job anew with its rows that did not end well: what failed where it stopped, and what is not known
 * is looked for first. @returns false when it was taken back, or is not done; of assignments also while another job of
 * the asset is not over
 */
export const reopenJob = (id: string, at: Date): Promise<boolean> =>
  transaction(async (tx) => {
    if ((await heldState(tx, id)) !== "done" || (await findUndo(id, tx))) return false;
    const job = await findJob(id, tx);
    if (job && (await isBusy(tx, job))) return false;
    await moveRows(id, ["failed"], { state: "queued", problem: null }, tx);
    const problem = inStoredWords(() => userJobsText.row.lost);
    await moveRows(id, ["unknown"], { state: "unknown", losses: 0, problem }, tx);
    const change = { state: "running", nextRunAt: at, finishedAt: null, problem: null } as const;
    await tx.update(table).set(change).where(eq(table.id, id));
    return true;
  });
