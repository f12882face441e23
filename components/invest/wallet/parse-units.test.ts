import { describe, expect, it } from "vitest";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { parseUnits } from "./parse-units";

describe("an amount of a stablecoin", () => {
  it.each([
    ["1", 6, 1_000_000n],
    ["0.000001", 6, 1n],
    [" 12.5 ", 6, 12_500_000n],
    ["115792089237316195423570985008687907853", 0, 115792089237316195423570985008687907853n],
  ])("reads %s with %i decimals", (typed, decimals, units) => {
    expect(parseUnits(typed, decimals)).toBe(units);
  });

  it.each([
    ["", text.amountWrong],
    ["0", text.amountWrong],
    ["0.00", text.amountWrong],
    ["-1", text.amountWrong],
    ["1e6", text.amountWrong],
    ["1,5", text.amountWrong],
    ["0.0000001", text.decimals(6)],
  ])("refuses “%s” and never rounds", (typed, words) => {
    expect(parseUnits(typed, 6)).toBe(words);
  });
});
