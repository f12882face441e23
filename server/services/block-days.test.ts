import { describe, expect, it } from "vitest";
import type { AmpClient } from "@/server/amp/client";
import { heightsOfDays } from "./block-days";

interface Query {
  heightStart: number;
  sortOrder: "asc" | "desc";
  count: number;
}

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);
/** Ten movements a day, over a hundred days. */
const ROWS = Array.from({ length: 1_000 }, (_, index) => ({
  blockheight: 5_000 + index * 144,
  datetime: new Date(START + index * (DAY_MS / 10)),
}));

function ampWith(rows: typeof ROWS, heeds = true): AmpClient {
  const call = async (_: string, { query }: { query: Query }) => {
    const found = rows.filter(({ blockheight }) => !heeds || blockheight >= query.heightStart);
    return (query.sortOrder === "asc" ? found : found.toReversed()).slice(0, query.count);
  };
  return { call } as unknown as AmpClient;
}

const heights = (days: { since?: string; until?: string }, amp = ampWith(ROWS)) =>
  heightsOfDays(amp, "asset", days);

describe("the heights of days", () => {
  it("hold all movements of these days and no other", async () => {
    const range = await heights({ since: "2026-02-10", until: "2026-02-11" });
    const inside = ROWS.filter(
      ({ blockheight }) => blockheight >= (range?.from ?? 0) && blockheight <= (range?.to ?? 0),
    );
    expect(inside).toHaveLength(20);
    expect(inside[0]?.datetime).toEqual(new Date("2026-02-10T00:00:00Z"));
  });

  it("are open where no day is given, and where the last one is in the future", async () => {
    expect(await heights({})).toEqual({});
    expect(await heights({ until: "2030-01-01" })).toEqual({});
    expect(await heights({ since: "2020-01-01" })).toEqual({ from: 5_000 });
  });

  it("are none when nothing moved since, or nothing ever moved", async () => {
    expect(await heights({ since: "2026-12-01" })).toBeNull();
    expect(await heights({ since: "2026-01-01" }, ampWith([]))).toBeNull();
  });

  it("end before the first movement when the last day does", async () => {
    expect(await heights({ until: "2025-12-31" })).toEqual({ to: 4_999 });
  });

  it("are refused when AMP pays no heed to heights, instead of looking for ever", async () => {
    const deaf = ampWith(ROWS, false);
    await expect(heights({ since: "2026-02-10" }, deaf)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
