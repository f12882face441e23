import { describe, expect, it } from "vitest";
import { formatAmount, formatSats, formatShare, parseAmountInput, shownShare } from "@/lib/format/amounts";

describe("formatAmount", () => {
  it("shows 10000 sats with precision 2 as 100.00", () => {
    expect(formatAmount(10_000n, 2)).toBe("100.00");
  });

  it("keeps every digit of amounts beyond what a float can hold", () => {
    expect(formatAmount(9_007_199_254_740_993n, 8)).toBe("90,071,992.54740993");
    expect(formatSats(2_100_000_000_000_000n)).toBe("2,100,000,000,000,000");
  });

  it("groups whole digits only", () => {
    expect(formatAmount(1_234_567_891_234n, 4, { ticker: "ACME" })).toBe("123,456,789.1234 ACME");
  });

  it("marks the direction of a movement", () => {
    expect(formatAmount(-5n, 2)).toBe("−0.05");
    expect(formatAmount(5n, 2, { signed: true })).toBe("+0.05");
    expect(formatAmount(0n, 2, { signed: true })).toBe("0.00");
  });
});

describe("parseAmountInput", () => {
  it("reads the displayed unit into sats", () => {
    expect(parseAmountInput("100", 2)).toEqual({ sats: 10_000n });
    expect(parseAmountInput(" 0.5 ", 8)).toEqual({ sats: 50_000_000n });
    expect(parseAmountInput(".5", 1)).toEqual({ sats: 5n });
    expect(parseAmountInput("7.", 0)).toEqual({ sats: 7n });
  });

  it("reads back what formatAmount printed", () => {
    for (const sats of [0n, 1n, 999n, 1_234_567n, 2_100_000_000_000_000n]) {
      for (const precision of [0, 2, 8]) {
        expect(parseAmountInput(formatAmount(sats, precision), precision)).toEqual({ sats });
      }
    }
  });

  it("accepts groups of three and refuses a comma used for decimals", () => {
    expect(parseAmountInput("1'234'567.5", 1)).toEqual({ sats: 12_345_675n });
    expect(parseAmountInput("1 234", 0)).toEqual({ sats: 1_234n });
    expect(parseAmountInput("1,5", 2)).toEqual({ error: "not-a-number" });
    expect(parseAmountInput("1,234'567", 0)).toEqual({ error: "not-a-number" });
    expect(parseAmountInput("12,34", 0)).toEqual({ error: "not-a-number" });
  });

  it("names what is wrong", () => {
    expect(parseAmountInput("", 2)).toEqual({ error: "empty" });
    expect(parseAmountInput("ten", 2)).toEqual({ error: "not-a-number" });
    expect(parseAmountInput("1e3", 2)).toEqual({ error: "not-a-number" });
    expect(parseAmountInput("-1", 2)).toEqual({ error: "negative" });
    expect(parseAmountInput("1.001", 2)).toEqual({ error: "too-many-decimals" });
    expect(parseAmountInput("21000000.00000001", 8)).toEqual({ error: "too-large" });
  });

  it("takes zeros beyond the precision for what they are", () => {
    expect(parseAmountInput("1.500", 1)).toEqual({ sats: 15n });
  });
});

describe("formatShare", () => {
  it("rounds half up without floats and survives an empty whole", () => {
    expect(formatShare(1n, 3n)).toBe("33.33");
    expect(formatShare(2n, 3n)).toBe("66.67");
    expect(formatShare(5n, 0n)).toBe("0.00");
  });
});

describe("shownShare", () => {
  it("shows neither a little as nothing nor nearly all as all", () => {
    const shares = [
      [0n, 100n],
      [1n, 1_000_000n],
      [1n, 20_000n],
      [999_999n, 1_000_000n],
      [100n, 100n],
    ] as const;
    expect(shares.map(([part, whole]) => shownShare(part, whole))).toEqual([
      "0.00",
      "<0.01",
      "0.01",
      ">99.99",
      "100.00",
    ]);
  });
});
