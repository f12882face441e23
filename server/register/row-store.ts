import { and, asc, eq, gt, ilike, inArray, lt, sql } from "drizzle-orm";
import type { JobStep } from "@/lib/domain/assignment-jobs";
import type { StepResult, UserJobRow, UserRowState } from "@/lib/domain/user-jobs";
import { decodeJson } from "@/lib/json";
import { containing } from "@/server/audit/containing";
import { type Db, db } from "@/server/db/client";
import { userJobRows, userJobs } from "@/server/db/schema/register";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";

export interface StoredRow extends Omit<UserJobRow, "steps"> {
  jobId: string;
  steps: JobStep[];
  /** Answers of AMP that were lost. */
  losses: number;
  /** Of an import: what the file has in each of `IMPORT_COLUMNS`, for the file of refused rows; null for other jobs. */
  cells: string[] | null;
}

const table = userJobRows;

const toRow = ({ updatedAt, ...row }: typeof table.$inferSelect): StoredRow => ({
  ...row,
  state: row.state as UserRowState,
  steps: decodeJson(row.steps) as JobStep[],
  results: row.results as StepResult[],
  problem: said(row.problem),
  cells: row.cells === null ? null : (JSON.parse(row.cells) as string[]),
});

interface RowsWhere {
  /** Rows behind this number. */
  after: number;
  limit: number;
  states?: readonly UserRowState[];
  /** A part of the name. */
  search?: string;
}

/** In their order. */
export async function rowsOf(
  jobId: string,
  { after, limit, states, search }: RowsWhere,
): Promise<StoredRow[]> {
  const rows = await db()
    .select()
    .from(table)
    .where(
      and(
        eq(table.jobId, jobId),
        gt(table.number, after),
        states ? inArray(table.state, [...states]) : undefined,
        search === undefined ? undefined : ilike(table.name, containing(search)),
      ),
    )
    .orderBy(asc(table.number))
    .limit(limit);
  return rows.map(toRow);
}

const PORTION = 2_000;

/** All rows of a job, or those of some states, a portion at a time. */
export async function* rowPortions(
  jobId: string,
  states?: readonly UserRowState[],
): AsyncGenerator<StoredRow[]> {
  for (let after = -1; ; ) {
    const rows = await rowsOf(jobId, { after, limit: PORTION, ...(states ? { states } : {}) });
    yield rows;
    if (rows.length < PORTION) return;
    after = rows.at(-1)?.number ?? after;
  }
}

export async function* everyRow(jobId: string): AsyncGenerator<StoredRow> {
  for await (const rows of rowPortions(jobId)) yield* rows;
}

/** Rows whose end an earlier run did not see; those whose answers keep getting lost are left to a person. */
export async function leftRows(jobId: string, maxLosses: number): Promise<StoredRow[]> {
  const rows = await db()
    .select()
    .from(table)
    .where(
      and(eq(table.jobId, jobId), inArray(table.state, ["running", "unknown"]), lt(table.losses, maxLosses)),
    )
    .orderBy(asc(table.number));
  return rows.map(toRow);
}

/** Takes the next queued row, if the job still runs; two who ask at once get two rows. */
export async function claimRow(jobId: string): Promise<StoredRow | null> {
  const next = db()
    .select({ number: table.number })
    .from(table)
    .innerJoin(userJobs, eq(userJobs.id, table.jobId))
    .where(and(eq(table.jobId, jobId), eq(table.state, "queued"), eq(userJobs.state, "running")))
    .orderBy(asc(table.number))
    .limit(1)
    .for("update", { of: table, skipLocked: true });
  const [row] = await db()
    .update(table)
    .set({ state: "running" satisfies UserRowState, updatedAt: now() })
    .where(and(eq(table.jobId, jobId), eq(table.number, sql`(${next})`)))
    .returning();
  return row ? toRow(row) : null;
}

export type RowChange = Partial<Pick<StoredRow, "state" | "userId" | "results" | "losses" | "problem">> & {
  /** Only ever forgotten. */
  cells?: null;
};

export async function writeRow(
  { jobId, number }: StoredRow,
  change: RowChange,
  tx: Db = db(),
): Promise<void> {
  await tx
    .update(table)
    .set({ ...change, updatedAt: now() })
    .where(and(eq(table.jobId, jobId), eq(table.number, number)));
}

/** Moves all rows of these states. @returns how many */
export async function moveRows(
  jobId: string,
  from: readonly UserRowState[],
  change: Pick<StoredRow, "state"> & RowChange,
  tx: Db = db(),
): Promise<number> {
  const moved = await tx
    .update(table)
    .set({ ...change, updatedAt: now() })
    .where(and(eq(table.jobId, jobId), inArray(table.state, [...from])));
  return moved.rowCount ?? 0;
}
