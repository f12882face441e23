import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Actor, EnvironmentName, Role } from "@/lib/domain/actor";
import { type Db, db } from "@/server/db/client";
import { people, sessions } from "@/server/db/schema/auth";
import { workspaces } from "@/server/db/schema/vault";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { hashSessionSecret, newSessionSecret } from "./secret";

const MINUTE_MS = 60_000;
/** `last_seen_at` is written at most this often, so that a page does not cost a write. */
const TOUCH_AFTER_MS = MINUTE_MS;

/** Opens a session for a person and returns the secret for the cookie; it is stored only as a hash. */
export async function openSession(tx: Db, workspaceId: string, personName: string): Promise<string> {
  const secret = newSessionSecret();
  const at = now();
  await tx
    .insert(people)
    .values({ id: randomUUID(), workspaceId, name: personName, createdAt: at })
    .onConflictDoNothing();
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.name, personName)));
  if (!person) throw new Error("The person was not stored.");
  await tx.insert(sessions).values({
    secretHash: hashSessionSecret(secret),
    workspaceId,
    personId: person.id,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + deskEnv().AMPDESK_SESSION_HOURS * 60 * MINUTE_MS),
  });
  return secret;
}

/**
 * The actor of a live session: not ended, inside the absolute and the idle limit.
 * @param touches false for what a page reads by itself: nobody used the session
 */
export async function findActor(secret: string, { touches = true } = {}): Promise<Actor | null> {
  const at = now();
  const idleSince = new Date(at.getTime() - deskEnv().AMPDESK_SESSION_IDLE_MINUTES * MINUTE_MS);
  const secretHash = hashSessionSecret(secret);
  const [row] = await db()
    .select()
    .from(sessions)
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.secretHash, secretHash),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, at),
        gt(sessions.lastSeenAt, idleSince),
        eq(workspaces.isTokenValid, true),
      ),
    );
  if (!row) return null;
  if (touches && at.getTime() - row.sessions.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await db()
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.secretHash, secretHash), lt(sessions.lastSeenAt, at)));
  }
  return {
    workspaceId: row.workspaces.id,
    environment: row.workspaces.environment as EnvironmentName,
    role: row.workspaces.role as Role,
    accountName: row.workspaces.accountName,
    personName: row.people.name,
  };
}

/** Ends the session on the server: the cookie is worthless from now on, wherever it was copied to. */
export async function endSession(secret: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ endedAt: now() })
    .where(eq(sessions.secretHash, hashSessionSecret(secret)));
}

/** Ends every session of a workspace: whoever signs in again does not wake the others' cookies. */
export async function endSessionsOf(tx: Db, workspaceId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.workspaceId, workspaceId), isNull(sessions.endedAt)));
}
