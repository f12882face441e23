import { describe, expect, it } from "vitest";
import { parseUnits, printUnits } from "./units";

describe("units", () => {
  it("reads the notations that peers print", () => {
    expect(parseUnits("1e-08", 8)).toBe(1n);
    expect(parseUnits("5E-7", 8)).toBe(50n);
    expect(parseUnits("20999999.99999406", 8)).toBe(2099999999999406n);
    expect(parseUnits("-2.5e-06", 8)).toBe(-250n);
    expect(parseUnits("1.", 2)).toBe(100n);
  });

  it("refuses more decimals than the unit has instead of rounding", () => {
    expect(parseUnits("0.001", 2)).toBeNull();
    expect(parseUnits("1e-09", 8)).toBeNull();
    expect(parseUnits("1.50", 1)).toBe(15n);
  });

  it("refuses what is no number", () => {
    for (const text of ["", "abc", "1,5", "0x10", ".5", "1 000", "NaN", "Infinity"]) {
      expect(parseUnits(text, 8)).toBeNull();
    }
  });

  it("prints exactly the digits of the unit", () => {
    expect(printUnits(10000n, 8)).toBe("0.00010000");
    expect(printUnits(10000n, 2)).toBe("100.00");
    expect(printUnits(10000n, 0)).toBe("10000");
    expect(printUnits(-5n, 2)).toBe("-0.05");
  });

  it("returns every amount it printed, up to the largest supply", () => {
    for (const value of [0n, 1n, 99999999n, 2_100_000_000_000_000n, 2n ** 70n]) {
      for (let decimals = 0; decimals <= 8; decimals++) {
        expect(parseUnits(printUnits(value, decimals), decimals)).toBe(value);
      }
    }
  });
});
