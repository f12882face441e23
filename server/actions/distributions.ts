"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { startDistribution } from "@/server/services/distributions";
import { decideOperation } from "@/server/services/operations";

export const startDistributionAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    intentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  startDistribution,
);

export const decideOperationAction = defineAction(
  z.object({
    operationId: z.uuid(),
    decision: z.enum([
      "cancel",
      "retry",
      "look",
      "close",
      "not-sent",
      "pause",
      "continue",
      "by-hand",
      "automatic",
    ]),
  }),
  decideOperation,
);
