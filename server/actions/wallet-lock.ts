"use server";

import { z } from "zod";
import { UNLOCK_SECONDS } from "@/lib/domain/wallet-lock";
import { walletLockText } from "@/lib/messages/wallet-lock";
import { defineAction } from "@/server/doors/define-action";
import { lockTreasuryWallet, unlockTreasuryWallet } from "@/server/services/wallet-lock";

const unlock = z.object({
  passphrase: z
    .string()
    .min(1, { error: () => walletLockText.missing })
    .max(1000, { error: () => walletLockText.tooLong }),
  seconds: z
    .int({ error: () => walletLockText.wrongTime })
    .refine((value) => UNLOCK_SECONDS.some((choice) => choice === value), {
      error: () => walletLockText.wrongTime,
    }),
});

export const unlockTreasuryWalletAction = defineAction(unlock, unlockTreasuryWallet);

export const lockTreasuryWalletAction = defineAction(z.object({}), lockTreasuryWallet);
