import { and, desc, eq, gt, isNull, lt, not, notInArray, or, type SQL, sql } from "drizzle-orm";
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

/** For whom a text was asked for, and by whom. */
export interface Asked {
  addressHash: string | null;
  callerHash: string | null;
}

export interface HandedOut extends Outstanding, Asked {
  textHash: string;
  verifierHash: string | null;
}

const isAlive = () => or(isNull(loginTexts.expiresAt), gt(loginTexts.expiresAt, now()));

/** Notes a text that may be signed; those whose time is over go. */
export async function addText(tx: IdentityDb, text: HandedOut): Promise<void> {
  await tx.delete(loginTexts).where(lt(loginTexts.expiresAt, text.createdAt));
  await tx.insert(loginTexts).values(text).onConflictDoNothing();
}

type OfAddress = Asked & { addressHash: string };

/** Of a caller whom nothing is known of, every text might be their own. */
const isSameCaller = ({ callerHash }: Asked): SQL =>
  callerHash === null ? sql`true` : sql`${loginTexts.callerHash} is not distinct from ${callerHash}::varchar`;

/** Takes all but the newest `count` texts of an address back that this caller asked for. */
export async function dropOlder(tx: IdentityDb, asked: OfAddress, count: number): Promise<void> {
  const isAsked = and(eq(loginTexts.addressHash, asked.addressHash), isSameCaller(asked));
  const newest = tx
    .select({ id: loginTexts.id })
    .from(loginTexts)
    .where(isAsked)
    .orderBy(desc(loginTexts.id))
    .limit(count);
  await tx.delete(loginTexts).where(and(isAsked, notInArray(loginTexts.id, newest)));
}

/** What of an address can be signed: what this caller asked for, then what others did; up to `count` of each. */
export async function listOutstanding(
  db: IdentityDb,
  asked: OfAddress,
  count: number,
): Promise<Outstanding[]> {
  const newest = (isWanted: SQL) =>
    db
      .select()
      .from(loginTexts)
      .where(and(eq(loginTexts.addressHash, asked.addressHash), isWanted, isAlive()))
      .orderBy(desc(loginTexts.id))
      .limit(count);
  return [...(await newest(isSameCaller(asked))), ...(await newest(not(isSameCaller(asked))))];
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
