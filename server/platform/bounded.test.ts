import { expect, it } from "vitest";
import { holdIn } from "./bounded";

it("holds as many as it may, and begins anew with the next", () => {
  const held = new Map<string, number>();
  for (const [key, value] of [
    ["a", 1],
    ["b", 2],
  ] as const)
    holdIn(held, 2, key, value);
  expect([...held]).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  holdIn(held, 2, "c", 3);
  expect([...held]).toEqual([["c", 3]]);
});
