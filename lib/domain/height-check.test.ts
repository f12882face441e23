import { expect, it } from "vitest";
import { isByLoss } from "./height-check";

it("explains a difference by lost outputs only when accounts are short of something, and no more of them", () => {
  expect(isByLoss({ accounts: 1, areShort: true }, 1)).toBe(true);
  expect(isByLoss({ accounts: 1, areShort: true }, 0)).toBe(false);
  expect(isByLoss({ accounts: 1, areShort: false }, 1)).toBe(false);
  // A holder's output is lost with the transaction that made it.
  expect(isByLoss({ accounts: 2, areShort: true }, 2)).toBe(true);
  expect(isByLoss({ accounts: 2, areShort: true }, 1)).toBe(false);
});
