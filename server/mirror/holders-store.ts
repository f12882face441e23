import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Ownership } from "@/lib/contracts/amp/ownerships";
import type { HolderKind } from "@/lib/domain/ownership";
import { type Db, db } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { mirrorHolders, mirrorHoldings, mirrorUsers } from "@/server/db/schema/mirror";
import { type CopyId, namesGaidOf, servedGeneration } from "./copies-store";
import { asking, type OwnersSource } from "./owners-store";
import { hasAll, isServedUser } from "./users-store";

export const holdersOf = (workspaceId: string, assetUuid: string): CopyId => ({
  workspaceId,
  kind: "holders",
  key: assetUuid,
});

/** A row of AMP's with the owner it belongs to. */
export interface Holding {
  part: Ownership;
  holderId: string;
  kind: HolderKind;
  userId: number | null;
}

const TABLE_OF_ROWS = sql.raw(
  "(position int, holder_id text, kind text, user_id int, gaid text, amount bigint)",
);

export async function storeHoldings(
  tx: Db,
  { workspaceId }: CopyId,
  generation: number,
  holdings: Holding[],
  from: number,
): Promise<void> {
  const rows = holdings.map(({ part, holderId, kind, userId }, at) => ({
    position: from + at,
    holder_id: holderId,
    kind,
    user_id: userId,
    gaid: part.gaid,
    amount: `${part.amount}`,
  }));
  await tx.execute(sql`
    insert into ${mirrorHoldings} (workspace_id, generation, position, holder_id, kind, user_id, gaid, amount)
    select ${workspaceId}::uuid, ${generation}::bigint, r.*
    from ${toldRows(rows)} as r ${TABLE_OF_ROWS} where r.amount > 0`);
}

/** Puts an owner's GAIDs together. */
export async function addUpHolders(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  await tx.execute(sql`
    insert into ${mirrorHolders} (workspace_id, generation, id, kind, user_id, amount)
    select workspace_id, generation, holder_id, min(kind), min(user_id), sum(amount)
    from ${mirrorHoldings} where workspace_id = ${workspaceId} and generation = ${generation}
    group by workspace_id, generation, holder_id`);
}

export async function dropHoldings(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  for (const table of [mirrorHoldings, mirrorHolders]) {
    await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.generation, generation)));
  }
}

const isServed = (table: typeof mirrorHolders | typeof mirrorHoldings, id: CopyId): SQL | undefined =>
  and(eq(table.workspaceId, id.workspaceId), sql`${table.generation} = ${servedGeneration(id)}`);

/** The owners that are served, and the users who give the names. */
export const servedOwners = (id: CopyId): OwnersSource => ({
  ask: asking(db()),
  parts: sql`select holder_id, kind, user_id, gaid, amount from ${mirrorHoldings}
    where ${isServed(mirrorHoldings, id)}`,
  owners: sql`select id, kind, user_id, amount from ${mirrorHolders} where ${isServed(mirrorHolders, id)}`,
  users: sql`select id, name, gaid, sort_name, search from ${mirrorUsers}
    where ${isServedUser(id.workspaceId)}`,
});

/** What the owners of a generation that is coming in add up to is read from these: kind, amount. */
export const amountsOf = ({ workspaceId }: CopyId, generation: number): SQL =>
  sql`select kind, amount from ${mirrorHolders}
    where workspace_id = ${workspaceId} and generation = ${generation}`;

/** Owners who are in all categories of `before` and not in all of `after`. */
export async function countLosing(
  id: CopyId,
  before: readonly number[],
  after: readonly number[],
): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from ${mirrorHolders}
    join ${mirrorUsers} on ${mirrorUsers.id} = ${mirrorHolders.userId}
    where ${isServed(mirrorHolders, id)} and ${isServedUser(id.workspaceId)}
      and ${hasAll(before)} and not ${hasAll(after)}`);
  return rows[0]?.count ?? 0;
}

export const holdersNameGaidOf = (userId: number | null): SQL => namesGaidOf(mirrorHoldings, userId);
