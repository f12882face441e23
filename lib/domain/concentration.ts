/** How much lies with how few, over everybody beside the treasury. */
export interface Concentration {
  holders: number;
  totalSats: bigint;
  /** Of the ten largest together. */
  topSats: bigint;
  /** As few of the largest as have half of it together; 0 when nobody holds any. */
  holdersToHalf: number;
  /** Herfindahl-Hirschman index in points: 10,000 with one holder, near 0 with many equal ones. Rounded half up. */
  hhi: bigint;
}

export const TOP = 10;
const FULL = 10_000n;

/** @param amounts sats of each holder, in any order; the treasury's is not among them */
export function concentrationOf(amounts: readonly bigint[]): Concentration {
  const held = amounts.filter((sats) => sats > 0n).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const totalSats = sum(held);
  return {
    holders: held.length,
    totalSats,
    topSats: sum(held.slice(0, TOP)),
    holdersToHalf: countToHalf(held, totalSats),
    hhi: hhiOf(
      held.reduce((squares, sats) => squares + sats * sats, 0n),
      totalSats,
    ),
  };
}

/** The sum of squared shares × 10,000 from the sum of squares: one rounding at the end. */
export function hhiOf(squares: bigint, totalSats: bigint): bigint {
  const whole = totalSats * totalSats;
  return whole === 0n ? 0n : (2n * FULL * squares + whole) / (2n * whole);
}

function countToHalf(largestFirst: readonly bigint[], totalSats: bigint): number {
  let reached = 0n;
  let count = 0;
  for (const sats of largestFirst) {
    if (reached * 2n >= totalSats) break;
    reached += sats;
    count += 1;
  }
  return count;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, sats) => total + sats, 0n);

/** Bounds of the index by which competition authorities tell markets apart. */
export const concentrationLevel = (hhi: bigint): "low" | "moderate" | "high" =>
  hhi < 1_500n ? "low" : hhi < 2_500n ? "moderate" : "high";
