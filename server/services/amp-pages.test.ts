import { describe, expect, it } from "vitest";
import { pageOfAmp } from "./amp-pages";

const NUMBERS = Array.from({ length: 1_000 }, (_, index) => index);

function amp(rows = NUMBERS) {
  const asked: number[] = [];
  const read = async (start: number, count: number) => {
    asked.push(count);
    return rows.slice(start, start + count);
  };
  return { asked, read };
}

const page = (from: ReturnType<typeof amp>, more: { start?: number; keep?: (n: number) => boolean } = {}) =>
  pageOfAmp({ start: 0, limit: 10, portion: 50, atMost: 200, read: from.read, ...more });

describe("a page of what AMP pages", () => {
  it("asks for one row more than it shows", async () => {
    const from = amp();
    expect(await page(from)).toMatchObject({ rows: NUMBERS.slice(0, 10), next: 10, lookedThrough: null });
    expect(from.asked).toEqual([11]);
  });

  it("has no next one at the end", async () => {
    expect(await page(amp(), { start: 990 })).toMatchObject({ next: null });
  });

  it("leaves nothing out and shows nothing twice from page to page while a filter is on", async () => {
    const keep = (n: number) => n % 7 === 3;
    const seen: number[] = [];
    for (let start: number | null = 0; start !== null; ) {
      const { rows, next } = await page(amp(), { start, keep });
      seen.push(...rows);
      start = next;
    }
    expect(seen).toEqual(NUMBERS.filter(keep));
  });

  it("stops after so many rows, says how many, and goes on behind them", async () => {
    const from = amp();
    const first = await page(from, { keep: (n) => n === 777 });
    expect(first).toEqual({ rows: [], next: 200, lookedThrough: 200 });
    expect(from.asked).toEqual([50, 50, 50, 50]);
    expect(await page(from, { start: 600, keep: (n) => n === 777 })).toMatchObject({ rows: [777] });
  });

  it("is all there is where AMP takes no notice of what was asked for", async () => {
    const unpaged = { asked: [], read: async () => NUMBERS };
    const whole = { rows: NUMBERS, next: null, lookedThrough: null };
    expect(await page(unpaged)).toEqual(whole);
    const keep = (n: number) => n % 7 === 3;
    expect(await page(unpaged, { keep })).toEqual({ ...whole, rows: NUMBERS.filter(keep) });
  });
});
