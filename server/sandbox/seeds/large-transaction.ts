import { hash as hashOf, randomBytes } from "node:crypto";
import { crypto, script } from "liquidjs-lib";
import { bytesToId, fromHex, toHex } from "../ledger/bytes";
import { explicitValue } from "../ledger/fields";
import { gaidScripts, type KeyPair } from "../ledger/keys";
import type { Zkp } from "../ledger/zkp";
import { invert } from "./large-wallets";

/**
 * Transactions with explicit amounts, written byte by byte: a large history needs thousands of them, and a general
 * library takes milliseconds for each. What they are is the same, which a test compares.
 */

export interface PlainInput {
  /** In stored order. */
  txid: Buffer;
  vout: number;
  amountSats: bigint;
  lock: Lock;
}

/** What inputs of one script are signed over, and what they show. */
export interface Lock {
  scriptSig: Buffer;
  code: Buffer;
  stack: (sign: (key: KeyPair) => Buffer) => Buffer[];
}

export interface PlainOutput {
  /** In stored order, as `explicitAsset` makes it. */
  asset: Buffer;
  amountSats: bigint;
  script: Buffer;
}

const VERSION = Buffer.from([2, 0, 0, 0]);
const SEQUENCE = Buffer.from([0xfd, 0xff, 0xff, 0xff]);
const LOCKTIME = Buffer.alloc(4);
const NOTHING = Buffer.from([0]);
const [NO_FLAG, WITNESS_FLAG] = [NOTHING, Buffer.from([1])];
const SIGHASH_ALL = 1;

export function writeTransaction(signer: PlainSigner, inputs: PlainInput[], outputs: PlainOutput[]) {
  const outs = writeOutputs(outputs);
  const outpoints = inputs.map(outpointOf);
  const common = {
    prevouts: hash256(Buffer.concat(outpoints)),
    sequences: hash256(Buffer.concat(inputs.map(() => SEQUENCE))),
    issuances: hash256(Buffer.alloc(inputs.length)),
    outputs: hash256(outs),
  };
  const ins = inputs.flatMap(({ lock: { scriptSig } }, vin) => [
    outpoints[vin] ?? NOTHING,
    withLength(scriptSig),
    SEQUENCE,
  ]);
  const body = Buffer.concat([count(inputs.length), ...ins, count(outputs.length), outs, LOCKTIME]);
  const witness = Buffer.concat([
    ...inputs.flatMap((input) => {
      const { code, stack } = input.lock;
      const digest = hash256(
        Buffer.concat([
          ...[VERSION, common.prevouts, common.sequences, common.issuances, outpointOf(input)],
          ...[withLength(code), explicitValue(input.amountSats), SEQUENCE, common.outputs, LOCKTIME],
          Buffer.from([SIGHASH_ALL, 0, 0, 0]),
        ]),
      );
      const items = stack((key) => signer.sign(digest, key));
      // No proofs of an issuance before it, no peg-in behind it.
      return [NOTHING, NOTHING, count(items.length), ...items.map(withLength), NOTHING];
    }),
    Buffer.alloc(2 * outputs.length), // no proofs of explicit outputs
  ]);
  const hash = hash256(Buffer.concat([VERSION, NO_FLAG, body]));
  const whole = Buffer.concat([VERSION, WITNESS_FLAG, body, witness]);
  return { hash, txid: bytesToId(hash), wtxid: bytesToId(hash256(whole)), hex: toHex(whole) };
}

function writeOutputs(outputs: PlainOutput[]): Buffer {
  const length = outputs.reduce((sum, output) => sum + FIELDS + output.script.length, 0);
  const bytes = Buffer.alloc(length); // zeros: an output without a nonce has one
  let offset = 0;
  for (const { asset, amountSats, script: lock } of outputs) {
    offset += asset.copy(bytes, offset);
    bytes[offset] = EXPLICIT;
    bytes.writeBigUInt64BE(amountSats, offset + 1);
    bytes[offset + 10] = lock.length;
    offset += 11 + lock.copy(bytes, offset + 11);
  }
  return bytes;
}
const EXPLICIT = 1;
/** Asset, amount, nonce and the script's length. */
const FIELDS = 33 + 9 + 1 + 1;

/** Of a GAID's script when there is a backend's key, else of a node wallet's. */
export function lockOf({ holder, backend }: { holder: KeyPair; backend: KeyPair | null }): Lock {
  if (!backend)
    return {
      scriptSig: Buffer.alloc(0),
      code: Buffer.concat([fromHex("76a914"), crypto.hash160(holder.publicKey), fromHex("88ac")]),
      stack: (sign) => [sign(holder), holder.publicKey],
    };
  const { witnessScript, redeemScript } = gaidScripts(holder.publicKey, backend.publicKey);
  return {
    scriptSig: withLength(redeemScript),
    code: witnessScript,
    // OP_CHECKMULTISIG takes one element more than it needs.
    stack: (sign) => [Buffer.alloc(0), sign(holder), sign(backend), witnessScript],
  };
}

function outpointOf({ txid, vout }: PlainInput): Buffer {
  const outpoint = Buffer.concat([txid, Buffer.alloc(4)]);
  outpoint.writeUInt32LE(vout, 32);
  return outpoint;
}

const count = (length: number): Buffer =>
  length < 0xfd ? Buffer.from([length]) : Buffer.from([0xfd, length & 0xff, length >> 8]);
const withLength = (bytes: Buffer): Buffer => Buffer.concat([count(bytes.length), bytes]);

const sha256 = (bytes: Uint8Array): Buffer => hashOf("sha256", bytes, "buffer");
const hash256 = (bytes: Uint8Array): Buffer => sha256(sha256(bytes));

const ORDER = BigInt("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
const numberOf = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`);

/**
 * ECDSA with one nonce for everything it signs: the curve is asked once instead of forty thousand times. It gives the
 * keys away to whoever looks for it, and nothing here is worth taking.
 */
export class PlainSigner {
  readonly #r: bigint;
  readonly #inverse: bigint;

  constructor(zkp: Zkp) {
    const nonce = randomBytes(32);
    const point = zkp.ecc.pointFromScalar(nonce, true);
    if (!point) throw new Error("A nonce is outside the curve's order.");
    this.#r = numberOf(point.subarray(1)) % ORDER;
    this.#inverse = invert(numberOf(nonce), ORDER);
  }

  /** DER, with the byte that says what is covered: everything. */
  sign(digest: Buffer, { privateKey }: KeyPair): Buffer {
    const s = (this.#inverse * (numberOf(digest) + this.#r * numberOf(privateKey))) % ORDER;
    const low = s > ORDER / 2n ? ORDER - s : s;
    const both = [this.#r, low].map((value) => value.toString(16).padStart(64, "0")).join("");
    return script.signature.encode(fromHex(both), SIGHASH_ALL);
  }
}
