import { LosslessNumber } from "lossless-json";
import { describe, expect, test } from "vitest";
import { networkFacts } from "../ledger/networks";
import { expectLike } from "./recordings-testing";

const { policyAsset } = networkFacts("regtest");
const ASSET = "a".repeat(64);
const number = (text: string) => new LosslessNumber(text);
const HIDDEN = "5".repeat(64);
const CLEAR = "0".repeat(64);

/** Part of a transaction as it was recorded. */
const recorded = {
  amount: { bitcoin: number("-0.5"), [ASSET]: number("-0.00000100") },
  fee: { bitcoin: number("-0.00000043") },
  details: [
    { asset: ASSET, amount: number("-0.00000100"), amountblinder: HIDDEN, assetblinder: HIDDEN },
    { asset: policyAsset, amount: number("-0.5"), amountblinder: CLEAR },
  ],
};
type Shape = typeof recorded;
const changed = (change: (copy: Shape) => void): Shape => {
  const copy = {
    amount: { ...recorded.amount },
    fee: { ...recorded.fee },
    details: recorded.details.map((one) => ({ ...one })),
  };
  change(copy);
  return copy;
};
const first = (copy: Shape) => copy.details[0] as Record<string, unknown>;
const second = (copy: Shape) => copy.details[1] as Record<string, unknown>;

describe("an answer held against a recorded one", () => {
  test("may hold other sats of L-BTC and other blinders", () => {
    const other = changed((copy) => {
      copy.amount.bitcoin = number("-0.7");
      copy.fee.bitcoin = number("-0.00000099");
      second(copy).amount = -1;
      first(copy).amountblinder = "7".repeat(64);
    });
    expect(() => expectLike(other, recorded, "answer")).not.toThrow();
  });

  test.each<[string, (copy: Shape) => void]>([
    ["the sum of an asset", (copy) => Object.assign(copy.amount, { [ASSET]: number("-0.00000101") })],
    ["the sign of an asset", (copy) => Object.assign(first(copy), { amount: number("0.00000100") })],
    ["the sats of a detail", (copy) => Object.assign(first(copy), { amount: number("-0.00000200") })],
    ["the sign of L-BTC", (copy) => Object.assign(second(copy), { amount: number("0.5") })],
    ["the sign of the fee", (copy) => Object.assign(copy.fee, { bitcoin: number("0.00000043") })],
    ["a blinder that is zero", (copy) => Object.assign(first(copy), { amountblinder: CLEAR })],
    ["a blinder that is not zero", (copy) => Object.assign(second(copy), { amountblinder: HIDDEN })],
  ])("must not differ in %s", (_, change) => {
    expect(() => expectLike(changed(change), recorded, "answer")).toThrow();
  });
});
