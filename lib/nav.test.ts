import { expect, it } from "vitest";
import { isCurrent } from "@/lib/nav";

it("marks an item on its own page and on the pages below it, not on a longer word", () => {
  expect(isCurrent("/assets", "/assets")).toBe(true);
  expect(isCurrent("/assets", "/assets/new")).toBe(true);
  expect(isCurrent("/assets", "/assets-old")).toBe(false);
});
