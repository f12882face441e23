import { describe, expect, it } from "vitest";
import { type OwnedPart, toHolders } from "./ownership";
import { CHANGE_KINDS, changesBetween, differenceFigures, unexplainedSats } from "./ownership-difference";

const ISSUER = 7;
const holders = (entries: Record<string, bigint>, by: "user" | "gaid" = "user") => {
  const parts = Object.entries(entries).map(([key, amount]): OwnedPart => {
    if (key === "treasury") return { owner: String(ISSUER), gaid: null, amount };
    const [gaid = "", owner = null] = key.split("@");
    return { owner, gaid, amount };
  });
  return toHolders(parts, ISSUER, new Map([[101, "Alice Ames"]]), by);
};

describe("the difference of two moments", () => {
  it("tells who came, left, has more and has less, the largest change first", () => {
    const before = holders({ treasury: 100n, "GA1@101": 20n, GA2: 5n, GA3: 8n });
    const after = holders({ treasury: 70n, "GA1@101": 38n, GA3: 7n, GA4: 18n });
    expect(
      changesBetween(before, after).map(({ id, change, changeSats }) => [id, change, changeSats]),
    ).toEqual([
      ["treasury", "fell", -30n],
      ["account:GA4", "came", 18n],
      ["user:101", "gained", 18n],
      ["account:GA2", "left", -5n],
      ["account:GA3", "fell", -1n],
    ]);
  });

  it("leaves out a user who only moved to another wallet, which the list by GAID shows", () => {
    const [before, after] = [{ "GA1@101": 20n }, { "GA9@101": 20n }];
    expect(changesBetween(holders(before), holders(after))).toEqual([]);
    expect(
      changesBetween(holders(before, "gaid"), holders(after, "gaid")).map(({ gaids, change }) => [
        gaids,
        change,
      ]),
    ).toEqual([
      [["GA1"], "left"],
      [["GA9"], "came"],
    ]);
  });

  it("is sums by kind without the treasury, whose change stands apart", () => {
    const changes = changesBetween(
      holders({ treasury: 100n, GA2: 5n }),
      holders({ treasury: 90n, GA3: 9n, GA2: 6n }),
    );
    const figures = differenceFigures(changes, { beforeSats: 105n, afterSats: 105n });
    expect(figures).toMatchObject({
      treasurySats: -10n,
      holders: { came: { count: 1, sats: 9n }, gained: { count: 1, sats: 1n }, left: { count: 0, sats: 0n } },
    });
    expect(unexplainedSats(figures)).toBe(0n);
    expect(unexplainedSats({ ...figures, supplyAfterSats: 107n })).toBe(2n);
  });

  it("adds up to the change of the supply whatever happened", () => {
    let state = 3;
    const roll = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state % below;
    };
    const random = () =>
      Object.fromEntries(
        ["treasury", "GA1@101", "GA2@101", "GA3@102", "GA4", "GA5"].flatMap((key) =>
          roll(3) === 0 ? [] : [[key, BigInt(roll(1_000_000)) * 1_000_000n]],
        ),
      );
    const sum = (entries: Record<string, bigint>) => Object.values(entries).reduce((a, b) => a + b, 0n);
    for (let round = 0; round < 200; round++) {
      const [before, after] = [random(), random()];
      const by = round % 2 === 0 ? "user" : "gaid";
      const changes = changesBetween(holders(before, by), holders(after, by));
      const supply = { beforeSats: sum(before), afterSats: sum(after) };
      expect(unexplainedSats(differenceFigures(changes, supply))).toBe(0n);
      expect(
        changes.every(({ beforeSats, afterSats, changeSats }) => afterSats - beforeSats === changeSats),
      ).toBe(true);
      expect(changes.every(({ change }) => CHANGE_KINDS.includes(change))).toBe(true);
      // The way back takes the same from everybody.
      const back = changesBetween(holders(after, by), holders(before, by));
      expect(back.map(({ id, changeSats }) => [id, -changeSats])).toEqual(
        changes.map(({ id, changeSats }) => [id, changeSats]),
      );
    }
  });
});
