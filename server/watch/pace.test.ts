import { expect, it } from "vitest";
import { keepLooks, mayRest, noteLook } from "./pace";

const NOW = new Date("2026-03-01T12:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

it("lets no asset rest that had no good look, or whose looks are not known", () => {
  expect(mayRest("new", ago(1), NOW)).toBe(false);
  noteLook("known", "a", 60_000);
  expect(mayRest("known", null, NOW)).toBe(false);
});

it("rests for twenty times what the looks at all of a workspace's assets took", () => {
  noteLook("two", "a", 1_000);
  noteLook("two", "b", 5_000);
  noteLook("two", "b", 2_000);
  noteLook("other", "a", 90_000);
  expect([59, 60].map((seconds) => mayRest("two", ago(seconds), NOW))).toEqual([true, false]);
});

it("does not rest after a quick round", () => {
  noteLook("quick", "a", 1_999);
  expect(mayRest("quick", ago(1), NOW)).toBe(false);
});

it("rests half an hour at most, and not for a look of the future", () => {
  noteLook("slow", "a", 600_000);
  expect([1_799, 1_800, -1].map((seconds) => mayRest("slow", ago(seconds), NOW))).toEqual([
    true,
    false,
    false,
  ]);
});

it("forgets assets that are gone", () => {
  noteLook("gone", "a", 60_000);
  noteLook("gone", "b", 100);
  keepLooks("gone", ["b"]);
  expect(mayRest("gone", ago(1), NOW)).toBe(false);
});
