"use server";

import { z } from "zod";
import { MOST_MATRIX_CHANGES } from "@/lib/domain/category-matrix";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { setMembership, setRequirement } from "@/server/services/categories";
import { addCategory, deleteCategory, editCategory } from "@/server/services/category-edits";
import { readMembershipsImpact } from "@/server/services/category-impact";
import { applyMatrix } from "@/server/services/category-matrix";

const content = {
  name: z
    .string()
    .trim()
    .min(1, { error: () => errorsText.enterName })
    .max(255, { error: () => errorsText.tooLong }),
  description: z
    .string()
    .trim()
    .max(2000, { error: () => errorsText.tooLong }),
};

export const addCategoryAction = defineAction(
  z.object({ intentId: fields.intentId, ...content }),
  addCategory,
);

export const editCategoryAction = defineAction(z.object({ categoryId: fields.id, ...content }), editCategory);

export const deleteCategoryAction = defineAction(z.object({ categoryId: fields.id }), deleteCategory);

export const setMembershipAction = defineAction(
  z.object({ categoryId: fields.id, userId: fields.id, isMember: z.boolean() }),
  setMembership,
);

export const setRequirementAction = defineAction(
  z.object({ categoryId: fields.id, assetUuid: fields.assetUuid, isRequired: z.boolean() }),
  setRequirement,
);

const changes = z
  .array(
    z.object({
      userId: fields.id,
      memberships: z.array(z.object({ categoryId: fields.id, isMember: z.boolean() })).min(1),
    }),
  )
  .min(1)
  .max(MOST_MATRIX_CHANGES);

/** Only looks: what is queued in the matrix is too long for an address. */
export const reviewMatrixAction = defineAction(z.object({ changes }), (actor, input) =>
  readMembershipsImpact(actor, input.changes),
);

export const applyMatrixAction = defineAction(
  z.object({ intentId: fields.intentId, changes, changing: z.int().positive() }),
  applyMatrix,
);
