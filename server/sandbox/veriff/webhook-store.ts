import { and, asc, desc, eq, isNotNull, lte } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { veriffWebhooks } from "../db/veriff-tables";

/** Every touch of the webhooks of the stand-in for Veriff. */

export type WebhookRow = typeof veriffWebhooks.$inferSelect;
export type NewWebhook = typeof veriffWebhooks.$inferInsert;

export async function insertWebhooks(db: SandboxDb, rows: NewWebhook[]): Promise<void> {
  if (rows.length > 0) await db.insert(veriffWebhooks).values(rows);
}

/** The one that is due first, if one is due at `at`. */
export async function findDueWebhook(db: SandboxDb, at: Date): Promise<WebhookRow | null> {
  const [row] = await db
    .select()
    .from(veriffWebhooks)
    .where(lte(veriffWebhooks.nextAttempt, at))
    .orderBy(asc(veriffWebhooks.nextAttempt), asc(veriffWebhooks.id))
    .limit(1);
  return row ?? null;
}

/** When the next one is due; null when none waits. */
export async function nextAttempt(db: SandboxDb): Promise<Date | null> {
  const [row] = await db
    .select({ at: veriffWebhooks.nextAttempt })
    .from(veriffWebhooks)
    .where(isNotNull(veriffWebhooks.nextAttempt))
    .orderBy(asc(veriffWebhooks.nextAttempt))
    .limit(1);
  return row?.at ?? null;
}

export async function findWebhook(db: SandboxDb, id: number): Promise<WebhookRow | null> {
  const [row] = await db.select().from(veriffWebhooks).where(eq(veriffWebhooks.id, id));
  return row ?? null;
}

/** Newest first. */
export function listWebhooks(
  db: SandboxDb,
  { sessionId, limit }: { sessionId?: string | undefined; limit: number },
): Promise<WebhookRow[]> {
  const wanted = sessionId === undefined ? undefined : eq(veriffWebhooks.sessionId, sessionId);
  return db.select().from(veriffWebhooks).where(and(wanted)).orderBy(desc(veriffWebhooks.id)).limit(limit);
}

export async function updateWebhook(db: SandboxDb, id: number, change: Partial<WebhookRow>): Promise<void> {
  await db.update(veriffWebhooks).set(change).where(eq(veriffWebhooks.id, id));
}
