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
import { readBlacklisted } from "./blacklisted-users";
import { categoryChoices } from "./categories";

/**
 * A page of users against some of the assets the person may see. Filters: those of `usersPage`, `asset` (a text to
 * search the assets for) and `part` (which of the found ones stand side by side).
 * The desk's copies of GET /registered_users/ and, where there are such, of GET /assets/{a}/utxos. AMP: the assets
 */
export async function readEligibilityMatrix(actor: Actor, query: ListQuery): Promise<EligibilityMatrix> {
  await authorize(actor, "user:read");
  const [page, { assets, unreadable }, categories] = await Promise.all([
    usersPage(actor, query),
    readableAssets(actor),
    categoryChoices(actor),
  ]);
  const columns = cutAssets(searchAssets(assets.map(toColumn), query.filters.asset), query.filters.part);
  const { shown, rowOf } = await withBlacklisted(actor, columns.assets, page.rows);
  return {
    page: { ...page, rows: page.rows.map(rowOf) },
    columns: { ...columns, assets: shown },
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
  const found = searchAssets(all.map(toColumn), query.filters.asset);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  // Longer than a page, so that the register is not counted for each portion.
  const fitting = Math.max(MAX_LIMIT + 1, Math.floor(PAIRS_AT_ONCE / Math.max(1, found.length)));
  const page = await usersPage(actor, { ...query, limit: Math.min(query.limit, fitting) });
  const { shown, rowOf } = await withBlacklisted(actor, found, page.rows);
  const pairOf = (user: MatrixUser, asset: MatrixAsset): EligibilityPair => ({
    user,
    asset,
    failing: failingRules(user, asset),
    missing: missingCategories(user, requiredOf(asset)).map((id) => ({
      id,
      name: names.get(id) ?? String(id),
    })),
  });
  const rows = page.rows.map(rowOf).flatMap((user) => shown.map((asset) => pairOf(user, asset)));
  return { ...page, rows, total: null };
}

/** Assets and users with what is blacklisted of whom. */
async function withBlacklisted(
  actor: Actor,
  assets: readonly MatrixAsset[],
  users: readonly RegisteredUser[],
): Promise<{ shown: MatrixAsset[]; rowOf: (user: RegisteredUser) => MatrixUser }> {
  const uuids = assets.map(({ assetUuid }) => assetUuid);
  const told = await readBlacklisted(
    actor,
    uuids,
    users.map(({ id }) => id),
  );
  return {
    shown: assets.map((asset) => ({ ...asset, outputsAsOf: told.asOf(asset.assetUuid) })),
    rowOf: ({ id, name, gaid, categories }) => ({
      ...{ id, name, gaid, categories },
      blacklisted: uuids.filter((assetUuid) => told.has(id, assetUuid)),
    }),
  };
}

const toColumn = (asset: Asset): MatrixAsset => ({
  assetUuid: asset.assetUuid,
  name: asset.name,
  ticker: asset.ticker,
  hasEndpoint: asset.issuerAuthorizationEndpoint !== null,
  isLocked: asset.isLocked,
  isAuthorized: asset.isAuthorized,
  transferRestricted: asset.transferRestricted,
  requirements: asset.requirements,
  outputsAsOf: null,
});
