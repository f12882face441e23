import { randomUUID } from "node:crypto";
import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { now } from "@/server/platform/clock";
import { blockchainTasks, pendingAddresses } from "../db/chain-tables";
import type { IdentityDb } from "../db/client";
import type { QueueKind } from "./kinds";

const isOfKind = (payload: PgColumn, kind: QueueKind) =>
  kind === "whitelist" ? isNotNull(payload) : isNull(payload);

export type Task = typeof blockchainTasks.$inferSelect;

/** Puts a wallet into the line for a batch; `payload` is the issuer, null for coins. */
export async function addPending(
  db: IdentityDb,
  row: { address: string; chainId: bigint; payload: string | null },
): Promise<void> {
  await db.insert(pendingAddresses).values(row);
}

/** Chains with waiting rows of any kind, each once. */
export async function pendingChains(db: IdentityDb): Promise<bigint[]> {
  const { chainId: id } = pendingAddresses;
  const rows = await db.select({ id }).from(pendingAddresses).groupBy(id);
  return rows.map(({ id }) => id);
}

export async function hasPending(db: IdentityDb, kind: QueueKind, chainId: bigint): Promise<boolean> {
  const { payload } = pendingAddresses;
  const rows = await db
    .select({ chainId: pendingAddresses.chainId })
    .from(pendingAddresses)
    .where(and(eq(pendingAddresses.chainId, chainId), isOfKind(payload, kind)))
    .limit(1);
  return rows.length > 0;
}

/** Issuers with waiting rows, each once. @param chainId of this chain alone */
export async function pendingIssuers(db: IdentityDb, chainId?: bigint): Promise<string[]> {
  const isMeant = chainId === undefined ? undefined : eq(pendingAddresses.chainId, chainId);
  const rows = await db
    .select({ payload: pendingAddresses.payload })
    .from(pendingAddresses)
    .where(and(isNotNull(pendingAddresses.payload), isMeant))
    .groupBy(pendingAddresses.payload);
  return rows.flatMap(({ payload }) => (payload === null ? [] : [payload]));
}

/**
 * Turns the first `limit` waiting rows into one task, in one statement: rows of the same wallets go with them, so that
 * each wallet is in it once.
 * @returns the task's uuid, or null when nothing waits
 */
export async function flush(
  db: IdentityDb,
  chainId: bigint,
  payload: string | null,
  limit: number,
): Promise<string | null> {
  const uuid = randomUUID();
  const isMeant = sql`chain_id = ${chainId} and payload is not distinct from ${payload}`;
  const made = await db.execute(sql`
    with first_rows as (select address from ${pendingAddresses} where ${isMeant} limit ${limit}),
      taken as (
        delete from ${pendingAddresses}
        where ${isMeant} and address in (select address from first_rows) returning address)
    insert into ${blockchainTasks} (uuid, addresses, chain_id, status, created_at, payload)
    select ${uuid}::uuid, array_agg(distinct address), ${chainId}::bigint, 'CREATED', ${now().toISOString()}::timestamptz,
      ${payload}::varchar
    from taken having count(*) > 0 returning uuid`);
  return (made.rowCount ?? 0) > 0 ? uuid : null;
}

/** The oldest task with a status. @param only of one kind, and of one chain */
export async function firstTask(
  db: IdentityDb,
  status: "CREATED" | "IN_PROCESS",
  only: { kind?: QueueKind; chainId?: bigint } = {},
): Promise<Task | null> {
  const { payload, chainId, createdAt } = blockchainTasks;
  const [task] = await db
    .select()
    .from(blockchainTasks)
    .where(
      and(
        eq(blockchainTasks.status, status),
        only.kind && isOfKind(payload, only.kind),
        only.chainId === undefined ? undefined : eq(chainId, only.chainId),
      ),
    )
    .orderBy(asc(createdAt))
    .limit(1);
  return task ?? null;
}

export async function findTask(db: IdentityDb, uuid: string): Promise<Task | null> {
  const [task] = await db.select().from(blockchainTasks).where(eq(blockchainTasks.uuid, uuid));
  return task ?? null;
}

/** Whether a task waits to be sent; it stays so until the transaction ends. */
export async function lockIfCreated(tx: IdentityDb, uuid: string): Promise<boolean> {
  const isMeant = and(eq(blockchainTasks.uuid, uuid), eq(blockchainTasks.status, "CREATED"));
  const rows = await tx.select().from(blockchainTasks).where(isMeant).for("update");
  return rows.length > 0;
}

/** Oldest first, of one kind and chain, those that are not over. */
export async function openTasks(db: IdentityDb, kind: QueueKind, chainId: bigint): Promise<Task[]> {
  const { payload, status, createdAt } = blockchainTasks;
  return db
    .select()
    .from(blockchainTasks)
    .where(
      and(
        eq(blockchainTasks.chainId, chainId),
        isOfKind(payload, kind),
        ne(status, "COMPLETED"),
        ne(status, "FAILED"),
      ),
    )
    .orderBy(asc(createdAt));
}

export async function setTask(
  db: IdentityDb,
  uuid: string,
  values: { status: "CREATED" | "IN_PROCESS" | "COMPLETED" | "FAILED"; hash?: string | null },
): Promise<void> {
  await db
    .update(blockchainTasks)
    .set({ ...values, updatedAt: now() })
    .where(eq(blockchainTasks.uuid, uuid));
}

/** A new task in place of one that failed. */
export async function cloneTask(db: IdentityDb, { addresses, chainId, payload }: Task): Promise<void> {
  const clone = { addresses, chainId, payload, status: "CREATED", createdAt: now() };
  await db.insert(blockchainTasks).values({ ...clone, uuid: randomUUID() });
}
