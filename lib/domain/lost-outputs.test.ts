import { expect, it } from "vitest";
import { stoppedBy, supportReport } from "./lost-outputs";

it("the report names the asset, each output and what spent it, and no amount", () => {
  const asset = { name: "Alpine Fund", ticker: "AGF", precision: 2, assetId: "a1", assetUuid: "u1" };
  const report = supportReport({
    asset,
    asOf: new Date("2026-11-20T10:00:00Z"),
    outputs: [
      { txid: "t1", vout: 0, isToken: false, spentBy: "t9" },
      { txid: "t2", vout: 3, isToken: true, spentBy: null },
    ],
  });
  expect(report.split("\n")).toEqual([
    "Asset: Alpine Fund",
    "Asset UUID: u1",
    "Asset id: a1",
    "Lost outputs as of 2026-11-20T10:00:00.000Z:",
    "asset t1:0, spent by t9",
    "reissuance token t2:3",
  ]);
});

it("the report of very many names the first of them, and says how many more there are", () => {
  const asset = { name: "Alpine Fund", ticker: "AGF", precision: 2, assetId: "a1", assetUuid: "u1" };
  const outputs = Array.from({ length: 203 }, (_, vout) => ({
    txid: "t",
    vout,
    isToken: false,
    spentBy: null,
  }));
  const lines = supportReport({ asset, outputs, asOf: new Date() }).split("\n");
  expect(lines.slice(4)).toEqual([
    ...outputs.slice(0, 200).map(({ vout }) => `asset t:${vout}`),
    "and 3 more, in the file of the list",
  ]);
});

it("a lost output of the asset stops everything, one of its reissuance token reissuances alone", () => {
  const kinds = ["distribution", "reissuance", "burn"] as const;
  const stopped = (lostOutputs: string[], reissuanceLostOutputs: string[]) =>
    kinds.map((kind) => stoppedBy(kind, { lostOutputs, reissuanceLostOutputs }));
  expect(stopped([], [])).toEqual([0, 0, 0]);
  expect(stopped(["a", "b"], [])).toEqual([2, 2, 2]);
  expect(stopped([], ["t"])).toEqual([0, 1, 0]);
});
