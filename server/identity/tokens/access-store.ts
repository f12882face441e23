import { eq, lt, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { endedLogins, revokedAccess } from "../db/token-tables";

interface Issued {
  /** Lower case. */
  address: string;
  /** null for a token without one. */
  jti: string | null;
  issuedAt: Date;
}

/** Whether a logout ended the token, or all that the address was given until then. */
export async function isRevoked(db: IdentityDb, { address, jti, issuedAt }: Issued): Promise<boolean> {
  const ended = await db.select().from(endedLogins).where(eq(endedLogins.userAddress, address));
  if (ended.some(({ endedAt }) => issuedAt < endedAt)) return true;
  if (jti === null) return false;
  const rows = await db.select().from(revokedAccess).where(eq(revokedAccess.jti, jti));
  return rows.length > 0;
}

/** Refuses every access token that the address was given until now. */
export async function revokeAll(tx: IdentityDb, address: string): Promise<void> {
  await tx
    .insert(endedLogins)
    .values({ userAddress: address, endedAt: now() })
    // the clocks of several processes differ
    .onConflictDoUpdate({
      target: endedLogins.userAddress,
      set: { endedAt: sql`greatest(${endedLogins.endedAt}, excluded.ended_at)` },
    });
}

/** Refuses the token until it would have expired; those that have are forgotten. */
export async function revoke(db: IdentityDb, jti: string, expiresAt: Date): Promise<void> {
  await db.delete(revokedAccess).where(lt(revokedAccess.expiresAt, now()));
  await db.insert(revokedAccess).values({ jti, expiresAt }).onConflictDoNothing();
}
