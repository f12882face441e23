import { eq, type SQL, sql } from "drizzle-orm";
import { FIRST_ROWS, MORE_ROWS, type Portion } from "@/lib/contracts/portion";
import { batchSizeOf } from "@/lib/domain/batches";
import type { IntentAssignment, OperationKind } from "@/lib/domain/intent";
import type { OperationView, OperationWith } from "@/lib/domain/operation";
import type { BatchSum, IntentHeadOf } from "@/lib/domain/shown-intent";
import { decodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { operations } from "@/server/db/schema/treasury";
import { PLAIN_COLUMNS, type Stored, unpackPlain } from "./store";

/**
 * Operations for pages. A distribution may name thousands: PostgreSQL takes its stored intent apart, so that of it no more
 * comes here than is shown.
 */

const { id, kind, intent, intentHead, intentItems } = operations;

/** An operation without the list of a distribution, whose length stands in its place. */
export type HeadedOperation<K extends OperationKind = OperationKind> = OperationWith<IntentHeadOf, K> &
  Stored & { items: number | null };

export async function findHeaded(operationId: string): Promise<HeadedOperation | null> {
  const [row] = await db()
    .select({
      ...PLAIN_COLUMNS,
      items: intentItems,
      shown: sql<string>`case when ${kind} = 'distribution' then ${intentHead} else ${intent} end`,
    })
    .from(operations)
    .where(eq(id, operationId));
  if (!row) return null;
  const { shown, ...plain } = row;
  // The kind and its intent were stored together.
  return { ...unpackPlain(plain), intent: decodeJson(shown) } as HeadedOperation;
}

const numberOf = sql`(part ->> 'assignmentId')::bigint`;
const partsOf = (operationId: string): SQL =>
  sql`${operations}, jsonb_array_elements(${intent}::jsonb -> 'assignments') as part where ${id} = ${operationId}`;

/** A distribution's assignments behind a number, by their numbers. @param after 0: from the beginning */
export async function readAssignments(
  operation: Pick<HeadedOperation, "id" | "items">,
  after: number,
  limit: number = MORE_ROWS,
): Promise<Portion<IntentAssignment>> {
  const { rows: found } = await db().execute<{ part: string }>(sql`
    select part::text as part from ${partsOf(operation.id)} and ${numberOf} > ${after}
    order by ${numberOf} limit ${limit + 1}`);
  const rows = found.slice(0, limit).map(({ part }) => decodeJson(part) as IntentAssignment);
  const next = found.length > limit ? (rows.at(-1)?.assignmentId ?? null) : null;
  return { rows, total: operation.items ?? 0, next };
}

/** The same as `batchSumsOf` of the whole. */
async function readBatchSums(operation: HeadedOperation<"distribution">): Promise<BatchSum[]> {
  const size = batchSizeOf(operation.intent, operation.facts, operation.items ?? 0);
  const { rows } = await db().execute<{ recipients: string; sats: string }>(sql`
    select count(*) as recipients, sum(sats) as sats
    from (select (part -> 'amountSats' ->> '$bigint')::numeric as sats,
      (row_number() over (order by ${numberOf}) - 1) / ${size}::bigint as batch from ${partsOf(operation.id)}) as parts
    group by batch order by batch`);
  return rows.map(({ recipients, sats }) => ({ recipients: Number(recipients), totalSats: BigInt(sats) }));
}

/** With what its page shows of a distribution's list. */
export async function withShownIntent(operation: HeadedOperation): Promise<OperationView & Stored> {
  if (operation.kind !== "distribution") return operation;
  const [assignments, batches] = await Promise.all([
    readAssignments(operation, 0, FIRST_ROWS),
    readBatchSums(operation),
  ]);
  return { ...operation, intent: { ...operation.intent, assignments, batches } };
}
