import { describe, expect, it } from "vitest";
import { type Account, type Movement, moveOf } from "./movements";

const ASSET = "aa".repeat(32);
const TOKEN = "bb".repeat(32);
const ZERO = "0".repeat(64);

interface Part {
  gaid: Account;
  sats: bigint;
  assetId?: string;
  isBurnt?: boolean;
}

const row = ({ gaid, sats, assetId = ASSET }: Part) => ({
  assetId,
  amount: sats,
  assetBlinder: ZERO,
  amountBlinder: ZERO,
  registeredUser: gaid === "GA1" ? 101 : null,
  gaid,
  isTreasury: gaid === null,
});

const transaction = (height: number, inputs: Part[], outputs: Part[], flags = {}) => ({
  txid: height.toString(16).padStart(64, "0"),
  datetime: new Date(height * 60_000),
  blockheight: height,
  isIssuance: false,
  isReissuance: false,
  isDistribution: false,
  inputs: inputs.map((part, vin) => ({ ...row(part), vin, prevTxid: ZERO, prevVout: vin })),
  outputs: outputs.map((part, vout) => ({
    ...row(part),
    vout,
    isSpent: false,
    isBurnt: part.isBurnt ?? false,
  })),
  unblindedUrl: "",
  ...flags,
});

describe("a transaction as movements", () => {
  it("takes from who paid what others got, and leaves change out", () => {
    const tx = transaction(
      5,
      [{ gaid: "GA1", sats: 100n }],
      [
        { gaid: "GA2", sats: 30n },
        { gaid: "GA1", sats: 70n },
      ],
    );
    const move = moveOf(tx, ASSET);
    expect(move).toMatchObject({ kind: "transfer", height: 5, supplySats: 0n });
    expect(move.movements).toEqual([
      { height: 5, gaid: "GA1", userId: 101, sats: -30n },
      { height: 5, gaid: "GA2", userId: null, sats: 30n },
    ]);
  });

  it("counts what is burnt as gone from the supply", () => {
    const tx = transaction(
      6,
      [{ gaid: null, sats: 50n }],
      [
        { gaid: null, sats: 20n, isBurnt: true },
        { gaid: null, sats: 30n },
      ],
    );
    const { kind, supplySats, movements } = moveOf(tx, ASSET);
    expect([kind, supplySats]).toEqual(["burn", -20n]);
    expect(movements).toMatchObject([{ gaid: null, sats: -20n }]);
  });

  it("adds an issuance and a reissuance to the supply, the token beside it to nothing", () => {
    const outputs = [
      { gaid: null, sats: 1_000n },
      { gaid: null, sats: 1n, assetId: TOKEN },
    ];
    const issued = moveOf(transaction(1, [], outputs, { isIssuance: true }), ASSET);
    expect([issued.kind, issued.supplySats]).toEqual(["issuance", 1_000n]);
    const token = [{ gaid: null, sats: 1n, assetId: TOKEN }];
    const reissued = moveOf(transaction(2, token, outputs, { isReissuance: true }), ASSET);
    expect([reissued.kind, reissued.supplySats]).toEqual(["reissuance", 1_000n]);
  });

  it("makes nothing less that AMP loses sight of on the way", () => {
    const lossy = transaction(8, [{ gaid: "GA1", sats: 9n }], [{ gaid: "GA2", sats: 5n }]);
    const { supplySats, movements } = moveOf(lossy, ASSET);
    expect(supplySats).toBe(0n);
    expect(movements.map(({ sats }) => sats)).toEqual([-9n, 5n]);
  });

  it("moves nothing when an owner sends to himself", () => {
    const tx = transaction(7, [{ gaid: "GA1", sats: 9n }], [{ gaid: "GA1", sats: 9n }]);
    expect(moveOf(tx, ASSET).movements).toEqual([]);
  });
});

/** Repeatable numbers: a failure names the round that made it. */
function dice(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** A random history by coins, the way the chain keeps it, with what every account held after each block. */
function playHistory(seed: number, blocks: number) {
  const roll = dice(seed);
  const accounts: Account[] = [null, "GA1", "GA2", "GA3", "GA4"];
  const coins: { gaid: Account; sats: bigint }[] = [];
  const movements: Movement[] = [];
  const states: Map<Account, bigint>[] = [];
  const supply: bigint[] = [];
  for (let height = 0; height < blocks; height++) {
    const what = coins.length === 0 ? 0 : roll(8);
    const inputs = what === 0 ? [] : coins.splice(roll(coins.length), 1 + roll(2));
    const total = inputs.reduce((sum, { sats }) => sum + sats, 0n);
    const outputs: Part[] = [];
    if (what === 0) outputs.push({ gaid: null, sats: BigInt(1 + roll(10 ** 9)) * 10n ** 6n });
    else {
      const paid = (total * BigInt(1 + roll(100))) / 100n;
      const to = accounts[roll(accounts.length)] ?? null;
      const isBurnt = what === 1;
      outputs.push({ gaid: isBurnt ? null : to, sats: paid, isBurnt });
      outputs.push({ gaid: inputs[0]?.gaid ?? null, sats: total - paid });
    }
    coins.push(...outputs.filter(({ isBurnt, sats }) => !isBurnt && sats > 0n));
    movements.push(...moveOf(transaction(height, inputs, outputs), ASSET).movements);
    const held = new Map<Account, bigint>();
    for (const { gaid, sats } of coins) held.set(gaid, (held.get(gaid) ?? 0n) + sats);
    states.push(held);
    supply.push(coins.reduce((sum, { sats }) => sum + sats, 0n));
  }
  return { movements, states, supply };
}

const sorted = (balances: ReadonlyMap<Account, bigint>) =>
  [...balances]
    .filter(([, sats]) => sats !== 0n)
    .sort(([one], [other]) => String(one).localeCompare(String(other)));

describe("the movements of random histories", () => {
  const seeds = Array.from({ length: 25 }, (_, index) => index + 1);

  it.each(seeds)("add up to what the coins of each block give (history %i)", (seed) => {
    const { movements, states, supply } = playHistory(seed, 80);
    states.forEach((state, height) => {
      const held = new Map<Account, bigint>();
      for (const { gaid, sats, height: at } of movements)
        if (at <= height) held.set(gaid, (held.get(gaid) ?? 0n) + sats);
      expect(sorted(held)).toEqual(sorted(state));
      expect([...held.values()].reduce((sum, sats) => sum + sats, 0n)).toBe(supply[height]);
    });
  });
});
