import { type AssetRules, type CircleChange, missingCategories, requiredOf } from "./eligibility";

type ImpactAsset = Pick<AssetRules, "transferRestricted" | "requirements"> & {
  assetUuid: string;
  name: string;
};

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
  const changed = new Set(
    users.flatMap(({ before, after }) => [
      ...before.filter((id) => joins(id, after, before)),
      ...after.filter((id) => joins(id, before, after)),
    ]),
  );
  return assets
    .filter((asset) => requiredOf(asset).some((id) => changed.has(id)))
    .map((asset) => movesOf(users, asset))
    .filter(({ gaining, losing, stillMissing }) => gaining.length + losing.length + stillMissing > 0);
}

function movesOf(users: readonly ChangedUser[], asset: ImpactAsset): AssetMoves {
  const requirements = requiredOf(asset);
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

/** The same for users chosen in a list. */
export interface BulkImpact extends MembershipsImpact {
  /** How many were chosen; some of them may have it so already. */
  chosen: number;
}
