import { type SQL, sql } from "drizzle-orm";
import { giniOf, LORENZ_STEPS, type Lorenz } from "@/lib/domain/lorenz";
import type { HolderKind } from "@/lib/domain/ownership";
import type { Ask } from "./owners-store";

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
 * @param amounts what each owner has: kind, amount
 */
export async function aggregateHolders(ask: Ask, amounts: SQL, top: number): Promise<HolderAggregates> {
  const [kinds, figures] = await Promise.all([
    ask<{ kind: HolderKind; count: number; sum: string }>(
      sql`select kind, count(*)::int as count, sum(amount)::text as sum from (${amounts}) as o
        group by kind order by kind`,
    ),
    ask<{ count: number; held: string; top: string; to_half: number; squares: string }>(sql`
      with amounts as (
        select amount::numeric as amount, count(*)::numeric as holders
        from (${amounts}) as o where kind <> 'treasury' group by amount
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
  const [found] = figures;
  return {
    kinds: kinds.map(({ kind, count, sum }) => ({ kind, count, sumSats: BigInt(sum) })),
    holderCount: found?.count ?? 0,
    heldSats: BigInt(found?.held ?? 0),
    topSats: BigInt(found?.top ?? 0),
    holdersToHalf: found?.to_half ?? 0,
    squaresSum: BigInt(found?.squares ?? 0),
  };
}

/** How evenly the holders share. @param amounts what each owner has: kind, amount */
export async function lorenzOfHolders(ask: Ask, amounts: SQL): Promise<Lorenz> {
  const stepsUntil = (place: SQL) => sql`((${place}) * steps + count - 1) / count`;
  const rows = await ask<{
    count: number;
    total: string;
    ranked: string;
    points: [holders: number, sats: string][] | null;
  }>(sql`
    select coalesce(max(count), 0)::int as count, coalesce(sum(amount), 0)::text as total,
      coalesce(sum(amount::numeric * place), 0)::text as ranked,
      json_agg(json_build_array(place, sats::text) order by place)
        filter (where ${stepsUntil(sql`place`)} < ${stepsUntil(sql`place + 1`)}) as points
    from (
      select amount, row_number() over smallest as place, sum(amount) over smallest as sats,
        count(*) over () as count, least(count(*) over (), ${LORENZ_STEPS}) as steps
      from (${amounts}) as o where kind <> 'treasury'
      window smallest as (order by amount rows unbounded preceding)
    ) as x`);
  const { count = 0, total = "0", ranked = "0", points } = rows[0] ?? {};
  const reached = (points ?? []).map(([holders, sats]) => ({ holders, sats: BigInt(sats) }));
  return {
    points: points ? [{ holders: 0, sats: 0n }, ...reached] : [],
    gini: giniOf(BigInt(ranked), count, BigInt(total)),
  };
}

/** What lies in the treasury, in sats. */
export async function sumTreasury(ask: Ask, amounts: SQL): Promise<bigint> {
  const rows = await ask<{ sum: string }>(sql`
    select coalesce(sum(amount), 0)::text as sum from (${amounts}) as o where kind = 'treasury'`);
  return BigInt(rows[0]?.sum ?? 0);
}
