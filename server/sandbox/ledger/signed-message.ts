import { createECDH } from "node:crypto";
import { address as codec, crypto, payments } from "liquidjs-lib";
import { readLiquidAddress } from "@/lib/domain/liquid-address";
import { signedTextBytes } from "@/lib/domain/signed-text";
import { fromHex, toHex } from "./bytes";
import { networkFacts } from "./networks";
import type { LiquidNetwork } from "./port";
import type { Zkp } from "./zkp";

/** Messages signed the classic way: prefix, double SHA-256, recoverable compact signature in base64. */

/** First byte of a signature: 27 + recovery id, 4 more for a compressed key. */
const HEADER = 27;
const COMPRESSED = 4;
const ORDER = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n;
const FIELD = 2n ** 256n - 2n ** 32n - 977n;

/** What a node's verifymessage distinguishes; only "valid" and "mismatch" are answers, the rest are errors. */
export type MessageVerdict = "valid" | "mismatch" | "bad-address" | "address-without-key" | "not-base64";

/** The unconfidential P2PKH address of a public key. */
export function keyHashAddress(publicKey: Uint8Array, network: LiquidNetwork): string {
  const { address } = payments.p2pkh({
    hash: crypto.hash160(Buffer.from(publicKey)),
    network: networkFacts(network).params,
  });
  if (!address) throw new Error("A key has no address.");
  return address;
}

/** Signs with the compressed form of the key. Node RPC: signmessagewithprivkey. @returns base64 of 65 bytes */
export function signMessage(zkp: Zkp, privateKey: Uint8Array, text: string): string {
  const digest = messageDigest(text);
  const compact = Buffer.from(zkp.ecc.sign(digest, privateKey));
  const publicKey = zkp.ecc.pointFromScalar(privateKey, true);
  if (!publicKey) throw new Error("The private key is outside the curve's order.");
  const recoveryId = [0, 1, 2, 3].find((id) => {
    const recovered = recoverPoint(zkp, digest, compact, id);
    return recovered !== null && Buffer.from(publicKey).equals(recovered);
  });
  if (recoveryId === undefined) throw new Error("A signature leads back to no key.");
  return Buffer.concat([Buffer.from([HEADER + COMPRESSED + recoveryId]), compact]).toString("base64");
}

/**
 * The public key that made the signature (compressed or not, as its header says).
 * @returns null when the bytes are no signature of any key
 */
export function recoverSigner(zkp: Zkp, signature: Uint8Array, text: string): Buffer | null {
  const [header] = signature;
  if (signature.length !== 65 || header === undefined) return null;
  // A node masks the header the same way and refuses none.
  const flags = (header - HEADER) & 7;
  const point = recoverPoint(zkp, messageDigest(text), Buffer.from(signature.subarray(1)), flags & 3);
  if (!point || flags & COMPRESSED) return point;
  return Buffer.from(zkp.ecc.pointCompress(point, false));
}

/** Whether the key behind a P2PKH address (confidential or not) signed the text. Node RPC: verifymessage. */
export function verifyMessage(
  zkp: Zkp,
  network: LiquidNetwork,
  { address, signature, text }: { address: string; signature: string; text: string },
): MessageVerdict {
  const place = readLiquidAddress(address, network);
  if (!place) return "bad-address";
  if (place.kind !== "p2pkh") return "address-without-key";
  if (!isBase64(signature)) return "not-base64";
  const signer = recoverSigner(zkp, Buffer.from(signature, "base64"), text);
  if (!signer) return "mismatch";
  const script = codec.toOutputScript(keyHashAddress(signer, network), networkFacts(network).params);
  return toHex(script) === place.scriptHex ? "valid" : "mismatch";
}

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

const messageDigest = (text: string): Buffer => crypto.hash256(Buffer.from(signedTextBytes(text)));

/**
 * The compressed key Q = (s/r)·(R − (z/s)·G). The curve module adds multiples of G alone, so the product comes from
 * Diffie-Hellman, which tells its x; of the two keys with that x only the signer's verifies.
 */
function recoverPoint(zkp: Zkp, digest: Buffer, compact: Buffer, recoveryId: number): Buffer | null {
  const [r, s] = [toNumber(compact.subarray(0, 32)), toNumber(compact.subarray(32))];
  const x = recoveryId & 2 ? r + ORDER : r;
  if (r === 0n || s === 0n || r >= ORDER || s >= ORDER || x >= FIELD) return null;
  const nonce = Buffer.concat([Buffer.from([recoveryId & 1 ? 3 : 2]), toBytes(x)]);
  if (!zkp.ecc.isPoint(nonce)) return null;
  const minusZ = (ORDER - (toNumber(digest) % ORDER)) % ORDER;
  const base = zkp.ecc.pointAddScalar(nonce, toBytes((minusZ * inverse(s)) % ORDER));
  if (!base) return null;
  const product = createECDH("secp256k1");
  product.setPrivateKey(toBytes((s * inverse(r)) % ORDER));
  const keyX = product.computeSecret(base);
  const lowS = Buffer.concat([compact.subarray(0, 32), toBytes(s > ORDER / 2n ? ORDER - s : s)]);
  const keys = [2, 3].map((parity) => Buffer.concat([Buffer.from([parity]), keyX]));
  return keys.find((key) => zkp.ecc.verify(digest, key, lowS)) ?? null;
}

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
const toBytes = (value: bigint): Buffer => fromHex(value.toString(16).padStart(64, "0"));

/** By Fermat: the order is prime. */
function inverse(value: bigint): bigint {
  let result = 1n;
  for (let square = value % ORDER, rest = ORDER - 2n; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % ORDER;
    square = (square * square) % ORDER;
  }
  return result;
}
