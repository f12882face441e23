import type { Asset } from "@/lib/contracts/amp/assets";
import type { Category } from "@/lib/contracts/amp/categories";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { CategoryDetails } from "@/lib/domain/categories";
import {
  type CategoryName,
  countEligible,
  type RequirementImpact,
  requirementImpact,
} from "@/lib/domain/eligibility";
import { AppError } from "@/lib/errors";
import { categoriesText } from "@/lib/messages/categories";
import { may } from "@/lib/policy";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { allAssets, getAsset, requireUuid } from "./assets";
import { pageOf } from "./list";

export type { Category };

/** AMP: GET /categories */
export async function allCategories(actor: Actor): Promise<Category[]> {
  await authorize(actor, "category:read");
  return (await ampAs(actor)).call("listCategories");
}

/** What a filter or a select offers, by name. */
export async function categoryChoices(actor: Actor): Promise<CategoryName[]> {
  const categories = await allCategories(actor);
  return categories
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
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

/** AMP: GET /categories/{c}, GET /registered_users/ */
export async function listMembers(
  actor: Actor,
  categoryId: number,
  query: ListQuery,
): Promise<ListPage<RegisteredUser>> {
  const { category, users } = await readMembers(actor, categoryId);
  return membersPage(category, users, query);
}

/**
 * One category with its members and the assets that require it.
 * AMP: GET /categories/{c}, /registered_users/, /categories, and the assets the person may see
 */
export async function readCategory(actor: Actor, categoryId: number, query: ListQuery) {
  const [{ category, users }, categories, assets] = await Promise.all([
    readMembers(actor, categoryId),
    allCategories(actor),
    allAssets(actor),
  ]);
  const requiring = assets.filter((asset) => category.assets.includes(asset.assetUuid));
  const attachable = may(actor.role, "asset:requirements")
    ? assets.filter((asset) => asset.transferRestricted && !category.assets.includes(asset.assetUuid))
    : [];
  const details: CategoryDetails = {
    category,
    users: users.length,
    assets: requiring.map((asset) => ({
      ...toRequirement(asset, category.id, categories),
      eligible: asset.transferRestricted ? countEligible(users, asset.requirements) : users.length,
    })),
    hiddenAssets: category.assets.length - requiring.length,
    attachable: attachable.map((asset) => toRequirement(asset, category.id, categories)),
  };
  return { details, members: membersPage(category, users, query) };
}

const toRequirement = (asset: Asset, categoryId: number, categories: CategoryName[]) => ({
  assetUuid: asset.assetUuid,
  name: asset.name,
  ticker: asset.ticker,
  transferRestricted: asset.transferRestricted,
  hasEndpoint: asset.issuerAuthorizationEndpoint !== null,
  otherRequirements: categoryNames(
    categories,
    asset.requirements.filter((id) => id !== categoryId),
  ),
});

export const categoryNames = (categories: CategoryName[], ids: readonly number[]): CategoryName[] =>
  categories.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));

async function readMembers(actor: Actor, categoryId: number) {
  await authorize(actor, "category:read");
  await authorize(actor, "user:read");
  const amp = await ampAs(actor);
  const [category, users] = await Promise.all([
    amp.call("getCategory", { path: { categoryId } }),
    amp.call("listRegisteredUsers"),
  ]);
  return { category, users };
}

const membersPage = (category: Category, users: RegisteredUser[], query: ListQuery) => {
  const members = new Set(category.registeredUsers);
  return pageOf(
    users.filter((user) => members.has(user.id)),
    query,
    {
      sorts: { name: (user) => user.name, id: (user) => user.id },
      defaultSort: "name",
      search: (user) => [user.name, user.gaid, String(user.id)],
    },
  );
};

/**
 * Whom it concerns when an asset starts or stops to require a category; nothing is changed.
 * AMP: GET /assets/{a}, /registered_users/, /assets/{a}/ownerships, /assets/{a}/assignments
 */
export async function readRequirementImpact(
  actor: Actor,
  input: { categoryId: number; assetUuid: string; isRequired: boolean },
): Promise<RequirementImpact> {
  requireUuid(input.assetUuid);
  await authorize(actor, "asset:requirements", input.assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid: input.assetUuid };
  const [asset, users, ownerships, assignments] = await Promise.all([
    getAsset(actor, input.assetUuid),
    amp.call("listRegisteredUsers"),
    amp.call("listOwnerships", { path }),
    amp.call("listAssignments", { path, query: { distributed: false } }),
  ]);
  const holders = ownerships.filter((row) => row.amount > 0n && row.owner !== null && row.gaid !== null);
  return requirementImpact({
    users,
    requirements: asset.requirements,
    categoryId: input.categoryId,
    isRequired: input.isRequired,
    holderIds: new Set(holders.map((row) => Number(row.owner))),
    assignedUserIds: assignments
      .filter((row) => !row.isDistributed && row.distributionUuid === null)
      .map((row) => row.registeredUser),
  });
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
    /already|not a member|not in|does not require/i.test(error.message)
  )
    return;
  throw error;
}
