import { describe, expect, it } from "vitest";
import { concentrationLevel } from "./concentration";
import { concentrationOf } from "./testing-owners";

describe("the concentration of a holding", () => {
  it("is full with one holder", () => {
    expect(concentrationOf([7n])).toEqual({
      holders: 1,
      totalSats: 7n,
      topSats: 7n,
      holdersToHalf: 1,
      hhi: 10_000n,
    });
  });

  it("is one part of n with n equal holders", () => {
    const { hhi, holdersToHalf, topSats } = concentrationOf(Array.from({ length: 100 }, () => 5n));
    expect([hhi, holdersToHalf, topSats]).toEqual([100n, 50, 50n]);
  });

  it("counts the largest first, in whatever order they come", () => {
    const { holdersToHalf, topSats, hhi } = concentrationOf([10n, 60n, 30n]);
    expect([holdersToHalf, topSats]).toEqual([1, 100n]);
    // 36 % + 9 % + 1 %
    expect(hhi).toBe(4_600n);
  });

  it("takes exactly half for half", () => {
    expect(concentrationOf([50n, 25n, 25n]).holdersToHalf).toBe(1);
    expect(concentrationOf([49n, 26n, 25n]).holdersToHalf).toBe(2);
  });

  it("leaves out who holds nothing, and is nothing when nobody holds any", () => {
    expect(concentrationOf([5n, 0n]).holders).toBe(1);
    expect(concentrationOf([])).toEqual({
      holders: 0,
      totalSats: 0n,
      topSats: 0n,
      holdersToHalf: 0,
      hhi: 0n,
    });
  });

  it("stays exact where floats would not, and rounds half up once", () => {
    const large = 2_100_000_000_000_000n;
    expect(concentrationOf([large - 1n, 1n]).hhi).toBe(10_000n);
    // 1/3² × 3 = 3333.33; 2/3 and 1/3: 5555.55…
    expect(concentrationOf([large, large, large]).hhi).toBe(3_333n);
    expect(concentrationOf([2n * large, large]).hhi).toBe(5_556n);
  });

  it("never leaves the bounds that n holders have", () => {
    let state = 1;
    const roll = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return BigInt(state);
    };
    for (let round = 0; round < 200; round++) {
      const amounts = Array.from({ length: 1 + (round % 30) }, () => 1n + roll() * roll());
      const { hhi, holders, holdersToHalf, topSats, totalSats } = concentrationOf(amounts);
      expect(hhi).toBeGreaterThanOrEqual(10_000n / BigInt(holders));
      expect(hhi).toBeLessThanOrEqual(10_000n);
      expect(holdersToHalf).toBeLessThanOrEqual(Math.ceil(holders / 2));
      expect(topSats <= totalSats).toBe(true);
    }
  });
});

it("names the level as the index's usual bounds do", () => {
  expect([1_499n, 1_500n, 2_499n, 2_500n].map(concentrationLevel)).toEqual([
    "low",
    "moderate",
    "moderate",
    "high",
  ]);
});
