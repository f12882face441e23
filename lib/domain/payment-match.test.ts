import { address as codec, networks, payments } from "liquidjs-lib";
import { describe, expect, it } from "vitest";
import { paidToOthers, paymentDifferences } from "./payment-match";

const ASSET = "a".repeat(64);
const BLINDER = "1".repeat(64);
const blindingKey = Buffer.from("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", "hex");

/** An address as AMP gives it, and as a node prints it. */
function place(byte: number) {
  const hash = Buffer.alloc(20, byte);
  const plain = payments.p2pkh({ hash, network: networks.testnet }).address ?? "";
  return { plain, confidential: codec.toConfidential(plain, blindingKey) };
}
const [alice, bob, eve] = [place(1), place(2), place(3)];
const order = {
  distributionUuid: "d",
  assetId: ASSET,
  amounts: { [alice.confidential]: 5n, [bob.confidential]: 7n },
};

const send = (address: string | undefined, sats: bigint, vout: number, rest = {}) => ({
  ...{ category: "send", amount: -sats, asset: ASSET, amountblinder: BLINDER, assetblinder: BLINDER },
  ...{ address, vout },
  ...rest,
});
const paid = [send(alice.plain, 5n, 0), send(bob.plain, 7n, 1)];
const words = (details: Parameters<typeof paymentDifferences>[1]) =>
  paymentDifferences(order, details).join(" ");

describe("a payment", () => {
  it("fits its order when every address gets its exact amount, in whatever order and form", () => {
    expect(words([...paid].reverse())).toBe("");
  });

  it("may pay the wallet itself and move L-BTC beside it", () => {
    const own = [send(eve.plain, 3n, 2), { ...send(eve.plain, -3n, 2), category: "receive" }];
    expect(words([...paid, ...own, send(eve.plain, 9n, 3, { asset: "b".repeat(64) })])).toBe("");
    expect(paidToOthers(own)).toEqual([]);
  });

  it.each([
    ["a missing recipient", paid.slice(1), "does not pay"],
    ["another amount", [send(alice.plain, 6n, 0), send(bob.plain, 7n, 1)], "6 instead of 5 sats"],
    ["another asset", [send(alice.plain, 5n, 0, { asset: "b".repeat(64) }), paid[1]], "another asset"],
    ["the same recipient twice", [...paid, send(bob.plain, 7n, 2)], "more than once"],
    ["a stranger", [...paid, send(eve.plain, 1n, 2)], "does not know"],
    ["a burn", [...paid, send(undefined, 1n, 2)], "burns 1 sats"],
    [
      "blinders that the wallet does not have",
      [send(alice.plain, 5n, 0, { assetblinder: "0".repeat(64) }), paid[1]],
      "blinders",
    ],
  ])("does not fit with %s", (_, details, expected) => {
    expect(words(details.flatMap((one) => one ?? []))).toContain(expected);
  });

  it("that swaps two amounts names both", () => {
    const swapped = [send(alice.plain, 7n, 0), send(bob.plain, 5n, 1)];
    expect(paymentDifferences(order, swapped)).toHaveLength(2);
  });
});
