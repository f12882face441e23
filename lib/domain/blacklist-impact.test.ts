import { expect, it } from "vitest";
import { blacklistedAfter, chosenOwners, type OutputsOfOwners, together } from "./blacklist-impact";
import { toOwner } from "./output-owner";
import type { UtxoRow } from "./utxos";

const names = new Map([[7, "Ada"]]);
const output = (vout: number, registeredUser: number | null, gaid: string, amountSats: bigint): UtxoRow => ({
  ...{ txid: "aa", vout, amountSats, state: "free" },
  owner: toOwner({ registeredUser, gaid }, names),
});
/** A user with two GAIDs, and a GAID without a record. */
const rows = [output(0, 7, "GA1", 30n), output(1, null, "GA3", 50n), output(2, 7, "GA2", 40n)];
const told: OutputsOfOwners = {
  owners: [
    { key: "user:7", totalSats: 200n, blacklistedSats: 80n },
    { key: "account:GA3", totalSats: 50n, blacklistedSats: 0n },
  ],
  supplySats: 1_000n,
  blacklistedSats: 100n,
};

it("a user is one owner whatever the GAID, and whoever has most of the chosen stands first", () => {
  expect(chosenOwners(rows, true, told).map(({ owner, changedSats }) => [owner.kind, changedSats])).toEqual([
    ["user", 70n],
    ["account", 50n],
  ]);
});

it("a blacklisting leaves free what is neither chosen nor blacklisted already", () => {
  const owners = chosenOwners(rows, true, told);
  expect(owners.map(({ impact }) => impact)).toEqual([
    { totalSats: 200n, stayingSats: 50n },
    { totalSats: 50n, stayingSats: 0n },
  ]);
  expect(together(owners)).toEqual({ changedSats: 120n, impact: { totalSats: 250n, stayingSats: 50n } });
  expect(blacklistedAfter(rows, true, told)).toBe(220n);
});

it("taking off leaves blacklisted what is not chosen", () => {
  const [ada] = chosenOwners([output(0, 7, "GA1", 30n)], false, told);
  expect(ada?.impact).toEqual({ totalSats: 200n, stayingSats: 50n });
  expect(blacklistedAfter([output(0, 7, "GA1", 30n)], false, told)).toBe(70n);
});

it("says nothing of owners whom nobody has counted, and of those who have less than is chosen by now", () => {
  expect(chosenOwners(rows, true, null).map(({ impact }) => impact)).toEqual([null, null]);
  const spent = { ...told, owners: [{ key: "user:7", totalSats: 140n, blacklistedSats: 80n }] };
  const owners = chosenOwners(rows, true, spent);
  expect(owners.map(({ changedSats, impact }) => [changedSats, impact])).toEqual([
    [70n, null],
    [50n, null],
  ]);
  expect(together(owners)).toEqual({ changedSats: 120n, impact: null });
  expect(blacklistedAfter(rows, true, { ...told, supplySats: 219n })).toBeNull();
  expect(blacklistedAfter(rows, false, told)).toBeNull();
});
