import type { Category } from "@/lib/contracts/amp/categories";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { categoriesText } from "@/lib/messages/categories";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { pageOf } from "./list";

export type { Category };

/** AMP: GET /categories */
export async function allCategories(actor: Actor): Promise<Category[]> {
  await authorize(actor, "category:read");
  return (await ampAs(actor)).call("listCategories");
}

export async function listCategories(actor: Actor, query: ListQuery): Promise<ListPage<Category>> {
  return pageOf(await allCategories(actor), query, {
    sorts: {
      name: (category) => category.name,
      members: (category) => category.registeredUsers.length,
      assets: (category) => category.assets.length,
    },
    defaultSort: "name",
    search: (category) => [category.name, category.description],
  });
}

/** AMP: GET /categories/{c} */
export async function getCategory(actor: Actor, categoryId: number): Promise<Category> {
  await authorize(actor, "category:read");
  return (await ampAs(actor)).call("getCategory", { path: { categoryId } });
}

/** Makes a category, once per form. AMP: POST /categories/add. @throws AppError INVALID_INPUT for a name in use */
export async function addCategory(
  actor: Actor,
  input: { intentId: string; name: string; description: string },
): Promise<Category> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const { intentId, ...content } = input;
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "category.add", input: content }, () =>
    audited(actor, { action: "category.added", detail: { name: input.name } }, () =>
      amp.call("addCategory", { body: content }).catch((error: unknown) => {
        throw error instanceof AppError && error.code === "REJECTED" ? nameTaken(error) : error;
      }),
    ),
  );
}

const nameTaken = (cause: AppError) =>
  new AppError("INVALID_INPUT", categoriesText.nameTaken, {
    cause,
    fields: { name: [categoriesText.nameTaken] },
  });

/** AMP: PUT /categories/{c}/registered_users/{u}/add and /remove. What is already so is no error. */
export async function setMembership(
  actor: Actor,
  input: { categoryId: number; userId: number; isMember: boolean },
): Promise<void> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const { categoryId, userId } = input;
  const action = input.isMember ? "category.user-added" : "category.user-removed";
  await audited(actor, { action, detail: { category: categoryId, user: userId } }, () =>
    amp
      .call(input.isMember ? "addCategoryUser" : "removeCategoryUser", {
        path: { categoryId, registeredUserId: userId },
      })
      .catch(alreadySo),
  );
}

/** AMP: PUT /categories/{c}/assets/{a}/add and /remove. What is already so is no error. */
export async function setRequirement(
  actor: Actor,
  input: { categoryId: number; assetUuid: string; isRequired: boolean },
): Promise<void> {
  await authorize(actor, "asset:requirements", input.assetUuid);
  const amp = await ampAs(actor);
  const { categoryId, assetUuid } = input;
  const action = input.isRequired ? "asset.category-required" : "asset.category-released";
  await audited(actor, { action, assetUuid, detail: { category: categoryId } }, () =>
    amp
      .call(input.isRequired ? "addCategoryAsset" : "removeCategoryAsset", {
        path: { categoryId, assetUuid },
      })
      .catch(alreadySo),
  );
}

function alreadySo(error: unknown): void {
  if (
    error instanceof AppError &&
    error.code === "REJECTED" &&
    /already|not a member|not in/i.test(error.message)
  )
    return;
  throw error;
}
