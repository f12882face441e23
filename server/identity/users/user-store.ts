import { eq, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { appUsers } from "../db/user-tables";

export interface UserRow {
  address: string;
  /** Sealed. */
  email: string | null;
  userInfoUuid: string | null;
  language: string | null;
  createdAt: Date;
}

/** Makes sure there is a row; two first logins at once make one. */
export async function ensureUser(tx: IdentityDb, address: string): Promise<void> {
  await tx.insert(appUsers).values({ address, createdAt: now() }).onConflictDoNothing();
}

export type ListedUser = UserRow & { language: string | null };

/** The rows of these addresses, compared letter by letter. */
export function listUsers(db: IdentityDb, addresses: string[]): Promise<ListedUser[]> {
  return db
    .select()
    .from(appUsers)
    .where(sql`${appUsers.address} = any(${sql.param(addresses)}::varchar[])`);
}

export async function findUser(db: IdentityDb, address: string): Promise<UserRow | null> {
  const [row] = await db.select().from(appUsers).where(eq(appUsers.address, address));
  return row ?? null;
}

/** The row as it is now, or null without one. */
export async function setEmail(db: IdentityDb, address: string, sealed: string): Promise<UserRow | null> {
  const [row] = await db
    .update(appUsers)
    .set({ email: sealed })
    .where(eq(appUsers.address, address))
    .returning();
  return row ?? null;
}
