import { expect, it } from "vitest";
import { safeNext } from "./routes";

it("returns to our own pages and to nobody else's", () => {
  expect(safeNext("/assets/1?q=a")).toBe("/assets/1?q=a");
  for (const evil of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    undefined,
    "/sign-in",
  ]) {
    expect(safeNext(evil)).toBe("/overview");
  }
});
