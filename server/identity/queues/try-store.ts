import { eq, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { taskTries } from "../db/lane-tables";

export type Tries = typeof taskTries.$inferSelect;

export async function findTries(db: IdentityDb, task: string): Promise<Tries | null> {
  const [row] = await db.select().from(taskTries).where(eq(taskTries.task, task));
  return row ?? null;
}

/** Counts a try that came to nothing. @returns how many there have been */
export async function countFailure(db: IdentityDb, task: string, reason: string): Promise<number> {
  const first = { task, failures: 1, nextTryAt: now(), reason, isGivenUp: false };
  const [row] = await db
    .insert(taskTries)
    .values(first)
    .onConflictDoUpdate({
      target: taskTries.task,
      set: { failures: sql`${taskTries.failures} + 1`, reason },
    })
    .returning({ failures: taskTries.failures });
  return row?.failures ?? 1;
}

export async function setTries(
  db: IdentityDb,
  task: string,
  values: Partial<Pick<Tries, "nextTryAt" | "isGivenUp" | "failures">>,
): Promise<void> {
  await db.update(taskTries).set(values).where(eq(taskTries.task, task));
}
