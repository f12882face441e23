import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import {
  type Batch,
  type BatchHead,
  type BatchKind,
  type BatchRow,
  type BatchRowState,
  countStates,
  isSettled,
  type OriginalAssignment,
  type WantedAssignment,
} from "@/lib/domain/assignment-batch";
import { decodeJson, encodeJson } from "@/lib/json";
import { type Db, db, transaction } from "@/server/db/client";
import { assignmentBatches, assignmentBatchRows } from "@/server/db/schema/assigning";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { said } from "@/server/platform/stored-words";
import { workspacesBeside } from "@/server/vault/store";

interface NewBatch {
  id: string;
  workspaceId: string;
  assetUuid: string;
  kind: BatchKind;
  personName: string;
  requestId: string;
  inputHash: string;
  /** When the worker takes it, if nobody else has carried it out by then. */
  nextRunAt: Date | null;
  rows: { wanted: WantedAssignment; original: OriginalAssignment | null }[];
}

/**
 * Writes down what was approved, once per id; parts of one approval together.
 * @returns false when another batch has the id: of another workspace, asset or with other contents
 */
export const saveBatch = (...batches: NewBatch[]): Promise<boolean> =>
  transaction(async (tx) => {
    const at = now().getTime();
    // The first has the form's id: where that is taken, so are those of the others. They keep their order.
    for (const [place, batch] of batches.entries())
      if (!(await savePart(tx, batch, new Date(at + place)))) return false;
    return true;
  });

async function savePart(tx: Db, { rows, ...batch }: NewBatch, createdAt: Date): Promise<boolean> {
  const [made] = await tx
    .insert(assignmentBatches)
    .values({ ...batch, createdAt })
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
}

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
  return { ...toHead(batch), rows: rows.map(toRow) };
}

/** What was begun and is not at its end, oldest first. */
export async function openBatches(workspaceId: string, assetUuid: string): Promise<BatchHead[]> {
  const { state, problem } = assignmentBatchRows;
  const open = await db()
    .select({
      batch: assignmentBatches,
      states: sql<BatchRowState[]>`array_agg(${state})`,
      // As `isMissing` tells.
      stuck: sql<number>`(count(*) filter (where ${state} = 'deleted' and ${problem} is not null))::int`,
    })
    .from(assignmentBatches)
    .innerJoin(assignmentBatchRows, eq(assignmentBatchRows.batchId, assignmentBatches.id))
    .where(and(ofAsset(workspaceId, assetUuid), isNull(assignmentBatches.closedAt)))
    .groupBy(assignmentBatches.id)
    .orderBy(asc(assignmentBatches.createdAt));
  return open.map(({ batch, states, stuck }) => ({
    ...toHead(batch),
    ...{ counts: countStates(states.map((one) => ({ state: one }))), stuck },
  }));
}

/**
 * Whose change of this assignment was begun and is not at its end; null: nobody's. For what another workspace of the environment
 * has paused others wait only while what AMP was asked for may still land.
 */
export async function whoChanges(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<string | null> {
  const goesOn = or(
    eq(assignmentBatches.workspaceId, workspaceId),
    isNotNull(assignmentBatches.nextRunAt),
    and(
      inArray(assignmentBatchRows.state, ["deleting", "sending"]),
      gt(assignmentBatchRows.askedAt, new Date(now().getTime() - deskEnv().TREASURY_SETTLE_MS)),
    ),
  );
  const begun = await db()
    .select({ who: assignmentBatches.workspaceId, original: assignmentBatchRows.original })
    .from(assignmentBatchRows)
    .innerJoin(assignmentBatches, eq(assignmentBatches.id, assignmentBatchRows.batchId))
    .where(
      and(
        ofAssetAnywhere(workspaceId, assetUuid),
        isNull(assignmentBatches.closedAt),
        isNotNull(assignmentBatchRows.original),
        goesOn,
      ),
    );
  const isOf = ({ original }: { original: string | null }) =>
    toOriginal(original)?.assignmentId === assignmentId;
  return begun.find(isOf)?.who ?? null;
}

/** Numbers of assignments that rows of the asset's batches hold already, whichever workspace of the environment they are of. */
export async function claimedAssignments(workspaceId: string, assetUuid: string): Promise<Set<number>> {
  const rows = await db()
    .select({ id: assignmentBatchRows.assignmentId })
    .from(assignmentBatchRows)
    .innerJoin(assignmentBatches, eq(assignmentBatches.id, assignmentBatchRows.batchId))
    .where(and(ofAssetAnywhere(workspaceId, assetUuid), isNotNull(assignmentBatchRows.assignmentId)));
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

const ofAsset = (workspaceId: string, assetUuid: string) =>
  and(eq(assignmentBatches.workspaceId, workspaceId), eq(assignmentBatches.assetUuid, assetUuid));

/** An asset is one issuer's, and all accounts of the environment that reach it work on the same assignments. */
const ofAssetAnywhere = (workspaceId: string, assetUuid: string) =>
  and(
    inArray(assignmentBatches.workspaceId, workspacesBeside(workspaceId)),
    eq(assignmentBatches.assetUuid, assetUuid),
  );

const toHead = ({
  workspaceId,
  inputHash,
  kind,
  nextRunAt,
  requestId,
  ...head
}: typeof assignmentBatches.$inferSelect): Omit<Batch, "rows"> => ({
  ...head,
  kind: kind as BatchKind,
  problem: said(head.problem),
  isCarried: nextRunAt !== null,
});

const toOriginal = (text: string | null) => (text === null ? null : (decodeJson(text) as OriginalAssignment));

const toRow = ({
  batchId,
  state,
  wanted,
  original,
  ...row
}: typeof assignmentBatchRows.$inferSelect): BatchRow => ({
  ...row,
  state: state as BatchRowState,
  problem: said(row.problem),
  wanted: decodeJson(wanted) as WantedAssignment,
  original: toOriginal(original),
});
