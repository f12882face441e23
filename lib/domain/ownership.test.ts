import { describe, expect, it } from "vitest";
import { blacklistedBasis, type OwnedPart } from "./ownership";
import { toHolders } from "./testing-owners";

const ISSUER = 7;
const NAMES = new Map([
  [101, "Alice Ames"],
  [102, "Bernard Okafor"],
]);
const part = (owner: string | null, gaid: string | null, amount: bigint): OwnedPart => ({
  owner,
  gaid,
  amount,
});

describe("the holders of an asset", () => {
  it("are the treasury, registered users by name, and accounts without a record, largest first", () => {
    const parts = [part("101", "GA1", 20n), part(null, "GA9", 5n), part("7", null, 100n)];
    const holders = toHolders(parts, ISSUER, NAMES);
    expect(holders.map(({ kind, name, amountSats }) => [kind, name, amountSats])).toEqual([
      ["treasury", null, 100n],
      ["user", "Alice Ames", 20n],
      ["account", null, 5n],
    ]);
  });

  it("have the amounts of all their GAIDs together, each still told apart", () => {
    const parts = [part("101", "GA1", 20n), part("102", "GA2", 30n), part("101", "GA3", 15n)];
    const [first, second] = toHolders(parts, ISSUER, NAMES);
    expect(first).toMatchObject({ name: "Alice Ames", amountSats: 35n });
    expect(first?.gaids).toEqual([
      { gaid: "GA1", amountSats: 20n },
      { gaid: "GA3", amountSats: 15n },
    ]);
    expect(second?.amountSats).toBe(30n);
  });

  it("are not merged when they have no record: each GAID is somebody of its own", () => {
    const holders = toHolders([part(null, "GA8", 1n), part(null, "GA9", 1n)], ISSUER, NAMES);
    expect(holders.map((holder) => holder.id)).toEqual(["account:GA8", "account:GA9"]);
  });

  it("count the issuer's own GAID as a holder and not as the treasury", () => {
    const [holder] = toHolders([part("7", "GA1", 3n)], ISSUER, NAMES);
    expect(holder).toMatchObject({ kind: "user", userId: 7, name: null });
  });

  it("leave out who holds nothing any more", () => {
    expect(toHolders([part("101", "GA1", 0n)], ISSUER, NAMES)).toEqual([]);
  });
});

describe("what the blacklisted amounts stand on", () => {
  const of = (minute: number, source: "amp" | "mirror" = "mirror") => ({
    asOf: new Date(Date.UTC(2026, 10, 20, 12, minute)),
    source,
  });

  it("is older than the owners only when it was read before them, and not for the same page", () => {
    expect(blacklistedBasis(of(5), of(4))).toEqual({ asOf: of(4).asOf, isOlder: true });
    expect(blacklistedBasis(of(5, "amp"), of(4))).toMatchObject({ isOlder: true });
    expect(blacklistedBasis(of(5), of(6))).toMatchObject({ isOlder: false });
    expect(blacklistedBasis(of(5, "amp"), of(4, "amp"))).toMatchObject({ isOlder: false });
  });

  it("is nothing where the outputs could not be read", () => {
    expect(blacklistedBasis(of(5), null)).toEqual({ asOf: null, isOlder: false });
  });
});
