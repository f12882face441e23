import { describe, expect, it } from "vitest";
import { speech } from "@/lib/messages/catalogue";
import {
  type AmountUnit,
  amountWrittenIn,
  type IssueDraft,
  isLongTicker,
  issueAmountSats,
  issueProblems,
  issueTokens,
} from "./issue-draft";

const good: IssueDraft = {
  transferRestricted: true,
  name: "Alpine Growth Fund",
  ticker: "AGF1",
  domain: "example.com",
  pubkey: `02${"ab".repeat(32)}`,
  precision: 2,
  amount: "100.00",
  amountIn: "shown",
  isReissuable: true,
  reissuanceAmount: "1",
  isConfidential: false,
  destinationAddress: "tlq1a",
  reissuanceAddress: "tlq1b",
};
const problems = (part: Partial<IssueDraft>) => issueProblems({ ...good, ...part });
const satsOf = (amount: string, precision: number, amountIn: AmountUnit = "shown") =>
  issueAmountSats({ amount, amountIn, precision });

describe("the rules of an issuance", () => {
  it("accepts a complete draft", () => {
    expect(issueProblems(good)).toEqual({});
  });

  it("refuses a name of four characters and one outside ASCII", () => {
    expect(problems({ name: "Fund" })).toEqual({ name: "name-length" });
    expect(problems({ name: "Fonds für Wein" })).toEqual({ name: "name-ascii" });
  });

  it("refuses a ticker that the registry refuses, and one of six characters is only long", () => {
    expect(problems({ ticker: "AB" })).toEqual({ ticker: "ticker-form" });
    expect(problems({ ticker: "A".repeat(25) })).toEqual({ ticker: "ticker-form" });
    for (const ticker of ["ABCDE", "ABCDEF", "A".repeat(24)]) expect(problems({ ticker })).toEqual({});
    expect(["ABCDE", "ABCDEF"].map(isLongTicker)).toEqual([false, true]);
  });

  it("refuses a public key of the wrong length or prefix", () => {
    expect(problems({ pubkey: `02${"ab".repeat(31)}` })).toEqual({ pubkey: "pubkey-form" });
    expect(problems({ pubkey: `04${"ab".repeat(32)}` })).toEqual({ pubkey: "pubkey-form" });
  });

  it("refuses a domain with scheme, www, upper case or a numeric end", () => {
    for (const domain of [
      "https://example.com",
      "www.example.com",
      "Example.com",
      "127.0.0.1",
      "localhost",
      ".com",
    ]) {
      expect(problems({ domain })).toEqual({ domain: "domain-form" });
    }
  });

  it("wants ticker and domain together or not at all", () => {
    expect(problems({ domain: "" })).toEqual({ domain: "registry-all-or-none" });
    expect(problems({ ticker: "" })).toEqual({ ticker: "registry-all-or-none" });
    expect(problems({ ticker: "", domain: "", pubkey: "" })).toEqual({});
  });

  it("refuses 0, a decimal beyond the precision and more than can ever exist", () => {
    expect(problems({ amount: "0" })).toEqual({ amount: "amount-range" });
    expect(problems({ amount: "1.001" })).toEqual({ amount: "amount-decimals" });
    expect(problems({ amount: "21000000000000.01" })).toEqual({ amount: "amount-range" });
    expect(problems({ amount: "-5" })).toEqual({ amount: "amount-form" });
    expect(problems({ amount: "1e5" })).toEqual({ amount: "amount-form" });
  });

  it("turns the displayed unit into sats exactly", () => {
    expect(satsOf("21000000000000", 2)).toBe(2_100_000_000_000_000n);
    expect(satsOf("100.5", 2)).toBe(10050n);
    expect(satsOf("7", 0)).toBe(7n);
  });

  it("reads groups of three as every other form does, and no amount that has two readings", () => {
    expect(satsOf("1,000", 2)).toBe(100_000n);
    expect(satsOf("2'500'000.5", 2)).toBe(250_000_050n);
    expect(satsOf("1,000", 8, "sats")).toBe(1_000n);
    expect(problems({ amount: "0,500" })).toEqual({ amount: "amount-form" });
    const { language } = speech;
    speech.language = () => "de";
    expect(problems({ amount: "1,000" })).toEqual({ amount: "amount-ambiguous" });
    speech.language = language;
  });

  it("wants a whole number of reissuance tokens", () => {
    expect(issueTokens({ reissuanceAmount: " 1,000 " })).toBe(1_000n);
    for (const reissuanceAmount of ["", "0", "1e3", "1.5", "1,000.00", "-1", "2100000000000001"])
      expect(problems({ reissuanceAmount }), reissuanceAmount).toEqual({ reissuanceAmount: "tokens-range" });
    expect(problems({ isReissuable: false, reissuanceAmount: "many", reissuanceAddress: "" })).toEqual({});
  });

  it("takes sats as they stand, whole and whatever the precision", () => {
    for (const precision of [0, 2, 8]) expect(satsOf("10050", precision, "sats")).toBe(10050n);
    for (const amount of ["100.00", "1,000.00", ".5", "1,000.50"])
      expect(problems({ amount, amountIn: "sats" }), amount).toEqual({ amount: "amount-sats" });
    expect(problems({ amount: "0", amountIn: "sats" })).toEqual({ amount: "amount-range" });
    expect(problems({ amount: "2100000000000001", amountIn: "sats" })).toEqual({ amount: "amount-range" });
  });

  it("writes the amount in the other unit and back to the sat, also beyond what a float can hold", () => {
    for (const precision of [0, 1, 2, 8])
      for (const sats of ["1", "10", "10050", "2099999999999999", "2100000000000001"]) {
        const typed = { amount: sats, amountIn: "sats" as const, precision };
        const shown = { ...typed, ...amountWrittenIn(typed, "shown") };
        expect(issueAmountSats(shown)).toEqual(issueAmountSats(typed));
        expect(amountWrittenIn(shown, "sats")).toEqual({ amount: sats, amountIn: "sats" });
      }
    const entry = { amount: "100.5", amountIn: "shown" as const, precision: 2 };
    expect(amountWrittenIn(entry, "sats")).toEqual({ amount: "10050", amountIn: "sats" });
    expect(amountWrittenIn(entry, "shown")).toEqual({ amount: "100.5", amountIn: "shown" });
  });

  it("leaves what is no amount as it was typed", () => {
    for (const amount of ["", "many", "1.001"]) {
      const entry = { amount, amountIn: "shown" as const, precision: 2 };
      expect(amountWrittenIn(entry, "sats")).toEqual({ amount, amountIn: "sats" });
    }
  });

  it("wants another address for the reissuance token", () => {
    expect(problems({ reissuanceAddress: "tlq1a" })).toEqual({ reissuanceAddress: "addresses-equal" });
    expect(problems({ isReissuable: false, reissuanceAddress: "" })).toEqual({});
  });
});
