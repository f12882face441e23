import { describe, expect, it } from "vitest";
import { outputsLacking } from "@/lib/domain/blinders";
import type { AmpClient } from "@/server/amp/client";
import { readEnds } from "./outputs";

const [NONE, SOME] = ["0".repeat(64), "1".repeat(64)];

/** An AMP that lists so many transactions, and lacks the blinders of those in these places, counted from the oldest. */
function ampOf(count: number, lacking: number[]) {
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
    yield listed.slice(query.start, query.start + query.count);
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
