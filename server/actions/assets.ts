"use server";

import { z } from "zod";
import { AMOUNT_UNITS, TWINS_TOLD } from "@/lib/domain/issue-draft";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { setAssetLock } from "@/server/services/assets";
import { issueAsset, newIssuanceAddresses } from "@/server/services/issuance";
import { authorizeWhenDeep } from "@/server/services/lifecycle";

const short = z.string().max(300, { error: () => errorsText.tooLong });

export const newIssuanceAddressesAction = defineAction(z.object({}), newIssuanceAddresses);

export const issueAssetAction = defineAction(
  z.object({
    intentId: fields.intentId,
    draft: z.object({
      transferRestricted: z.boolean(),
      name: short,
      ticker: short,
      domain: short,
      pubkey: short,
      precision: z.int().min(0).max(8),
      amount: short,
      amountIn: z.enum(AMOUNT_UNITS),
      isReissuable: z.boolean(),
      reissuanceAmount: short,
      isConfidential: z.boolean(),
      destinationAddress: short,
      reissuanceAddress: short,
    }),
    accepted: z.array(short).max(2 + TWINS_TOLD),
  }),
  issueAsset,
);

export const authorizeAssetAction = defineAction(
  z.object({ assetUuid: fields.assetUuid, isDepthUnseen: z.boolean().optional() }),
  authorizeWhenDeep,
);

export const setAssetLockAction = defineAction(
  z.object({ assetUuid: fields.assetUuid, isLocked: z.boolean() }),
  setAssetLock,
);
