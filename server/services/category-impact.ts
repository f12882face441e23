import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Actor } from "@/lib/domain/actor";
import {
  type CircleChange,
  groupOf,
  isLosing,
  type RequirementImpact,
  requiredOf,
  requirementsAfter,
} from "@/lib/domain/eligibility";
import {
  type AssetMoves,
  assetMoves,
  categoriesAfter,
  type Membership,
  type MembershipsImpact,
  newMemberships,
} from "@/lib/domain/membership-impact";
import { authorize } from "@/server/auth/authorize";
import { usersEntering } from "@/server/mirror/eligibility";
import { countHolding } from "@/server/mirror/eligibility-store";
import { countHoldersLosing, freshHolders } from "@/server/mirror/holders";
import { waitingUsers } from "@/server/mirror/open-assignments";
import { countEligibleUsers, usersById } from "@/server/mirror/users";
import { archivedUsers } from "@/server/register/note-store";
import { unorderedUsers } from "@/server/treasury/unordered";
import { allAssets, getAsset, requireUuid } from "./assets";
import { allCategories, requireCategory } from "./categories";

/**
 * Whom it concerns when an asset starts or stops to require a category, counted in the desk's copies; nothing is
 * changed. AMP: GET /assets/{a}
 */
export async function readRequirementImpact(
  actor: Actor,
  input: { categoryId: number; assetUuid: string; isRequired: boolean },
): Promise<RequirementImpact> {
  requireUuid(input.assetUuid);
  await authorize(actor, "asset:requirements", input.assetUuid);
  const asset = await getAsset(actor, input.assetUuid);
  return requirementImpact(actor, asset, input);
}

/**
 * Whom it concerns when a category is deleted: each asset that requires it stops to. Nothing is changed.
 * AMP: the assets
 * @throws AppError NOT_FOUND
 */
export async function readDeletionImpact(actor: Actor, categoryId: number): Promise<RequirementImpact[]> {
  await authorize(actor, "category:write");
  const [categories, assets] = await Promise.all([allCategories(actor), allAssets(actor)]);
  requireCategory(categories, categoryId);
  const requiring = assets.filter((asset) => requiredOf(asset).includes(categoryId));
  return Promise.all(
    requiring.map((asset) => requirementImpact(actor, asset, { categoryId, isRequired: false })),
  );
}

async function requirementImpact(
  actor: Actor,
  asset: Asset,
  change: { categoryId: number; isRequired: boolean },
): Promise<RequirementImpact> {
  const { assetUuid, name } = asset;
  const before = requiredOf(asset);
  const after = requiredOf({ ...asset, requirements: requirementsAfter(asset.requirements, change) });
  const [counts, assigned, losing, gaining, holdersLosing, unordered] = await Promise.all([
    countEligibleUsers(actor, [before]),
    waitingUsers(actor, assetUuid),
    usersEntering(actor, after, before),
    usersEntering(actor, before, after),
    after.length > before.length ? holdersWhoLose(actor, assetUuid, before, after) : 0,
    toBeOrdered(actor, assetUuid),
  ]);
  const byId = await usersById(actor, [...new Set([...assigned, ...unordered])]);
  const [eligibleBefore = 0] = counts.eligible;
  const those = (ids: readonly number[], from: readonly number[], to: readonly number[]) =>
    ids.filter((id) => isLosing(byId.get(id) ?? NOBODY, from, to)).length;
  return {
    ...{ assetUuid, name, gaining, losing, holdersLosing },
    ...{ users: counts.users, eligibleBefore },
    eligibleAfter: eligibleBefore - losing.count + gaining.count,
    assignmentsWaiting: those(assigned, before, after),
    assignmentsFreed: those(assigned, after, before),
    inDistribution: those(unordered, before, after),
    isOpen: after.length === 0 && before.length > 0,
  };
}

/** Whom distributions of the asset under way have still to order for. */
const toBeOrdered = async ({ workspaceId }: Actor, assetUuid: string): Promise<number[]> => [
  ...new Set((await unorderedUsers(workspaceId, { assetUuid })).flatMap(({ users }) => [...users])),
];

/** Of an id that is registered no more. */
const NOBODY = { categories: [] };

async function holdersWhoLose(
  actor: Actor,
  assetUuid: string,
  before: readonly number[],
  after: readonly number[],
) {
  await freshHolders(actor, assetUuid, { mayLag: false });
  return countHoldersLosing(actor.workspaceId, assetUuid, before, after);
}

export interface UserMemberships {
  userId: number;
  memberships: Membership[];
}

/** A user with the memberships that are to change. */
export interface PlannedUser {
  user: RegisteredUser;
  memberships: Membership[];
}

/** Whom a change of memberships really changes, by the desk's copies; who is registered no more is left out. */
export async function planMemberships(
  actor: Actor,
  changes: readonly UserMemberships[],
): Promise<PlannedUser[]> {
  await authorize(actor, "category:write");
  const [byId, categories] = await Promise.all([
    usersById(
      actor,
      changes.map(({ userId }) => userId),
    ),
    allCategories(actor),
  ]);
  const known = new Set(categories.map(({ id }) => id));
  return changes.flatMap(({ userId, memberships }) => {
    const user = byId.get(userId);
    if (!user) return [];
    const asked = memberships.filter(({ categoryId }) => known.has(categoryId));
    const real = newMemberships(user.categories, asked);
    return real.length > 0 ? [{ user, memberships: real }] : [];
  });
}

/**
 * Whom a change of memberships concerns, asset by asset; nothing is changed.
 * AMP: the assets
 */
export async function readMembershipsImpact(
  actor: Actor,
  changes: readonly UserMemberships[],
): Promise<MembershipsImpact> {
  const planned = await planMemberships(actor, changes);
  const users = planned.map(({ user: { id, name, categories }, memberships }) => ({
    ...{ id, name },
    before: categories,
    after: categoriesAfter(categories, memberships),
  }));
  const joining = planned.filter(({ memberships }) => memberships.some(({ isMember }) => isMember));
  // Who was put aside are few; who joins may be more than a statement takes.
  const [assets, archivedIds] = await Promise.all([allAssets(actor), archivedUsers(actor.workspaceId)]);
  const archived = new Set(archivedIds);
  const moves = assetMoves(users, assets);
  return {
    archived: joining.filter(({ user }) => archived.has(user.id)).length,
    changes: planned.reduce((sum, { memberships }) => sum + memberships.length, 0),
    users: planned.length,
    assets: await Promise.all(
      moves.map(async (one) => ({ ...(await circleChange(actor, one)), stillMissing: one.stillMissing })),
    ),
  };
}

async function circleChange(actor: Actor, { asset, gaining, losing }: AssetMoves): Promise<CircleChange> {
  const { assetUuid, name } = asset;
  const idsOf = (users: typeof gaining) => new Set(users.map(({ id }) => id));
  const [gains, loses] = [idsOf(gaining), idsOf(losing)];
  const [assigned, holdersLosing, unordered] = await Promise.all([
    gains.size + loses.size > 0 ? waitingUsers(actor, assetUuid) : [],
    loses.size > 0 ? holdersAmong(actor, assetUuid, [...loses]) : 0,
    loses.size > 0 ? toBeOrdered(actor, assetUuid) : [],
  ]);
  return {
    ...{ assetUuid, name, holdersLosing, isOpen: false },
    gaining: groupOf(gaining),
    losing: groupOf(losing),
    assignmentsWaiting: assigned.filter((id) => loses.has(id)).length,
    assignmentsFreed: assigned.filter((id) => gains.has(id)).length,
    inDistribution: unordered.filter((id) => loses.has(id)).length,
  };
}

async function holdersAmong(actor: Actor, assetUuid: string, ids: number[]): Promise<number> {
  await freshHolders(actor, assetUuid, { mayLag: false });
  return countHolding({ workspaceId: actor.workspaceId, assetUuid }, ids);
}
