import { payments, script, Transaction } from "liquidjs-lib";
import type { World } from "../world";
import { fromHex, toHex } from "./bytes";
import { assetCommitment } from "./commitments";
import { add, multiply, type Point, readPoint } from "./curve-testing";
import { networkFacts } from "./networks";
import { type LedgerTransaction, NO_BLINDER } from "./port";
import { findOutput } from "./store";
import { loadZkp } from "./zkp";

/** @throws when there is none */
export async function load(world: World, txid: string): Promise<LedgerTransaction> {
  const transaction = await world.read(({ ledger }) => ledger.transaction(txid));
  if (!transaction) throw new Error("no such transaction");
  return transaction;
}

/** Inputs and issuances minus outputs on the curve; null = zero. `extraSats` of L-BTC are added to the outputs. */
export async function imbalance(world: World, txid: string, extraSats: bigint): Promise<Point> {
  const zkp = await loadZkp();
  const { policyAsset } = networkFacts("testnet");
  const explicit = (assetId: string, sats: bigint) =>
    multiply(readPoint(toHex(assetCommitment(zkp, { assetId, assetBlinder: NO_BLINDER }))), sats);
  const { hex, inputs, outputs, issuances } = await load(world, txid);
  const pointOf = async (outpoint: { txid: string; vout: number; assetId: string; amountSats: bigint }) => {
    const row = await world.read(({ db }) => findOutput(db, outpoint));
    if (row?.amountCommitment) return readPoint(row.amountCommitment);
    return explicit(outpoint.assetId, outpoint.amountSats);
  };
  let total: Point = null;
  for (const { prevout } of inputs) total = add(total, await pointOf(prevout));
  for (const [index, { assetId, tokenId, amountSats, tokenAmountSats }] of issuances.entries()) {
    const field = Transaction.fromHex(hex).ins[index]?.issuance;
    const values = [
      [assetId, amountSats, field?.assetAmount],
      [tokenId ?? "", tokenAmountSats, field?.tokenAmount],
    ] as const;
    for (const [id, sats, value] of values) {
      if (sats === 0n || !value) continue;
      total = add(total, value.length === 33 ? readPoint(toHex(value)) : explicit(id, sats));
    }
  }
  const negated = (point: Point) => point && { x: point.x, y: 2n ** 256n - 2n ** 32n - 977n - point.y };
  for (const output of outputs) total = add(total, negated(await pointOf(output)));
  return extraSats === 0n ? total : add(total, negated(explicit(policyAsset, extraSats)));
}

/** How many signatures of the transaction verify under the witness's own public keys. */
export async function verifiedSignatures(world: World, txid: string): Promise<number> {
  const zkp = await loadZkp();
  const { hex, inputs } = await load(world, txid);
  const transaction = Transaction.fromHex(hex);
  let count = 0;
  for (const { vin, prevout } of inputs) {
    const row = await world.read(({ db }) => findOutput(db, prevout));
    const value = row?.amountCommitment
      ? fromHex(row.amountCommitment)
      : Buffer.from(`01${prevout.amountSats.toString(16).padStart(16, "0")}`, "hex");
    const witness = transaction.ins[vin]?.witness ?? [];
    const isGaid = witness.length === 4;
    const code = isGaid ? witness[3] : payments.p2pkh({ pubkey: witness[1] }).output;
    const keys = isGaid
      ? (payments.p2ms({ output: witness[3] }).pubkeys ?? [])
      : [witness[1] ?? Buffer.alloc(0)];
    const digest = transaction.hashForWitnessV0(vin, code ?? Buffer.alloc(0), value, Transaction.SIGHASH_ALL);
    const signatures = isGaid ? witness.slice(1, 3) : witness.slice(0, 1);
    for (const [index, signature] of signatures.entries()) {
      const { signature: compact } = script.signature.decode(signature);
      if (zkp.ecc.verify(digest, keys[index] ?? Buffer.alloc(0), compact)) count += 1;
    }
  }
  return count;
}
