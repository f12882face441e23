import { describe, expect, it } from "vitest";
import type { DecodedTransaction, SpendableCoin } from "@/lib/contracts/elements";
import type { SupplyIntent } from "@/lib/domain/intent";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { findAlteration, findStrangeness, outpointKey, type Surroundings } from "./verify";

const REASONS: unknown[] = Object.values(supplyWorksText.why);
const [ASSET, TOKEN, LBTC, OTHER] = ["a1", "b2", "c3", "d4"].map((byte) => byte.repeat(32)) as [
  string,
  string,
  string,
  string,
];

const coin = (vout: number, asset: string, amount: bigint): SpendableCoin => ({
  ...{ txid: "ff".repeat(32), vout, asset, amount, assetblinder: "01".repeat(32), confirmations: 3 },
});
const TOKEN_COIN = coin(0, TOKEN, 1n);
const FEE_COIN = coin(1, LBTC, 5_000n);
const ASSET_COIN = coin(2, ASSET, 900n);
const STRAY_COIN = coin(3, ASSET, 50n);
const COINS = [TOKEN_COIN, FEE_COIN, ASSET_COIN, STRAY_COIN];

const intent = { assetId: ASSET, totalSats: 400n } as SupplyIntent;
const surroundings: Surroundings = {
  coins: new Map(COINS.map((one) => [outpointKey(one), one])),
  policyAssetId: LBTC,
  outpoints: [TOKEN_COIN, ASSET_COIN],
  own: new Set(["own1", "own2", "own3"]),
};

const out = (asset: string, value: bigint, place: string) => ({
  ...{ asset, value },
  scriptPubKey:
    place === "fee" || place === "nulldata"
      ? { hex: place === "fee" ? "" : "6a", type: place }
      : { hex: `0014${place}`, type: "witness_v0_keyhash", address: place },
});
const spending = ({ txid, vout }: SpendableCoin) => ({ txid, vout });
const issuance = {
  ...{ isreissuance: true, asset: ASSET, assetEntropy: "ee".repeat(32), assetamount: 400n },
};

const drafts = (): Record<SupplyKind, DecodedTransaction> => ({
  reissuance: {
    txid: "00".repeat(32),
    vin: [{ ...spending(TOKEN_COIN), issuance: { ...issuance } }, spending(FEE_COIN)],
    vout: [
      out(ASSET, 400n, "own1"),
      out(TOKEN, 1n, "own2"),
      out(LBTC, 4_700n, "own3"),
      out(LBTC, 300n, "fee"),
    ],
  },
  burn: {
    txid: "00".repeat(32),
    vin: [spending(ASSET_COIN), spending(FEE_COIN)],
    vout: [
      out(ASSET, 400n, "nulldata"),
      out(ASSET, 500n, "own1"),
      out(LBTC, 4_700n, "own2"),
      out(LBTC, 300n, "fee"),
    ],
  },
});

const strangeness = (kind: SupplyKind, alter: (draft: DecodedTransaction) => void) => {
  const draft = drafts()[kind];
  alter(draft);
  return findStrangeness({ kind, intent }, draft, surroundings);
};
const set = (index: number, change: object) => (draft: DecodedTransaction) =>
  void Object.assign(draft.vout[index] ?? {}, change);
const elsewhere = { scriptPubKey: { hex: "0014ff", type: "witness_v0_keyhash", address: "stranger" } };

const COMMON: [string, (draft: DecodedTransaction) => void][] = [
  ["spends a coin the wallet does not show", ({ vin }) => vin.push({ txid: "99".repeat(32), vout: 0 })],
  ["spends a coin of the asset that AMP did not name", ({ vin }) => vin.push(spending(STRAY_COIN))],
  ["pays its change to a stranger", set(2, elsewhere)],
  ["has a hidden output", set(1, { value: undefined })],
  ["has no fee", ({ vout }) => vout.pop()],
  ["pays its fee in another asset", set(3, { asset: OTHER })],
];

describe.each(["reissuance", "burn"] as const)("the draft of a %s", (kind) => {
  it("that is what was approved has nothing strange", () => {
    expect(strangeness(kind, () => undefined)).toBeNull();
  });

  it.each(COMMON)("that %s is refused", (_, alter) => {
    expect(REASONS).toContain(strangeness(kind, alter));
  });
});

const REISSUANCES: [string, (draft: DecodedTransaction) => void][] = [
  ["reissues another amount", ({ vin }) => void Object.assign(vin[0]?.issuance ?? {}, { assetamount: 401n })],
  ["reissues another asset", ({ vin }) => void Object.assign(vin[0]?.issuance ?? {}, { asset: OTHER })],
  ["makes tokens besides", ({ vin }) => void Object.assign(vin[0]?.issuance ?? {}, { tokenamount: 1n })],
  [
    "issues for the first time",
    ({ vin }) => void Object.assign(vin[0]?.issuance ?? {}, { isreissuance: false }),
  ],
  ["reissues twice", ({ vin }) => void Object.assign(vin[1] ?? {}, { issuance: { ...issuance } })],
  ["reissues nothing", ({ vin }) => delete vin[0]?.issuance],
  ["splits the new coins", set(2, { asset: ASSET })],
  ["keeps fewer new coins", set(0, { value: 399n })],
  ["sends the new coins away", set(0, elsewhere)],
  ["sends the token away", set(1, elsewhere)],
  ["burns the token", set(1, { scriptPubKey: { hex: "6a", type: "nulldata" } })],
];

it.each(REISSUANCES)("a reissuance that %s is refused", (_, alter) => {
  expect(REASONS).toContain(strangeness("reissuance", alter));
});

const BURNS: [string, (draft: DecodedTransaction) => void][] = [
  ["burns one sat more", set(0, { value: 401n })],
  ["burns another asset", set(0, { asset: OTHER })],
  ["burns twice", set(1, { scriptPubKey: { hex: "6a", type: "nulldata" } })],
  ["burns nothing", set(0, { scriptPubKey: { hex: "0014aa", type: "witness_v0_keyhash", address: "own3" } })],
  ["keeps less change than there is", set(1, { value: 499n })],
  ["spends the reissuance token", ({ vin }) => vin.push(spending(TOKEN_COIN))],
  ["reissues on the way", ({ vin }) => void Object.assign(vin[0] ?? {}, { issuance: { ...issuance } })],
];

it.each(BURNS)("a burn that %s is refused", (_, alter) => {
  expect(REASONS).toContain(strangeness("burn", alter));
});

describe("a signed transaction", () => {
  const blind = (draft: DecodedTransaction): DecodedTransaction => ({
    ...draft,
    vin: draft.vin.map((input) =>
      input.issuance
        ? { ...input, issuance: { ...input.issuance, assetamount: undefined, assetamountcommitment: "08" } }
        : input,
    ),
    vout: draft.vout.map((output) =>
      output.scriptPubKey.address ? { ...output, asset: undefined, value: undefined } : output,
    ),
  });

  it.each(["reissuance", "burn"] as const)("that is the blinded draft of a %s is taken", (kind) => {
    expect(findAlteration(drafts()[kind], blind(drafts()[kind]))).toBeNull();
    expect(findAlteration(drafts()[kind], drafts()[kind])).toBeNull();
  });

  const changes: [string, (signed: DecodedTransaction) => void][] = [
    ["spends another coin", ({ vin }) => void Object.assign(vin[1] ?? {}, { vout: 9 })],
    ["spends one more coin", ({ vin }) => vin.push(spending(STRAY_COIN))],
    ["pays somebody else", set(1, elsewhere)],
    ["has one more output", ({ vout }) => vout.push(out(LBTC, 1n, "own1"))],
    ["burns another amount", set(0, { value: 401n })],
    ["hides what it burns", set(0, { value: undefined, asset: undefined })],
    ["pays another fee", set(3, { value: 301n })],
    ["reissues after all", ({ vin }) => void Object.assign(vin[0] ?? {}, { issuance })],
  ];

  it.each(changes)("that %s is thrown away", (_, alter) => {
    const signed = blind(drafts().burn);
    alter(signed);
    expect(findAlteration(drafts().burn, signed)).toBe(supplyWorksText.why.altered);
  });
});
