import { and, asc, eq, inArray } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import { lockedCoins, walletComments, wallets } from "../db/ledger-tables";
import type { OutpointRef } from "../ledger/port";

/** Every touch of the tables that only the node has: wallets, comments, locked coins. */

export type WalletRow = typeof wallets.$inferSelect;

export async function findWallet(db: SandboxDb, name: string): Promise<WalletRow | null> {
  const [row] = await db.select().from(wallets).where(eq(wallets.name, name));
  return row ?? null;
}

export async function loadedWallets(db: SandboxDb): Promise<string[]> {
  const rows = await db
    .select({ name: wallets.name })
    .from(wallets)
    .where(eq(wallets.isLoaded, true))
    .orderBy(asc(wallets.sequence));
  return rows.map(({ name }) => name);
}

export async function insertWallet(
  db: SandboxDb,
  name: string,
  passphraseHash: string | null,
): Promise<void> {
  await db.insert(wallets).values({ name, passphraseHash, createdAt: now() });
}

export async function updateWallet(
  db: SandboxDb,
  name: string,
  change: Partial<Pick<WalletRow, "isLoaded" | "passphraseHash" | "unlockedUntil">>,
): Promise<void> {
  await db.update(wallets).set(change).where(eq(wallets.name, name));
}

export async function insertComment(db: SandboxDb, wallet: string, txid: string, comment: string) {
  await db.insert(walletComments).values({ wallet, txid, comment });
}

export async function findComments(
  db: SandboxDb,
  wallet: string,
  txids: string[],
): Promise<Map<string, string>> {
  if (txids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(walletComments)
    .where(and(eq(walletComments.wallet, wallet), inArray(walletComments.txid, txids)));
  return new Map(rows.map(({ txid, comment }) => [txid, comment]));
}

export const listLockedCoins = (db: SandboxDb, wallet: string): Promise<OutpointRef[]> =>
  db
    .select({ txid: lockedCoins.txid, vout: lockedCoins.vout })
    .from(lockedCoins)
    .where(eq(lockedCoins.wallet, wallet));

export async function insertLock(db: SandboxDb, wallet: string, { txid, vout }: OutpointRef): Promise<void> {
  await db.insert(lockedCoins).values({ wallet, txid, vout });
}

/** Without an outpoint all locks of the wallet go. */
export async function deleteLocks(db: SandboxDb, wallet: string, outpoint?: OutpointRef): Promise<void> {
  const ofWallet = eq(lockedCoins.wallet, wallet);
  const one = outpoint && and(eq(lockedCoins.txid, outpoint.txid), eq(lockedCoins.vout, outpoint.vout));
  await db.delete(lockedCoins).where(and(ofWallet, one));
}
