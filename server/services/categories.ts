import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { CategoryDetails, CategorySummary } from "@/lib/domain/categories";
import { type CategoryName, requiredOf } from "@/lib/domain/eligibility";
import { AppError } from "@/lib/errors";
import { ampText } from "@/lib/messages/amp";
import { may } from "@/lib/policy";
import { isSoAlready } from "@/server/amp/refusals";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { changingCategory, copiedCategories } from "@/server/mirror/categories";
import { changingUser, countEligibleUsers, usersPage } from "@/server/mirror/users";
import { setMembership as setAtAmp } from "@/server/register/archive";
import { readableAssets } from "./assets";
import { pageOf } from "./list";

/** The desk's copy of GET /categories, without the lists of members, and how old it is. */
export async function knownCategories(actor: Actor): ReturnType<typeof copiedCategories> {
  await authorize(actor, "category:read");
  return copiedCategories(actor);
}

export const allCategories = async (actor: Actor): Promise<CategorySummary[]> =>
  (await knownCategories(actor)).categories;

/** What a filter or a select offers, by name. */
export async function categoryChoices(actor: Actor): Promise<CategoryName[]> {
  const categories = await allCategories(actor);
  return categories
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

/** Filters: `members` and `assets`, each `some` or `none`. */
export async function listCategories(actor: Actor, query: ListQuery): Promise<ListPage<CategorySummary>> {
  await authorize(actor, "category:read");
  const { categories, freshness } = await copiedCategories(actor);
  const page = pageOf(categories, query, {
    sorts: {
      name: (category) => category.name,
      members: (category) => category.memberCount,
      assets: (category) => category.assets.length,
    },
    defaultSort: "name",
    search: (category) => [category.name, category.description],
    filters: {
      members: ({ memberCount }, wanted) => memberCount > 0 === (wanted === "some"),
      assets: ({ assets }, wanted) => assets.length > 0 === (wanted === "some"),
    },
  });
  return { ...page, freshness };
}

/** From the desk's copies. @throws AppError NOT_FOUND */
export async function listMembers(
  actor: Actor,
  categoryId: number,
  query: ListQuery,
): Promise<ListPage<RegisteredUser>> {
  await authorize(actor, "user:read");
  requireCategory(await allCategories(actor), categoryId);
  return membersPage(actor, categoryId, query);
}

/**
 * One category with its members and the assets that require it, from the desk's copies. AMP: the assets the person may
 * see
 * @throws AppError NOT_FOUND
 */
export async function readCategory(actor: Actor, categoryId: number, query: ListQuery) {
  await authorize(actor, "user:read");
  await authorize(actor, "category:read");
  const [{ categories, freshness }, { assets, unreadable }, members] = await Promise.all([
    copiedCategories(actor),
    readableAssets(actor),
    membersPage(actor, categoryId, query),
  ]);
  const category = requireCategory(categories, categoryId);
  const requiring = assets.filter((asset) => category.assets.includes(asset.assetUuid));
  const shown = [...requiring.map(({ assetUuid }) => assetUuid), ...unreadable];
  const attachable = may(actor.role, "asset:requirements")
    ? assets.filter((asset) => asset.transferRestricted && !category.assets.includes(asset.assetUuid))
    : [];
  const { users, eligible } = await countEligibleUsers(actor, requiring.map(requiredOf));
  const details: CategoryDetails = {
    category,
    users,
    assets: requiring.map((asset, at) => ({
      ...toRequirement(asset, category.id, categories),
      eligible: eligible[at] ?? 0,
    })),
    hiddenAssets: category.assets.filter((uuid) => !shown.includes(uuid)).length,
    unreadable: category.assets.filter((uuid) => unreadable.includes(uuid)),
    attachable: attachable.map((asset) => toRequirement(asset, category.id, categories)),
  };
  return { details, members, freshness };
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

export function requireCategory(categories: CategorySummary[], categoryId: number): CategorySummary {
  const category = categories.find(({ id }) => id === categoryId);
  if (!category) throw new AppError("NOT_FOUND", ampText.notFound);
  return category;
}

const membersPage = (actor: Actor, categoryId: number, query: ListQuery) =>
  usersPage(actor, { ...query, filters: { category: String(categoryId) } });

/** AMP: PUT /categories/{c}/registered_users/{u}/add and /remove. What is already so is no error. */
export async function setMembership(
  actor: Actor,
  input: { categoryId: number; userId: number; isMember: boolean },
): Promise<void> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const { categoryId, userId } = input;
  const action = input.isMember ? "category.user-added" : "category.user-removed";
  await changingCategory(actor, categoryId, () =>
    changingUser(actor, userId, () =>
      audited(actor, { action, detail: { category: categoryId, user: userId } }, () => setAtAmp(amp, input)),
    ),
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
  const change = () =>
    amp
      .call(input.isRequired ? "addCategoryAsset" : "removeCategoryAsset", {
        path: { categoryId, assetUuid },
      })
      .catch((error: unknown) => {
        if (!isSoAlready(error, input.isRequired)) throw error;
      });
  await changingCategory(actor, categoryId, () =>
    audited(actor, { action, assetUuid, detail: { category: categoryId } }, change),
  );
}
