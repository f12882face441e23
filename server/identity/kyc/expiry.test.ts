import { describe, expect, it } from "vitest";
import { withOwnClock } from "@/server/platform/clock";
import { dateIn, hasExpired, isDate } from "./expiry";

const at = (time: string, work: () => void) =>
  withOwnClock(Date.parse(time) - Date.now(), async () => work());

describe("a document's last day", () => {
  it("still counts, up to midnight in UTC", async () => {
    await at("2026-03-01T23:59:50Z", () => expect(hasExpired("2026-03-01")).toBe(false));
    await at("2026-03-02T00:00:01Z", () => expect(hasExpired("2026-03-01")).toBe(true));
  });

  it("may be missing, then the document does not expire", () => expect(hasExpired(null)).toBe(false));

  it("must be a date that exists", () => {
    for (const text of ["2026-02-30", "2026-13-01", "1.3.2026", "", "2026-03-01T00:00:00Z"]) {
      expect(isDate(text)).toBe(false);
      expect(() => hasExpired(text)).toThrow("no date");
    }
    expect(isDate("2028-02-29")).toBe(true);
  });

  it("is counted over the ends of months", () =>
    at("2026-02-25T12:00:00Z", () => expect(dateIn(10)).toBe("2026-03-07")));
});
