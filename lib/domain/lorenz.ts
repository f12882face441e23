import { printUnits } from "./units";

/** What the smallest `holders` have together. */
export interface LorenzPoint {
  holders: number;
  sats: bigint;
}

/** A part of a whole, exact. */
export interface Ratio {
  part: bigint;
  whole: bigint;
}

/** How evenly the holders share, over everybody beside the treasury. */
export interface Lorenz {
  /** From nobody to everybody; empty when nobody holds anything. */
  points: LorenzPoint[];
  /** 0 where all have the same, near 1 where one of many has everything. */
  gini: Ratio;
}

/** Steps from nobody to everybody, however many holders there are. */
export const LORENZ_STEPS = 50;

/**
 * Of all pairs of holders, how far the two are apart on average, over twice the average holding.
 * @param ranked the sum of each holding times its place, the smallest having the first one
 */
export function giniOf(ranked: bigint, holders: number, totalSats: bigint): Ratio {
  return { part: 2n * ranked - totalSats * BigInt(holders + 1), whole: totalSats * BigInt(holders) };
}

const DIGITS = 3;

/** With three digits, rounded half up: a third → "0.333". */
export function shownRatio({ part, whole }: Ratio): string {
  if (whole === 0n) return printUnits(0n, DIGITS);
  return printUnits((2n * 10n ** BigInt(DIGITS) * part + whole) / (2n * whole), DIGITS);
}

/** Shares of the holders, in percent, for which the figures stand beside the curve. */
const TOLD = [20, 40, 60, 80, 90, 100];

/** Some of the points as figures; with few holders some of the shares are one point. */
export function toldPoints(points: readonly LorenzPoint[]): LorenzPoint[] {
  const steps = points.length - 1;
  const told = TOLD.map((percent) => points[Math.floor((percent * steps) / 100)]);
  return [...new Set(told)].filter((point) => point !== undefined).filter(({ holders }) => holders > 0);
}
