import { expect, it } from "vitest";
import { coinAmount } from "./coin-amount";

it("an amount of a coin is shown in its unit, or as smallest units when nobody knows the coin", () => {
  expect(coinAmount(12_500_000n, { symbol: "EURX", decimals: 6 })).toBe("12.500000 EURX");
  expect(coinAmount(2n ** 80n, null)).toBe("1,208,925,819,614,629,174,706,176 smallest units");
});
