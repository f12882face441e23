import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { autoInvestHistory, autoInvestTasks, autoInvestTransactions } from "../db/chain-tables";
import type { IdentityDatabase, IdentityDb } from "../db/client";
import { findByJob } from "../lanes/lane-store";
import type { AutoInvestRow } from "./order-store";

export type OpenStatus = "PENDING" | "IN_PROCESS";
export type TransactionRow = typeof autoInvestTransactions.$inferSelect;

/** How an order ended. */
export interface Outcome {
  uuid: string;
  status: "SUCCESS" | "FAILURE" | "EXPIRED";
  hash?: string;
  invested?: bigint;
  reason?: string;
}

const tasks = autoInvestTasks;

/** Oldest first. */
export const listByStatus = (db: IdentityDb, status: OpenStatus, chainId: bigint): Promise<AutoInvestRow[]> =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.status, status), eq(tasks.chainId, chainId)))
    .orderBy(asc(tasks.createdAt), asc(tasks.uuid));

/** Chains with orders. */
export async function listChains(db: IdentityDb): Promise<bigint[]> {
  const rows = await db.select({ chainId: tasks.chainId }).from(tasks).groupBy(tasks.chainId);
  return rows.map(({ chainId }) => chainId);
}

/** Puts orders on their way under a transaction's hash. */
export async function markInProcess(db: IdentityDb, uuids: string[], hash: string): Promise<void> {
  await db.update(tasks).set({ status: "IN_PROCESS", hash }).where(inArray(tasks.uuid, uuids));
}

/** Binds those that still wait to a job. @returns what they are now: their owners may have changed them meanwhile */
export const claim = (db: IdentityDb, uuids: string[], job: string): Promise<AutoInvestRow[]> =>
  db
    .update(tasks)
    .set({ status: "IN_PROCESS", job, hash: null, reason: null })
    .where(and(inArray(tasks.uuid, uuids), eq(tasks.status, "PENDING")))
    .returning();

const isOfJob = (job: string) => and(eq(tasks.job, job), eq(tasks.status, "IN_PROCESS"));

/** The orders that are bound to a job; they stay so until the transaction ends. */
export const lockJob = (tx: IdentityDb, job: string): Promise<AutoInvestRow[]> =>
  tx.select().from(tasks).where(isOfJob(job)).for("update");

/** The hash of a job's transaction, for those orders that are still bound to it. */
export async function setHash(db: IdentityDb, job: string, hash: string): Promise<void> {
  await db.update(tasks).set({ hash }).where(isOfJob(job));
}

/** Lets the orders of a job that nothing was signed for wait again; the lock keeps it from being signed meanwhile. */
export async function releaseUnsigned(database: IdentityDatabase, job: string): Promise<void> {
  await database.transaction(async (tx) => {
    await lockJob(tx, job);
    if (!(await findByJob(tx, job))) await release(tx, job, null);
  });
}

/** Lets the orders of a job wait again. A failure of the whole batch counts, and makes them wait longer each time. */
export async function release(
  db: IdentityDb,
  job: string,
  failure: { reason: string } | null,
): Promise<void> {
  const failed = failure && {
    ...{ reason: failure.reason, attempts: sql`${tasks.attempts} + 1` },
    nextTryAt: sql`${now()}::timestamptz + interval '30 seconds' * power(2, least(${tasks.attempts}, 7))`,
  };
  await db
    .update(tasks)
    .set({ status: "PENDING", job: null, hash: null, ...failed })
    .where(eq(tasks.job, job));
}

/** Says why an order waits. */
export async function explain(db: IdentityDb, uuid: string, reason: string | null): Promise<void> {
  await db
    .update(tasks)
    .set({ reason })
    .where(and(eq(tasks.uuid, uuid), eq(tasks.status, "PENDING")));
}

/**
 * Orders that are in `from` end and move to history, each under its old id.
 * @param job only those that are still bound to it
 */
export async function moveToHistory(
  database: IdentityDatabase,
  from: OpenStatus,
  outcomes: Outcome[],
  job?: string,
): Promise<void> {
  const isMeant = and(eq(tasks.status, from), job === undefined ? undefined : eq(tasks.job, job));
  await database.transaction(async (tx) => {
    for (const { uuid, ...outcome } of outcomes) {
      const [row] = await tx
        .delete(tasks)
        .where(and(eq(tasks.uuid, uuid), isMeant))
        .returning();
      if (row) await tx.insert(autoInvestHistory).values(ended(row, outcome));
    }
  });
}

/** Orders of a chain that nobody touched since `before` end; one statement finds and takes them. */
export async function expireOrders(database: IdentityDatabase, chainId: bigint, before: Date): Promise<void> {
  await database.transaction(async (tx) => {
    const rows = await tx
      .delete(tasks)
      .where(and(eq(tasks.chainId, chainId), eq(tasks.status, "PENDING"), lt(tasks.createdAt, before)))
      .returning();
    if (rows.length === 0) return;
    await tx.insert(autoInvestHistory).values(rows.map((row) => ended(row, { status: "EXPIRED" })));
  });
}

function ended(row: AutoInvestRow, outcome: Omit<Outcome, "uuid">): typeof autoInvestHistory.$inferInsert {
  const { attempts: _, nextTryAt: __, job: ___, ...kept } = row;
  return { ...kept, ...outcome, completedAt: now() };
}

/** Remembers when a transaction went out; told twice, the first time counts. */
export async function recordTransaction(db: IdentityDb, chainId: bigint, hash: string): Promise<void> {
  await db
    .insert(autoInvestTransactions)
    .values({ uuid: randomUUID(), chainId, hash, createdAt: now() })
    .onConflictDoNothing();
}

export async function findTransaction(
  db: IdentityDb,
  chainId: bigint,
  hash: string,
): Promise<TransactionRow | null> {
  const { chainId: chain, hash: known } = autoInvestTransactions;
  const [row] = await db
    .select()
    .from(autoInvestTransactions)
    .where(and(eq(chain, chainId), eq(known, hash)));
  return row ?? null;
}
