import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { amountMap } from "./amounts";
import { Params, readAmount } from "./params";

test.each([
  [1, 100_000_000n],
  ["0.00000001", 1n],
  ["1e-08", 1n],
  [new LosslessNumber("1e-08"), 1n],
  [new LosslessNumber("20999999.99999406"), 2_099_999_999_999_406n],
  [0, 0n],
])("reads %s as sats", (value, sats) => {
  expect(readAmount(value)).toBe(sats);
});

test.each(["", "abc", "1e-09", null, true, {}, [], "1,5"])("refuses %j as an amount with -3", (value) => {
  const message = typeof value === "string" ? "Invalid amount" : "Amount is not a number or string";
  expect(() => readAmount(value)).toThrow(expect.objectContaining({ code: -3, message }));
});

test.each([-1, "21000000.00000001"])("refuses %s as out of range", (value) => {
  expect(() => readAmount(value)).toThrow(expect.objectContaining({ message: "Amount out of range" }));
});

test("null and a missing argument read as the default, another type is refused with its position", () => {
  const params = new Params([null, 5], ["first", "second"]);
  expect(params.text(0, "x")).toBe("x");
  expect(params.list(7)).toEqual([]);
  expect(() => params.text(1)).toThrow(
    '"Position 2 (second)": "JSON value of type number is not of expected type string"',
  );
});

test("shows the policy asset always and other assets only with a balance", () => {
  const sums = new Map([
    ["a".repeat(64), 0n],
    ["b".repeat(64), 5n],
  ]);
  const shown = amountMap(sums, "c".repeat(64));
  expect(Object.entries(shown).map(([name, amount]) => [name, amount.toString()])).toEqual([
    ["bitcoin", "0.00000000"],
    ["b".repeat(64), "0.00000005"],
  ]);
});
