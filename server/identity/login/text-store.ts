import { and, desc, eq, gt, isNull, lt, notInArray, or } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { loginTexts } from "../db/login-tables";

export interface HandedOut {
  addressHash: string | null;
  nonce: string;
  textHash: string;
  expiresAt: Date | null;
}

const isAlive = () => or(isNull(loginTexts.expiresAt), gt(loginTexts.expiresAt, now()));

/** Notes a text that may be signed; those whose time is over go. */
export async function addText(tx: IdentityDb, text: HandedOut): Promise<void> {
  const at = now();
  await tx.delete(loginTexts).where(lt(loginTexts.expiresAt, at));
  await tx
    .insert(loginTexts)
    .values({ ...text, createdAt: at })
    .onConflictDoNothing();
}

/** Takes all but the newest `count` texts of an address back. */
export async function dropOlder(tx: IdentityDb, addressHash: string, count: number): Promise<void> {
  const isOfAddress = eq(loginTexts.addressHash, addressHash);
  const newest = tx
    .select({ id: loginTexts.id })
    .from(loginTexts)
    .where(isOfAddress)
    .orderBy(desc(loginTexts.id))
    .limit(count);
  await tx.delete(loginTexts).where(and(isOfAddress, notInArray(loginTexts.id, newest)));
}

/** Nonces of the texts that can be signed, newest first. */
export async function listNonces(db: IdentityDb, addressHash: string, count: number): Promise<string[]> {
  const rows = await db
    .select({ nonce: loginTexts.nonce })
    .from(loginTexts)
    .where(and(eq(loginTexts.addressHash, addressHash), isAlive()))
    .orderBy(desc(loginTexts.id))
    .limit(count);
  return rows.map(({ nonce }) => nonce);
}

/** Whether a text that belongs to no address can be signed. */
export async function isOutstanding(db: IdentityDb, textHash: string): Promise<boolean> {
  const rows = await db
    .select({ id: loginTexts.id })
    .from(loginTexts)
    .where(and(eq(loginTexts.textHash, textHash), isNull(loginTexts.addressHash), isAlive()));
  return rows.length > 0;
}

/** Uses a text up; of several at once exactly one is told true. */
export async function consumeText(tx: IdentityDb, textHash: string): Promise<boolean> {
  const rows = await tx
    .delete(loginTexts)
    .where(and(eq(loginTexts.textHash, textHash), isAlive()))
    .returning({ id: loginTexts.id });
  return rows.length === 1;
}
