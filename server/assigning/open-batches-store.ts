import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { BatchKind } from "@/lib/domain/assignment-batch";
import type { OpenBatch } from "@/lib/domain/unfinished-work";
import { db } from "@/server/db/client";
import { assignmentBatches, assignmentBatchRows } from "@/server/db/schema/assigning";

/** What was begun on any asset and is not at its end: first where something is missing at AMP, then the newest. */
export async function openBatchesOfAll(workspaceId: string, limit: number): Promise<OpenBatch[]> {
  const { state, problem, askedAt } = assignmentBatchRows;
  const { id, assetUuid, kind, personName, createdAt } = assignmentBatches;
  const isAtEnd = sql`${state} in ('created', 'refused', 'dropped')`;
  const isMissing = sql<boolean>`bool_or(${state} = 'deleted')`;
  const found = await db()
    .select({
      ...{ id, assetUuid, kind, personName, createdAt },
      // What is asked again and again without an answer does not get on.
      movedAt: sql`greatest(${createdAt}, max(${askedAt}) filter (where ${isAtEnd}))`.mapWith(createdAt),
      left: sql<number>`(count(*) filter (where not ${isAtEnd}))::int`,
      isMissing,
      isCarried: sql<boolean>`${assignmentBatches.nextRunAt} is not null`,
      // As `isMissing` of one row tells.
      isStuck: sql<boolean>`bool_or(${state} = 'deleted' and ${problem} is not null)`,
    })
    .from(assignmentBatches)
    .innerJoin(assignmentBatchRows, eq(assignmentBatchRows.batchId, id))
    .where(and(eq(assignmentBatches.workspaceId, workspaceId), isNull(assignmentBatches.closedAt)))
    .groupBy(id)
    .orderBy(desc(isMissing), desc(createdAt), id)
    .limit(limit);
  return found.map((batch) => ({ ...batch, kind: batch.kind as BatchKind }));
}
