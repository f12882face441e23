import { describe, expect, it } from "vitest";
import { LORENZ_STEPS, shownRatio, toldPoints } from "./lorenz";
import { lorenzOf } from "./testing-owners";

/** By the definition: the mean difference of all pairs over twice the mean. */
function byPairs(amounts: bigint[]): [part: bigint, whole: bigint] {
  let apart = 0n;
  for (const one of amounts) for (const other of amounts) apart += one > other ? one - other : other - one;
  return [apart, 2n * BigInt(amounts.length) * amounts.reduce((sum, sats) => sum + sats, 0n)];
}

function amountsOf(seed: number, count: number): bigint[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return BigInt(1 + (state % 977));
  });
}

describe("the Gini coefficient", () => {
  it("is what the pairs of holders come to, exactly", () => {
    for (let count = 1; count <= 60; count++) {
      const amounts = amountsOf(count, count);
      const { part, whole } = lorenzOf(amounts).gini;
      const [pairs, all] = byPairs(amounts);
      expect(part * all).toBe(pairs * whole);
    }
  });

  it("is nothing where all have the same, and stays below one where one has nearly all", () => {
    expect(shownRatio(lorenzOf([5n, 5n, 5n]).gini)).toBe("0.000");
    expect(shownRatio(lorenzOf([7n]).gini)).toBe("0.000");
    expect(shownRatio(lorenzOf([45n, 55n]).gini)).toBe("0.050");
    const large = 2_100_000_000_000_000n;
    expect(shownRatio(lorenzOf([large - 3n, 1n, 1n, 1n]).gini)).toBe("0.750");
  });

  it("is rounded half up, once, at the third digit", () => {
    expect(shownRatio({ part: 1n, whole: 3n })).toBe("0.333");
    expect(shownRatio({ part: 1n, whole: 2_000n })).toBe("0.001");
    expect(shownRatio({ part: 4_999n, whole: 10_000_000n })).toBe("0.000");
    expect(shownRatio({ part: 0n, whole: 0n })).toBe("0.000");
  });
});

describe("the Lorenz curve", () => {
  it("has a point for each holder while they are few, from nobody to everybody", () => {
    expect(lorenzOf([30n, 10n, 0n, 60n]).points).toEqual([
      { holders: 0, sats: 0n },
      { holders: 1, sats: 10n },
      { holders: 2, sats: 40n },
      { holders: 3, sats: 100n },
    ]);
    expect(lorenzOf([]).points).toEqual([]);
  });

  it("has no more points for many, never falls, and never rises above the straight line", () => {
    for (const count of [LORENZ_STEPS, LORENZ_STEPS + 1, 137, 1_000]) {
      const amounts = amountsOf(3, count);
      const { points } = lorenzOf(amounts);
      expect(points).toHaveLength(LORENZ_STEPS + 1);
      const total = amounts.reduce((sum, sats) => sum + sats, 0n);
      expect(points.at(-1)).toEqual({ holders: count, sats: total });
      for (const [at, { holders, sats }] of points.entries()) {
        expect(sats * BigInt(count)).toBeLessThanOrEqual(total * BigInt(holders));
        expect(sats).toBeGreaterThanOrEqual(points[at - 1]?.sats ?? 0n);
      }
    }
  });

  it("is told in a few figures, each once, the last one of everybody", () => {
    const told = (count: number) =>
      toldPoints(lorenzOf(amountsOf(1, count)).points).map((one) => one.holders);
    expect(told(1_000)).toEqual([200, 400, 600, 800, 900, 1_000]);
    expect(told(3)).toEqual([1, 2, 3]);
    expect(told(0)).toEqual([]);
  });
});
