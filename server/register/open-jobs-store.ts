import { sql } from "drizzle-orm";
import type { OpenJob } from "@/lib/domain/unfinished-work";
import { db } from "@/server/db/client";
import { userJobRows, userJobs } from "@/server/db/schema/register";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";

/** Rows that failed are told of for so long; the list of bulk changes keeps them. */
const TOLD_MS = 7 * 24 * 3_600_000;

/**
 * Jobs that are not over, and those whose rows failed or are not known and that nobody tried again or took back since. Of
 * rows that were chosen a person has seen in the dialog why they failed, so only those that are not known count.
 * Newest first.
 */
export async function openJobs(workspaceId: string, limit: number): Promise<OpenJob[]> {
  const since = new Date(now().getTime() - TOLD_MS).toISOString();
  const hasRows = (states: string) => sql`exists (
    select from ${userJobRows} as one where one.job_id = job.id and one.state = any(${states}::text[]))`;
  const areChosen = sql`coalesce((about::jsonb ->> 'areChosen')::boolean, false)`;
  const { rows } = await db().execute<Record<keyof OpenJob, unknown>>(sql`
    select id, kind, about::jsonb ->> 'assetUuid' as "assetUuid", state, requested_by as "requestedBy", problem,
      (extract(epoch from coalesce(started_at, created_at)) * 1000)::float8 as "begunAt",
      (extract(epoch from finished_at) * 1000)::float8 as "finishedAt",
      ${hasRows("{queued,running,unchecked}")} as "hasRowsToDo"
    from ${userJobs} as job
    where workspace_id = ${workspaceId} and (
      state not in ('done', 'cancelled')
      or (state = 'done' and finished_at > ${since}::timestamptz
        and (${hasRows("{unknown}")} or (not ${areChosen} and ${hasRows("{failed}")}))
        and not exists (select from ${userJobs} as undo where undo.undo_of = job.id))
    )
    order by created_at desc, id
    limit ${limit}`);
  return rows.map(({ begunAt, finishedAt, ...job }) => ({
    ...said(job as Omit<OpenJob, "begunAt" | "finishedAt">),
    begunAt: new Date(Number(begunAt)),
    finishedAt: finishedAt === null ? null : new Date(Number(finishedAt)),
  }));
}
