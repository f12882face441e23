import { Transaction } from "liquidjs-lib";
import { describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import recorded from "../elements/recorded-calls.json";
import built from "../elements/sign-then-broadcast.json";
import { ABSENT, explicitAsset, explicitValue } from "../ledger/fields";
import { opensCommitments } from "../ledger/opening";
import { NO_BLINDER, UNKNOWN_ASSET } from "../ledger/port";
import { loadZkp } from "../ledger/zkp";
import { readAddress } from "./node";
import { readTransaction } from "./read-transaction";

/** A real node's transaction with its proofs: two payments and change of an asset, change of L-BTC, fee. */
const callOf = (name: string) => {
  const call = built.calls.find((candidate) => candidate.name === `distribution: ${name}`);
  if (!call) throw new Error(`There is no recording of ${name}.`);
  return call as Wire;
};
const hex: string = callOf("testmempoolaccept").request.params[0][0];
const accepted = callOf("testmempoolaccept").response.result[0];

const zkp = await loadZkp();

it("reads a coinbase, which spends nothing", () => {
  const coinbase = new Transaction();
  coinbase.version = 2;
  coinbase.addInput(Buffer.alloc(32), 0xffff_ffff, 0xffff_ffff, Buffer.from("0165", "hex"));
  const asset = explicitAsset("ab".repeat(32));
  coinbase.addOutput(Buffer.from("51", "hex"), explicitValue(615n), asset, ABSENT);
  coinbase.addOutput(Buffer.from("6a24aa21a9ed", "hex"), explicitValue(0n), asset, ABSENT);
  const read = readTransaction(zkp, "regtest", coinbase.toHex());
  expect(read).toMatchObject({ spends: [], issuances: [], feeSats: 0n });
  expect(read.outputs.map(({ kind, amountSats, address }) => [kind, amountSats, address])).toEqual([
    ["payment", 615n, null],
    ["burn", 0n, null],
  ]);
});

describe("addresses of nodes", () => {
  it.each([
    ["http://127.0.0.1:7041", "http://127.0.0.1:7041"],
    ["http://127.0.0.1:7041/", "http://127.0.0.1:7041"],
    ["http://a:b@127.0.0.1:7041/wallet/my%20own", "http://127.0.0.1:7041"],
    ["http://127.0.0.1:4000/elements/wallet/treasury", "http://127.0.0.1:4000/elements"],
  ])("%s is %s", (url, expected) => {
    expect(readAddress({ url, user: "a", password: "b" })).toEqual({
      url: expected,
      user: "a",
      password: "b",
    });
  });

  it("take credentials from the URL, and need some", () => {
    expect(readAddress({ url: "http://me:p%40ss@host:1" })).toMatchObject({ user: "me", password: "p@ss" });
    expect(readAddress({ url: "http://host:1", user: "me" })).toBeNull();
  });
});

describe("a transaction of a real node", () => {
  const read = readTransaction(zkp, "regtest", hex);

  it("is the one that the node names", () => {
    expect([read.txid, read.wtxid]).toEqual([accepted.txid, accepted.wtxid]);
    expect(read.feeSats).toBe(BigInt(Math.round(accepted.fees.base * 1e8)));
    expect(read.outputs.map(({ kind }) => kind).sort()).toEqual(["fee", ...Array(5).fill("payment")]);
    expect(read.spends).toHaveLength(2);
  });

  it("hides what is confidential", () => {
    const hidden = read.outputs.filter(({ assetId }) => assetId === UNKNOWN_ASSET);
    expect(hidden).toHaveLength(5);
    for (const { amountSats, amountCommitment } of hidden)
      expect([amountSats, amountCommitment]).toEqual([0n, expect.stringMatching(/^0[89][0-9a-f]{64}$/)]);
  });

  it("opens by what the node's wallet tells, and by nothing else", () => {
    const [change] = callOf("change in listunspent").response.result;
    const output = read.outputs[change.vout];
    const commitments = {
      assetCommitment: output?.assetCommitment ?? "",
      amountCommitment: output?.amountCommitment ?? "",
    };
    expect([output?.scriptHex, commitments]).toEqual([
      change.scriptPubKey,
      { assetCommitment: change.assetcommitment, amountCommitment: change.amountcommitment },
    ]);
    const told = {
      assetId: change.asset,
      amountSats: BigInt(Math.round(change.amount * 1e8)),
      assetBlinder: change.assetblinder,
      amountBlinder: change.amountblinder,
    };
    const isOpen = (lie: Partial<typeof told> = {}) =>
      opensCommitments(zkp, commitments, { ...told, ...lie });
    expect(isOpen()).toBe(true);
    expect(isOpen({ amountSats: told.amountSats + 1n })).toBe(false);
    expect(isOpen({ assetId: "11".repeat(32) })).toBe(false);
    expect(isOpen({ amountBlinder: NO_BLINDER })).toBe(false);
    expect(isOpen({ assetBlinder: "ff".repeat(32) }), "no number of the curve").toBe(false);
  });

  it.each(
    recorded.calls
      .flatMap(({ response }) => ((response as Wire).result ?? []) as Wire[])
      .filter((entry) => entry?.assetcommitment !== undefined)
      .map((entry) => [`${entry.txid.slice(0, 8)}:${entry.vout}`, entry]),
  )("recorded output %s opens by its blinders", (_, entry) => {
    const commitments = { assetCommitment: entry.assetcommitment, amountCommitment: entry.amountcommitment };
    const opening = {
      assetId: entry.asset,
      amountSats: BigInt(Math.round(entry.amount * 1e8)),
      assetBlinder: entry.assetblinder,
      amountBlinder: entry.amountblinder,
    };
    expect(opensCommitments(zkp, commitments, opening)).toBe(true);
  });
});
