"use server";

import { z } from "zod";
import { isGaid } from "@/lib/domain/gaid";
import { errorsText } from "@/lib/messages/errors";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import {
  makeInvestorWallets,
  moveOutside,
  sendFromInvestor,
  takeWalletAddress,
} from "@/server/services/sandbox-wallets";

const { make, send, outside } = sandboxWalletsText;
const gaid = z.string().refine(isGaid);

export const makeInvestorWalletsAction = defineAction(
  z.object({
    count: z
      .int({ error: () => make.enterCount })
      .min(1, { error: () => make.enterCount })
      .max(1000, { error: () => make.enterCount }),
    label: z
      .string()
      .trim()
      .min(1)
      .max(200, { error: () => errorsText.tooLong })
      .optional(),
  }),
  (actor, { count, label }) => makeInvestorWallets(actor, { count, ...(label ? { label } : {}) }),
);

export const takeWalletAddressAction = defineAction(z.object({ gaid }), takeWalletAddress);

const some = {
  intentId: fields.intentId,
  assetUuid: z.uuid({ error: () => send.chooseAsset }),
  amount: z
    .string()
    .trim()
    .min(1, { error: () => errorsText.enterAmount })
    .max(40, { error: () => errorsText.tooLong }),
  precision: z.int().min(0).max(8),
};

export const sendFromInvestorAction = defineAction(
  z.object({
    ...some,
    fromGaid: gaid,
    to: z
      .string()
      .trim()
      .min(1, { error: () => send.enterTo })
      .max(200, { error: () => errorsText.tooLong }),
  }),
  sendFromInvestor,
);

export const moveOutsideAction = defineAction(
  z.object({
    ...some,
    wallet: z.string().min(1).max(200),
    to: z
      .string()
      .trim()
      .max(200, { error: () => errorsText.tooLong }),
    isWanted: z.literal(true, { error: () => outside.mustAgree }),
  }),
  (actor, { isWanted: _, ...spend }) => moveOutside(actor, spend),
);
