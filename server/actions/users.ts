"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { addGaid, addUser } from "@/server/services/users";

export const addUserAction = defineAction(
  z.object({
    intentId: fields.intentId,
    name: z.string().trim().min(1, errorsText.enterName).max(255, errorsText.tooLong),
    isCompany: z.boolean(),
    gaid: z.string().trim().max(60, errorsText.tooLong),
  }),
  addUser,
);

export const addGaidAction = defineAction(
  z.object({
    userId: fields.id,
    gaid: z.string().trim().min(1, errorsText.enterGaid).max(60, errorsText.tooLong),
  }),
  addGaid,
);
