import { describe, expect, it } from "vitest";
import { dilutionOf } from "./dilution";

describe("what a change of the supply does to a holder's share", () => {
  it("falls when units are added, and is said with two decimals", () => {
    expect(dilutionOf(100n, 110n)).toEqual({ way: "falls", share: "90.91" });
    expect(dilutionOf(100n, 200n)).toEqual({ way: "falls", share: "50.00" });
  });

  it("rises when units are burned", () => {
    expect(dilutionOf(100n, 90n)).toEqual({ way: "rises", share: "111.11" });
  });

  it("never says 100 % of a share that changed", () => {
    const supply = 2_099_999_999_999_999n;
    expect(dilutionOf(supply, supply + 1n)).toEqual({ way: "falls-hardly" });
    expect(dilutionOf(supply, supply - 1n)).toEqual({ way: "rises-hardly" });
  });

  it("is exact where a float is not", () => {
    // 9,007,199,254,740,993 is the first whole number a float cannot hold.
    expect(dilutionOf(9_007_199_254_740_993n, 18_014_398_509_481_986n)).toEqual({
      way: "falls",
      share: "50.00",
    });
  });

  it("says nothing where nothing changes or nothing is left", () => {
    expect(dilutionOf(100n, 100n)).toBeNull();
    expect(dilutionOf(0n, 100n)).toBeNull();
    expect(dilutionOf(100n, 0n)).toBeNull();
  });
});
