import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "@/server/db/client";
import { userJobRows, userJobs } from "@/server/db/schema/register";

/** Whether the rows of an import that were refused still have their cells. */
export async function hasCells(jobId: string): Promise<boolean> {
  const [row] = await db()
    .select({ number: userJobRows.number })
    .from(userJobRows)
    .where(and(eq(userJobRows.jobId, jobId), isNotNull(userJobRows.cells)))
    .limit(1);
  return row !== undefined;
}

/**
 * Forgets what the files had in the rows of imports that ended before `endedBefore` or have been undone; of one that nobody
 * ended the time runs from its beginning. Steps and names stay, because an undo works with them.
 */
export async function forgetCells(endedBefore: Date): Promise<void> {
  await db().execute(sql`
    update ${userJobRows} set cells = null
    where cells is not null and job_id in (
      select job.id from ${userJobs} as job
      where job.kind = 'import' and job.state <> 'checking' and (
        coalesce(job.finished_at, job.created_at) < ${endedBefore.toISOString()}::timestamptz
        or exists (select from ${userJobs} as undo where undo.undo_of = job.id and undo.state = 'done')))`);
}
