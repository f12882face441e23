import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { now } from "@/server/platform/clock";
import { RpcError } from "./port";
import type { WalletRow } from "./store";

const KEY_BYTES = 32;
// Cheap on purpose: it guards coins that are worth nothing.
const COST = { N: 1024 };

/** Salted hash to keep in place of the passphrase. The sandbox's keys themselves stay unencrypted. */
export function hashPassphrase(passphrase: string): string {
  const salt = randomBytes(16);
  return `${salt.toString("hex")}:${scryptSync(passphrase, salt, KEY_BYTES, COST).toString("hex")}`;
}

export function matchesPassphrase(passphrase: string, stored: string): boolean {
  const [salt = "", digest = ""] = stored.split(":");
  const given = scryptSync(passphrase, Buffer.from(salt, "hex"), KEY_BYTES, COST);
  return timingSafeEqual(given, Buffer.from(digest, "hex"));
}

export const isLocked = (wallet: WalletRow): boolean =>
  wallet.passphraseHash !== null && (wallet.unlockedUntil === null || wallet.unlockedUntil <= now());

/** A wallet that only watches, or one without any seed yet, has no address to give. @throws RpcError -4 */
export function assertHasKeys({ hasPrivateKeys, isBlank }: WalletRow): void {
  if (!hasPrivateKeys || isBlank) throw new RpcError(-4, "Error: This wallet has no available keys");
}

/** @throws RpcError -4 */
export function assertCanSign({ hasPrivateKeys }: WalletRow): void {
  if (!hasPrivateKeys) throw new RpcError(-4, "Error: Private keys are disabled for this wallet");
}

/** @throws RpcError -13 when the wallet is encrypted and no passphrase is in force */
export function assertUnlocked(wallet: WalletRow): void {
  if (!isLocked(wallet)) return;
  throw new RpcError(-13, "Error: Please enter the wallet passphrase with walletpassphrase first.");
}
