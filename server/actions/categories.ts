"use server";

import { z } from "zod";
import { MOST_MATRIX_CHANGES, MOST_MATRIX_GROUPS, queuedChanges } from "@/lib/domain/category-matrix";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { setMembership, setRequirement } from "@/server/services/categories";
import { addCategory, deleteCategory, editCategory } from "@/server/services/category-edits";
import { readMembershipsImpact } from "@/server/services/category-impact";
import { applyMatrix } from "@/server/services/category-matrix";
import { counted } from "@/server/services/counted";

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

const groups = z
  .array(
    z.object({
      categoryId: fields.id,
      isMember: z.boolean(),
      userIds: z.array(fields.id).min(1).max(MOST_MATRIX_CHANGES),
    }),
  )
  .min(1)
  .max(MOST_MATRIX_GROUPS)
  .refine((all) => new Set(all.flatMap(({ userIds }) => userIds)).size <= MOST_MATRIX_CHANGES, {
    error: () => categoryMatrixText.review.tooMany(MOST_MATRIX_CHANGES),
  });

/** Only looks: what is queued in the matrix is too long for an address. */
export const reviewMatrixAction = defineAction(z.object({ groups }), (actor, input) =>
  counted(actor.workspaceId, () => readMembershipsImpact(actor, queuedChanges(input.groups))),
);

export const applyMatrixAction = defineAction(
  z.object({ intentId: fields.intentId, groups, changing: z.int().positive() }),
  applyMatrix,
);
