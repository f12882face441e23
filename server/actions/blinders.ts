"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { startBlinders } from "@/server/services/blinders";

export const startBlindersAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    intentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  startBlinders,
);
