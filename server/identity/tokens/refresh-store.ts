import { randomUUID } from "node:crypto";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { IdentityDb } from "../db/client";
import { familyMembers, refreshTokens, retiredTokens, tokenFamilies } from "../db/token-tables";

/** Tokens come here as their hashes alone. */

export interface StoredToken {
  id: number;
  address: string;
  /** Of the login it goes back to. */
  createdAt: Date;
  family: string | null;
  /** Whose page the login's text named; null for a text that names none. */
  origin: string | null;
}

export interface RetiredToken {
  family: string;
  address: string;
  /** When the login began. */
  createdAt: Date;
  origin: string | null;
  retiredAt: Date;
}

/** Until the transaction ends, nobody else changes the logins of this address. */
export async function lockAddress(tx: IdentityDb, address: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`identity:${address}`}, 0))`);
}

export interface NewLogin {
  address: string;
  origin: string | null;
}

/** A new login with its first token. */
export async function startFamily(
  tx: IdentityDb,
  { address, origin }: NewLogin,
  hash: string,
  at: Date,
): Promise<void> {
  const family = randomUUID();
  await tx.insert(tokenFamilies).values({ uuid: family, userAddress: address, origin, createdAt: at });
  await addToken(tx, { address, createdAt: at, family }, hash);
}

/** One more working token of a login. */
export async function addToken(
  tx: IdentityDb,
  { address, createdAt, family }: Pick<RetiredToken, "address" | "createdAt" | "family">,
  hash: string,
): Promise<void> {
  const [row] = await tx
    .insert(refreshTokens)
    .values({ token: hash, userAddress: address, createdAt })
    .returning({ id: refreshTokens.id });
  if (!row) throw new Error("The refresh token was not stored.");
  await tx.insert(familyMembers).values({ tokenId: row.id, family });
}

export async function findToken(db: IdentityDb, hash: string): Promise<StoredToken | null> {
  const [row] = await db
    .select({
      id: refreshTokens.id,
      address: refreshTokens.userAddress,
      createdAt: refreshTokens.createdAt,
      family: familyMembers.family,
      origin: tokenFamilies.origin,
    })
    .from(refreshTokens)
    .leftJoin(familyMembers, eq(familyMembers.tokenId, refreshTokens.id))
    .leftJoin(tokenFamilies, eq(tokenFamilies.uuid, familyMembers.family))
    .where(eq(refreshTokens.token, hash));
  return row ?? null;
}

/** Puts `next` in the place of `hash`, which is retired. */
export async function replaceToken(
  tx: IdentityDb,
  { id, family }: StoredToken & { family: string },
  hash: string,
  next: string,
  at: Date,
): Promise<void> {
  await tx.update(refreshTokens).set({ token: next }).where(eq(refreshTokens.id, id));
  await tx.insert(retiredTokens).values({ token: hash, family, retiredAt: at });
}

export async function findRetired(db: IdentityDb, hash: string): Promise<RetiredToken | null> {
  const [row] = await db
    .select({
      family: retiredTokens.family,
      address: tokenFamilies.userAddress,
      createdAt: tokenFamilies.createdAt,
      origin: tokenFamilies.origin,
      retiredAt: retiredTokens.retiredAt,
    })
    .from(retiredTokens)
    .innerJoin(tokenFamilies, eq(tokenFamilies.uuid, retiredTokens.family))
    .where(eq(retiredTokens.token, hash));
  return row ?? null;
}

export async function deleteToken(tx: IdentityDb, { id, family }: StoredToken): Promise<void> {
  if (family) await deleteFamilies(tx, [family]);
  await tx.delete(refreshTokens).where(eq(refreshTokens.id, id));
}

export async function deleteTokensOf(tx: IdentityDb, address: string): Promise<void> {
  await tx.delete(refreshTokens).where(eq(refreshTokens.userAddress, address));
  await tx.delete(tokenFamilies).where(eq(tokenFamilies.userAddress, address));
}

/** Ends all but the newest `count` logins of an address. */
export async function keepNewest(tx: IdentityDb, address: string, count: number): Promise<void> {
  const newest = tx
    .select({ uuid: tokenFamilies.uuid })
    .from(tokenFamilies)
    .where(eq(tokenFamilies.userAddress, address))
    .orderBy(sql`${tokenFamilies.createdAt} desc, ${tokenFamilies.uuid}`)
    .limit(count);
  const old = await tx
    .select({ uuid: tokenFamilies.uuid })
    .from(tokenFamilies)
    .where(and(eq(tokenFamilies.userAddress, address), notInArray(tokenFamilies.uuid, newest)));
  await deleteFamilies(
    tx,
    old.map(({ uuid }) => uuid),
  );
}

/** Ends logins with all their tokens. */
export async function deleteFamilies(tx: IdentityDb, families: string[]): Promise<void> {
  if (families.length === 0) return;
  const members = tx
    .select({ id: familyMembers.tokenId })
    .from(familyMembers)
    .where(inArray(familyMembers.family, families));
  await tx.delete(refreshTokens).where(inArray(refreshTokens.id, members));
  await tx.delete(tokenFamilies).where(inArray(tokenFamilies.uuid, families));
}
