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

/** @param amounts sats of each holder, in any order; the treasury's is not among them */
export function lorenzOf(amounts: readonly bigint[]): Lorenz {
  const held = amounts.filter((sats) => sats > 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const sums = [0n];
  for (const sats of held) sums.push((sums.at(-1) ?? 0n) + sats);
  const steps = Math.min(held.length, LORENZ_STEPS);
  const points = Array.from({ length: steps === 0 ? 0 : steps + 1 }, (_, step) => {
    const holders = Math.floor((step * held.length) / steps);
    return { holders, sats: sums[holders] ?? 0n };
  });
  const ranked = held.reduce((sum, sats, at) => sum + sats * BigInt(at + 1), 0n);
  return { points, gini: giniOf(ranked, held.length, sums.at(-1) ?? 0n) };
}

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
