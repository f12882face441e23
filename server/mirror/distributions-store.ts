import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AmpDistributionHead } from "@/lib/domain/amp-distribution";
import { type Db, db } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { mirrorDistributions } from "@/server/db/schema/mirror-distributions";
import { type CopyId, servedGeneration } from "./copies-store";
import { inOrder } from "./keyset";

export const distributionsOf = (workspaceId: string, assetUuid: string): CopyId => ({
  workspaceId,
  kind: "distributions",
  key: assetUuid,
});

const TABLE_OF_ROWS = sql.raw(
  "(uuid text, status text, txids text[], total_sats bigint, recipients int, confirmed_at timestamptz, block_height int)",
);

export async function storeDistributions(
  tx: Db,
  { workspaceId }: CopyId,
  generation: number,
  heads: AmpDistributionHead[],
): Promise<void> {
  const rows = heads.map(({ distributionUuid, status, txids, totalSats, ...head }) => ({
    ...{ uuid: distributionUuid, status, txids, total_sats: `${totalSats}`, recipients: head.recipients },
    ...{ confirmed_at: head.confirmedAt, block_height: head.blockHeight },
  }));
  await tx.execute(sql`
    insert into ${mirrorDistributions}
      (workspace_id, generation, uuid, status, txids, total_sats, recipients, confirmed_at, block_height)
    select ${workspaceId}::uuid, ${generation}::bigint, r.*
    from ${toldRows(rows)} as r ${TABLE_OF_ROWS}
    on conflict do nothing`);
}

export async function dropDistributions(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  const { workspaceId: owner, generation: of } = mirrorDistributions;
  await tx.delete(mirrorDistributions).where(and(eq(owner, workspaceId), eq(of, generation)));
}

/** Where a page ended: what it is sorted by, a moment in microseconds, then the row's own place. */
export type DistributionPlace = readonly [value: bigint, uuid: string];

const isServed = (id: CopyId): SQL | undefined =>
  and(
    eq(mirrorDistributions.workspaceId, id.workspaceId),
    sql`${mirrorDistributions.generation} = ${servedGeneration(id)}`,
  );

/** What has no time comes behind everything that has one. */
const CONFIRMED = sql`coalesce((extract(epoch from ${mirrorDistributions.confirmedAt}) * 1000000)::bigint, 0)`;

export const SORTS = {
  confirmed: CONFIRMED,
  recipients: sql`${mirrorDistributions.recipients}::bigint`,
  amount: sql`${mirrorDistributions.totalSats}`,
};
export type DistributionSort = keyof typeof SORTS;

export interface DistributionFilter {
  /** In its own id or in one of its transactions'. */
  q?: string | undefined;
  status?: string | undefined;
  /** Those among these, or all others. */
  among?: { uuids: readonly string[]; isIn: boolean } | undefined;
}

function matching(id: CopyId, { q, status, among }: DistributionFilter): SQL | undefined {
  const { uuid, txids } = mirrorDistributions;
  const needle = q?.trim().toLowerCase();
  return and(
    isServed(id),
    needle
      ? sql`(strpos(${uuid}, ${needle}) > 0
          or exists (select 1 from unnest(${txids}) as txid where strpos(txid, ${needle}) > 0))`
      : undefined,
    status === undefined ? undefined : eq(mirrorDistributions.status, status),
    among && sql`(${uuid} = any(${sql.param([...among.uuids])}::text[])) = ${among.isIn}`,
  );
}

export async function selectDistributions(
  id: CopyId,
  filter: DistributionFilter,
  {
    sort,
    isDown,
    after,
    limit,
  }: { sort: DistributionSort; isDown: boolean; after: DistributionPlace | null; limit: number },
): Promise<{ head: AmpDistributionHead; place: DistributionPlace }[]> {
  const value = SORTS[sort];
  const { by, beyond } = inOrder(value, sql`${mirrorDistributions.uuid}`, { isDown, after });
  const rows = await db()
    .select({ row: mirrorDistributions, at: sql<string>`${value}` })
    .from(mirrorDistributions)
    .where(and(matching(id, filter), beyond))
    .orderBy(...by)
    .limit(limit);
  return rows.map(({ row: { uuid, workspaceId: _, generation: __, status, ...head }, at }) => ({
    head: { ...head, distributionUuid: uuid, status: status as AmpDistributionHead["status"] },
    place: [BigInt(at), uuid],
  }));
}

export async function countDistributions(id: CopyId, filter: DistributionFilter): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(mirrorDistributions)
    .where(matching(id, filter));
  return row?.count ?? 0;
}
