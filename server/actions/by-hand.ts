"use server";

import { z } from "zod";
import { byHandText } from "@/lib/messages/by-hand";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { attachByHand, startDistributionByHand, startSupplyByHand } from "@/server/services/by-hand";
import { adoptOrder } from "@/server/services/foreign-orders";

const approval = {
  intentId: fields.intentId,
  assetUuid: fields.assetUuid,
  intentHash: z.string().regex(/^[0-9a-f]{64}$/),
};

export const startDistributionByHandAction = defineAction(z.object(approval), startDistributionByHand);

export const startSupplyByHandAction = defineAction(
  z.object({ ...approval, kind: z.enum(["reissuance", "burn"]), amountSats: z.bigint().positive() }),
  startSupplyByHand,
);

export const attachByHandAction = defineAction(
  z.object({
    operationId: z.uuid(),
    txid: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/, { error: () => byHandText.attach.invalid }),
  }),
  attachByHand,
);

export const adoptOrderAction = defineAction(
  z.object({ ...approval, distributionUuid: z.uuid(), wish: z.enum(["follow", "cancel"]) }),
  adoptOrder,
);
