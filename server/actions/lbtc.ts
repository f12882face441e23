"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { startLbtc } from "@/server/services/lbtc";

export const startLbtcAction = defineAction(
  z.object({
    intentId: fields.intentId,
    address: z.string().trim().min(1).max(200),
    amountSats: z.bigint().positive(),
    intentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  startLbtc,
);
