import { and, asc, desc, eq, lt } from "drizzle-orm";
import { JOURNAL_LINES, type JournalLine, type JournalPage } from "@/lib/domain/journal";
import { decodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { operationJournal } from "@/server/db/schema/treasury";

const { id, operationId: of } = operationJournal;

const toLine = (row: typeof operationJournal.$inferSelect): JournalLine => ({
  id: row.id,
  at: row.at,
  step: row.step,
  phase: row.phase as JournalLine["phase"],
  detail: decodeJson(row.detail) as JournalLine["detail"],
});

/** All of it, as it was written. */
export async function readJournal(operationId: string): Promise<JournalLine[]> {
  const rows = await db().select().from(operationJournal).where(eq(of, operationId)).orderBy(asc(id));
  return rows.map(toLine);
}

/** Its last lines, or the last before one of them. */
export async function readJournalPage(operationId: string, before?: bigint): Promise<JournalPage> {
  const lines = await db()
    .select()
    .from(operationJournal)
    .where(and(eq(of, operationId), before === undefined ? undefined : lt(id, before)))
    .orderBy(desc(id))
    .limit(JOURNAL_LINES);
  const first = lines.at(-1);
  const earlier = first ? await db().$count(operationJournal, and(eq(of, operationId), lt(id, first.id))) : 0;
  return { lines: lines.map(toLine).reverse(), earlier };
}
