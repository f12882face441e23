import type { Actor } from "@/lib/domain/actor";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { lockWallet, unlockWallet } from "@/server/elements/wallet-lock";
import { nodeOf } from "@/server/treasury/node";

/**
 * Hands the passphrase to the node and forgets it. It is no intent that runs once: an intent's contents are kept as a
 * hash, and unlocking twice does no harm. RPC walletpassphrase
 * @returns until when it is open, which may be later than asked for; null when the node does not tell
 * @throws AppError FORBIDDEN, INVALID_INPUT wrong passphrase, CONFLICT not encrypted, UNAVAILABLE
 */
export async function unlockTreasuryWallet(
  actor: Actor,
  { passphrase, seconds }: { passphrase: string; seconds: number },
): Promise<{ unlockedUntil: Date | null }> {
  await authorize(actor, "treasury:unlock");
  const node = await nodeOf(actor.workspaceId);
  const unlockedUntil = await audited(
    actor,
    { action: "treasury.wallet-unlocked", detail: { seconds } },
    () => unlockWallet(node, passphrase, seconds),
  );
  return { unlockedUntil };
}

/** RPC walletlock @throws AppError FORBIDDEN, CONFLICT not encrypted, UNAVAILABLE */
export async function lockTreasuryWallet(actor: Actor): Promise<void> {
  await authorize(actor, "treasury:unlock");
  const node = await nodeOf(actor.workspaceId);
  await audited(actor, { action: "treasury.wallet-locked" }, () => lockWallet(node));
}
