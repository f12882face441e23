import { describe, expect, it } from "vitest";
import { balanceOf, toSupplyFigures } from "./supply-state";

const summary = { issued: 1_000n, reissued: 300n, burned: 100n, blacklisted: 20n, assigned: 5n };
const figuresOf = (ownedSats: bigint, lostOutputs = 0) =>
  toSupplyFigures({ summary, owned: { ownedSats, treasurySats: 700n, holderCount: 3 }, lostOutputs });

describe("the supply equation", () => {
  it("has issued, reissued and burned on one side and every owner on the other", () => {
    const figures = figuresOf(1_200n);
    expect(figures).toMatchObject({
      supplySats: 1_200n,
      holdersSats: 500n,
      treasurySats: 700n,
      restSats: 0n,
    });
    expect(balanceOf(figures)).toBe("equal");
  });

  it("does not count blacklisted units a second time", () => {
    const { supplySats, holdersSats, treasurySats, restSats, blacklistedSats } = figuresOf(1_150n);
    expect(blacklistedSats).toBe(20n);
    expect(holdersSats + treasurySats + restSats).toBe(supplySats);
  });

  it("tells what is on its way from what AMP has lost", () => {
    expect(balanceOf(figuresOf(1_150n))).toBe("on-its-way");
    expect(balanceOf(figuresOf(1_150n, 1))).toBe("lost");
    expect(balanceOf(figuresOf(1_200n, 1))).toBe("lost");
  });

  it("names it when more is owned than there is", () => {
    expect(balanceOf(figuresOf(1_201n))).toBe("too-much");
  });
});
