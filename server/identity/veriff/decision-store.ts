import { and, desc, eq, inArray } from "drizzle-orm";
import { DecisionStatus, type VeriffDecision } from "@/lib/contracts/identity/veriff";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { veriffDecisions } from "../db/veriff-tables";

export type DecisionRow = Omit<typeof veriffDecisions.$inferSelect, "status"> & { status: DecisionStatus };

type Stored = typeof veriffDecisions.$inferSelect;
const toRow = (row: Stored): DecisionRow => ({ ...row, status: DecisionStatus.parse(row.status) });

/** The last decision of a session; the one before it is overwritten. */
export async function saveDecision(tx: IdentityDb, decision: VeriffDecision): Promise<void> {
  const { id, status, code, reason, reasonCode, decisionTime, acceptanceTime } = decision;
  const values = { status, code, reason, reasonCode, decisionTime, acceptanceTime, createdAt: now() };
  await tx
    .insert(veriffDecisions)
    .values({ id, ...values })
    .onConflictDoUpdate({ target: veriffDecisions.id, set: values });
}

export async function findDecision(db: IdentityDb, sessionId: string): Promise<DecisionRow | null> {
  const [row] = await db.select().from(veriffDecisions).where(eq(veriffDecisions.id, sessionId));
  return row ? toRow(row) : null;
}

/** Newest first. */
export async function listDecisions(db: IdentityDb, sessionIds: string[]): Promise<DecisionRow[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .select()
    .from(veriffDecisions)
    .where(inArray(veriffDecisions.id, sessionIds))
    .orderBy(desc(veriffDecisions.createdAt), desc(veriffDecisions.id));
  return rows.map(toRow);
}

/** @param only a decision of this status alone; null = whatever it was */
export async function deleteDecision(
  tx: IdentityDb,
  sessionId: string,
  only: DecisionStatus | null,
): Promise<void> {
  const isOfSession = eq(veriffDecisions.id, sessionId);
  await tx
    .delete(veriffDecisions)
    .where(only === null ? isOfSession : and(isOfSession, eq(veriffDecisions.status, only)));
}
