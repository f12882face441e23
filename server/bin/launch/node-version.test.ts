import { expect, test } from "vitest";
import { isNodeNewEnough } from "./node-version.mjs";

test("Node 20.19 is the oldest that serves", () => {
  expect(["20.19.0", "20.20.2", "22.0.0", "24.21.0"].every(isNodeNewEnough)).toBe(true);
  expect(["18.20.4", "20.18.3", "16.0.0"].some(isNodeNewEnough)).toBe(false);
});
