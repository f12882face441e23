import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Ownership } from "@/lib/contracts/amp/ownerships";
import type { HolderKind, OwnersBy } from "@/lib/domain/ownership";
import { type Db, db } from "@/server/db/client";
import { mirrorHolders, mirrorHoldings, mirrorUsers } from "@/server/db/schema/mirror";
import { type CopyId, servedGeneration } from "./copies-store";
import { isByAmount, keyset, type OwnedPage, type OwnedPlace, placeOf } from "./keyset";
import { eachNameSql, hasAll, isServedUser, namesSql } from "./users-store";

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
    from json_to_recordset(${JSON.stringify(rows)}::json) as r ${TABLE_OF_ROWS} where r.amount > 0`);
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

export interface HolderFilter {
  q?: string | undefined;
  kind?: string | undefined;
  /** Of the kinds whose name on the screen holds the words that are searched for. */
  namedKinds?: readonly HolderKind[];
}

export interface FoundHolder {
  id: string;
  kind: HolderKind;
  userId: number | null;
  name: string | null;
  /** Of the row: one GAID's in a list of GAIDs. */
  gaid: string | null;
  amount: bigint;
  place: OwnedPlace;
}

/** Owners, or their single GAIDs (`by` "gaid"), with the names of the registered users. */
export async function selectHolders(
  id: CopyId,
  filter: HolderFilter,
  page: OwnedPage & { by: OwnersBy },
): Promise<FoundHolder[]> {
  const { value, order, beyond } = keyset(page);
  const all = page.by === "user" ? ownersSql(id) : gaidsSql(id);
  const wanted = and(matching(id, filter), beyond) ?? sql`true`;
  // Where only what is shown needs the names, they are looked up one by one.
  const found = isByAmount(page.sort)
    ? sql`(select * from (${all}) as x where ${wanted} ${order} limit ${page.limit}) as x ${eachNameSql(id.workspaceId)}`
    : sql`(${all}) as x ${namesSql(id.workspaceId)} where ${wanted}`;
  const { rows } = await db().execute<{
    id: string;
    kind: HolderKind;
    user_id: number | null;
    name: string | null;
    gaid: string | null;
    amount: string;
    value: string;
    place: string;
  }>(sql`
    select x.id, x.kind, x.user_id, u.name, x.gaid, x.amount, ${value} as value, x.place
    from ${found} ${order} limit ${page.limit}`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    name: row.name,
    gaid: row.gaid,
    amount: BigInt(row.amount),
    place: placeOf(page.sort, row),
  }));
}

const ownersSql = (id: CopyId) =>
  sql`select id, kind, user_id, null::text as gaid, amount, id as place from ${mirrorHolders}
    where ${isServed(mirrorHolders, id)}`;
const gaidsSql = (id: CopyId) =>
  sql`select holder_id as id, kind, user_id, gaid, amount, holder_id || '/' || coalesce(gaid, '') as place
    from ${mirrorHoldings} where ${isServed(mirrorHoldings, id)}`;

function matching(id: CopyId, { q, kind, namedKinds = [] }: HolderFilter): SQL | undefined {
  const needle = q?.trim().toLowerCase();
  const found = sql`x.id in (
    select id from ${mirrorHolders} where ${isServed(mirrorHolders, id)}
      and kind = any(${sql.param([...namedKinds])}::text[])
    union all select 'user:' || id from ${mirrorUsers}
      where ${isServedUser(id.workspaceId)} and strpos(search, ${needle}) > 0
    union all select holder_id from ${mirrorHoldings}
      where ${isServed(mirrorHoldings, id)} and strpos(lower(gaid), ${needle}) > 0)`;
  return and(kind === undefined ? undefined : sql`x.kind = ${kind}`, needle ? found : undefined);
}

export async function countHolders(id: CopyId, filter: HolderFilter, by: OwnersBy): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from (${by === "user" ? ownersSql(id) : gaidsSql(id)}) as x
    where ${matching(id, filter) ?? sql`true`}`);
  return rows[0]?.count ?? 0;
}

/** The GAIDs of some owners, by owner, the fullest first. */
export async function selectGaids(
  id: CopyId,
  holderIds: readonly string[],
): Promise<Map<string, { gaid: string; amountSats: bigint }[]>> {
  const rows = await db()
    .select({
      holderId: mirrorHoldings.holderId,
      gaid: mirrorHoldings.gaid,
      amountSats: mirrorHoldings.amount,
    })
    .from(mirrorHoldings)
    .where(
      and(
        isServed(mirrorHoldings, id),
        sql`${mirrorHoldings.holderId} = any(${sql.param([...holderIds])}::text[])`,
      ),
    )
    .orderBy(sql`${mirrorHoldings.amount} desc`, mirrorHoldings.position);
  const found = new Map<string, { gaid: string; amountSats: bigint }[]>();
  for (const { holderId, gaid, amountSats } of rows) {
    if (gaid !== null) found.set(holderId, [...(found.get(holderId) ?? []), { gaid, amountSats }]);
  }
  return found;
}

/** Who owns what lies in some GAIDs; null for an account without a record. A GAID that holds nothing is left out. */
export async function selectOwnersOf(
  id: CopyId,
  gaids: readonly string[],
): Promise<Map<string, number | null>> {
  const isOne = sql`${mirrorHoldings.gaid} = any(${sql.param([...gaids])}::text[])`;
  const rows = await db()
    .select({ gaid: mirrorHoldings.gaid, userId: mirrorHoldings.userId })
    .from(mirrorHoldings)
    .where(and(isServed(mirrorHoldings, id), isOne));
  return new Map(rows.map(({ gaid, userId }) => [gaid ?? "", userId]));
}

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
