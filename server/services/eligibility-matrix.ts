import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import {
  cutAssets,
  type EligibilityMatrix,
  type EligibilityPair,
  failingRules,
  type MatrixAsset,
  type MatrixUser,
  searchAssets,
} from "@/lib/domain/eligibility-matrix";
import { authorize } from "@/server/auth/authorize";
import { usersPage } from "@/server/mirror/users";
import { allAssets, readableAssets } from "./assets";
import { categoryChoices } from "./categories";

/**
 * A page of users against some of the assets the person may see. Filters: those of `usersPage`, `asset` (a text to
 * search the assets for) and `part` (which of the found ones stand side by side).
 * The desk's copy of GET /registered_users/. AMP: the assets
 */
export async function readEligibilityMatrix(actor: Actor, query: ListQuery): Promise<EligibilityMatrix> {
  await authorize(actor, "user:read");
  const [page, { assets, unreadable }, categories] = await Promise.all([
    usersPage(actor, query),
    readableAssets(actor),
    categoryChoices(actor),
  ]);
  const found = searchAssets(assets.map(toColumn), query.filters.asset);
  return {
    page: { ...page, rows: page.rows.map(toRow) },
    columns: cutAssets(found, query.filters.part),
    assetCount: assets.length,
    unreadable,
    categories,
  };
}

/** Rows of a portion: one for each of its users and each asset. */
const PAIRS_AT_ONCE = 20_000;

/** The same, user by user with each asset that is found, in portions of at most `query.limit` users; for exports. */
export async function listEligibilityPairs(
  actor: Actor,
  query: ListQuery,
): Promise<ListPage<EligibilityPair>> {
  await authorize(actor, "user:read");
  const [all, categories] = await Promise.all([allAssets(actor), categoryChoices(actor)]);
  const assets = searchAssets(all.map(toColumn), query.filters.asset);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  // Longer than a page, so that the register is not counted for each portion.
  const fitting = Math.max(MAX_LIMIT + 1, Math.floor(PAIRS_AT_ONCE / Math.max(1, assets.length)));
  const page = await usersPage(actor, { ...query, limit: Math.min(query.limit, fitting) });
  const pairOf = (user: MatrixUser, asset: MatrixAsset): EligibilityPair => ({
    user,
    asset,
    failing: failingRules(user, asset),
    missing: missingCategories(user, requiredOf(asset)).map((id) => names.get(id) ?? String(id)),
  });
  const rows = page.rows.map(toRow).flatMap((user) => assets.map((asset) => pairOf(user, asset)));
  return { ...page, rows, total: null };
}

const toRow = ({ id, name, gaid, categories }: RegisteredUser): MatrixUser => ({
  id,
  name,
  gaid,
  categories,
});

const toColumn = (asset: Asset): MatrixAsset => ({
  assetUuid: asset.assetUuid,
  name: asset.name,
  ticker: asset.ticker,
  hasEndpoint: asset.issuerAuthorizationEndpoint !== null,
  isLocked: asset.isLocked,
  isAuthorized: asset.isAuthorized,
  transferRestricted: asset.transferRestricted,
  requirements: asset.requirements,
});
