import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { db } from "@/server/db/client";
import { assignmentBatches } from "@/server/db/schema/assigning";
import { now } from "@/server/platform/clock";

const table = assignmentBatches;

/** A batch that the worker has something to do for. */
export interface DueBatch {
  id: string;
  workspaceId: string;
  assetUuid: string;
  personName: string;
  requestId: string | null;
  dueAt: Date | null;
}

/** The longest waiting first. */
export const dueBatches = (limit: number): Promise<DueBatch[]> =>
  db()
    .select({
      id: table.id,
      workspaceId: table.workspaceId,
      assetUuid: table.assetUuid,
      personName: table.personName,
      requestId: table.requestId,
      dueAt: table.nextRunAt,
    })
    .from(table)
    .where(and(isNotNull(table.nextRunAt), lte(table.nextRunAt, now())))
    .orderBy(asc(table.nextRunAt))
    .limit(limit);

/** When the worker is to go on with it; null while it rests. */
export async function dueTimeOf(batchId: string): Promise<Date | null> {
  const [batch] = await db().select({ dueAt: table.nextRunAt }).from(table).where(eq(table.id, batchId));
  return batch?.dueAt ?? null;
}

export interface Rest {
  nextRunAt: Date | null;
  problem: string | null;
}

/**
 * Says when a batch goes on.
 * @param dueAt as it was before: what a person has paused or continued since stays so
 * @returns false for that
 */
export async function restBatch(batchId: string, dueAt: Date | null, rest: Rest): Promise<boolean> {
  if (dueAt === null) return false;
  const changed = await db()
    .update(table)
    .set(rest)
    .where(and(eq(table.id, batchId), eq(table.nextRunAt, dueAt)));
  return (changed.rowCount ?? 0) > 0;
}

/** What a person says: `null` pauses it. @returns false when nothing is left to do */
export async function setNextRun(batchId: string, nextRunAt: Date | null): Promise<boolean> {
  const changed = await db()
    .update(table)
    .set({ nextRunAt, problem: null })
    .where(and(eq(table.id, batchId), isNull(table.closedAt)));
  return (changed.rowCount ?? 0) > 0;
}
