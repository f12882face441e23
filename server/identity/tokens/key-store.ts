import { and, desc, gt, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { signingKeys } from "../db/token-tables";

export interface StoredKey {
  kid: string;
  publicKey: string;
  /** Sealed; null where the configuration holds it. */
  privateKey: string | null;
}

const KEYS_LOCK = 42_002;

/** Until the transaction ends, nobody else changes which key signs. */
export async function lockKeys(tx: IdentityDb): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEYS_LOCK})`);
}

/** Keys whose tokens may still be valid, the signing one first. */
export const listKeys = (db: IdentityDb, retiredAfter: Date): Promise<StoredKey[]> =>
  db
    .select()
    .from(signingKeys)
    .where(or(isNull(signingKeys.retiredAt), gt(signingKeys.retiredAt, retiredAfter)))
    .orderBy(sql`${signingKeys.retiredAt} desc nulls first`, desc(signingKeys.createdAt));

/** The key that the service made itself and signs with, if it is not older than `madeAfter`. */
export async function findOwnKey(db: IdentityDb, madeAfter: Date): Promise<StoredKey | null> {
  const isOwn = and(isNotNull(signingKeys.privateKey), isNull(signingKeys.retiredAt));
  const [row] = await db
    .select()
    .from(signingKeys)
    .where(and(isOwn, gt(signingKeys.createdAt, madeAfter)))
    .orderBy(desc(signingKeys.createdAt))
    .limit(1);
  return row ?? null;
}

/** From now on this key signs; the one that did so is retired. */
export async function putSigningKey(tx: IdentityDb, key: StoredKey): Promise<void> {
  const at = now();
  await tx
    .insert(signingKeys)
    .values({ ...key, createdAt: at })
    .onConflictDoUpdate({ target: signingKeys.kid, set: { retiredAt: null } });
  await tx
    .update(signingKeys)
    .set({ retiredAt: at })
    .where(and(ne(signingKeys.kid, key.kid), isNull(signingKeys.retiredAt)));
}

/** Forgets keys that no valid token can be signed with. */
export const deleteRetiredKeys = (tx: IdentityDb, retiredBefore: Date) =>
  tx.delete(signingKeys).where(lt(signingKeys.retiredAt, retiredBefore));
