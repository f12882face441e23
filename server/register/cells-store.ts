import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "@/server/db/client";
import { userJobRows, userJobs } from "@/server/db/schema/register";

/** Whether rows of an import that were refused still have their cells; those not yet checked have theirs too. */
export async function hasCells(jobId: string): Promise<boolean> {
  const [row] = await db()
    .select({ number: userJobRows.number })
    .from(userJobRows)
    .where(and(eq(userJobRows.jobId, jobId), eq(userJobRows.state, "refused"), isNotNull(userJobRows.cells)))
    .limit(1);
  return row !== undefined;
}

/** Rows in one statement, so that none of them runs into the limit of its time. */
const PORTION = 5_000;

/**
 * Forgets what the files had in the rows of imports that ended before `endedBefore` or have been undone; of one that nobody
 * ended the time runs from its beginning. Steps and names stay, because an undo works with them.
 */
export async function forgetCells(endedBefore: Date, portion = PORTION): Promise<void> {
  while ((await forgetPortion(endedBefore, portion)) > 0);
}

async function forgetPortion(endedBefore: Date, portion: number): Promise<number> {
  const { rowCount } = await db().execute(sql`
    update ${userJobRows} set cells = null
    where ctid = any(array(
      select ctid from ${userJobRows} where cells is not null and job_id in (
        select job.id from ${userJobs} as job
        where job.kind = 'import' and job.state <> 'checking' and (
          coalesce(job.finished_at, job.created_at) < ${endedBefore.toISOString()}::timestamptz
          or exists (select from ${userJobs} as undo where undo.undo_of = job.id and undo.state = 'done')))
      limit ${portion}))`);
  return rowCount ?? 0;
}
