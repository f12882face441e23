import { expect, it } from "vitest";
import { readMoment } from "./moment";

it("takes a number for a block, with or without groups", () => {
  expect(readMoment("2146933")).toEqual({ height: 2_146_933 });
  expect(readMoment(" 2,146,933 ")).toEqual({ height: 2_146_933 });
  expect(readMoment("0")).toEqual({ height: 0 });
});

it("takes a day to its end and a minute to its end, in UTC", () => {
  expect(readMoment("2026-11-20")).toEqual({ at: new Date("2026-11-20T23:59:59.999Z") });
  for (const text of ["2026-11-20 13:00", "2026-11-20T13:00", "2026-11-20 13:00 UTC", "2026-11-20T13:00Z"])
    expect(readMoment(text)).toEqual({ at: new Date("2026-11-20T13:00:59.999Z") });
});

it("tells nothing from nonsense", () => {
  expect(readMoment(undefined)).toBeUndefined();
  expect(readMoment("  ")).toBeUndefined();
  for (const text of [
    "-1",
    "1.5",
    "12,34",
    "2146933000000",
    "2026-02-30",
    "2026-13-01",
    "20-11-2026",
    "2026-11-20 25:00",
    "yesterday",
  ])
    expect(readMoment(text)).toBeNull();
});
