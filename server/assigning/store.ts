import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import {
  type Batch,
  type BatchHead,
  type BatchKind,
  type BatchRow,
  type BatchRowState,
  countStates,
  isMissing,
  isSettled,
  type OriginalAssignment,
  type WantedAssignment,
} from "@/lib/domain/assignment-batch";
import { decodeJson, encodeJson } from "@/lib/json";
import { type Db, db, transaction } from "@/server/db/client";
import { assignmentBatches, assignmentBatchRows } from "@/server/db/schema/assigning";
import { now } from "@/server/platform/clock";

interface NewBatch {
  id: string;
  workspaceId: string;
  assetUuid: string;
  kind: BatchKind;
  personName: string;
  inputHash: string;
  rows: { wanted: WantedAssignment; original?: OriginalAssignment }[];
}

/**
 * Writes down what was approved, once per id.
 * @returns false when another batch has the id: of another workspace, asset or with other contents
 */
export const saveBatch = ({ rows, ...batch }: NewBatch): Promise<boolean> =>
  transaction(async (tx) => {
    const [made] = await tx
      .insert(assignmentBatches)
      .values({ ...batch, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: assignmentBatches.id });
    if (!made) return isSame(tx, batch);
    await tx.insert(assignmentBatchRows).values(
      rows.map(({ wanted, original }, index) => ({
        batchId: batch.id,
        position: index + 1,
        state: "waiting",
        wanted: encodeJson(wanted),
        original: original ? encodeJson(original) : null,
      })),
    );
    return true;
  });

async function isSame(tx: Db, { id, workspaceId, assetUuid, inputHash }: Omit<NewBatch, "rows">) {
  const [first] = await tx.select().from(assignmentBatches).where(eq(assignmentBatches.id, id));
  return first?.workspaceId === workspaceId && first.assetUuid === assetUuid && first.inputHash === inputHash;
}

export async function findBatch(
  workspaceId: string,
  assetUuid: string,
  batchId: string,
): Promise<Batch | undefined> {
  const [batch] = await db()
    .select()
    .from(assignmentBatches)
    .where(and(ofAsset(workspaceId, assetUuid), eq(assignmentBatches.id, batchId)));
  if (!batch) return undefined;
  const rows = await db()
    .select()
    .from(assignmentBatchRows)
    .where(eq(assignmentBatchRows.batchId, batchId))
    .orderBy(asc(assignmentBatchRows.position));
  const { id, personName, createdAt, closedAt } = batch;
  return {
    ...{ id, assetUuid, personName, createdAt, closedAt },
    kind: batch.kind as BatchKind,
    rows: rows.map(toRow),
  };
}

/** What was begun and is not at its end, oldest first. */
export async function openBatches(workspaceId: string, assetUuid: string): Promise<BatchHead[]> {
  const open = await db()
    .select({ id: assignmentBatches.id })
    .from(assignmentBatches)
    .where(and(ofAsset(workspaceId, assetUuid), isNull(assignmentBatches.closedAt)))
    .orderBy(asc(assignmentBatches.createdAt));
  const found = await Promise.all(open.map(({ id }) => findBatch(workspaceId, assetUuid, id)));
  return found.flatMap((batch) => {
    if (!batch) return [];
    const { rows, ...head } = batch;
    return [{ ...head, counts: countStates(rows), stuck: rows.filter(isMissing).length }];
  });
}

/** Numbers of assignments that rows of the asset's batches hold already. */
export async function claimedAssignments(workspaceId: string, assetUuid: string): Promise<Set<number>> {
  const rows = await db()
    .select({ id: assignmentBatchRows.assignmentId })
    .from(assignmentBatchRows)
    .innerJoin(assignmentBatches, eq(assignmentBatches.id, assignmentBatchRows.batchId))
    .where(and(ofAsset(workspaceId, assetUuid), isNotNull(assignmentBatchRows.assignmentId)));
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}

/** Stores how a row stands, and with it whether the batch is at its end. */
export const saveRow = (batch: Batch, row: BatchRow): Promise<void> =>
  transaction(async (tx) => {
    const { position, wanted, original, ...rest } = row;
    await tx
      .update(assignmentBatchRows)
      .set({ ...rest, wanted: encodeJson(wanted) })
      .where(and(eq(assignmentBatchRows.batchId, batch.id), eq(assignmentBatchRows.position, position)));
    batch.rows = batch.rows.map((one) => (one.position === position ? row : one));
    const closedAt = batch.rows.every(isSettled) ? (batch.closedAt ?? now()) : null;
    if (closedAt === batch.closedAt) return;
    await tx.update(assignmentBatches).set({ closedAt }).where(eq(assignmentBatches.id, batch.id));
    batch.closedAt = closedAt;
  });

/** Gives up every row of which AMP was not asked yet. @returns how many */
export async function dropWaiting(batch: Batch): Promise<number> {
  const waiting = batch.rows.filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return 0;
  await db()
    .update(assignmentBatchRows)
    .set({ state: "dropped" })
    .where(and(eq(assignmentBatchRows.batchId, batch.id), eq(assignmentBatchRows.state, "waiting")));
  batch.rows = batch.rows.map((row) => (row.state === "waiting" ? { ...row, state: "dropped" } : row));
  if (batch.rows.every(isSettled)) {
    batch.closedAt = now();
    await db()
      .update(assignmentBatches)
      .set({ closedAt: batch.closedAt })
      .where(eq(assignmentBatches.id, batch.id));
  }
  return waiting.length;
}

const ofAsset = (workspaceId: string, assetUuid: string) =>
  and(eq(assignmentBatches.workspaceId, workspaceId), eq(assignmentBatches.assetUuid, assetUuid));

const toRow = ({
  batchId,
  state,
  wanted,
  original,
  ...row
}: typeof assignmentBatchRows.$inferSelect): BatchRow => ({
  ...row,
  state: state as BatchRowState,
  wanted: decodeJson(wanted) as WantedAssignment,
  original: original === null ? null : (decodeJson(original) as OriginalAssignment),
});
