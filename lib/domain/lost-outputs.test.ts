import { expect, it } from "vitest";
import { supportReport } from "./lost-outputs";

it("the report names the asset, each output and what spent it, and no amount", () => {
  const asset = { name: "Alpine Fund", ticker: "AGF", precision: 2, assetId: "a1", assetUuid: "u1" };
  const lost = { amountSats: 77_777n, alert: null };
  const report = supportReport({
    asset,
    asOf: new Date("2026-11-20T10:00:00Z"),
    outputs: [
      { ...lost, txid: "t1", vout: 0, isToken: false, spentBy: "t9" },
      { ...lost, txid: "t2", vout: 3, isToken: true, spentBy: null },
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
