import { and, desc, eq } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { veriffSessions } from "../db/veriff-tables";

/** Every touch of the sessions of the stand-in for Veriff. */

export type SessionRow = typeof veriffSessions.$inferSelect;

export async function insertSession(
  db: SandboxDb,
  row: typeof veriffSessions.$inferInsert,
): Promise<SessionRow> {
  const [inserted] = await db.insert(veriffSessions).values(row).returning();
  return inserted as SessionRow;
}

export async function findSession(db: SandboxDb, id: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(veriffSessions).where(eq(veriffSessions.id, id));
  return row ?? null;
}

export async function findSessionByToken(db: SandboxDb, token: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(veriffSessions).where(eq(veriffSessions.token, token));
  return row ?? null;
}

/** Newest first. */
export function listSessions(
  db: SandboxDb,
  { vendorData, limit }: { vendorData?: string | undefined; limit: number },
): Promise<SessionRow[]> {
  const wanted = vendorData === undefined ? undefined : eq(veriffSessions.vendorData, vendorData);
  return db
    .select()
    .from(veriffSessions)
    .where(and(wanted))
    .orderBy(desc(veriffSessions.sequence))
    .limit(limit);
}

export async function updateSession(
  db: SandboxDb,
  id: string,
  change: Partial<SessionRow>,
): Promise<SessionRow> {
  const [updated] = await db.update(veriffSessions).set(change).where(eq(veriffSessions.id, id)).returning();
  return updated as SessionRow;
}
