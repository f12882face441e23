import { and, desc, eq, gt, isNull, lt, notInArray, or } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { loginTexts } from "../db/login-tables";

/** What a text is made of, beside the address. */
export interface Outstanding {
  nonce: string;
  createdAt: Date;
  expiresAt: Date | null;
  /** Of an EIP-4361 text; null for the original's, like its chain. */
  origin: string | null;
  chainId: bigint | null;
}

export interface HandedOut extends Outstanding {
  addressHash: string | null;
  textHash: string;
  verifierHash: string | null;
}

const isAlive = () => or(isNull(loginTexts.expiresAt), gt(loginTexts.expiresAt, now()));

/** Notes a text that may be signed; those whose time is over go. */
export async function addText(tx: IdentityDb, text: HandedOut): Promise<void> {
  await tx.delete(loginTexts).where(lt(loginTexts.expiresAt, text.createdAt));
  await tx.insert(loginTexts).values(text).onConflictDoNothing();
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

/** What of an address can be signed, newest first. */
export async function listOutstanding(
  db: IdentityDb,
  addressHash: string,
  count: number,
): Promise<Outstanding[]> {
  return db
    .select()
    .from(loginTexts)
    .where(and(eq(loginTexts.addressHash, addressHash), isAlive()))
    .orderBy(desc(loginTexts.id))
    .limit(count);
}

/** A text that belongs to no address and can be signed, or null. */
export async function findMessage(
  db: IdentityDb,
  textHash: string,
): Promise<{ verifierHash: string | null } | null> {
  const [row] = await db
    .select({ verifierHash: loginTexts.verifierHash })
    .from(loginTexts)
    .where(and(eq(loginTexts.textHash, textHash), isNull(loginTexts.addressHash), isAlive()));
  return row ?? null;
}

/** Uses a text up; of several at once exactly one is told true. */
export async function consumeText(tx: IdentityDb, textHash: string): Promise<boolean> {
  const rows = await tx
    .delete(loginTexts)
    .where(and(eq(loginTexts.textHash, textHash), isAlive()))
    .returning({ id: loginTexts.id });
  return rows.length === 1;
}
