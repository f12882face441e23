import { createHmac } from "node:crypto";
import { crypto, payments } from "liquidjs-lib";
import { networkFacts } from "./networks";
import type { LiquidNetwork } from "./port";
import type { Zkp } from "./zkp";

export interface KeyPair {
  privateKey: Buffer;
  publicKey: Buffer;
}

export interface ExtendedKey extends KeyPair {
  chainCode: Buffer;
}

/** What a node's getnewaddress calls the kinds of addresses that a wallet here can sign for. */
export type AddressType = "bech32" | "p2sh-segwit" | "legacy";

const HARDENED = 0x8000_0000;
const hmac512 = (key: string | Buffer, data: Buffer) => createHmac("sha512", key).update(data).digest();

/** @throws Error when the number is no private key */
export function keyPair(zkp: Zkp, privateKey: Buffer): KeyPair {
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

const PURPOSES: Record<AddressType, string> = { bech32: "84h", "p2sh-segwit": "49h", legacy: "44h" };

/** The account of one kind of address. */
export const accountPath = (network: LiquidNetwork, type: AddressType = "bech32"): string =>
  `${PURPOSES[type]}/${networkFacts(network).coinType}h/0h`;

export const keyPath = (
  network: LiquidNetwork,
  isChange: boolean,
  index: number,
  type: AddressType = "bech32",
): string => `${accountPath(network, type)}/${isChange ? 1 : 0}/${index}`;

/** The kind of a node wallet's script. */
export const typeOfScript = (scriptHex: string): AddressType => {
  if (scriptHex.startsWith("76a914")) return "legacy";
  return scriptHex.startsWith("a914") ? "p2sh-segwit" : "bech32";
};

const accounts = new Map<string, ExtendedKey>();

/** The key at a BIP-32 path such as "84h/1h/0h/0/5"; "" is the master key. Its hardened part is kept: every address needs it again. */
export function deriveKey(zkp: Zkp, seedHex: string, path: string): ExtendedKey {
  const steps = path === "" ? [] : path.split("/");
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

/** A node wallet's script: pay to the key's hash. */
export function walletScript(publicKey: Buffer, type: AddressType = "bech32"): Buffer {
  if (type === "legacy") return required(payments.p2pkh({ pubkey: publicKey }).output);
  const witness = payments.p2wpkh({ pubkey: publicKey });
  return required((type === "bech32" ? witness : payments.p2sh({ redeem: witness })).output);
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
