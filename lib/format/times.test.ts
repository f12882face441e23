import { expect, it } from "vitest";
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
