import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { autoInvestTasks } from "../db/chain-tables";
import type { IdentityDb } from "../db/client";

export type AutoInvestRow = typeof autoInvestTasks.$inferSelect;

/** What there is at most one order of; addresses in lower case. */
export interface OrderKey {
  chainId: bigint;
  wallet: string;
  campaign: string;
}

const tasks = autoInvestTasks;
const isOrder = ({ chainId, wallet, campaign }: OrderKey) =>
  and(
    eq(tasks.chainId, chainId),
    eq(tasks.userWalletAddress, wallet),
    eq(tasks.campaignContractAddress, campaign),
  );

/**
 * Makes the order, or gives the one that waits another amount and a new age under its old id. One statement, so that it
 * is never changed while it is being sent.
 * @returns null while it is on its way
 */
export async function putOrder(db: IdentityDb, key: OrderKey, amount: bigint): Promise<AutoInvestRow | null> {
  const changed = { amount, createdAt: now(), reason: null, attempts: 0, nextTryAt: null };
  const [row] = await db
    .insert(tasks)
    .values({
      ...{ uuid: randomUUID(), chainId: key.chainId, status: "PENDING", ...changed },
      ...{ userWalletAddress: key.wallet, campaignContractAddress: key.campaign },
    })
    .onConflictDoUpdate({
      target: [tasks.chainId, tasks.userWalletAddress, tasks.campaignContractAddress],
      set: changed,
      setWhere: eq(tasks.status, "PENDING"),
    })
    .returning();
  return row ?? null;
}

/** Takes an order back; false when there is none that waits. */
export async function cancelOrder(db: IdentityDb, key: OrderKey): Promise<boolean> {
  const gone = await db
    .delete(tasks)
    .where(and(isOrder(key), eq(tasks.status, "PENDING")))
    .returning({ uuid: tasks.uuid });
  return gone.length > 0;
}

/** Newest first. Without `wallet` or `campaign` whatever they are. */
export async function listOrders(
  db: IdentityDb,
  { chainId, wallet, campaign }: Partial<OrderKey>,
): Promise<AutoInvestRow[]> {
  return db
    .select()
    .from(tasks)
    .where(
      and(
        chainId === undefined ? undefined : eq(tasks.chainId, chainId),
        wallet === undefined ? undefined : eq(tasks.userWalletAddress, wallet),
        campaign === undefined ? undefined : eq(tasks.campaignContractAddress, campaign),
      ),
    )
    .orderBy(desc(tasks.createdAt));
}
