import { createHash, createHmac } from "node:crypto";
import { toHex } from "viem";
import { privateKeyToAccount, sign } from "viem/accounts";
import { encodeBase58 } from "@/lib/domain/base58";
import { signedTextBytes } from "@/lib/domain/signed-text";
import { deskEnv } from "@/server/platform/env";
import type { NetworkName } from "@/server/platform/environments";

/** First byte of a P2PKH address, by network. */
const VERSIONS: Record<NetworkName, number> = { liquid: 57, testnet: 36, regtest: 235 };
/** First byte of a signature: 27 + recovery id, 4 more for a compressed key. */
const HEADER = 31;

/**
 * Signs a sample as AMP signs its requests, with a key of this workspace: AMP's own is AMP's alone. The key opens
 * nothing else and is derived anew each time.
 * @returns the P2PKH address for verifymessage, and base64 of 65 bytes
 */
export async function signSample(
  workspaceId: string,
  network: NetworkName,
  text: string,
): Promise<{ address: string; signature: string }> {
  const secret = Buffer.from(deskEnv().AMPDESK_SECRET_KEY, "hex");
  const privateKey = toHex(createHmac("sha256", secret).update(`authorizer-sample:${workspaceId}`).digest());
  const { r, s, yParity } = await sign({ hash: toHex(sha256Twice(signedTextBytes(text))), privateKey });
  const compact = Buffer.from(`${r.slice(2).padStart(64, "0")}${s.slice(2).padStart(64, "0")}`, "hex");
  return {
    address: keyHashAddress(privateKeyToAccount(privateKey).publicKey, VERSIONS[network]),
    signature: Buffer.concat([Buffer.from([HEADER + (yParity ?? 0)]), compact]).toString("base64"),
  };
}

const hash = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest();
const sha256Twice = (bytes: Uint8Array) => hash("sha256", hash("sha256", bytes));

/** @param publicKey uncompressed, 65 bytes */
function keyHashAddress(publicKey: `0x${string}`, version: number): string {
  const point = Buffer.from(publicKey.slice(2), "hex");
  const isOdd = ((point[64] ?? 0) & 1) === 1;
  const compressed = Buffer.concat([Buffer.from([isOdd ? 3 : 2]), point.subarray(1, 33)]);
  const payload = Buffer.concat([Buffer.from([version]), hash("ripemd160", hash("sha256", compressed))]);
  return encodeBase58(Buffer.concat([payload, sha256Twice(payload).subarray(0, 4)]));
}
