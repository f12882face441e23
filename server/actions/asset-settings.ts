"use server";

import { z } from "zod";
import { MAX_MEMO } from "@/lib/domain/asset-settings";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { addTreasuryAddresses, deleteTreasuryAddress } from "@/server/services/asset-addresses";
import { checkDomainProof, publishDomainProof, registerAsset } from "@/server/services/asset-registry";
import { deleteAsset, setEndpoint, setMemo } from "@/server/services/asset-settings";

const { assetUuid } = fields;
const LONGEST_LIST = 20_000;
const LONGEST_ADDRESS = 300;

export const checkDomainProofAction = defineAction(z.object({ assetUuid }), checkDomainProof);

export const publishDomainProofAction = defineAction(z.object({ assetUuid }), publishDomainProof);

export const registerAssetAction = defineAction(
  z.object({ intentId: fields.intentId, assetUuid }),
  registerAsset,
);

export const setMemoAction = defineAction(
  z.object({
    assetUuid,
    memo: z.string().max(MAX_MEMO, { error: () => assetSettingsText.memo.tooLong }),
    /** What AMP told of it; another client may have made it longer. */
    shown: z.string(),
  }),
  setMemo,
);

export const setEndpointAction = defineAction(
  z.object({ assetUuid, endpoint: z.string().max(1_000, { error: () => errorsText.tooLong }) }),
  setEndpoint,
);

export const addTreasuryAddressesAction = defineAction(
  z.object({
    assetUuid,
    addresses: z.string().max(LONGEST_LIST, { error: () => errorsText.tooLong }),
    acceptForeign: z.boolean(),
  }),
  addTreasuryAddresses,
);

export const deleteTreasuryAddressAction = defineAction(
  z.object({ assetUuid, address: z.string().min(1).max(LONGEST_ADDRESS) }),
  deleteTreasuryAddress,
);

export const deleteAssetAction = defineAction(z.object({ assetUuid }), deleteAsset);
