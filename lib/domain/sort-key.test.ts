import { describe, expect, it } from "vitest";
import { sortKey } from "./sort-key";

const sorted = (names: string[]) =>
  names.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));

describe("the order of names", () => {
  it("is that of people: without case and accents, numbers by their size", () => {
    const names = ["Ada", "ädel", "Émile", "fund 2", "Fund 10", "fund 100", "Zoë"];
    expect(sorted(names.toReversed())).toEqual(names);
    expect(sorted(names)).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
  });

  it("is a text where it is cut in the middle of a character", () => {
    for (const name of ["😀".repeat(120), `a${"😀".repeat(120)}`])
      expect(sortKey(name)).not.toMatch(/\p{Surrogate}/u);
  });

  it("stays short enough for an index", () => {
    expect(sortKey("ﷺ1".repeat(255)).length).toBeLessThanOrEqual(200);
  });
});
