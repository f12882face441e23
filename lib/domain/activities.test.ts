import { describe, expect, it } from "vitest";
import { heightProblem, readHeight, signedAmount } from "./activities";

describe("a range of block heights", () => {
  it("takes whole numbers only", () => {
    expect(readHeight("2146933")).toBe(2_146_933);
    expect(readHeight("0")).toBe(0);
    for (const text of ["-1", "1.5", "1e3", "tip", " 12", "9999999999"]) expect(readHeight(text)).toBeNull();
  });

  it("may stay open at either end", () => {
    expect(heightProblem({})).toBeNull();
    expect(heightProblem({ from: "5" })).toBeNull();
    expect(heightProblem({ to: "5" })).toBeNull();
  });

  it("names both ends: one block is a range", () => {
    expect(heightProblem({ from: "5", to: "5" })).toBeNull();
    expect(heightProblem({ from: "6", to: "5" })).toBe("from-above-to");
  });

  it("says that something is no height before it compares", () => {
    expect(heightProblem({ from: "6", to: "five" })).toBe("not-a-height");
  });
});

describe("a movement's amount", () => {
  it("is below zero for a burn and above for everything else", () => {
    expect(signedAmount("burn", 5n)).toBe(-5n);
    expect(signedAmount("distribution", 5n)).toBe(5n);
    expect(signedAmount("a type of tomorrow", 5n)).toBe(5n);
  });
});
