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

/** The sum of squared shares × 10,000 from the sum of squares: one rounding at the end. */
export function hhiOf(squares: bigint, totalSats: bigint): bigint {
  const whole = totalSats * totalSats;
  return whole === 0n ? 0n : (2n * FULL * squares + whole) / (2n * whole);
}

/** Bounds of the index by which competition authorities tell markets apart. */
export const concentrationLevel = (hhi: bigint): "low" | "moderate" | "high" =>
  hhi < 1_500n ? "low" : hhi < 2_500n ? "moderate" : "high";
