import { lt, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { callCounts } from "../db/limit-tables";

export interface Counted {
  key: string;
  /** When the window ends that runs now. */
  endsAt: Date;
}

/**
 * Counts one call for each key, in one statement. A host whose clock is behind adds to the newer window.
 * @returns the calls so far, this one included, by key
 */
export async function countCalls(db: IdentityDb, counted: Counted[]): Promise<Map<string, number>> {
  // always in the same order, so that two callers never wait for each other's rows
  const rows = [...counted].sort((a, b) => (a.key < b.key ? -1 : 1)).map((row) => ({ ...row, count: 1 }));
  const isSameWindow = sql`${callCounts.endsAt} >= excluded.ends_at`;
  const found = await db
    .insert(callCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: callCounts.key,
      set: {
        // far above every limit it need not grow on
        count: sql`case when ${isSameWindow} then least(${callCounts.count} + 1, 2000000) else 1 end`,
        endsAt: sql`greatest(${callCounts.endsAt}, excluded.ends_at)`,
      },
    })
    .returning({ key: callCounts.key, count: callCounts.count });
  return new Map(found.map(({ key, count }) => [key, count]));
}

/** Forgets the windows that are over. */
export async function dropOldCounts(db: IdentityDb): Promise<void> {
  await db.delete(callCounts).where(lt(callCounts.endsAt, now()));
}
