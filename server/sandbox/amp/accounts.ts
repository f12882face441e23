import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { accounts } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import { invalid } from "./refusal";

export type AccountRow = typeof accounts.$inferSelect;

export interface Account {
  id: number;
  username: string;
  role: "issuer" | "manager";
  /** Whose assets, users and categories these are: the account itself, or the manager's issuer. */
  issuerId: number;
  isLocked: boolean;
}

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  cost: ScryptOptions,
) => Promise<Buffer>;
const HASH_BYTES = 32;
/** A login should take a millisecond: this guards accounts of an imitation. */
const COST = 512;
/** Hashes of worlds made before the cost stood in front of them. */
const EARLIER_COST = "16384";

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, HASH_BYTES, { N: COST });
  return [COST, salt.toString("hex"), hash.toString("hex")].join(":");
}

export async function isPassword(row: AccountRow, password: string): Promise<boolean> {
  const [hash = "", salt = "", cost = EARLIER_COST] = row.passwordHash.split(":").reverse();
  const given = await derive(password, Buffer.from(salt, "hex"), HASH_BYTES, { N: Number(cost) });
  return timingSafeEqual(given, Buffer.from(hash, "hex"));
}

const newToken = () => randomBytes(20).toString("hex");

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  username: row.username,
  role: row.managerOf === null ? "issuer" : "manager",
  issuerId: row.managerOf ?? row.id,
  isLocked: row.isLocked,
});

export async function findByUsername(db: SandboxDb, username: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.username, username));
  return row;
}

export async function findByToken(db: SandboxDb, token: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.token, token));
  return row;
}

export interface NewAccount {
  username: string;
  password: string;
  /** The issuer a manager works for; absent for an issuer. */
  managerOf?: number;
  isLocked?: boolean;
}

/** @throws AmpRefusal when the name is taken or the password too short */
export async function createAccount(db: SandboxDb, account: NewAccount): Promise<AccountRow> {
  checkPassword(account.password);
  if (await findByUsername(db, account.username))
    throw invalid({ username: ["A user with that username already exists."] });
  const { username, password, ...rest } = account;
  const values = { username, passwordHash: await hashPassword(password), token: newToken(), ...rest };
  const [row] = await db.insert(accounts).values(values).returning();
  return row as AccountRow;
}

/** Replaces the token; the old one ends at once. */
export async function refreshToken(db: SandboxDb, id: number): Promise<string> {
  const token = newToken();
  await db.update(accounts).set({ token }).where(eq(accounts.id, id));
  return token;
}

/** Sets a new password and a new token. @throws AmpRefusal when the password is too short */
export async function changePassword(db: SandboxDb, id: number, password: string): Promise<string> {
  checkPassword(password);
  const passwordHash = await hashPassword(password);
  await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id));
  return refreshToken(db, id);
}

function checkPassword(password: string): void {
  if (password.length < 8)
    throw invalid({ password: ["This password is too short. It must contain at least 8 characters."] });
}

export async function hasAccounts(db: SandboxDb): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).limit(1)).length > 0;
}
