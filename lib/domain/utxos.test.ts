import { expect, it } from "vitest";
import { toOwner } from "./output-owner";
import { changeable, ownersOf, sumOf, type UtxoRow, type UtxoState } from "./utxos";

const names = new Map([[7, "Ada"]]);

function output(vout: number, gaid: string | null, state: UtxoState = "free"): UtxoRow {
  const owner = toOwner({ registeredUser: gaid === "GA1" ? 7 : null, gaid }, names);
  return { txid: "aa", vout, amountSats: 10n, owner, state };
}

const rows = [
  output(0, null),
  output(1, "GA1"),
  output(2, "GA1", "blacklisted"),
  output(3, "GA2"),
  output(4, null, "blacklisted"),
];

it("what can be blacklisted is free and a holder's; what can be taken off is blacklisted, whosever it is", () => {
  expect(changeable(rows, true).map(({ vout }) => vout)).toEqual([1, 3]);
  expect(changeable(rows, false).map(({ vout }) => vout)).toEqual([2, 4]);
});

it("each owner is named once", () => {
  expect(ownersOf(rows).map(({ kind }) => kind)).toEqual(["treasury", "user", "account"]);
});

it("outputs add up", () => {
  expect(sumOf(rows)).toEqual({ count: 5, amountSats: 50n });
  expect(sumOf([])).toEqual({ count: 0, amountSats: 0n });
});
