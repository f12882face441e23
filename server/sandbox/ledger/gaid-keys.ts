import { createHash } from "node:crypto";
import { fromHex } from "./bytes";
import { type KeyPair, keyPair } from "./keys";
import type { Zkp } from "./zkp";

/** Whose key it is: the holder's, the Green backend's, or the one that blinds. */
export type GaidRole = "holder" | "backend" | "blinding";

export interface GaidKeys {
  holder: KeyPair;
  backend: KeyPair;
}

/**
 * What is added to a wallet's seed for one of its keys. It is the same for every wallet, as the steps of BIP-32 are
 * not, so that the keys of a hundred thousand wallets can be counted up instead of multiplied one by one.
 */
export const gaidTweak = (role: GaidRole, isChange: boolean, index: number): Buffer =>
  createHash("sha256")
    .update(`green:${role}/${isChange ? 1 : 0}/${index}`)
    .digest();

/** One key of a Green subaccount; nobody outside the sandbox sees how it comes about. */
export function gaidKey(
  zkp: Zkp,
  seedHex: string,
  role: GaidRole,
  isChange: boolean,
  index: number,
): KeyPair {
  const secret = zkp.ecc.privateAdd(fromHex(seedHex), gaidTweak(role, isChange, index));
  if (!secret) throw new Error("A derived key is outside the curve's order.");
  return keyPair(zkp, Buffer.from(secret));
}

/** The two keys that spend from one script of a GAID. */
export const gaidKeys = (zkp: Zkp, seedHex: string, isChange: boolean, index: number): GaidKeys => ({
  holder: gaidKey(zkp, seedHex, "holder", isChange, index),
  backend: gaidKey(zkp, seedHex, "backend", isChange, index),
});
