import { asc, eq, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { faults } from "../db/control-tables";
import { type Fault, FaultOrder } from "./fault";

/** Every touch of the stored faults. */

export async function insertFault(db: SandboxDb, order: FaultOrder): Promise<Fault> {
  const { surface, target, kind, remaining, skip, ...options } = order;
  const row = { surface, target, kind, remaining, skip, options, createdAt: now() };
  const [inserted] = await db.insert(faults).values(row).returning({ id: faults.id });
  return { ...order, id: inserted?.id ?? 0 };
}

/** In the order they were made. */
export async function selectFaults(db: SandboxDb): Promise<Fault[]> {
  const rows = await db.select().from(faults).orderBy(asc(faults.id));
  return rows.map(({ id, options, createdAt: _, ...columns }) => ({
    ...FaultOrder.parse({ ...(options as object), ...columns }),
    id,
  }));
}

export async function deleteFaults(db: SandboxDb, ids: number[]): Promise<void> {
  if (ids.length > 0) await db.delete(faults).where(isAnyOf(faults.id, ids));
}

/** One call less to let pass. */
export async function countSkipped(db: SandboxDb, id: number): Promise<void> {
  await db
    .update(faults)
    .set({ skip: sql`${faults.skip} - 1` })
    .where(eq(faults.id, id));
}

/** One call less to hit; the last one removes the fault. */
export async function countHit(db: SandboxDb, { id, remaining }: Fault): Promise<void> {
  if (remaining === null) return;
  if (remaining <= 0) return deleteFaults(db, [id]);
  await db
    .update(faults)
    .set({ remaining: sql`${faults.remaining} - 1` })
    .where(eq(faults.id, id));
}
