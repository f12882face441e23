"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { addCategory, setMembership, setRequirement } from "@/server/services/categories";

export const addCategoryAction = defineAction(
  z.object({
    intentId: fields.intentId,
    name: z.string().trim().min(1, errorsText.enterName).max(255, errorsText.tooLong),
    description: z.string().trim().max(2000, errorsText.tooLong),
  }),
  addCategory,
);

export const setMembershipAction = defineAction(
  z.object({ categoryId: fields.id, userId: fields.id, isMember: z.boolean() }),
  setMembership,
);

export const setRequirementAction = defineAction(
  z.object({ categoryId: fields.id, assetUuid: fields.assetUuid, isRequired: z.boolean() }),
  setRequirement,
);
