import { asc, eq, lt } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { pinataKeys } from "../db/pinata-tables";

/** Remembers which key is to be revoked one day. */
export async function rememberKey(db: IdentityDb, apiKey: string): Promise<void> {
  await db.insert(pinataKeys).values({ apiKey, createdAt: now() }).onConflictDoNothing();
}

/** Whether it was made here and still counts. */
export async function isOpenKey(db: IdentityDb, apiKey: string): Promise<boolean> {
  const rows = await db.select().from(pinataKeys).where(eq(pinataKeys.apiKey, apiKey));
  return rows.length > 0;
}

/** The oldest first. */
export async function keysBefore(db: IdentityDb, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ apiKey: pinataKeys.apiKey })
    .from(pinataKeys)
    .where(lt(pinataKeys.createdAt, before))
    .orderBy(asc(pinataKeys.createdAt))
    .limit(limit);
  return rows.map(({ apiKey }) => apiKey);
}

export async function forgetKey(db: IdentityDb, apiKey: string): Promise<void> {
  await db.delete(pinataKeys).where(eq(pinataKeys.apiKey, apiKey));
}
