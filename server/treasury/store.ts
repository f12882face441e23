import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, inArray, lte, notInArray } from "drizzle-orm";
import type { OperationKind } from "@/lib/domain/intent";
import {
  FINAL_STATES,
  type JournalLine,
  type OperationFacts,
  type OperationProblem,
  type OperationState,
  type OperationView,
} from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { decodeJson, encodeJson } from "@/lib/json";
import { worksText } from "@/lib/messages/works";
import { db, transaction } from "@/server/db/client";
import { operationJournal, operations } from "@/server/db/schema/treasury";
import { now } from "@/server/platform/clock";

interface Stored {
  workspaceId: string;
  requestId: string;
  /** How often it was moved. */
  version: number;
  /** null: nothing to do until a person acts. */
  nextRunAt: Date | null;
}

export type Operation<K extends OperationKind = OperationKind> = { [P in K]: OperationView<P> & Stored }[K];

type Row = typeof operations.$inferSelect;
const unpack = <T>(value: string) => decodeJson(value) as T;

const toOperation = (row: Row): Operation =>
  ({
    ...row,
    state: row.state as OperationState,
    intent: unpack(row.intent),
    facts: unpack<OperationFacts>(row.facts),
    problem: row.problem === null ? null : unpack<OperationProblem>(row.problem),
    // The kind and its intent were stored together.
  }) as Operation;

/**
 * Stores an approved operation; the worker finds it by itself.
 * @throws AppError CONFLICT when the asset has an open operation
 */
export async function insertOperation(
  operation: Pick<
    Operation,
    "workspaceId" | "kind" | "assetUuid" | "requestedBy" | "requestId" | "intent" | "intentHash"
  >,
): Promise<Operation> {
  const at = now();
  const [row] = await db()
    .insert(operations)
    .values({
      ...operation,
      id: randomUUID(),
      state: "requested",
      intent: encodeJson(operation.intent),
      facts: encodeJson({}),
      nextRunAt: at,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (row) return toOperation(row);
  throw new AppError("CONFLICT", worksText.anotherOpen);
}

export async function findOperation(operationId: string): Promise<Operation | null> {
  const [row] = await db().select().from(operations).where(eq(operations.id, operationId));
  return row ? toOperation(row) : null;
}

/** Newest first; with `openFirst` those that are not at their end before all others. */
export async function listOperations(
  workspaceId: string,
  where: {
    assetUuid?: string;
    kinds?: OperationKind[];
    openOnly?: boolean;
    openFirst?: boolean;
    limit: number;
    offset?: number;
  },
): Promise<Operation[]> {
  const rows = await db()
    .select()
    .from(operations)
    .where(
      and(
        eq(operations.workspaceId, workspaceId),
        where.assetUuid === undefined ? undefined : eq(operations.assetUuid, where.assetUuid),
        where.kinds === undefined ? undefined : inArray(operations.kind, where.kinds),
        where.openOnly ? notInArray(operations.state, [...FINAL_STATES]) : undefined,
      ),
    )
    .orderBy(
      ...(where.openFirst ? [inArray(operations.state, [...FINAL_STATES])] : []),
      desc(operations.createdAt),
    )
    .limit(where.limit)
    .offset(where.offset ?? 0);
  return rows.map(toOperation);
}

/** Operations whose time has come, oldest first. */
export async function dueOperationIds(limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: operations.id })
    .from(operations)
    .where(lte(operations.nextRunAt, now()))
    .orderBy(asc(operations.nextRunAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

export interface OperationChange {
  state: OperationState;
  facts?: OperationFacts;
  problem?: OperationProblem | null;
  /** null: nothing to do until a person acts. */
  nextRunAt: Date | null;
}

/**
 * Moves an operation on and writes the journal line in one transaction, if nobody has moved it since the caller saw it.
 * @returns the operation as it is now; null when somebody else moved it
 */
export function moveOperation(
  operation: Operation,
  change: OperationChange,
  entry: Pick<JournalLine, "step" | "phase" | "detail"> | null,
): Promise<Operation | null> {
  return transaction(async (tx) => {
    const [moved] = await tx
      .update(operations)
      .set({
        state: change.state,
        facts: encodeJson(change.facts ?? operation.facts),
        problem: change.problem ? encodeJson(change.problem) : null,
        version: operation.version + 1,
        nextRunAt: change.nextRunAt,
        updatedAt: now(),
      })
      .where(and(eq(operations.id, operation.id), eq(operations.version, operation.version)))
      .returning();
    if (!moved) return null;
    if (entry) {
      await tx.insert(operationJournal).values({
        workspaceId: operation.workspaceId,
        operationId: operation.id,
        at: now(),
        step: entry.step,
        phase: entry.phase,
        detail: encodeJson(entry.detail),
      });
    }
    return toOperation(moved);
  });
}

export async function readJournal(operationId: string): Promise<JournalLine[]> {
  const rows = await db()
    .select()
    .from(operationJournal)
    .where(eq(operationJournal.operationId, operationId))
    .orderBy(asc(operationJournal.id));
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    step: row.step,
    phase: row.phase as JournalLine["phase"],
    detail: unpack<Record<string, unknown>>(row.detail),
  }));
}
