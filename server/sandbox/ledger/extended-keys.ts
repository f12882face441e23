import { createHmac } from "node:crypto";
import { crypto } from "liquidjs-lib";
import { decodeBase58, encodeBase58 } from "@/lib/domain/base58";
import { deriveKey } from "./keys";
import type { LiquidNetwork } from "./port";
import type { Zkp } from "./zkp";

/** BIP-32 public keys as descriptors carry them ("xpub…", "tpub…"). */

export interface ExtendedPublicKey {
  publicKey: Buffer;
  chainCode: Buffer;
}

const VERSIONS: Record<LiquidNetwork, number> = {
  liquid: 0x0488_b21e,
  testnet: 0x0435_87cf,
  regtest: 0x0435_87cf,
};
const HARDENED = 0x8000_0000;
const LENGTH = 78;

/** The public key at `path` of a seed, with what is needed to derive below it. */
export function printExtendedKey(zkp: Zkp, network: LiquidNetwork, seedHex: string, path: string): string {
  const key = deriveKey(zkp, seedHex, path);
  const steps = path === "" ? [] : path.split("/");
  const body = Buffer.alloc(13);
  body.writeUInt32BE(VERSIONS[network], 0);
  body.writeUInt8(steps.length, 4);
  const last = steps.at(-1);
  if (last !== undefined) {
    const parent = deriveKey(zkp, seedHex, steps.slice(0, -1).join("/"));
    crypto.hash160(parent.publicKey).copy(body, 5, 0, 4);
    body.writeUInt32BE((Number.parseInt(last, 10) + (last.endsWith("h") ? HARDENED : 0)) >>> 0, 9);
  }
  return encodeChecked(Buffer.concat([body, key.chainCode, key.publicKey]));
}

/** null for anything that is no extended public key of this network. */
export function readExtendedKey(zkp: Zkp, network: LiquidNetwork, text: string): ExtendedPublicKey | null {
  const bytes = decodeChecked(text);
  if (bytes?.length !== LENGTH || bytes.readUInt32BE(0) !== VERSIONS[network]) return null;
  const publicKey = bytes.subarray(45);
  return zkp.ecc.isPoint(publicKey) ? { chainCode: bytes.subarray(13, 45), publicKey } : null;
}

/** One step down, which only works for steps that are not hardened. */
export function childPublicKey(zkp: Zkp, parent: ExtendedPublicKey, index: number): ExtendedPublicKey {
  const suffix = Buffer.alloc(4);
  suffix.writeUInt32BE(index);
  const digest = createHmac("sha512", parent.chainCode)
    .update(Buffer.concat([parent.publicKey, suffix]))
    .digest();
  const point = zkp.ecc.pointAddScalar(parent.publicKey, digest.subarray(0, 32));
  if (!point) throw new Error("A derived key is outside the curve's order.");
  return { publicKey: Buffer.from(point), chainCode: digest.subarray(32) };
}

const checksum = (bytes: Uint8Array): Buffer => crypto.hash256(Buffer.from(bytes)).subarray(0, 4);

const encodeChecked = (bytes: Buffer): string => encodeBase58(Buffer.concat([bytes, checksum(bytes)]));

function decodeChecked(text: string): Buffer | null {
  if (text.length > 112) return null; // longer than any key, and the conversion is quadratic
  const bytes = Buffer.from(decodeBase58(text) ?? []);
  const body = bytes.subarray(0, -4);
  return bytes.length > 4 && checksum(body).equals(bytes.subarray(-4)) ? body : null;
}
