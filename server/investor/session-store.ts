import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, isNotNull, isNull, lt } from "drizzle-orm";
import type { Investor } from "@/lib/domain/investor";
import { hashSessionSecret, newSessionSecret } from "@/server/auth/secret";
import { type Db, db, transaction } from "@/server/db/client";
import { portalSessions } from "@/server/db/schema/portal";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { decryptSecret, encryptSecret } from "@/server/vault/cipher";
import { useAttempt } from "./attempt-store";

const MINUTE_MS = 60_000;
/** `last_seen_at` is written at most this often, so that a page does not cost a write. */
const TOUCH_AFTER_MS = MINUTE_MS;

export interface PortalTokens {
  accessToken: string;
  accessExpiresAt: Date;
  refreshToken: string;
}

export type FoundSession = Pick<Investor, "sessionId" | "address" | "chainId" | "issuerSlug" | "endsAt">;

type Row = typeof portalSessions.$inferSelect;

const idleMs = () => deskEnv().PORTAL_SESSION_IDLE_MINUTES * MINUTE_MS;
const isOpen = () => and(isNull(portalSessions.endedAt), gt(portalSessions.expiresAt, now()));
const isInUse = () => and(isOpen(), gt(portalSessions.lastSeenAt, new Date(now().getTime() - idleMs())));

interface Wallet {
  address: string;
  chainId: number;
  issuerSlug: string | null;
}

/**
 * Turns a browser's attempt into a session, once.
 * @returns the secret for the cookie; null when another request has used the attempt in the meantime
 */
export const openFromAttempt = (
  attemptSecret: string,
  wallet: Wallet,
  tokens: PortalTokens,
): Promise<string | null> =>
  transaction(async (tx) =>
    (await useAttempt(tx, attemptSecret)) ? openPortalSession(tx, wallet, tokens) : null,
  );

/** Opens a session and returns the secret for the cookie; it is stored only as a hash. */
async function openPortalSession(tx: Db, wallet: Wallet, tokens: PortalTokens): Promise<string> {
  const secret = newSessionSecret();
  const [id, at] = [randomUUID(), now()];
  await tx.insert(portalSessions).values({
    ...wallet,
    ...sealed(id, tokens),
    issuerSlug: wallet.issuerSlug ?? (await lastIssuerOf(tx, wallet.address)),
    id,
    secretHash: hashSessionSecret(secret),
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + deskEnv().PORTAL_SESSION_HOURS * 60 * MINUTE_MS),
  });
  return secret;
}

/** Whoever comes back without the issuer's link goes on where they were, also after a session that ran out. */
async function lastIssuerOf(tx: Db, address: string): Promise<string | null> {
  const [row] = await tx
    .select({ issuerSlug: portalSessions.issuerSlug })
    .from(portalSessions)
    .where(and(eq(portalSessions.address, address), isNotNull(portalSessions.issuerSlug)))
    .orderBy(desc(portalSessions.createdAt))
    .limit(1);
  return row?.issuerSlug ?? null;
}

const sealed = (id: string, { accessToken, accessExpiresAt, refreshToken }: PortalTokens) => ({
  accessCipher: encryptSecret(accessToken, `${id}:access`),
  refreshCipher: encryptSecret(refreshToken, `${id}:refresh`),
  accessExpiresAt,
});

/**
 * The wallet of a live session: not ended, inside the absolute and the idle limit.
 * @param touches false for what a page reads by itself: nobody used the session
 */
export async function findPortalSession(
  secret: string,
  { touches = true } = {},
): Promise<FoundSession | null> {
  const secretHash = hashSessionSecret(secret);
  const [row] = await db()
    .select()
    .from(portalSessions)
    .where(and(eq(portalSessions.secretHash, secretHash), isInUse()));
  if (!row) return null;
  const at = now();
  if (touches && at.getTime() - row.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await db()
      .update(portalSessions)
      .set({ lastSeenAt: at })
      .where(and(eq(portalSessions.id, row.id), lt(portalSessions.lastSeenAt, at)));
  }
  const { id: sessionId, address, chainId, issuerSlug } = row;
  const idleEnd = Math.max(touches ? at.getTime() : 0, row.lastSeenAt.getTime()) + idleMs();
  const endsAt = new Date(Math.min(row.expiresAt.getTime(), idleEnd));
  return { sessionId, address, chainId, issuerSlug, endsAt };
}

/** The newest session of a wallet that can still ask the identity service, used lately or not. */
export async function findAskingSession(address: string): Promise<string | null> {
  const [row] = await db()
    .select()
    .from(portalSessions)
    .where(and(eq(portalSessions.address, address), isOpen(), isNotNull(portalSessions.refreshCipher)))
    .orderBy(desc(portalSessions.createdAt))
    .limit(1);
  return row?.id ?? null;
}

/** In clear. Callers hand them to the identity client and keep them nowhere; null once the session has ended. */
export async function readPortalTokens(tx: Db, sessionId: string): Promise<PortalTokens | null> {
  const [row] = await tx
    .select()
    .from(portalSessions)
    .where(and(eq(portalSessions.id, sessionId), isOpen()));
  return row ? unsealed(row) : null;
}

function unsealed({ id, accessCipher, refreshCipher, accessExpiresAt }: Row): PortalTokens | null {
  if (accessCipher === null || refreshCipher === null) return null;
  return {
    accessToken: decryptSecret(accessCipher, `${id}:access`),
    refreshToken: decryptSecret(refreshCipher, `${id}:refresh`),
    accessExpiresAt,
  };
}

export async function savePortalTokens(tx: Db, sessionId: string, tokens: PortalTokens): Promise<void> {
  await tx
    .update(portalSessions)
    .set(sealed(sessionId, tokens))
    .where(and(eq(portalSessions.id, sessionId), isNull(portalSessions.endedAt)));
}

/** An ended session forgets its tokens. */
const ended = () => ({ endedAt: now(), accessCipher: null, refreshCipher: null });

export async function endPortalSession(sessionId: string): Promise<void> {
  await db()
    .update(portalSessions)
    .set(ended())
    .where(and(eq(portalSessions.id, sessionId), isNull(portalSessions.endedAt)));
}

/** Ends the sessions of a wallet on all devices. */
export async function endPortalSessionsOf(address: string): Promise<void> {
  await db()
    .update(portalSessions)
    .set(ended())
    .where(and(eq(portalSessions.address, address), isNull(portalSessions.endedAt)));
}

/** Forgets them altogether, with what hangs on them. */
export async function dropPortalSessionsOf(address: string): Promise<void> {
  await db().delete(portalSessions).where(eq(portalSessions.address, address));
}

export async function rememberIssuer(sessionId: string, issuerSlug: string): Promise<void> {
  await db().update(portalSessions).set({ issuerSlug }).where(eq(portalSessions.id, sessionId));
}

/** When each session of a wallet began and ended, newest first. */
export const listPortalSessions = (address: string) =>
  db()
    .select({
      createdAt: portalSessions.createdAt,
      lastSeenAt: portalSessions.lastSeenAt,
      endedAt: portalSessions.endedAt,
    })
    .from(portalSessions)
    .where(eq(portalSessions.address, address))
    .orderBy(desc(portalSessions.createdAt));
