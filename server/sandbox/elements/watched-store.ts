import { and, asc, eq, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { watchedScripts } from "../db/ledger-tables";

/** Every touch of the scripts that wallets follow without their keys. */

export type WatchedRow = typeof watchedScripts.$inferSelect;

export async function findWatched(
  db: SandboxDb,
  owner: string,
  scriptHexes: string[],
): Promise<WatchedRow[]> {
  if (scriptHexes.length === 0) return [];
  const wanted = isAnyOf(watchedScripts.scriptHex, [...new Set(scriptHexes)]);
  return db
    .select()
    .from(watchedScripts)
    .where(and(eq(watchedScripts.owner, owner), wanted));
}

/** What was imported into the wallet: each descriptor with its first import and the number of its scripts. */
export async function listWatched(db: SandboxDb, owner: string): Promise<WatchedRow[]> {
  return db
    .select()
    .from(watchedScripts)
    .where(eq(watchedScripts.owner, owner))
    .orderBy(asc(watchedScripts.importedAt), asc(watchedScripts.scriptHex));
}

const ROWS_AT_ONCE = 1000;

/** An import of the same script again changes its label and descriptor. */
export async function insertWatched(db: SandboxDb, rows: Omit<WatchedRow, "importedAt">[]): Promise<void> {
  const importedAt = now();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await db
      .insert(watchedScripts)
      .values(rows.slice(start, start + ROWS_AT_ONCE).map((row) => ({ ...row, importedAt })))
      .onConflictDoUpdate({
        target: [watchedScripts.owner, watchedScripts.scriptHex],
        set: {
          label: sql`excluded.label`,
          isChange: sql`excluded.is_change`,
          descriptor: sql`excluded.descriptor`,
        },
      });
  }
}
