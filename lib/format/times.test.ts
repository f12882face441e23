import { describe, expect, it } from "vitest";
import * as times from "@/lib/format/times";

const noon = new Date("2026-11-20T12:03:10.250Z");
const shift = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

it("writes UTC with its name", () => {
  expect(times.formatUtc(noon)).toBe("2026-11-20 12:03:10 UTC");
  expect(times.formatUtcClock(noon)).toBe("12:03:10 UTC");
});

it("writes the same moment in the reader's zone, over a change of day", () => {
  expect(times.formatZoned(noon, "Asia/Kathmandu")).toBe("2026-11-20 17:48");
  expect(times.formatZoned(shift(12 * 3_600), "UTC")).toBe("2026-11-21 00:03");
});

it("groups a block height", () => {
  expect(times.formatBlockHeight(3_214_567)).toBe("3,214,567");
});

describe("formatRelative", () => {
  it("says now for what just happened and counts from there on", () => {
    expect(times.formatRelative(shift(-20), noon)).toBe("now");
    expect(times.formatRelative(shift(-50), noon)).toBe("1 minute ago");
    expect(times.formatRelative(shift(-3 * 60), noon)).toBe("3 minutes ago");
    expect(times.formatRelative(shift(2 * 86_400), noon)).toBe("in 2 days");
  });
});

it("writes a duration in the two largest units", () => {
  expect(times.formatDuration(4_200)).toBe("4 s");
  expect(times.formatDuration(250_000)).toBe("4 min 10 s");
  expect(times.formatDuration(7_500_000)).toBe("2 h 5 min");
});
