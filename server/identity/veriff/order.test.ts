import { expect, it } from "vitest";
import { isOlder } from "./order";

const at = (status: "approved" | "declined" | "review", decisionTime: string | null) => ({
  status,
  decisionTime,
});
const EARLY = "2026-01-01T10:00:00.000Z";
const LATE = "2026-01-01T11:00:00+00:00";

it("goes by the time of the decision, whatever the zone", () => {
  expect(isOlder(at("approved", EARLY), at("declined", LATE))).toBe(true);
  expect(isOlder(at("declined", LATE), at("approved", EARLY))).toBe(false);
  expect(isOlder(at("approved", EARLY), at("approved", EARLY))).toBe(false);
  expect(isOlder(at("approved", "2026-01-01T12:30:00+02:00"), at("declined", LATE))).toBe(true);
});

it("puts what waits without a time before the end it led to, and no end before another", () => {
  expect(isOlder(at("review", null), at("approved", EARLY))).toBe(true);
  expect(isOlder(at("declined", null), at("approved", EARLY))).toBe(false);
  expect(isOlder(at("approved", EARLY), at("review", null))).toBe(false);
  expect(isOlder(at("review", "soon"), at("review", EARLY))).toBe(false);
});
