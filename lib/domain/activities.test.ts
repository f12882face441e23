import { describe, expect, it } from "vitest";
import { signedAmount } from "./activities";

describe("a movement's amount", () => {
  it("is below zero for a burn and above for everything else", () => {
    expect(signedAmount("burn", 5n)).toBe(-5n);
    expect(signedAmount("distribution", 5n)).toBe(5n);
    expect(signedAmount("a type of tomorrow", 5n)).toBe(5n);
  });
});
