import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Outcome } from "../auto-invest/task-store";
import { autoInvestHistory, autoInvestTasks, blockchainTasks } from "../db/chain-tables";
import type { IdentityDb } from "../db/client";
import { laneBroadcasts, laneTransactions, taskTries } from "../db/lane-tables";

export type FailedOrder = typeof autoInvestHistory.$inferSelect;

const MOST = 500;
const history = autoInvestHistory;

/** Batches that were given up. */
export const listGivenUp = (db: IdentityDb) =>
  db
    .select({ task: blockchainTasks, tries: taskTries })
    .from(blockchainTasks)
    .innerJoin(taskTries, eq(taskTries.task, blockchainTasks.uuid))
    .where(and(eq(blockchainTasks.status, "FAILED"), eq(taskTries.isGivenUp, true)))
    .orderBy(desc(blockchainTasks.updatedAt))
    .limit(MOST);

/** The chain said nothing of what became of such an order: what a campaign refused has an amount, which is 0. */
const isLost = and(eq(history.status, "FAILURE"), isNull(history.invested), isNotNull(history.hash));

/** Orders that ended without an answer of the campaign. */
export const listFailedOrders = (db: IdentityDb): Promise<FailedOrder[]> =>
  db.select().from(history).where(isLost).orderBy(desc(history.completedAt)).limit(MOST);

/** How the newest transaction of each job ended, by job; none where nothing was signed. */
export async function endsOfJobs(db: IdentityDb, jobs: string[]): Promise<Map<string, string>> {
  if (jobs.length === 0) return new Map();
  const { job, status, createdAt } = laneTransactions;
  const rows = await db
    .select({ job, status })
    .from(laneTransactions)
    .where(inArray(job, jobs))
    .orderBy(asc(createdAt));
  return new Map(rows.map((row) => [row.job, row.status]));
}

/** The same by a hash of the transaction; none where it was not recorded. */
export async function endsOfHashes(db: IdentityDb, hashes: string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const { status, createdAt } = laneTransactions;
  const rows = await db
    .select({ hash: laneBroadcasts.hash, status })
    .from(laneBroadcasts)
    .innerJoin(laneTransactions, eq(laneTransactions.uuid, laneBroadcasts.transaction))
    .where(inArray(laneBroadcasts.hash, hashes))
    .orderBy(asc(createdAt));
  return new Map(rows.map((row) => [row.hash, row.status]));
}

export async function findFailedOrder(db: IdentityDb, uuid: string): Promise<FailedOrder | null> {
  const [row] = await db
    .select()
    .from(history)
    .where(and(eq(history.uuid, uuid), isLost));
  return row ?? null;
}

export async function isKnownOrder(db: IdentityDb, uuid: string): Promise<boolean> {
  const [[ended], [open]] = await Promise.all([
    db.select({ uuid: history.uuid }).from(history).where(eq(history.uuid, uuid)),
    db.select({ uuid: autoInvestTasks.uuid }).from(autoInvestTasks).where(eq(autoInvestTasks.uuid, uuid)),
  ]);
  return Boolean(ended ?? open);
}

/** Whether a batch is given up; it stays so until the transaction ends. */
export async function lockGivenUp(tx: IdentityDb, uuid: string): Promise<boolean> {
  const isMeant = and(eq(blockchainTasks.uuid, uuid), eq(blockchainTasks.status, "FAILED"));
  const rows = await tx.select().from(blockchainTasks).where(isMeant).for("update");
  return rows.length > 0;
}

/** Writes down what the chain says of an order after all. */
export async function settleFailedOrder(db: IdentityDb, { uuid, ...outcome }: Outcome): Promise<void> {
  await db
    .update(history)
    .set({ reason: null, ...outcome })
    .where(and(eq(history.uuid, uuid), isLost));
}
