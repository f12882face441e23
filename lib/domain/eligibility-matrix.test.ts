import { describe, expect, it } from "vitest";
import {
  ASSETS_SHOWN,
  canReceiveNow,
  cutAssets,
  failingRules,
  keyOf,
  type MatrixAsset,
  type MatrixUser,
  passedRules,
  searchAssets,
} from "./eligibility-matrix";

const open: MatrixAsset = {
  ...{ assetUuid: "uuid-1", name: "Alpine Fund", ticker: "ALP", hasEndpoint: false },
  ...{ isLocked: false, isAuthorized: true, transferRestricted: true, requirements: [1, 2] },
  outputsAsOf: null,
};
const ada: MatrixUser = { id: 7, name: "Ada", gaid: "GA1", categories: [1, 2, 3], blacklisted: [] };
const bob: MatrixUser = { id: 8, name: "Bob", gaid: null, categories: [1], blacklisted: [] };

const checked = (user: MatrixUser, asset: MatrixAsset) => ({
  failing: failingRules(user, asset).map(keyOf),
  passed: passedRules(user, asset).map(keyOf),
});

describe("a user and an asset", () => {
  it.each([
    ["who has everything", ada, open, [], ["unauthorized", "locked", 1, 2, "no-gaid"]],
    ["who lacks a category and a wallet", bob, open, [2, "no-gaid"], ["unauthorized", "locked", 1]],
    [
      "when nobody can receive it",
      bob,
      { ...open, isLocked: true, isAuthorized: false },
      ["unauthorized", "locked", 2, "no-gaid"],
      [1],
    ],
    [
      "of an issuer-tracked asset, whose categories do not count",
      bob,
      { ...open, transferRestricted: false },
      ["no-gaid"],
      ["unauthorized", "locked"],
    ],
  ])("%s: every rule either fails or is kept", (_, user, asset, failing, passed) => {
    expect(checked(user, asset)).toEqual({ failing, passed });
  });

  it("with something blacklisted fails that rule too, and can receive nevertheless", () => {
    const known = { ...open, outputsAsOf: new Date() };
    const holder = { ...ada, blacklisted: [open.assetUuid] };
    expect(checked(holder, known).failing).toEqual(["blacklisted"]);
    expect(canReceiveNow(failingRules(holder, known))).toBe(true);
    expect(canReceiveNow(failingRules({ ...holder, gaid: null }, known))).toBe(false);
    expect(checked(holder, { ...known, assetUuid: "another" }).passed).toContain("blacklisted");
    // Where nothing tells of the outputs, the rule is neither kept nor failing.
    expect(checked(ada, open).passed).not.toContain("blacklisted");
  });
});

describe("the assets side by side", () => {
  const many = Array.from({ length: 2 * ASSETS_SHOWN + 1 }, (_, at) => ({
    ...open,
    name: `Asset ${at + 1}`,
  }));

  it("are found by name, ticker or UUID, and stand by name", () => {
    const others = [{ ...open, name: "Zug Notes", ticker: null, assetUuid: "uuid-2" }, open];
    const names = (text?: string) => searchAssets(others, text).map(({ name }) => name);
    expect(names()).toEqual(["Alpine Fund", "Zug Notes"]);
    expect([names(" alp "), names("UUID-2"), names("NOTES"), names("null")]).toEqual([
      ["Alpine Fund"],
      ["Zug Notes"],
      ["Zug Notes"],
      [],
    ]);
    expect(
      searchAssets(many)
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(["Asset 1", "Asset 2", "Asset 3"]);
  });

  it.each([
    [undefined, 1, 1, ASSETS_SHOWN],
    ["2", 2, ASSETS_SHOWN + 1, 2 * ASSETS_SHOWN],
    ["3", 3, 2 * ASSETS_SHOWN + 1, 2 * ASSETS_SHOWN + 1],
    ["99", 3, 2 * ASSETS_SHOWN + 1, 2 * ASSETS_SHOWN + 1],
    ["0", 1, 1, ASSETS_SHOWN],
    ["-1", 1, 1, ASSETS_SHOWN],
    ["two", 1, 1, ASSETS_SHOWN],
  ])("for %s in the address are part %i", (text, part, from, to) => {
    const columns = cutAssets(many, text);
    expect(columns).toMatchObject({ part, parts: 3, from, to, found: many.length });
    expect(columns.assets).toEqual(many.slice(from - 1, to));
  });

  it("are none when none is found", () => {
    expect(cutAssets([])).toMatchObject({ assets: [], part: 1, parts: 1, to: 0, found: 0 });
  });
});
