import { expect, it } from "vitest";
import { decodeJson, encodeJson } from "./json";

it("brings amounts beyond a float's reach and times through unchanged", () => {
  const value = {
    amount: 12345678901234567890n,
    at: new Date("2026-01-02T03:04:05.678Z"),
    rows: [{ n: 1n }],
    none: null,
  };
  expect(decodeJson(encodeJson(value))).toEqual(value);
});
