import { randomBytes } from "node:crypto";
import { Transaction } from "liquidjs-lib";
import { expect, test } from "vitest";
import { buildTransaction } from "./builder";
import { toHex } from "./bytes";
import type { Coin, Draft } from "./coin";
import { valueCommitment } from "./commitments";
import { NO_BLINDER } from "./port";
import { loadZkp } from "./zkp";

const POLICY = "144c654344aa716d6f3abcc1ca90e5641e4e2a7f633bc09fe3baf64585819a49";
const KEY = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const SCRIPT = `0014${"11".repeat(20)}`;

const coin = (outpoint: { txid: string; vout: number }, amountSats: bigint): Coin => ({
  ...outpoint,
  owner: "service:test",
  scriptHex: SCRIPT,
  address: null,
  assetId: POLICY,
  amountSats,
  assetBlinder: NO_BLINDER,
  amountBlinder: NO_BLINDER,
  assetCommitment: null,
  amountCommitment: null,
  blockHeight: 1,
});
const blinded = (assetId: string, amountSats: bigint): Draft => ({
  kind: "payment",
  scriptHex: SCRIPT,
  blindingKey: KEY,
  assetId,
  amountSats,
});
const fee = (amountSats: bigint): Draft => ({
  ...blinded(POLICY, amountSats),
  kind: "fee",
  scriptHex: "",
  blindingKey: null,
});

test("gives Liquid's USDt its asset id from the issuance's prevout and contract hash", async () => {
  const txid = "9596d259270ef5bac0020435e6d859aea633409483ba64e232b8ba04ce288668";
  const contractHash = "3c7f0a53c2ff5b99590620d7f6604a7a3a7bfbaaa6aa61f7bfc7833ca03cde82";
  const built = buildTransaction(
    await loadZkp(),
    [coin({ txid, vout: 0 }, 1_000n)],
    (issued) => [blinded(issued?.assetId ?? "", 5n), blinded(POLICY, 900n), fee(100n)],
    { contractHash, amountSats: 5n, tokenSats: 0n, isConfidential: false },
  );
  expect(built.issuances[0]).toMatchObject({
    vin: 0,
    assetId: "ce091c998b83c78bb71a632313ba3760f1763d9cfcffae02258ffa9865a37bd2",
    isReissuance: false,
    tokenId: null,
  });
});

test("a transaction with an issuance and confidential outputs reads back byte for byte", async () => {
  const outpoint = { txid: toHex(randomBytes(32)), vout: 3 };
  const { transaction, outputs } = buildTransaction(
    await loadZkp(),
    [coin(outpoint, 1_000n)],
    (issued) => [
      blinded(issued?.assetId ?? "", 5n),
      blinded(issued?.tokenId ?? "", 1n),
      blinded(POLICY, 900n),
      fee(100n),
    ],
    { contractHash: NO_BLINDER, amountSats: 5n, tokenSats: 1n, isConfidential: true },
  );
  const read = Transaction.fromHex(transaction.toHex());
  expect(read.toHex()).toBe(transaction.toHex());
  expect(read.getId()).toBe(transaction.getId());
  expect(read.ins[0]).toMatchObject({ index: 3, issuance: { assetEntropy: Buffer.alloc(32) } });
  expect(read.outs.map(({ value }) => value.length)).toEqual([33, 33, 33, 9]);
  expect(outputs.map(({ amountCommitment }) => amountCommitment?.length)).toEqual([66, 66, 66, undefined]);
});

test("the stored blinders open the stored commitments, other ones do not", async () => {
  const zkp = await loadZkp();
  const inputs = [coin({ txid: toHex(randomBytes(32)), vout: 0 }, 1_000n)];
  const drafts = [blinded(POLICY, 400n), blinded(POLICY, 590n), fee(10n)];
  const { outputs } = buildTransaction(zkp, inputs, () => drafts);
  for (const output of outputs.slice(0, 2)) {
    expect(toHex(valueCommitment(zkp, output))).toBe(output.amountCommitment);
    const other = { ...output, amountSats: output.amountSats + 1n };
    expect(toHex(valueCommitment(zkp, other))).not.toBe(output.amountCommitment);
  }
  expect(outputs[2]).toMatchObject({ amountCommitment: null, amountBlinder: NO_BLINDER });
});
