import { createHmac } from "node:crypto";
import { crypto, payments } from "liquidjs-lib";
import { networkFacts } from "./networks";
import type { LiquidNetwork } from "./port";
import type { Zkp } from "./zkp";

export interface KeyPair {
  privateKey: Buffer;
  publicKey: Buffer;
}

interface ExtendedKey extends KeyPair {
  chainCode: Buffer;
}

const HARDENED = 0x8000_0000;
const hmac512 = (key: string | Buffer, data: Buffer) => createHmac("sha512", key).update(data).digest();

function keyPair(zkp: Zkp, privateKey: Buffer): KeyPair {
  const point = zkp.ecc.pointFromScalar(privateKey, true);
  if (!point) throw new Error("A derived key is outside the curve's order.");
  return { privateKey, publicKey: Buffer.from(point) };
}

function masterKey(zkp: Zkp, seed: Buffer): ExtendedKey {
  const digest = hmac512("Bitcoin seed", seed);
  return { ...keyPair(zkp, digest.subarray(0, 32)), chainCode: digest.subarray(32) };
}

function childKey(zkp: Zkp, parent: ExtendedKey, index: number): ExtendedKey {
  const suffix = Buffer.alloc(4);
  suffix.writeUInt32BE(index);
  const head = index >= HARDENED ? Buffer.concat([Buffer.alloc(1), parent.privateKey]) : parent.publicKey;
  const digest = hmac512(parent.chainCode, Buffer.concat([head, suffix]));
  const privateKey = zkp.ecc.privateAdd(parent.privateKey, digest.subarray(0, 32));
  if (!privateKey) throw new Error("A derived key is outside the curve's order.");
  return { ...keyPair(zkp, Buffer.from(privateKey)), chainCode: digest.subarray(32) };
}

export const keyPath = (network: LiquidNetwork, isChange: boolean, index: number): string =>
  `84h/${networkFacts(network).coinType}h/0h/${isChange ? 1 : 0}/${index}`;

const accounts = new Map<string, ExtendedKey>();

/** The key at a BIP-32 path such as "84h/1h/0h/0/5". Its hardened part is kept: every address needs it again. */
export function deriveKey(zkp: Zkp, seedHex: string, path: string): KeyPair {
  const steps = path.split("/");
  const hardened = steps.filter((step) => step.endsWith("h"));
  const name = `${seedHex}/${hardened.join("/")}`;
  const account = accounts.get(name) ?? walk(zkp, masterKey(zkp, Buffer.from(seedHex, "hex")), hardened);
  accounts.set(name, account);
  return walk(zkp, account, steps.slice(hardened.length));
}

const walk = (zkp: Zkp, from: ExtendedKey, steps: string[]): ExtendedKey =>
  steps
    .map((step) => Number.parseInt(step, 10) + (step.endsWith("h") ? HARDENED : 0))
    .reduce((key, index) => childKey(zkp, key, index), from);

/** First four bytes of the master key's hash, as descriptors name it. */
export const fingerprint = (zkp: Zkp, seedHex: string): string =>
  crypto
    .hash160(masterKey(zkp, Buffer.from(seedHex, "hex")).publicKey)
    .subarray(0, 4)
    .toString("hex");

/** The blinding key of a script: one per script, from the owner's seed alone. */
export function blindingKey(zkp: Zkp, seedHex: string, script: Buffer): KeyPair {
  const secret = createHmac("sha256", `blinding:${seedHex}`).update(script).digest();
  return keyPair(zkp, secret);
}

/** A node wallet's script: pay to the key's hash, segwit version 0. */
export function walletScript(publicKey: Buffer): Buffer {
  return required(payments.p2wpkh({ pubkey: publicKey }).output);
}

/** A Green subaccount's script: the holder's and the backend's signature, wrapped for a Base58 address. */
export function gaidScripts(holder: Buffer, backend: Buffer) {
  const multisig = payments.p2ms({ m: 2, pubkeys: [holder, backend] });
  const witness = payments.p2wsh({ redeem: multisig });
  const wrapped = payments.p2sh({ redeem: witness });
  return {
    witnessScript: required(multisig.output),
    redeemScript: required(witness.output),
    outputScript: required(wrapped.output),
  };
}

function required(script: Buffer | undefined): Buffer {
  if (!script) throw new Error("A script could not be made.");
  return script;
}
