import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readMoment } from "@/lib/domain/moment";
import { formatAmount, formatSats, formatShare, parseAmountInput, shownShare } from "@/lib/format/amounts";
import { formatBlockHeight } from "@/lib/format/times";
import { speech } from "@/lib/messages/catalogue";
import { countOf } from "@/lib/messages/plural";

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

  it("reads no thousands behind a zero", () => {
    for (const typed of ["0,500", "0,125", "0 500", "0'500", "012,500", "0,500.25"])
      expect(parseAmountInput(typed, 2)).toEqual({ error: "not-a-number" });
    expect(parseAmountInput("0.500", 2)).toEqual({ sats: 50n });
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

describe("in German", () => {
  const { language } = speech;
  beforeEach(() => {
    speech.language = () => "de";
  });
  afterEach(() => {
    speech.language = language;
  });

  it("stands no separator that begins the decimals there: a thousand is never read as one", () => {
    expect(formatAmount(123_456_789n, 2)).toBe("1\u202f234\u202f567.89");
    expect(formatSats(1_000n)).toBe("1\u202f000");
    expect(countOf(1_000, { one: "row", other: "rows" })).toBe("1\u202f000 rows");
    expect(formatBlockHeight(3_214_567)).toBe("3\u202f214\u202f567");
  });

  it("is read back what was printed, also with an ordinary space", () => {
    for (const sats of [0n, 1n, 999n, 1_500n, 1_234_567n, 2_100_000_000_000_000n]) {
      for (const precision of [0, 2, 3, 8]) {
        const printed = formatAmount(sats, precision);
        for (const typed of [printed, printed.replaceAll("\u202f", " ")])
          expect(parseAmountInput(typed, precision)).toEqual({ sats });
      }
    }
    expect(readMoment("3\u202f214\u202f567")).toEqual({ height: 3_214_567 });
    expect(readMoment("3 214 567")).toEqual({ height: 3_214_567 });
  });

  it("is refused what is a thousand to one and one to another", () => {
    for (const typed of ["1,000", "1.000", "12.500"])
      expect(parseAmountInput(typed, 2)).toEqual({ error: "ambiguous" });
    expect(parseAmountInput("1.500", 3)).toEqual({ sats: 1_500n });
    expect(parseAmountInput("0.001", 8)).toEqual({ sats: 100_000n });
    expect(parseAmountInput("1,000.50", 2)).toEqual({ sats: 100_050n });
    for (const typed of ["0,500", "0,125", "0 500"])
      expect(parseAmountInput(typed, 8)).toEqual({ error: "not-a-number" });
    expect(parseAmountInput("0.500", 2)).toEqual({ sats: 50n });
    speech.language = () => "en";
    expect(parseAmountInput("1,000", 2)).toEqual({ sats: 100_000n });
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
