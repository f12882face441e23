import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { type CategoryName, type CircleChange, missingCategories } from "./eligibility";

/** What a change of many memberships does, counted before anything is sent. */
export interface MembershipImpact {
  category: CategoryName;
  isMember: boolean;
  /** Registered users that were chosen. */
  chosen: number;
  /** Those whose membership changes; the others have it so already. */
  changing: number;
  /** Assets whose circle changes, by name. */
  assets: AssetImpact[];
}

export interface AssetImpact {
  assetUuid: string;
  name: string;
  /** Users who may receive the asset afterwards and may not now, or the other way round. */
  users: number;
  /** Joining users who still lack another category of it. */
  stillMissing: number;
}

interface ImpactAsset {
  assetUuid: string;
  name: string;
  transferRestricted: boolean;
  requirements: readonly number[];
}

type Chosen = Pick<RegisteredUser, "categories">;

export const isChanging = (user: Chosen, categoryId: number, isMember: boolean): boolean =>
  user.categories.includes(categoryId) !== isMember;

/** Several categories of one asset add up, so joining one makes eligible only who has the others. */
export function membershipImpact(input: {
  users: readonly Chosen[];
  category: CategoryName;
  isMember: boolean;
  assets: readonly ImpactAsset[];
}): MembershipImpact {
  const { users, category, isMember } = input;
  const changing = users.filter((user) => isChanging(user, category.id, isMember));
  const requiring = input.assets.filter(
    (asset) => asset.transferRestricted && asset.requirements.includes(category.id),
  );
  const assets = requiring.map(({ assetUuid, name, requirements }) => {
    const others = requirements.filter((id) => id !== category.id);
    const qualified = changing.filter((user) => missingCategories(user, others).length === 0).length;
    return { assetUuid, name, users: qualified, stillMissing: isMember ? changing.length - qualified : 0 };
  });
  return { category, isMember, chosen: users.length, changing: changing.length, assets };
}

/** A user's membership as it is to be. */
export interface Membership {
  categoryId: number;
  isMember: boolean;
}

export interface ChangedUser {
  id: number;
  name: string;
  before: readonly number[];
  after: readonly number[];
}

/** Those of the changes that are not so already. */
export const newMemberships = (
  categories: readonly number[],
  memberships: readonly Membership[],
): Membership[] =>
  memberships.filter(({ categoryId, isMember }) => categories.includes(categoryId) !== isMember);

export const categoriesAfter = (
  categories: readonly number[],
  memberships: readonly Membership[],
): number[] => {
  const after = new Set(categories);
  for (const { categoryId, isMember } of memberships) after[isMember ? "add" : "delete"](categoryId);
  return [...after];
};

/** An asset whose circle changes, with the users who come or go. */
export interface AssetMoves {
  asset: ImpactAsset;
  gaining: ChangedUser[];
  losing: ChangedUser[];
  /** Who joins a category of it and still lacks another one. */
  stillMissing: number;
}

/** Assets that require one of the changed categories, also when nobody's right changes for want of another one. */
export function assetMoves(users: readonly ChangedUser[], assets: readonly ImpactAsset[]): AssetMoves[] {
  return assets
    .filter(({ transferRestricted }) => transferRestricted)
    .map((asset) => movesOf(users, asset))
    .filter(({ gaining, losing, stillMissing }) => gaining.length + losing.length + stillMissing > 0);
}

function movesOf(users: readonly ChangedUser[], asset: ImpactAsset): AssetMoves {
  const { requirements } = asset;
  const lacks = (categories: readonly number[]) => missingCategories({ categories }, requirements).length;
  const loses = (from: readonly number[], to: readonly number[]) => lacks(from) === 0 && lacks(to) > 0;
  return {
    asset,
    gaining: users.filter(({ before, after }) => loses(after, before)),
    losing: users.filter(({ before, after }) => loses(before, after)),
    stillMissing: users.filter(
      ({ before, after }) => lacks(after) > 0 && requirements.some((id) => joins(id, before, after)),
    ).length,
  };
}

const joins = (id: number, before: readonly number[], after: readonly number[]) =>
  after.includes(id) && !before.includes(id);

/** What a change of memberships does, asset by asset, counted before anything is sent. */
export interface MembershipsImpact {
  /** Memberships that are not so already. */
  changes: number;
  users: number;
  assets: (CircleChange & { stillMissing: number })[];
}
