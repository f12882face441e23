import { z } from "zod";
import type { WalletLock } from "@/lib/domain/wallet-lock";
import { AppError } from "@/lib/errors";
import { walletLockText } from "@/lib/messages/wallet-lock";
import { type NodeClient, RpcError } from "./rpc";

/** The wallet's passphrase passes through here and stays nowhere: no error that leaves this file carries the node's words. */

const WRONG_PASSPHRASE = -14;
const NOT_ENCRYPTED = -15;

/** The node leaves `unlocked_until` out for a wallet without a passphrase; 0 is a locked one. In seconds since 1970. */
const WalletInfo = z.object({ unlocked_until: z.int().nonnegative().nullish() });

/** Whether the wallet has a passphrase, and until when it is open. RPC getwalletinfo */
export async function readWalletLock(node: NodeClient): Promise<WalletLock> {
  const { unlocked_until: until } = await node.call("getwalletinfo", [], WalletInfo, { isExact: false });
  return {
    isEncrypted: until !== undefined && until !== null,
    unlockedUntil: until ? new Date(until * 1000) : null,
  };
}

/**
 * Opens the wallet for so many seconds from now on; one that is open for longer stays so, because the node would take
 * the shorter time. RPC getwalletinfo, walletpassphrase
 * @returns until when it is open, null when the node does not tell
 * @throws AppError INVALID_INPUT wrong passphrase, CONFLICT not encrypted, REJECTED refused for another reason, UNAVAILABLE
 */
export async function unlockWallet(
  node: NodeClient,
  passphrase: string,
  seconds: number,
): Promise<Date | null> {
  const { unlockedUntil } = await withoutNodeWords(readWalletLock(node));
  const left = unlockedUntil ? Math.ceil((unlockedUntil.getTime() - Date.now()) / 1000) : 0;
  const params = [passphrase, Math.min(Math.max(seconds, left), LONGEST_SECONDS)];
  await withoutNodeWords(node.call("walletpassphrase", params, z.null()));
  // Open it is by now; that the node does not say until when is no failure.
  return (await readWalletLock(node).catch(() => null))?.unlockedUntil ?? null;
}

/** What the node takes for more. */
const LONGEST_SECONDS = 100_000_000;

/** Closes it at once. RPC walletlock @throws AppError CONFLICT not encrypted, REJECTED, UNAVAILABLE */
export async function lockWallet(node: NodeClient): Promise<void> {
  await withoutNodeWords(node.call("walletlock", [], z.null()));
}

async function withoutNodeWords<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    throw inOwnWords(error.code);
  }
}

function inOwnWords(code: number): AppError {
  if (code === WRONG_PASSPHRASE) {
    const fields = { passphrase: [walletLockText.wrong] };
    return new AppError("INVALID_INPUT", walletLockText.nothingUnlocked, { fields });
  }
  if (code === NOT_ENCRYPTED) return new AppError("CONFLICT", walletLockText.notEncrypted);
  return new AppError("REJECTED", walletLockText.refused(code));
}
