import { describe, expect, it } from "vitest";
import { type BlockMark, dayAfter, firstHeightSince, readDay } from "./block-days";

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);

/** Marks at some of the blocks of a chain with a block a minute, more or less. */
function chain(count: number, seed: number): BlockMark[] {
  let height = 1000;
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  return Array.from({ length: count }, () => {
    height += 1 + random(900);
    return { height, at: new Date(START + height * MINUTE) };
  });
}

function lookIn(marks: BlockMark[]) {
  const look = async (height: number) => {
    look.count += 1;
    const from = marks.findIndex((mark) => mark.height >= height);
    return from < 0 ? [] : marks.slice(from, from + 20);
  };
  look.count = 0;
  return look;
}

const ends = (marks: BlockMark[]) => ({
  first: marks[0] as BlockMark,
  last: marks.at(-1) as BlockMark,
});

describe("the first height since a moment", () => {
  it.each([1, 2, 3, 4, 5])("is the one that a look at every mark finds (chain %i)", async (seed) => {
    const marks = chain(200, seed);
    for (let step = -3; step < 203; step += 1) {
      const near = marks[Math.min(Math.max(step, 0), marks.length - 1)] as BlockMark;
      const moment = new Date(near.at.getTime() + (step % 3) * MINUTE);
      const expected = marks.find((mark) => mark.at >= moment)?.height ?? null;
      expect(await firstHeightSince(moment, ends(marks), lookIn(marks))).toBe(expected);
    }
  });

  it("takes few looks where blocks are many", async () => {
    const marks = chain(5_000, 9);
    const look = lookIn(marks);
    await firstHeightSince(new Date(START + 1_234_567 * MINUTE), ends(marks), look);
    expect(look.count).toBeGreaterThan(0);
    expect(look.count).toBeLessThan(9);
  });

  it("ends where all marks stand in one block", async () => {
    const mark = { height: 7, at: new Date(START) };
    const look = lookIn([mark]);
    expect(await firstHeightSince(new Date(START), { first: mark, last: mark }, look)).toBe(7);
    expect(await firstHeightSince(new Date(START + 1), { first: mark, last: mark }, look)).toBeNull();
  });
});

describe("a day", () => {
  it("is read as UTC and knows the next one", () => {
    expect(readDay("2026-02-28")).toEqual(new Date("2026-02-28T00:00:00Z"));
    expect(dayAfter(readDay("2026-02-28") as Date)).toEqual(new Date("2026-03-01T00:00:00Z"));
    expect(readDay("")).toBeUndefined();
  });

  it.each(["2026-02-30", "2026-13-01", "28.02.2026", "2026-2-3", "yesterday"])("is not %s", (text) => {
    expect(readDay(text)).toBeNull();
  });
});
