import { describe, expect, it } from "vitest";
import { dayRange } from "./audit";

describe("a range of days", () => {
  it("holds both days whole, in UTC", () => {
    expect(dayRange({ from: "2026-11-20", to: "2026-11-21" })).toEqual({
      from: new Date("2026-11-20T00:00:00Z"),
      until: new Date("2026-11-22T00:00:00Z"),
    });
  });

  it("is open where no day was given, or none that is one", () => {
    expect(dayRange({})).toEqual({ from: undefined, until: undefined });
    expect(dayRange({ from: "yesterday", to: "2026-13-41" })).toEqual({ from: undefined, until: undefined });
  });
});
