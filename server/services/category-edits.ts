import type { Category } from "@/lib/contracts/amp/categories";
import type { Actor } from "@/lib/domain/actor";
import { AppError, isUnclear } from "@/lib/errors";
import { categoriesText } from "@/lib/messages/categories";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { isNameTaken } from "@/server/amp/refusals";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { changingCategory } from "@/server/mirror/categories";
import { usersChanged } from "@/server/mirror/users";

interface CategoryContent {
  name: string;
  description: string;
}

/**
 * Makes a category, once per form. AMP: POST /categories/add; after an answer that was lost GET /categories
 * @throws AppError INVALID_INPUT for a name in use
 */
export async function addCategory(
  actor: Actor,
  input: CategoryContent & { intentId: string },
): Promise<Category> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const { intentId, ...content } = input;
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "category.add", input: content }, () =>
    changingCategory(
      actor,
      (category: Category) => category.id,
      () =>
        audited(actor, { action: "category.added", detail: { name: input.name } }, () =>
          amp.call("addCategory", { body: content }).catch(async (error: unknown) => {
            const made = isUnclear(error) ? await findMade(amp, content).catch(() => null) : null;
            return made ?? underName(error);
          }),
        ),
    ),
  );
}

/** The category as wanted. One that has members or assets was there before. */
async function findMade(amp: AmpClient, { name, description }: CategoryContent): Promise<Category | null> {
  const isMade = (category: Category) =>
    category.name === name &&
    (category.description ?? "") === description &&
    category.registeredUsers.length + category.assets.length === 0;
  for await (const categories of amp.rows("listCategories")) {
    const made = categories.find(isMade);
    if (made) return made;
  }
  return null;
}

/** AMP: PUT /categories/{c}/edit. @throws AppError INVALID_INPUT for a name in use */
export async function editCategory(
  actor: Actor,
  { categoryId, ...content }: CategoryContent & { categoryId: number },
): Promise<void> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const detail = { category: categoryId, name: content.name };
  await changingCategory(actor, categoryId, () =>
    audited(actor, { action: "category.edited", detail }, () =>
      amp.call("editCategory", { path: { categoryId }, body: content }).catch(underName),
    ),
  );
}

/** AMP: DELETE /categories/{c}/delete. What was deleted before is no error. */
export async function deleteCategory(actor: Actor, { categoryId }: { categoryId: number }): Promise<void> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  try {
    await changingCategory(actor, categoryId, () =>
      audited(actor, { action: "category.deleted", detail: { category: categoryId } }, () =>
        orNull(amp.call("deleteCategory", { path: { categoryId } })),
      ),
    );
  } finally {
    await usersChanged(actor); // it stood in the rows of all its members
  }
}

function underName(error: unknown): never {
  if (!isNameTaken(error)) throw error;
  throw new AppError("INVALID_INPUT", categoriesText.nameTaken, {
    cause: error,
    fields: { name: [categoriesText.nameTaken] },
  });
}
