import { eq, lt } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { revokedAccess } from "../db/token-tables";

export async function isRevoked(db: IdentityDb, jti: string): Promise<boolean> {
  const rows = await db.select().from(revokedAccess).where(eq(revokedAccess.jti, jti));
  return rows.length > 0;
}

/** Refuses the token until it would have expired; those that have are forgotten. */
export async function revoke(db: IdentityDb, jti: string, expiresAt: Date): Promise<void> {
  await db.delete(revokedAccess).where(lt(revokedAccess.expiresAt, now()));
  await db.insert(revokedAccess).values({ jti, expiresAt }).onConflictDoNothing();
}
