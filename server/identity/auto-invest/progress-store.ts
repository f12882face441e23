import { and, eq } from "drizzle-orm";
import { autoInvestHistory, autoInvestTasks, autoInvestTransactions } from "../db/chain-tables";
import type { IdentityDb } from "../db/client";

export type EndedRow = typeof autoInvestHistory.$inferSelect;

/** Orders of a wallet that have not ended, and when those on their way were sent. */
export async function listOpen(db: IdentityDb, wallet: string) {
  const { chainId, hash, createdAt: sentAt } = autoInvestTransactions;
  const isSentWith = and(eq(chainId, autoInvestTasks.chainId), eq(hash, autoInvestTasks.hash));
  return db
    .select({ row: autoInvestTasks, sentAt })
    .from(autoInvestTasks)
    .leftJoin(autoInvestTransactions, isSentWith)
    .where(eq(autoInvestTasks.userWalletAddress, wallet));
}

export const listEnded = (db: IdentityDb, wallet: string): Promise<EndedRow[]> =>
  db.select().from(autoInvestHistory).where(eq(autoInvestHistory.userWalletAddress, wallet));
