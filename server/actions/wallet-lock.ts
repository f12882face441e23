"use server";

import { z } from "zod";
import { UNLOCK_SECONDS } from "@/lib/domain/wallet-lock";
import { walletLockText } from "@/lib/messages/wallet-lock";
import { defineAction } from "@/server/doors/define-action";
import { lockTreasuryWallet, unlockTreasuryWallet } from "@/server/services/wallet-lock";

const unlock = z.object({
  passphrase: z.string().min(1, walletLockText.missing).max(1000, walletLockText.tooLong),
  seconds: z
    .int(walletLockText.wrongTime)
    .refine((value) => UNLOCK_SECONDS.some((choice) => choice === value), walletLockText.wrongTime),
});

export const unlockTreasuryWalletAction = defineAction(unlock, unlockTreasuryWallet);

export const lockTreasuryWalletAction = defineAction(z.object({}), lockTreasuryWallet);
