import { describe, expect, it } from "vitest";
import { backOffMs, isEmail, MAX_TRIES } from "./notices";

describe("notices", () => {
  it("are tried again after longer and longer pauses, none above an hour", () => {
    const pauses = Array.from({ length: MAX_TRIES }, (_, tries) => backOffMs(tries + 1));
    expect(pauses.slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.at(-1)).toBe(3_600_000);
  });

  it.each([
    ["ops@issuer.example", true],
    ["first.last+desk@mail.issuer.co.uk", true],
    ["ops@localhost", false],
    ["ops@@issuer.example", false],
    ["Ops <ops@issuer.example>", false],
    ["ops@issuer.example\r\nBcc: other@issuer.example", false],
    ["ops@-issuer.example", false],
  ])("take %j for an address: %s", (text, is) => {
    expect(isEmail(text)).toBe(is);
  });
});
