import { and, desc, eq, inArray, max, ne, sql } from "drizzle-orm";
import type { Hex } from "viem";
import { now } from "@/server/platform/clock";
import type { IdentityDatabase, IdentityDb } from "../db/client";
import { laneBroadcasts, laneTransactions } from "../db/lane-tables";

export type LaneRow = typeof laneTransactions.$inferSelect;
export type Broadcast = typeof laneBroadcasts.$inferSelect;
export type NewBroadcast = Pick<Broadcast, "hash" | "raw" | "maxFeePerGas" | "maxPriorityFeePerGas">;

interface Place {
  chainId: bigint;
  /** Lower case. */
  sender: string;
}
const isIn = ({ chainId, sender }: Place) =>
  and(eq(laneTransactions.chainId, chainId), eq(laneTransactions.sender, sender));

/** The newest transaction of a job. */
export async function findByJob(db: IdentityDb, job: string): Promise<LaneRow | null> {
  const [row] = await db
    .select()
    .from(laneTransactions)
    .where(eq(laneTransactions.job, job))
    .orderBy(desc(laneTransactions.createdAt), desc(laneTransactions.nonce))
    .limit(1);
  return row ?? null;
}

/** The transaction that has a version with this hash. */
export async function findByHash(db: IdentityDb, chainId: bigint, hash: string): Promise<LaneRow | null> {
  const [row] = await db
    .select({ found: laneTransactions })
    .from(laneTransactions)
    .innerJoin(laneBroadcasts, eq(laneBroadcasts.transaction, laneTransactions.uuid))
    .where(and(eq(laneTransactions.chainId, chainId), eq(laneBroadcasts.hash, hash)))
    .orderBy(desc(laneTransactions.createdAt))
    .limit(1);
  return row?.found ?? null;
}

export interface Progress {
  hash: string;
  /** Neither final nor gone. */
  isOpen: boolean;
  /** Whether a node has taken it. */
  isSent: boolean;
}

/** How far the newest transaction of each job is, by job. */
export async function findProgress(db: IdentityDb, jobs: string[]): Promise<Map<string, Progress>> {
  if (jobs.length === 0) return new Map();
  const { job, createdAt, nonce, status, hash } = laneTransactions;
  const rows = await db
    .select({ job, status, hash, sentAt: laneBroadcasts.sentAt })
    .from(laneTransactions)
    .leftJoin(
      laneBroadcasts,
      and(eq(laneBroadcasts.transaction, laneTransactions.uuid), eq(laneBroadcasts.hash, hash)),
    )
    .where(inArray(job, jobs))
    .orderBy(createdAt, nonce);
  const isOpen = (row: { status: string }) => row.status === "SIGNED" || row.status === "MINED";
  return new Map(
    rows.map((row) => [row.job, { hash: row.hash, isOpen: isOpen(row), isSent: row.sentAt !== null }]),
  );
}

/** The one that no block holds yet. */
export async function findOpen(db: IdentityDb, place: Place): Promise<LaneRow | null> {
  const [row] = await db
    .select()
    .from(laneTransactions)
    .where(and(isIn(place), eq(laneTransactions.status, "SIGNED")));
  return row ?? null;
}

/** The highest nonce signed on this chain, or null. */
export async function lastNonce(db: IdentityDb, place: Place, genesis: string): Promise<bigint | null> {
  const [row] = await db
    .select({ nonce: max(laneTransactions.nonce) })
    .from(laneTransactions)
    .where(and(isIn(place), eq(laneTransactions.genesis, genesis), ne(laneTransactions.status, "DROPPED")));
  return row?.nonce ?? null;
}

/** Newest first. */
export async function listBroadcasts(db: IdentityDb, transaction: string): Promise<Broadcast[]> {
  const { transaction: owner, createdAt, maxFeePerGas } = laneBroadcasts;
  return db
    .select()
    .from(laneBroadcasts)
    .where(eq(owner, transaction))
    .orderBy(desc(createdAt), desc(maxFeePerGas));
}

/**
 * Stores what was signed, before anybody hears of it.
 * @param isStillWanted see `LaneJob`
 * @throws Error when it is not wanted any more; a unique violation when the lane has an open one, or the job one that
 * counts
 */
export async function storeSigned(
  database: IdentityDatabase,
  row: Omit<
    LaneRow,
    "status" | "reason" | "createdAt" | "updatedAt" | "missingSince" | "missingLooks" | "hash"
  >,
  broadcast: NewBroadcast,
  isStillWanted: (tx: IdentityDb) => Promise<boolean>,
): Promise<void> {
  const at = now();
  await database.transaction(async (tx) => {
    if (!(await isStillWanted(tx))) throw new Error("Another process took the job over.");
    const signed = { ...row, status: "SIGNED", hash: broadcast.hash, createdAt: at, updatedAt: at };
    await tx.insert(laneTransactions).values(signed);
    await tx.insert(laneBroadcasts).values({ ...broadcast, transaction: row.uuid, createdAt: at });
  });
}

/** Stores another version of the same nonce. */
export async function storeReplacement(
  database: IdentityDatabase,
  transaction: string,
  broadcast: NewBroadcast,
): Promise<void> {
  const at = now();
  await database.transaction(async (tx) => {
    await tx.insert(laneBroadcasts).values({ ...broadcast, transaction, createdAt: at });
    await change(tx, transaction, { hash: broadcast.hash });
  });
}

export async function markSent(db: IdentityDb, hash: Hex): Promise<void> {
  const sentAt = sql`coalesce(${laneBroadcasts.sentAt}, ${now()})`;
  await db.update(laneBroadcasts).set({ sentAt }).where(eq(laneBroadcasts.hash, hash));
}

type Change = Partial<Pick<LaneRow, "status" | "hash" | "reason" | "missingSince" | "missingLooks">>;

export async function change(db: IdentityDb, uuid: string, values: Change): Promise<void> {
  await db
    .update(laneTransactions)
    .set({ ...values, updatedAt: now() })
    .where(eq(laneTransactions.uuid, uuid));
}
