import { describe, expect, it } from "vitest";
import { splitOf } from "./split";

const split = (owned: bigint, treasury: bigint, blacklistedSats: bigint, supply = 100n) =>
  splitOf({
    figures: { supplySats: supply, ownedSats: owned, treasurySats: treasury, holderCount: 3 },
    today: { blacklistedSats, lostOutputs: 0 },
  }).map(({ kind, sats }) => [kind, sats]);

describe("the parts of the supply", () => {
  it("are told apart and add up to it", () => {
    expect(split(95n, 60n, 10n)).toEqual([
      ["treasury", 60n],
      ["holders", 25n],
      ["blacklisted", 10n],
      ["lost", 5n],
    ]);
  });

  it("leave out what is empty", () => {
    expect(split(100n, 100n, 0n)).toEqual([["treasury", 100n]]);
    expect(split(0n, 0n, 0n, 0n)).toEqual([]);
  });

  it("take from the treasury what is blacklisted beyond the holders' amount", () => {
    expect(split(100n, 90n, 15n)).toEqual([
      ["treasury", 85n],
      ["blacklisted", 15n],
    ]);
  });

  it("draw no part below nothing when AMP attributes more than there is", () => {
    expect(split(110n, 60n, 0n)).toEqual([
      ["treasury", 60n],
      ["holders", 50n],
    ]);
  });
});
