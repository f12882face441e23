import { sql } from "drizzle-orm";
import type { HolderKind } from "@/lib/domain/ownership";
import { db } from "@/server/db/client";
import { mirrorHolders } from "@/server/db/schema/mirror";
import { type CopyId, servedGeneration } from "./copies-store";

/** What the owners of an asset add up to, in sats; owners other than the treasury are holders. */
export interface HolderAggregates {
  /** Owners and their sum by kind; a kind nobody is of is left out. */
  kinds: { kind: HolderKind; count: number; sumSats: bigint }[];
  holderCount: number;
  /** What all holders have together. */
  heldSats: bigint;
  /** What the largest `top` holders have together. */
  topSats: bigint;
  /** How few holders have half of it together; 0 when nobody holds anything. */
  holdersToHalf: number;
  /** The sum of the squares of what each has: over `heldSats`² it is the Herfindahl–Hirschman index. */
  squaresSum: bigint;
}

/**
 * PostgreSQL adds up with all digits. Holders with the same amount are counted together first: most assets are held in
 * few different ones.
 */
export async function aggregateHolders(id: CopyId, top: number): Promise<HolderAggregates> {
  const served = sql`workspace_id = ${id.workspaceId} and generation = ${servedGeneration(id)}`;
  const [kinds, figures] = await Promise.all([
    db().execute<{ kind: HolderKind; count: number; sum: string }>(
      sql`select kind, count(*)::int as count, sum(amount)::text as sum from ${mirrorHolders} where ${served}
        group by kind order by kind`,
    ),
    db().execute<{ count: number; held: string; top: string; to_half: number; squares: string }>(sql`
      with amounts as (
        select amount::numeric as amount, count(*)::numeric as holders
        from ${mirrorHolders} where ${served} and kind <> 'treasury' group by amount
      ), reached as (
        select amount, holders, sum(holders) over largest - holders as before,
          sum(amount * holders) over largest - amount * holders as sum_before, sum(amount * holders) over () as held
        from amounts window largest as (order by amount desc rows unbounded preceding)
      )
      select coalesce(sum(holders), 0)::int as count, coalesce(max(held), 0)::text as held,
        coalesce(sum(amount * greatest(0, least(holders, ${top} - before))), 0)::text as top,
        coalesce(sum(greatest(0, least(holders, div(held - 2 * sum_before + 2 * amount - 1, 2 * amount)))), 0)::int
          as to_half,
        coalesce(sum(amount * amount * holders), 0)::text as squares
      from reached`),
  ]);
  const found = figures.rows[0];
  return {
    kinds: kinds.rows.map(({ kind, count, sum }) => ({ kind, count, sumSats: BigInt(sum) })),
    holderCount: found?.count ?? 0,
    heldSats: BigInt(found?.held ?? 0),
    topSats: BigInt(found?.top ?? 0),
    holdersToHalf: found?.to_half ?? 0,
    squaresSum: BigInt(found?.squares ?? 0),
  };
}

/** What lies in the treasury, in sats. */
export async function sumTreasury(id: CopyId): Promise<bigint> {
  const { rows } = await db().execute<{ sum: string }>(sql`
    select coalesce(sum(amount), 0)::text as sum from ${mirrorHolders}
    where workspace_id = ${id.workspaceId} and generation = ${servedGeneration(id)} and kind = 'treasury'`);
  return BigInt(rows[0]?.sum ?? 0);
}
