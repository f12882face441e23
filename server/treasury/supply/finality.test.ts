import { expect, it } from "vitest";
import type { NodeClient } from "@/server/elements/rpc";
import type { Operation } from "../store";
import { beforeBroadcast } from "./broadcast";
import { hasLost, isGone } from "./coins-gone";

const coin = { txid: "a".repeat(64), vout: 0 };

/** A node that knows what made the coin, and whether the coin is spent; `asked` has its methods in order. */
function nodeWith(confirmations: number, isSpent: boolean) {
  const asked: string[] = [];
  const call = async (method: string) => {
    asked.push(method);
    if (method === "gettxout") return isSpent ? null : {};
    return { txid: coin.txid, confirmations, details: [], time: 0, timereceived: 0, hex: "" };
  };
  return { node: { walletKey: "w", call } as unknown as NodeClient, asked };
}

it.each([
  [2, true, true],
  [2, false, false],
  [1, true, false],
  [0, true, false],
  [-1, true, false],
  [-2, true, true],
])("takes a coin of %i confirmations, spent %s, for gone for good: %s", async (deep, isSpent, isOver) => {
  expect(await isGone(nodeWith(deep, isSpent).node, coin)).toBe(isOver);
});

it("reads what made the coin before it asks whether the coin is spent", async () => {
  const { node, asked } = nodeWith(2, true);
  await isGone(node, coin);
  expect(asked).toEqual(["gettransaction", "gettxout"]);
});

it("asks for two blocks against a transaction before it has lost", () => {
  expect([0, -1, -2].map(hasLost)).toEqual([false, false, true]);
});

it("remembers why the node refused while the transaction is handed over again", async () => {
  const supply = { outpoints: [], refused: "min relay fee not met" };
  const operation = { facts: { supply } } as unknown as Operation<"burn">;
  expect((await beforeBroadcast(operation)).supply).toMatchObject({
    refused: supply.refused,
    isHanding: true,
  });
});
