import { and, count, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { type Db, databaseTime, db, transaction } from "@/server/db/client";
import { mirrorCopies, mirrorHolds } from "@/server/db/schema/mirror";
import { type CopyId, isCopy } from "./copies-store";

/** One generation that one reading goes by. */
export interface Hold extends CopyId {
  id: string;
  generation: number;
}

const ofGeneration = ({ workspaceId, kind, key, generation }: Omit<Hold, "id">) =>
  and(
    eq(mirrorHolds.workspaceId, workspaceId),
    eq(mirrorHolds.kind, kind),
    eq(mirrorHolds.key, key),
    eq(mirrorHolds.generation, generation),
  );

/** The served rows stay for so long. @returns null when others are served by now */
export async function storeHold(
  { workspaceId, kind, key, generation }: CopyId & { generation: number },
  forMs: number,
): Promise<Hold | null> {
  const hold: Hold = { id: crypto.randomUUID(), workspaceId, kind, key, generation };
  const { rowCount } = await db().execute(sql`
    insert into ${mirrorHolds} (id, workspace_id, generation, kind, key, until)
    select ${hold.id}::uuid, workspace_id, generation, kind, key,
      ${databaseTime()} + ${forMs}::float8 * interval '1 millisecond'
    from ${mirrorCopies} where ${isCopy(hold)} and ${mirrorCopies.generation} = ${generation}
    for share`);
  return rowCount === 1 ? hold : null;
}

/** Under the copy's lock. Holds whose time is over are none. */
export async function isHeld(tx: Db, id: CopyId, generation: number): Promise<boolean> {
  const which = ofGeneration({ ...id, generation });
  const { rows } = await tx.execute<{ held: boolean }>(sql`
    with over as (delete from ${mirrorHolds} where ${which} and ${mirrorHolds.until} < ${databaseTime()} returning id)
    select exists (select 1 from ${mirrorHolds} where ${which} and id not in (select id from over)) as held`);
  return rows[0]?.held === true;
}

/**
 * A single row is about to be written: the generations it belongs to, held until the end of the transaction. What a
 * reading goes by stays as that began: the next page reads a list of its own instead.
 */
export async function holdGenerations(tx: Db, id: CopyId): Promise<number[]> {
  const [row] = await tx
    .update(mirrorCopies)
    .set({ digest: null })
    .where(isCopy(id))
    .returning({ generation: mirrorCopies.generation, next: mirrorCopies.next });
  const [served, next] = [row?.generation ?? null, row?.next ?? null];
  const isRead = served !== null && (await isHeld(tx, id, served));
  if (isRead) await tx.update(mirrorCopies).set({ staleAt: databaseTime() }).where(isCopy(id));
  return [isRead ? null : served, next].filter((one) => one !== null);
}

/** Whether the rows of all of them are still there, for their time is not over. */
export async function areHeld(holds: readonly Hold[]): Promise<boolean> {
  const ids = holds.map(({ id }) => id);
  const [found] = await db()
    .select({ count: count() })
    .from(mirrorHolds)
    .where(and(inArray(mirrorHolds.id, ids), gt(mirrorHolds.until, databaseTime())));
  return found?.count === ids.length;
}

/** @param drop in the same transaction, when nobody needs its rows any more */
export const endHold = (hold: Hold, drop: (tx: Db) => Promise<void>): Promise<void> =>
  transaction(async (tx) => {
    const [copy] = await tx
      .select({ generation: mirrorCopies.generation })
      .from(mirrorCopies)
      .where(isCopy(hold))
      .for("update");
    const ended = await tx
      .delete(mirrorHolds)
      .where(eq(mirrorHolds.id, hold.id))
      .returning({ id: mirrorHolds.id });
    if (ended.length === 0 || copy?.generation === hold.generation) return;
    if (!(await isHeld(tx, hold, hold.generation))) await drop(tx);
  });

/** Those whose reading did not come to its end in time. */
export async function holdsThatAreOver(): Promise<Hold[]> {
  const { id, workspaceId, kind, key, generation, until } = mirrorHolds;
  const rows = await db()
    .select({ id, workspaceId, kind, key, generation })
    .from(mirrorHolds)
    .where(lt(until, databaseTime()));
  return rows as Hold[];
}
