import { describe, expect, it } from "vitest";
import { supplyDisagreements, toSupplyChanges } from "@/lib/domain/supply-history";
import { toPoints } from "./supply-points";

const step = (height: number, changeSats: bigint, kind: "issuance" | "reissuance" | "burn") => ({
  txid: `${height}`,
  height,
  at: new Date(height * 60_000),
  kind,
  changeSats,
});

const STEPS = [step(1, 1_000n, "issuance"), step(5, 500n, "reissuance"), step(9, -300n, "burn")];

describe("the supply over time", () => {
  it("is what all steps until then add up to, with the place a reissuance went to", () => {
    const changes = toSupplyChanges(STEPS, new Map([["5", "tlq1qq"]]));
    expect(changes.map(({ supplySats, address }) => [supplySats, address])).toEqual([
      [1_000n, null],
      [1_500n, "tlq1qq"],
      [1_200n, null],
    ]);
  });

  it("is drawn in parts of its largest, on to the end of the chart", () => {
    const points = toPoints(toSupplyChanges(STEPS, new Map()), 20 * 60_000);
    expect(points.map(({ at, level }) => [at / 60_000, level])).toEqual([
      [1, 666_666],
      [5, 1_000_000],
      [9, 800_000],
      [20, 800_000],
    ]);
  });

  it("has no point where nothing was issued", () => {
    expect(toPoints([], 5)).toEqual([]);
  });

  it("names where AMP's summary says something else", () => {
    const view = {
      asset: { ticker: null, precision: 0 },
      changes: [],
      movedSats: 5n,
      summarySats: 5n,
      listedReissuedSats: 1n,
      summaryReissuedSats: 1n,
    };
    expect(supplyDisagreements(view)).toEqual([]);
    expect(supplyDisagreements({ ...view, summarySats: 4n })).toEqual(["supply"]);
    expect(supplyDisagreements({ ...view, listedReissuedSats: null })).toEqual([]);
    expect(supplyDisagreements({ ...view, listedReissuedSats: 0n, movedSats: 6n })).toEqual([
      "supply",
      "reissuances",
    ]);
  });
});
