import { describe, expect, it } from "vitest";
import { type AssetChoice, heldFirst, lookOf, receiversOf, toChoices } from "./sandbox";

const fund: AssetChoice = { assetUuid: "f", name: "Fund", ticker: "FND", precision: 2 };
const bond: AssetChoice = { assetUuid: "b", name: "Bond", ticker: null, precision: 0 };

describe("how an asset's amounts are shown", () => {
  it("follows the desk's own list, with or without a ticker", () => {
    expect(lookOf([fund, bond], { assetUuid: "f", name: "Old name" })).toEqual({ ...fund, isKnown: true });
    expect(lookOf([fund, bond], { assetUuid: "b", name: null })).toMatchObject({ ...bond, isKnown: true });
  });

  it("knows L-BTC, which is nobody's asset", () => {
    expect(lookOf([], { assetUuid: null, name: "L-BTC" })).toMatchObject({ isKnown: true, precision: 8 });
  });

  it("counts in sats what nobody here knows the decimals of, though it has a name", () => {
    const look = lookOf([], { assetUuid: "f", name: "Fund" });
    expect(look).toMatchObject({ isKnown: false, name: "Fund", ticker: null, precision: 0 });
  });
});

it("offers what a wallet holds first, then the rest by name", () => {
  const held = { ...lookOf([fund], { assetUuid: "f", name: null }), assetId: "1" };
  const holdings = [{ ...held, amountSats: 5n, blacklistedSats: 0n }];
  const names = heldFirst(toChoices([fund, bond]), holdings).map(({ name }) => name);
  expect(names).toEqual(["Fund", "Bond"]);
  expect(toChoices([fund, bond]).map(({ name }) => name)).toEqual(["Bond", "Fund"]);
});

it("counts the sender's change among no receivers", () => {
  const party = { amount: 1n, isTreasury: false, registeredUser: null };
  const outputs = [
    { vout: 0, gaid: "to", ...party },
    { vout: 1, gaid: "from", ...party },
    { vout: 2, gaid: null, ...party },
  ];
  const request = { uuid: "u", assetId: "a", inputs: [], outputs };
  expect(receiversOf({ fromGaid: "from", request }).map(({ vout }) => vout)).toEqual([0, 2]);
});
