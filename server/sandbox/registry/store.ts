import { and, asc, eq } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { registryEntries } from "../db/control-tables";

/** Every touch of the registry's table. */

export type EntryRow = typeof registryEntries.$inferSelect;

export async function findEntry(db: SandboxDb, assetId: string): Promise<EntryRow | null> {
  const [row] = await db.select().from(registryEntries).where(eq(registryEntries.assetId, assetId));
  return row ?? null;
}

export async function isTickerTaken(db: SandboxDb, domain: string, ticker: string): Promise<boolean> {
  const rows = await db
    .select({ assetId: registryEntries.assetId })
    .from(registryEntries)
    .where(and(eq(registryEntries.domain, domain), eq(registryEntries.ticker, ticker)));
  return rows.length > 0;
}

export function listEntries(db: SandboxDb): Promise<EntryRow[]> {
  return db.select().from(registryEntries).orderBy(asc(registryEntries.sequence));
}

export async function insertEntry(db: SandboxDb, row: Omit<EntryRow, "sequence">): Promise<EntryRow> {
  const [inserted] = await db.insert(registryEntries).values(row).returning();
  return inserted as EntryRow;
}

export async function deleteEntry(db: SandboxDb, assetId: string): Promise<void> {
  await db.delete(registryEntries).where(eq(registryEntries.assetId, assetId));
}
