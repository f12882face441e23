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
    })
    .from(table)
    .where(and(isNotNull(table.nextRunAt), lte(table.nextRunAt, now())))
    .orderBy(asc(table.nextRunAt))
    .limit(limit);

interface Rest {
  nextRunAt: Date | null;
  problem: string | null;
}

/** Says when a batch goes on. What a person has paused meanwhile stays so. @returns false for that */
export async function restBatch(batchId: string, rest: Rest): Promise<boolean> {
  const changed = await db()
    .update(table)
    .set(rest)
    .where(and(eq(table.id, batchId), isNotNull(table.nextRunAt)));
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
