import { describe, expect, it } from "vitest";
import { printCursor, readCursor } from "./cursor";

const encoded = (text: string) => Buffer.from(text).toString("base64url");

describe("a cursor", () => {
  it("brings back the place it was printed for, with every digit", () => {
    const place = ["Zoë", 7, 2_100_000_000_000_000n] as const;
    expect(readCursor(printCursor(place), ["string", "number", "bigint"])).toEqual(place);
    expect(readCursor(undefined, ["string"])).toBeNull();
  });

  it.each([
    ["o:50", "one of another list"],
    ["not json", "no JSON"],
    ["{}", "no place"],
    ['["a"]', "too short a place"],
    ['["a",1,2]', "too long a place"],
    ['["a","1"]', "another kind"],
    ['["a",1.5]', "no whole number"],
    ['["a",99999999999]', "a number no column holds"],
    ['["a\\u0000",1]', "a text no column holds"],
  ])("refuses %s: %s", (text) => {
    expect(() => readCursor(encoded(text), ["string", "number"])).toThrow(/page/i);
  });
});
