import { and, eq, ne, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { veriffWebhooks } from "../db/kyc-tables";

export interface Webhook {
  /** An erasure is no webhook: it says that those of a session are not to be carried out any more. */
  kind: "event" | "decision" | "erasure";
  /** SHA-256 of the body, hexadecimal. */
  digest: string;
  /** null for a body that nobody can read. */
  sessionId: string | null;
  attemptId: string | null;
  /** The event's action or the decision's status. */
  said: string | null;
}
export type Outcome = "accepted" | "ignored" | "refused";

/** Until the transaction ends, no other webhook of this session is carried out. */
export async function lockSession(tx: IdentityDb, sessionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veriff-session:${sessionId}`}, 0))`);
}

/** Notes how a webhook ended; that one was accepted is not forgotten. */
export async function noteWebhook(db: IdentityDb, webhook: Webhook, outcome: Outcome): Promise<void> {
  const receivedAt = now();
  await db
    .insert(veriffWebhooks)
    .values({ ...webhook, outcome, receivedAt })
    .onConflictDoUpdate({
      target: [veriffWebhooks.kind, veriffWebhooks.digest],
      set: { outcome, receivedAt },
      setWhere: ne(veriffWebhooks.outcome, "accepted"),
    });
}

const isThere = async (db: IdentityDb, condition: ReturnType<typeof and>): Promise<boolean> =>
  (await db.select({ id: veriffWebhooks.id }).from(veriffWebhooks).where(condition).limit(1)).length > 0;

const isAccepted = eq(veriffWebhooks.outcome, "accepted");

/** Whether the very same body was carried out before. */
export const wasAccepted = (db: IdentityDb, { kind, digest }: Webhook): Promise<boolean> =>
  isThere(db, and(isAccepted, eq(veriffWebhooks.kind, kind), eq(veriffWebhooks.digest, digest)));

export const wasErased = (db: IdentityDb, sessionId: string): Promise<boolean> =>
  isThere(db, and(eq(veriffWebhooks.kind, "erasure"), eq(veriffWebhooks.sessionId, sessionId)));

/** Whether this attempt of the session was handed in already. */
export const wasSubmitted = (db: IdentityDb, sessionId: string, attemptId: string): Promise<boolean> =>
  isThere(
    db,
    and(
      ...[isAccepted, eq(veriffWebhooks.kind, "event"), eq(veriffWebhooks.said, "submitted")],
      ...[eq(veriffWebhooks.sessionId, sessionId), eq(veriffWebhooks.attemptId, attemptId)],
    ),
  );
