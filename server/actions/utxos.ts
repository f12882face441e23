"use server";

import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";
import { MOST_OUTPUTS } from "@/lib/domain/utxos";
import { utxosText } from "@/lib/messages/utxos";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { setBlacklisted } from "@/server/services/utxos";

export const setBlacklistedAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    outputs: z
      .array(z.object({ txid: hex64, vout: z.int().nonnegative() }))
      .min(1, { error: () => utxosText.nothingChosen })
      .max(MOST_OUTPUTS, { error: () => utxosText.tooMany }),
    isBlacklisted: z.boolean(),
  }),
  setBlacklisted,
);
