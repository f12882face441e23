import { randomUUID } from "node:crypto";
import { and, asc, eq, getTableColumns, gt, isNotNull, lte, or, sql } from "drizzle-orm";
import type { IntentAsset, OperationKind } from "@/lib/domain/intent";
import type { JournalEntry } from "@/lib/domain/journal";
import type {
  OperationFacts,
  OperationProblem,
  OperationState,
  Outpoint,
  WholeOperation,
} from "@/lib/domain/operation";
import { AppError, type ErrorOptions } from "@/lib/errors";
import { decodeJson, encodeJson } from "@/lib/json";
import { operationsText } from "@/lib/messages/operations";
import { worksText } from "@/lib/messages/works";
import { routes } from "@/lib/routes";
import { type AuditLine, writeAudit } from "@/server/audit/store";
import { databaseTime, db, transaction } from "@/server/db/client";
import { operationJournal, operations } from "@/server/db/schema/treasury";
import { now } from "@/server/platform/clock";
import { isListed, type OperationsWhere, orderOf } from "./listed-store";

export interface Stored {
  workspaceId: string;
  requestId: string;
  /** How often it was moved. */
  version: number;
  /** null: nothing to do until a person acts. */
  nextRunAt: Date | null;
}

export type Operation<K extends OperationKind = OperationKind> = { [P in K]: WholeOperation<P> & Stored }[K];

/** An operation in a list: of its intent the head and of its facts the short ones, since its assignments may be thousands. */
export interface ListedOperation extends Omit<Operation, "intent" | "facts"> {
  intent: IntentAsset;
  facts: ListedFacts;
  /** How many assignments or outputs the intent names; null where it names none. */
  items: number | null;
}

interface ListedFacts extends Pick<OperationFacts, "txid" | "confirmations" | "isPausing"> {
  /** What a transaction that was signed here spends. */
  coins?: Outpoint[];
  /** How many of its transactions AMP has booked. */
  booked?: number;
}

const { intent, intentHead, intentItems, ...plain } = getTableColumns(operations);
const WHOLE = { ...plain, intent };
const { facts, ...plainer } = plain;
const factOf = (name: string) => sql`${facts}::jsonb -> ${sql.raw(`'${name}'`)}`;
const shortFacts = sql<string>`jsonb_strip_nulls(jsonb_build_object(
  'txid', ${factOf("txid")}, 'confirmations', ${factOf("confirmations")}, 'isPausing', ${factOf("isPausing")},
  'coins', ${factOf("supply")} -> 'coins', 'booked', jsonb_array_length(${factOf("sentBatches")})))::text`;
const LISTED = { ...plainer, shortFacts, intentHead, intentItems };
/** What is read of an operation whatever of its intent is. */
export const PLAIN_COLUMNS = plain;
type Plain = Omit<typeof operations.$inferSelect, "intent" | "intentHead" | "intentItems">;
const unpack = <T>(value: string) => decodeJson(value) as T;

const unpackShort = <R extends Omit<Plain, "facts">>(row: R) => ({
  ...row,
  state: row.state as OperationState,
  kind: row.kind as OperationKind,
  problem: row.problem === null ? null : unpack<OperationProblem>(row.problem),
});

export const unpackPlain = (row: Plain) => ({
  ...unpackShort(row),
  facts: unpack<OperationFacts>(row.facts),
});

const toOperation = ({ intent, ...row }: Plain & { intent: string }): Operation =>
  // The kind and its intent were stored together.
  ({ ...unpackPlain(row), intent: unpack(intent) }) as Operation;

/**
 * Stores an approved operation; the worker finds it by itself.
 * @throws AppError CONFLICT when the asset has an open operation
 */
export async function insertOperation(
  operation: Pick<
    Operation,
    "workspaceId" | "kind" | "assetUuid" | "requestedBy" | "requestId" | "intent" | "intentHash"
  >,
  { state, facts }: Pick<Operation, "state" | "facts"> = { state: "requested", facts: {} },
): Promise<Operation> {
  const at = now();
  const [row] = await db()
    .insert(operations)
    .values({
      ...operation,
      id: randomUUID(),
      state,
      intent: encodeJson(operation.intent),
      facts: encodeJson(facts),
      nextRunAt: databaseTime(),
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning(WHOLE);
  if (row) return toOperation(row);
  throw new AppError("CONFLICT", worksText.anotherOpen, await linkToOpen(operation));
}

/** The way to the operation of the asset that is open, for whoever is refused because of it. */
export async function linkToOpen({
  workspaceId,
  assetUuid,
}: Pick<Operation, "workspaceId" | "assetUuid">): Promise<Pick<ErrorOptions, "link">> {
  const [open] = await listOperations(workspaceId, { assetUuid, state: "open", limit: 1 });
  return open ? { link: { href: routes.operation(open), label: operationsText.underWay.follow } } : {};
}

export async function findOperation(operationId: string): Promise<Operation | null> {
  const [row] = await db().select(WHOLE).from(operations).where(eq(operations.id, operationId));
  return row ? toOperation(row) : null;
}

/** Newest first, if nothing else is asked for. */
export async function listOperations(
  workspaceId: string,
  where: OperationsWhere & { limit: number },
): Promise<ListedOperation[]> {
  const rows = await db()
    .select(LISTED)
    .from(operations)
    .where(isListed(workspaceId, where))
    .orderBy(...orderOf(where))
    .limit(where.limit);
  return rows.map(({ shortFacts, intentHead, intentItems, ...row }) => ({
    ...unpackShort(row),
    facts: unpack<ListedFacts>(shortFacts),
    intent: unpack<IntentAsset>(intentHead ?? "{}"),
    items: intentItems,
  }));
}

export const countOperations = (workspaceId: string, where: OperationsWhere): Promise<number> =>
  db().$count(operations, isListed(workspaceId, where));

/** What two hosts' clocks may differ by without a look being made for it. */
const SKEW = sql`interval '1 minute'`;

/**
 * Operations whose time has come, oldest first. One that was moved in the future was so before the shared clock was put
 * back: waiting for that time again could take for ever, and a step that comes too early only looks.
 */
export async function dueOperationIds(limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: operations.id })
    .from(operations)
    .where(
      and(
        isNotNull(operations.nextRunAt),
        or(
          lte(operations.nextRunAt, databaseTime()),
          gt(operations.updatedAt, sql`${databaseTime()} + ${SKEW}`),
        ),
      ),
    )
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
 * @param told what the audit log is to say of it
 * @returns the operation as it is now; null when somebody else moved it
 */
export function moveOperation(
  operation: Operation,
  change: OperationChange,
  entry: JournalEntry | null,
  told: AuditLine | null = null,
): Promise<Operation | null> {
  return transaction(async (tx) => {
    const moved = {
      state: change.state,
      facts: change.facts ?? operation.facts,
      problem: change.problem ?? null,
      version: operation.version + 1,
      nextRunAt: change.nextRunAt,
      updatedAt: now(),
    };
    const { rowCount } = await tx
      .update(operations)
      .set({
        ...moved,
        // What stays as it was is not written again.
        facts: change.facts && encodeJson(change.facts),
        problem: moved.problem && encodeJson(moved.problem),
      })
      .where(and(eq(operations.id, operation.id), eq(operations.version, operation.version)));
    if (rowCount === 0) return null;
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
    const { workspaceId, requestedBy: personName } = operation;
    if (told) await writeAudit({ workspaceId, personName }, told, tx);
    // The intent never changes, and may name thousands: it is neither written nor read again.
    return { ...operation, ...moved };
  });
}
