import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";

describe("canonical JSON", () => {
  it("sorts keys at every level and leaves no white space", () => {
    const value = { b: [{ z: 1, a: null }, true], a: { y: "x y", x: -1 } };
    expect(canonicalJson(value)).toBe('{"a":{"x":-1,"y":"x y"},"b":[{"a":null,"z":1},true]}');
  });

  it("escapes everything but printable ASCII, as Python does", () => {
    // json.dumps("é𝄞\x7f\n\t\"\\/", separators=(",", ":"))
    expect(canonicalJson('é𝄞\x7f\n\t"\\/')).toBe('"\\u00e9\\ud834\\udd1e\\u007f\\n\\t\\"\\\\/"');
  });

  it("sorts by code point beyond the first plane", () => {
    // json.dumps({"\U0001d11e": 1, "\uff5e": 2, "a": 3, "aa": 4}, sort_keys=True, separators=(",", ":"))
    expect(canonicalJson({ "\u{1d11e}": 1, "\uff5e": 2, aa: 4, a: 3 })).toBe(
      '{"a":3,"aa":4,"\\uff5e":2,"\\ud834\\udd1e":1}',
    );
  });

  it("leaves out what is undefined and reads back as the same value", () => {
    const value = { list: [], text: "", none: undefined, inner: { amount: 2_100_000_000_000_000 } };
    expect(JSON.parse(canonicalJson(value))).toEqual({ list: [], text: "", inner: { amount: 2.1e15 } });
  });
});
