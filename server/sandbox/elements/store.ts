import { and, asc, count, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import {
  issuances,
  lockedCoins,
  outputs,
  walletComments,
  wallets,
  walletTransactions,
} from "../db/ledger-tables";
import { walletOwner } from "../ledger/keyring";
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

/** All there are, loaded or not. */
export async function listWallets(db: SandboxDb): Promise<string[]> {
  const rows = await db.select({ name: wallets.name }).from(wallets).orderBy(asc(wallets.name));
  return rows.map(({ name }) => name);
}

export type NewWallet = Pick<WalletRow, "name" | "passphraseHash"> &
  Partial<Pick<WalletRow, "hasPrivateKeys" | "isBlank" | "avoidsReuse" | "hasDescriptors">>;

export async function insertWallet(db: SandboxDb, wallet: NewWallet): Promise<void> {
  await db.insert(wallets).values({ ...wallet, createdAt: now() });
}

export async function updateWallet(
  db: SandboxDb,
  name: string,
  change: Partial<Pick<WalletRow, "isLoaded" | "passphraseHash" | "unlockedUntil" | "avoidsReuse">>,
): Promise<void> {
  await db.update(wallets).set(change).where(eq(wallets.name, name));
}

/** What a node forgets when it stops: passphrases in force and locks that were not to last. */
export async function forgetSession(db: SandboxDb): Promise<void> {
  await db.update(wallets).set({ unlockedUntil: null });
  await forgetLocks(db);
}

/** Takes away the locks that were not to last, of all wallets or of one. */
export async function forgetLocks(db: SandboxDb, wallet?: string): Promise<void> {
  const ofWallet = wallet === undefined ? undefined : eq(lockedCoins.wallet, wallet);
  await db.delete(lockedCoins).where(and(eq(lockedCoins.isPersistent, false), ofWallet));
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
    .where(and(eq(walletComments.wallet, wallet), isAnyOf(walletComments.txid, txids)));
  return new Map(rows.map(({ txid, comment }) => [txid, comment]));
}

/** How many transactions touch the wallet. */
export async function countTransactions(db: SandboxDb, wallet: string): Promise<number> {
  const [row] = await db
    .select({ all: count() })
    .from(walletTransactions)
    .where(eq(walletTransactions.owner, walletOwner(wallet)));
  return row?.all ?? 0;
}

export async function touchesWallet(db: SandboxDb, wallet: string, txid: string): Promise<boolean> {
  const isThis = and(eq(walletTransactions.owner, walletOwner(wallet)), eq(walletTransactions.txid, txid));
  return (await db.select({ one: sql`1` }).from(walletTransactions).where(isThis).limit(1)).length > 0;
}

/** The first issuance with tokens, known to the wallet, of which the id is the asset's or the token's. */
export async function findIssuance(db: SandboxDb, wallet: string, id: string) {
  const isKnown = and(
    eq(walletTransactions.txid, issuances.txid),
    eq(walletTransactions.owner, walletOwner(wallet)),
  );
  const [row] = await db
    .select({ entropy: issuances.entropy, tokenId: issuances.tokenId })
    .from(issuances)
    .innerJoin(walletTransactions, isKnown)
    .where(
      and(
        ...[eq(issuances.isReissuance, false), isNotNull(issuances.tokenId)],
        or(eq(issuances.assetId, id), eq(issuances.tokenId, id)),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The wallet's locks on outputs that are still there to spend. */
export const listLockedCoins = (
  db: SandboxDb,
  wallet: string,
): Promise<(OutpointRef & { isPersistent: boolean })[]> =>
  db
    .select({ txid: lockedCoins.txid, vout: lockedCoins.vout, isPersistent: lockedCoins.isPersistent })
    .from(lockedCoins)
    .innerJoin(outputs, and(eq(outputs.txid, lockedCoins.txid), eq(outputs.vout, lockedCoins.vout)))
    .where(and(eq(lockedCoins.wallet, wallet), isNull(outputs.spentByTxid)))
    .orderBy(desc(lockedCoins.txid), asc(lockedCoins.vout));

/** Locks a coin; one that is locked already can become persistent. */
export async function insertLock(
  db: SandboxDb,
  wallet: string,
  { txid, vout }: OutpointRef,
  isPersistent: boolean,
): Promise<void> {
  await db
    .insert(lockedCoins)
    .values({ wallet, txid, vout, isPersistent })
    .onConflictDoUpdate({
      target: [lockedCoins.wallet, lockedCoins.txid, lockedCoins.vout],
      set: { isPersistent },
    });
}

/** Without an outpoint all locks of the wallet go. */
export async function deleteLocks(db: SandboxDb, wallet: string, outpoint?: OutpointRef): Promise<void> {
  const ofWallet = eq(lockedCoins.wallet, wallet);
  const one = outpoint && and(eq(lockedCoins.txid, outpoint.txid), eq(lockedCoins.vout, outpoint.vout));
  await db.delete(lockedCoins).where(and(ofWallet, one));
}
