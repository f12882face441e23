import {
  type AssetRules,
  type CategoryName,
  type CircleChange,
  type Group,
  groupOf,
  missingCategories,
  NAMES_SHOWN,
  requiredOf,
} from "./eligibility";

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
  /** Users put aside who would be in a category again, and so eligible again. */
  archived: number;
  assets: (CircleChange & { stillMissing: number })[];
}

/** Of users who are made in their categories. */
export function impactOnNew(
  made: readonly { name: string; memberships: readonly Membership[] }[],
  assets: readonly ImpactAsset[],
): MembershipsImpact {
  const users = made.map(({ name, memberships }, place) => ({
    ...{ id: place, name, before: [] },
    after: categoriesAfter([], memberships),
  }));
  return {
    changes: made.reduce((sum, { memberships }) => sum + memberships.length, 0),
    users: made.length,
    archived: 0,
    assets: assetMoves(users, assets).map(({ asset: { assetUuid, name }, gaining, stillMissing }) => ({
      ...{ assetUuid, name, stillMissing, gaining: groupOf(gaining), losing: groupOf([]) },
      ...{ holdersLosing: 0, assignmentsWaiting: 0, assignmentsFreed: 0, inDistribution: 0, isOpen: false },
    })),
  };
}

/** What two changes do that are made together, of users of whom none is in both. */
export function togetherWith(one: MembershipsImpact, other: MembershipsImpact): MembershipsImpact {
  const uuids = [...new Set([...one.assets, ...other.assets].map(({ assetUuid }) => assetUuid))];
  return {
    changes: one.changes + other.changes,
    users: one.users + other.users,
    archived: one.archived + other.archived,
    assets: uuids.flatMap((uuid) => {
      const [first, second] = [one, other].flatMap(({ assets }) =>
        assets.filter(({ assetUuid }) => assetUuid === uuid),
      );
      if (!first) return [];
      return second ? [addUp(first, second)] : [first];
    }),
  };
}

type Change = MembershipsImpact["assets"][number];

const addUp = (one: Change, other: Change): Change => ({
  ...{ assetUuid: one.assetUuid, name: one.name, isOpen: one.isOpen || other.isOpen },
  gaining: groupsTogether(one.gaining, other.gaining),
  losing: groupsTogether(one.losing, other.losing),
  holdersLosing: one.holdersLosing + other.holdersLosing,
  assignmentsWaiting: one.assignmentsWaiting + other.assignmentsWaiting,
  assignmentsFreed: one.assignmentsFreed + other.assignmentsFreed,
  inDistribution: one.inDistribution + other.inDistribution,
  stillMissing: one.stillMissing + other.stillMissing,
});

const groupsTogether = (one: Group, other: Group): Group => ({
  count: one.count + other.count,
  names: [...one.names, ...other.names].slice(0, NAMES_SHOWN),
});

/** The same of a person who leaves categories, with their names. */
export interface RemovalImpact extends MembershipsImpact {
  categories: CategoryName[];
}

/** The same for users chosen in a list. */
export interface BulkImpact extends MembershipsImpact {
  /** How many were chosen; some of them may have it so already. */
  chosen: number;
}
