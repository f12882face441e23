import { describe, expect, it } from "vitest";
import type { OwnershipView } from "@/lib/domain/ownership";
import { concentrationOf, lorenzOf, toHolders } from "@/lib/domain/testing-owners";
import { toBars } from "./bars";

function viewOf(treasury: bigint, others: bigint[]): OwnershipView {
  const parts = [
    { owner: "7", gaid: null, amount: treasury },
    ...others.map((amount, index) => ({ owner: null, gaid: `GA${index}`, amount })),
  ];
  const holders = toHolders(parts, 7, new Map());
  const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const supplySats = treasury + sum(others);
  const [first, second, ...rest] = holders.filter(({ kind }) => kind !== "treasury");
  const page = {
    rows: [],
    nextCursor: null,
    total: 0,
    freshness: { asOf: new Date(0), source: "amp" as const },
  };
  return {
    asset: { ticker: "HB31", precision: 0 },
    by: "user",
    moment: null,
    figures: { supplySats, ownedSats: supplySats, treasurySats: treasury, holderCount: others.length },
    today: null,
    largest: {
      shown: [...holders.filter(({ kind }) => kind === "treasury"), first, second].filter(
        (one) => one !== undefined,
      ),
      rest: { count: rest.length, amountSats: sum(rest.map(({ amountSats }) => amountSats)) },
    },
    concentration: concentrationOf(others),
    lorenz: lorenzOf(others),
    blacklisted: null,
    page,
  };
}

describe("the bars of the ownership chart", () => {
  it("end with one bar for everybody who is not named", () => {
    const bars = toBars(viewOf(50n, [30n, 10n, 7n, 3n]), true);
    expect(bars.map((bar) => bar.share)).toEqual(["50.00", "30.00", "10.00", "10.00"]);
    expect(bars.at(-1)?.name).toBe("2 other owners");
  });

  it("give the whole width to the longest, also when the treasury is left out", () => {
    expect(toBars(viewOf(900n, [60n, 40n]), true)[0]?.length).toBe(1_000_000);
    const holders = toBars(viewOf(900n, [60n, 40n]), false);
    expect(holders.map((bar) => bar.length)).toEqual([1_000_000, 666_666]);
  });

  it("keep the share of the whole supply when the treasury is left out", () => {
    expect(toBars(viewOf(900n, [60n, 40n]), false)[0]?.share).toBe("6.00");
  });

  it("give the treasury a colour of its own", () => {
    const fills = toBars(viewOf(5n, [4n]), true).map((bar) => bar.fill);
    expect(new Set(fills).size).toBe(2);
  });

  it("stay exact for amounts beyond what a float holds", () => {
    const [bar] = toBars(viewOf(2_099_999_999_999_999n, [1n]), true);
    expect(bar?.amount).toBe("2,099,999,999,999,999 HB31");
  });
});
