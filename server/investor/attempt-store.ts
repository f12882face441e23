import { and, eq, gt, lt } from "drizzle-orm";
import { hashSessionSecret, newSessionSecret } from "@/server/auth/secret";
import { type Db, db } from "@/server/db/client";
import { portalAttempts } from "@/server/db/schema/portal";
import { now } from "@/server/platform/clock";

export const ATTEMPT_MINUTES = 10;

export interface SignInAttempt {
  /** Lower case. */
  address: string;
  chainId: number;
  issuerSlug: string | null;
  text: string;
  expiresAt: Date;
}

/** Writes down which text was shown in this browser. @returns the secret for its cookie */
export async function openAttempt(attempt: SignInAttempt): Promise<string> {
  const secret = newSessionSecret();
  await db().delete(portalAttempts).where(lt(portalAttempts.expiresAt, now()));
  await db()
    .insert(portalAttempts)
    .values({ ...attempt, secretHash: hashSessionSecret(secret) });
  return secret;
}

export async function findAttempt(secret: string): Promise<SignInAttempt | null> {
  const [row] = await db()
    .select()
    .from(portalAttempts)
    .where(
      and(eq(portalAttempts.secretHash, hashSessionSecret(secret)), gt(portalAttempts.expiresAt, now())),
    );
  return row ?? null;
}

/** @returns false when it was used by another request in the meantime */
export async function useAttempt(tx: Db, secret: string): Promise<boolean> {
  const used = await tx
    .delete(portalAttempts)
    .where(eq(portalAttempts.secretHash, hashSessionSecret(secret)))
    .returning({ address: portalAttempts.address });
  return used.length > 0;
}
