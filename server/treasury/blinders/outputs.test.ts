import { describe, expect, it } from "vitest";
import { outputsLacking } from "@/lib/domain/blinders";
import type { AmpClient } from "@/server/amp/client";
import { findLacking, readEnds } from "./outputs";

const [NONE, SOME] = ["0".repeat(64), "1".repeat(64)];

/** An AMP that lists so many transactions, and lacks the blinders of those in these places, counted from the oldest. */
function ampOf(count: number, lacking: number[], ignored: ("start" | "count")[] = []) {
  const transactions = Array.from({ length: count }, (_, place) => ({
    txid: `tx-${place}`,
    outputs: [
      {
        vout: 0,
        assetId: "asset",
        amount: 1n,
        assetBlinder: lacking.includes(place) ? NONE : SOME,
        amountBlinder: SOME,
        isTreasury: true,
        isSpent: false,
        isBurnt: false,
      },
    ],
  }));
  const asked: string[] = [];
  async function* rows(
    _name: string,
    { query }: { query: { start: number; count: number; sortOrder: "asc" | "desc" } },
  ) {
    asked.push(query.sortOrder);
    const listed = query.sortOrder === "asc" ? transactions : transactions.toReversed();
    const start = ignored.includes("start") ? 0 : query.start;
    if (asked.length > 99) throw new Error("It is asked without an end.");
    yield ignored.includes("count") ? listed.slice(start) : listed.slice(start, start + query.count);
  }
  return { amp: { rows } as unknown as AmpClient, asked };
}

const found = async (amp: AmpClient) => outputsLacking(await readEnds(amp, "a")).map(({ txid }) => txid);

describe("blinders that AMP lacks at the ends of an asset's transactions", () => {
  it("are found in one page where that is all", async () => {
    const { amp, asked } = ampOf(19, [0, 18]);
    expect(await found(amp)).toEqual(["tx-0", "tx-18"]);
    expect(asked).toEqual(["asc"]);
  });

  it("are found in the newest as well, each once", async () => {
    const { amp, asked } = ampOf(25, [0, 12, 24]);
    expect((await found(amp)).sort()).toEqual(["tx-0", "tx-12", "tx-24"]);
    expect(asked).toEqual(["asc", "desc"]);
  });

  it("are found in the newest of very many", async () => {
    expect(await found(ampOf(5_000, [4_999]).amp)).toEqual(["tx-4999"]);
  });
});

describe("all blinders that AMP lacks", () => {
  const all = async (amp: AmpClient) => (await findLacking(amp, "a")).map(({ txid }) => txid);

  it("are found page by page", async () => {
    const { amp, asked } = ampOf(450, [0, 250, 449]);
    expect([await all(amp), asked.length]).toEqual([["tx-0", "tx-250", "tx-449"], 3]);
  });

  it("are found once where AMP takes no notice of where a page begins or how long it is", async () => {
    const neither = ampOf(450, [0, 449], ["start", "count"]);
    expect([await all(neither.amp), neither.asked.length]).toEqual([["tx-0", "tx-449"], 1]);
    const noStart = ampOf(450, [0, 449], ["start"]);
    expect([await all(noStart.amp), noStart.asked.length]).toEqual([["tx-0"], 2]);
    const fitting = ampOf(200, [3], ["start", "count"]);
    expect([await all(fitting.amp), fitting.asked.length]).toEqual([["tx-3"], 2]);
  });
});
