import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, inArray, isNull, lt, max, ne, type Placeholder, sql } from "drizzle-orm";
import type { Actor, EnvironmentName, Preview, Role } from "@/lib/domain/actor";
import type { SessionRow } from "@/lib/domain/session";
import { type Db, db, prepared } from "@/server/db/client";
import { people, sessions } from "@/server/db/schema/auth";
import { workspaces } from "@/server/db/schema/vault";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { currentContext } from "@/server/platform/request-context";
import { workspacesOfManager } from "@/server/vault/store";
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
  const { device = null, remoteAddress = null } = currentContext() ?? {};
  await tx.insert(sessions).values({
    secretHash: hashSessionSecret(secret),
    device,
    remoteAddress,
    workspaceId,
    personId: person.id,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + deskEnv().AMPDESK_SESSION_HOURS * 60 * MINUTE_MS),
  });
  return secret;
}

interface Limits<T> {
  at: T;
  seenAfter: T;
}

const limitsOf = (at: Date): Limits<Date> => ({
  at,
  seenAfter: new Date(at.getTime() - deskEnv().AMPDESK_SESSION_IDLE_MINUTES * MINUTE_MS),
});

/** Not ended, inside the absolute and the idle limit. */
const isAlive = ({ at, seenAfter }: Limits<Date | Placeholder>) =>
  and(isNull(sessions.endedAt), gt(sessions.expiresAt, at), gt(sessions.lastSeenAt, seenAfter));

/** What every read asks for, and no more of it than is used. */
const liveSession = prepared((over) =>
  over
    .select({
      lastSeenAt: sessions.lastSeenAt,
      managerId: sessions.previewManagerId,
      username: sessions.previewUsername,
      workspaceId: sessions.workspaceId,
      environment: workspaces.environment,
      role: workspaces.role,
      accountName: workspaces.accountName,
      tokenCipher: workspaces.tokenCipher,
      personName: people.name,
    })
    .from(sessions)
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.secretHash, sql.placeholder("secretHash")),
        isAlive({ at: sql.placeholder("at"), seenAfter: sql.placeholder("seenAfter") }),
        eq(workspaces.isTokenValid, true),
      ),
    )
    .prepare("live_session"),
);

// A session is looked up together with its workspace: what asks AMP first need not ask for the token once more.
const sealedTokens = new WeakMap<object, string>();
/** Once: the workspace's token as it was stored when the actor's session was looked up; undefined otherwise. */
export function takeSealedToken(actor: object): string | undefined {
  const sealed = sealedTokens.get(actor);
  sealedTokens.delete(actor);
  return sealed;
}

/**
 * The actor of a live session: not ended, inside the absolute and the idle limit.
 * @param touches false for what a page reads by itself: nobody used the session
 */
export async function findActor(secret: string, { touches = true } = {}): Promise<Actor | null> {
  const at = now();
  const secretHash = hashSessionSecret(secret);
  const [row] = await liveSession().execute({ secretHash, ...limitsOf(at) });
  if (!row) return null;
  if (touches && at.getTime() - row.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await db()
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.secretHash, secretHash), lt(sessions.lastSeenAt, at)));
  }
  const { workspaceId, accountName, personName, managerId, username } = row;
  const environment = row.environment as EnvironmentName;
  const actor: Actor = { workspaceId, environment, role: row.role as Role, accountName, personName };
  const isPreview = actor.role === "issuer" && managerId !== null && username !== null;
  const shown: Actor = isPreview
    ? { ...actor, role: "manager", accountName: username, preview: { managerId, username } }
    : actor;
  sealedTokens.set(shown, row.tokenCipher);
  return shown;
}

/** Has a session look at the desk as a manager would; null ends that. */
export async function setPreview(secret: string, preview: Preview | null): Promise<void> {
  await db()
    .update(sessions)
    .set({ previewManagerId: preview?.managerId ?? null, previewUsername: preview?.username ?? null })
    .where(eq(sessions.secretHash, hashSessionSecret(secret)));
}

/** Who has signed in to a workspace, by name. */
export async function listPeople(workspaceId: string): Promise<string[]> {
  const rows = await db()
    .select()
    .from(people)
    .where(eq(people.workspaceId, workspaceId))
    .orderBy(people.name);
  return rows.map(({ name }) => name);
}

/** When a manager of AMP last used a session of this desk; null for one who never signed in here. */
export async function managerLastSeen(environment: EnvironmentName, managerId: number): Promise<Date | null> {
  const [row] = await db()
    .select({ at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.workspaceId, workspacesOfManager(environment, managerId)));
  return row?.at ?? null;
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

/** The live sessions of a workspace, the last used first. @param secret of the one that asks, if it matters which it is */
export async function listSessions(workspaceId: string, secret: string | null): Promise<SessionRow[]> {
  const rows = await db()
    .select()
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.workspaceId, workspaceId), isAlive(limitsOf(now()))))
    .orderBy(desc(sessions.lastSeenAt), sessions.id);
  const ownHash = secret === null ? null : hashSessionSecret(secret);
  return rows.map(
    ({ sessions: { id, device, remoteAddress, createdAt, lastSeenAt, secretHash }, people: person }) => ({
      id,
      personName: person.name,
      device,
      remoteAddress,
      createdAt,
      lastSeenAt,
      isOwn: secretHash === ownHash,
    }),
  );
}

/** @returns false when the workspace has no such live session */
export async function endSessionById(workspaceId: string, id: string): Promise<boolean> {
  const ended = await db()
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.id, id), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends all sessions of a workspace but the one of `secret`. @returns how many were alive */
export async function endOtherSessions(workspaceId: string, secret: string, tx: Db = db()): Promise<number> {
  const others = and(
    eq(sessions.workspaceId, workspaceId),
    ne(sessions.secretHash, hashSessionSecret(secret)),
  );
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(others, isAlive(limitsOf(now()))))
    .returning({ id: sessions.id });
  return ended.length;
}
