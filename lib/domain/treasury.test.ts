import { describe, expect, it } from "vitest";
import { nameBalances } from "./treasury";

const fund = {
  assetUuid: "5aff248b-84a7-49a5-8b27-d31a405742f5",
  assetId: "aa",
  reissuanceTokenId: "bb",
  name: "Alpine Growth Fund I",
  ticker: "AGF1",
  precision: 2,
};
const bond = {
  ...fund,
  assetId: "cc",
  reissuanceTokenId: null,
  name: "Harbour Bond",
  ticker: "HB31",
  precision: 0,
};
const of = (...ids: string[]) => ids.map((assetId) => ({ assetId, amountSats: 1n }));

describe("the names of a wallet's balances", () => {
  it("put assets first by name, then their tokens, then what nobody here knows", () => {
    const named = nameBalances(of("zz", "bb", "cc", "aa"), [bond, fund]);
    expect(named.map(({ kind, name }) => [kind, name])).toEqual([
      ["asset", "Alpine Growth Fund I"],
      ["asset", "Harbour Bond"],
      ["token", "Alpine Growth Fund I"],
      ["unknown", null],
    ]);
  });

  it("count a reissuance token in sats, whatever the precision of its asset", () => {
    const [token] = nameBalances(of("bb"), [fund]);
    expect(token).toMatchObject({ kind: "token", precision: 0, ticker: null });
  });

  it("never take an unknown asset for the token of one without a token", () => {
    expect(nameBalances(of("zz"), [bond])[0]?.kind).toBe("unknown");
  });
});
