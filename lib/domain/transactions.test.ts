import { describe, expect, it } from "vitest";
import { type OutputOwner, toOwner } from "./output-owner";
import { blindedFragment, movementOf, transactionKind } from "./transactions";

const names = new Map([[7, "Ada"]]);
const treasury = toOwner({ registeredUser: null, gaid: null, isTreasury: true }, names);
const ada = toOwner({ registeredUser: 7, gaid: "GA1" }, names);
const stranger = toOwner({ registeredUser: null, gaid: "GA2" }, names);

const from = (owner: OutputOwner, amountSats: bigint, isToken = false) => ({
  owner,
  amountSats,
  isToken,
  vin: 0,
  prevTxid: "aa",
  prevVout: 0,
});
const to = (owner: OutputOwner, amountSats: bigint, look: { isToken?: boolean; isBurnt?: boolean } = {}) => ({
  owner,
  amountSats,
  vout: 0,
  isToken: false,
  isSpent: false,
  isBurnt: false,
  ...look,
});

describe("the owner of an output", () => {
  it("is told apart by user, GAID and treasury", () => {
    expect(treasury).toMatchObject({ kind: "treasury", userName: null });
    expect(ada).toMatchObject({ kind: "user", userName: "Ada" });
    expect(stranger).toMatchObject({ kind: "account", gaid: "GA2" });
  });

  it("is the treasury when AMP names nobody and does not say, and unknown when AMP says it is not", () => {
    const nobody = { registeredUser: null, gaid: null };
    expect(toOwner(nobody, names).kind).toBe("treasury");
    expect(toOwner({ ...nobody, isTreasury: false }, names).kind).toBe("unknown");
  });

  it("has no name when the register does not list the user", () => {
    expect(toOwner({ registeredUser: 8, gaid: "GA3" }, names)).toMatchObject({
      kind: "user",
      userName: null,
    });
  });
});

describe("what a transaction moves", () => {
  it("leaves change out, whoever gets it", () => {
    const distribution = { inputs: [from(treasury, 100n)], outputs: [to(ada, 30n), to(treasury, 70n)] };
    expect(movementOf(distribution)).toEqual({ movedSats: 30n, receivers: 1 });
    const transfer = {
      inputs: [from(ada, 20n), from(ada, 10n)],
      outputs: [to(stranger, 25n), to(ada, 5n)],
    };
    expect(movementOf(transfer)).toEqual({ movedSats: 25n, receivers: 1 });
  });

  it("counts what was made and what was burned, never the reissuance token", () => {
    const reissuance = {
      inputs: [from(treasury, 1n, true)],
      outputs: [to(treasury, 500n), to(treasury, 1n, { isToken: true })],
    };
    expect(movementOf(reissuance)).toEqual({ movedSats: 500n, receivers: 1 });
    const burn = {
      inputs: [from(treasury, 100n)],
      outputs: [to(treasury, 40n, { isBurnt: true }), to(treasury, 60n)],
    };
    expect(movementOf(burn)).toEqual({ movedSats: 40n, receivers: 0 });
  });
});

describe("the kind of a transaction", () => {
  const none = { isIssuance: false, isReissuance: false, isDistribution: false, outputs: [] };

  it("comes from AMP's flags, and for a burn from its outputs", () => {
    expect(transactionKind({ ...none, isIssuance: true })).toBe("issuance");
    expect(transactionKind({ ...none, isReissuance: true })).toBe("reissuance");
    expect(transactionKind({ ...none, isDistribution: true })).toBe("distribution");
    expect(transactionKind({ ...none, outputs: [{ isBurnt: false }, { isBurnt: true }] })).toBe("burn");
    expect(transactionKind(none)).toBe("transfer");
  });
});

describe("the unblinded link", () => {
  it("names value, asset, value blinder and asset blinder of each output, in that order", () => {
    const output = { amountSats: 5n, assetId: "a1", amountBlinder: "b1", assetBlinder: "c1" };
    expect(blindedFragment([output, { ...output, amountSats: 6n }])).toBe("blinded=5,a1,b1,c1,6,a1,b1,c1");
  });

  it("is none without an output that can be opened", () => {
    expect(blindedFragment([])).toBeNull();
  });
});
