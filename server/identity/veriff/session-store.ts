import { desc, eq } from "drizzle-orm";
import type { SessionState } from "@/lib/contracts/identity/veriff";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { veriffSessions } from "../db/veriff-tables";

export type SessionRow = typeof veriffSessions.$inferSelect;

const STATES: readonly SessionState[] = ["created", "started", "submitted"];

export const stateOf = ({ state }: Pick<SessionRow, "state">): SessionState => STATES[state] ?? "created";

/** A session that Veriff has just made. */
export async function insertSession(
  db: IdentityDb,
  session: Pick<SessionRow, "id" | "userAddress" | "url" | "vendorData" | "host" | "status">,
): Promise<SessionRow> {
  const row = { ...session, connected: false, createdAt: now(), state: STATES.indexOf("created") };
  await db.insert(veriffSessions).values(row);
  return row;
}

export async function findSession(db: IdentityDb, id: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(veriffSessions).where(eq(veriffSessions.id, id));
  return row ?? null;
}

/** Newest first. */
export const listSessions = (db: IdentityDb, address: string): Promise<SessionRow[]> =>
  db
    .select()
    .from(veriffSessions)
    .where(eq(veriffSessions.userAddress, address))
    .orderBy(desc(veriffSessions.createdAt), desc(veriffSessions.id));

export async function setState(tx: IdentityDb, id: string, state: SessionState): Promise<void> {
  await tx
    .update(veriffSessions)
    .set({ state: STATES.indexOf(state) })
    .where(eq(veriffSessions.id, id));
}

/** An approval of it links a wallet; a session that is not stored is none of our business. */
export async function connectSession(tx: IdentityDb, id: string): Promise<void> {
  await tx.update(veriffSessions).set({ connected: true }).where(eq(veriffSessions.id, id));
}
