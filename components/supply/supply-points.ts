import type { SupplyChange } from "@/lib/domain/supply-history";

export interface SupplyPoint {
  /** Milliseconds: when it became so. */
  at: number;
  /** In millionths of the largest supply there was: only for drawing, the figures come from the sats. */
  level: number;
  supplySats: bigint;
}

const WHOLE = 1_000_000n;

/** The corners of the line: from nothing to each step, and on to the end of the chart. */
export function toPoints(changes: readonly SupplyChange[], until: number): SupplyPoint[] {
  const [largest = 1n] = changes.map(({ supplySats }) => supplySats).sort((a, b) => (a < b ? 1 : -1));
  const points = changes.map(({ at, supplySats }) => ({
    at: at.getTime(),
    level: largest === 0n ? 0 : Number((supplySats * WHOLE) / largest),
    supplySats,
  }));
  const last = points.at(-1);
  return last && last.at < until ? [...points, { ...last, at: until }] : points;
}
