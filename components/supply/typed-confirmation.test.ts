import { describe, expect, it } from "vitest";
import { isTyped, wordsToType } from "./typed-confirmation";

const intent = { assetName: "Alpine Note", ticker: "ALP1", precision: 2, totalSats: 1_234_550n };

describe("what is typed before the last click", () => {
  it("is the amount of a reissuance, grouped or not", () => {
    expect(wordsToType("reissuance", intent)).toBe("12,345.50");
    for (const typed of ["12,345.50", "12345.5", " 12 345.50 "])
      expect(isTyped("reissuance", intent, typed)).toBe(true);
    for (const typed of ["", "12345", "1234550", "123,455.0", "ALP1"])
      expect(isTyped("reissuance", intent, typed)).toBe(false);
  });

  it("is the ticker of what is burned, and its name where there is no ticker", () => {
    expect(isTyped("burn", intent, " ALP1 ")).toBe(true);
    for (const typed of ["", "alp1", "12,345.50", "Alpine Note"])
      expect(isTyped("burn", intent, typed)).toBe(false);
    expect(isTyped("burn", { ...intent, ticker: null }, "Alpine Note")).toBe(true);
  });
});
