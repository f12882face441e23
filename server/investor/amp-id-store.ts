import { and, eq, gt } from "drizzle-orm";
import type { EnvironmentName } from "@/lib/domain/actor";
import { db, transaction } from "@/server/db/client";
import { portalAmpIds, portalGaidTexts } from "@/server/db/schema/portal";
import { now } from "@/server/platform/clock";

export interface GaidText {
  sessionId: string;
  gaid: string;
  text: string;
  /** When AMP said that the GAID exists, and which AMP; null when nobody could be asked. */
  checkedAt: Date | null;
  checkedBy: EnvironmentName | null;
  expiresAt: Date;
}

export type StoredAmpId = typeof portalAmpIds.$inferSelect;

/** One text at a time for a session; a new one takes the place of the last. */
export async function saveGaidText({ sessionId, ...values }: GaidText): Promise<void> {
  await db()
    .insert(portalGaidTexts)
    .values({ sessionId, ...values })
    .onConflictDoUpdate({ target: portalGaidTexts.sessionId, set: values });
}

export async function findGaidText(sessionId: string, gaid: string): Promise<GaidText | null> {
  const { sessionId: session, gaid: named, expiresAt } = portalGaidTexts;
  const [row] = await db()
    .select()
    .from(portalGaidTexts)
    .where(and(eq(session, sessionId), eq(named, gaid), gt(expiresAt, now())));
  return row ?? null;
}

export async function findAmpId(address: string): Promise<StoredAmpId | null> {
  const [row] = await db().select().from(portalAmpIds).where(eq(portalAmpIds.address, address));
  return row ?? null;
}

/** Takes the place of an earlier one; the session's text is used up by it. */
export async function saveAmpId(sessionId: string, { address, ...values }: StoredAmpId): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .insert(portalAmpIds)
      .values({ address, ...values })
      .onConflictDoUpdate({ target: portalAmpIds.address, set: values });
    await tx.delete(portalGaidTexts).where(eq(portalGaidTexts.sessionId, sessionId));
  });
}

/** An environment's AMP has confirmed a GAID that was not, or by another one, when it was bound. */
export async function noteGaidChecked(
  address: string,
  gaid: string,
  checked: { checkedAt: Date; checkedBy: EnvironmentName },
): Promise<void> {
  await db()
    .update(portalAmpIds)
    .set(checked)
    .where(and(eq(portalAmpIds.address, address), eq(portalAmpIds.gaid, gaid)));
}

export async function forgetAmpId(address: string): Promise<void> {
  await db().delete(portalAmpIds).where(eq(portalAmpIds.address, address));
}
