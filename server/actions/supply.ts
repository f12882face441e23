"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { startSupply } from "@/server/services/supply";

export const startSupplyAction = defineAction(
  z.object({
    intentId: fields.intentId,
    kind: z.enum(["reissuance", "burn"]),
    assetUuid: fields.assetUuid,
    amountSats: z.bigint().positive(),
    intentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  startSupply,
);
