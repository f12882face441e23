"use server";

import { z } from "zod";
import { FAULT_EFFECTS, FAULT_KINDS, FAULT_NUMBERS, FAULT_SURFACES } from "@/lib/domain/faults";
import { errorsText } from "@/lib/messages/errors";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";
import { defineAction } from "@/server/doors/define-action";
import { orderFault, removeFault } from "@/server/services/sandbox-faults";

const { form } = sandboxFaultsText;

const whole = (min: number, max: number) => {
  const words = form.number(min, max);
  return z.int(words).min(min, words).max(max, words);
};
const option = (name: keyof typeof FAULT_NUMBERS) =>
  whole(FAULT_NUMBERS[name].min, FAULT_NUMBERS[name].max).optional();

export const addFaultAction = defineAction(
  z.object({
    surface: z.enum(FAULT_SURFACES),
    target: z
      .string()
      .trim()
      .min(1, { error: () => form.enterTarget })
      .max(200, { error: () => errorsText.tooLong }),
    kind: z.enum(FAULT_KINDS),
    remaining: whole(1, 1_000_000).nullable(),
    skip: whole(0, 1_000_000),
    percent: whole(1, 100),
    effect: z.enum(FAULT_EFFECTS).optional(),
    contentType: z
      .string()
      .trim()
      .max(100, { error: () => errorsText.tooLong })
      .optional(),
    ms: option("ms"),
    jitterMs: option("jitterMs"),
    afterMs: option("afterMs"),
    status: option("status"),
    retryAfterSeconds: option("retryAfterSeconds"),
    chunkBytes: option("chunkBytes"),
    everyMs: option("everyMs"),
  }),
  (actor, { percent, ...order }) => orderFault(actor, { ...order, probability: percent / 100 }),
);

export const removeFaultAction = defineAction(
  z.object({ id: z.int().nonnegative().nullable() }),
  removeFault,
);
