import { describe, expect, it } from "vitest";
import { heightProblem, readHeight } from "./height-filter";

describe("a range of block heights", () => {
  it("takes whole numbers only", () => {
    expect(readHeight("2146933")).toBe(2_146_933);
    expect(readHeight("0")).toBe(0);
    for (const text of ["-1", "1.5", "1e3", "tip", " 12", "9999999999"]) expect(readHeight(text)).toBeNull();
  });

  it("may stay open at either end", () => {
    expect(heightProblem({})).toBeNull();
    expect(heightProblem({ from: "5" })).toBeNull();
    expect(heightProblem({ to: "5" })).toBeNull();
  });

  it("names both ends: one block is a range", () => {
    expect(heightProblem({ from: "5", to: "5" })).toBeNull();
    expect(heightProblem({ from: "6", to: "5" })).toBe("from-above-to");
  });

  it("says that something is no height before it compares", () => {
    expect(heightProblem({ from: "6", to: "five" })).toBe("not-a-height");
  });
});

describe("a range of days", () => {
  it("names both ends: one day is a range", () => {
    expect(heightProblem({ since: "2026-02-28", until: "2026-02-28" })).toBeNull();
    expect(heightProblem({ since: "2026-03-01", until: "2026-02-28" })).toBe("since-after-until");
  });

  it("takes days of the calendar only", () => {
    expect(heightProblem({ since: "2026-02-30" })).toBe("not-a-day");
    expect(heightProblem({ until: "today" })).toBe("not-a-day");
  });
});
