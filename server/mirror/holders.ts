import { type Freshness, type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type Holder, type HolderKind, holderOf, type OwnersBy } from "@/lib/domain/ownership";
import type { AmpClient } from "@/server/amp/client";
import { lastFinishedAt } from "@/server/treasury/store";
import { type Copy, findCopy, markStale } from "./copies-store";
import { printCursor, readCursor } from "./cursor";
import { ensureFresh, freshnessOf, readAgain } from "./fresh";
import { aggregateHolders, type HolderAggregates } from "./holder-figures-store";
import {
  addUpHolders,
  countHolders,
  countLosing,
  dropHoldings,
  type FoundHolder,
  type HolderSort,
  type Holding,
  holdersOf,
  selectGaids,
  selectHolders,
  storeHoldings,
} from "./holders-store";
import type { CopyKind } from "./refresh";
import { freshUsers } from "./users";

/** AMP: GET /assets/{a}, GET /assets/{a}/ownerships */
export const HOLDERS: CopyKind<Holding> = {
  rows: readHoldings,
  store: storeHoldings,
  complete: addUpHolders,
  drop: dropHoldings,
  tables: ["mirror_holdings", "mirror_holders"],
};

/** The names come with the page. */
const NO_NAMES: ReadonlyMap<number, string> = new Map();

async function* readHoldings(amp: AmpClient, assetUuid: string): AsyncGenerator<Holding[]> {
  const path = { assetUuid };
  const { issuer } = await amp.call("getAsset", { path });
  for await (const parts of amp.rows("listOwnerships", { path })) {
    yield parts.map((part) => {
      const { id, kind, userId } = holderOf(part, issuer, NO_NAMES);
      return { part, holderId: id, kind, userId };
    });
  }
}

type Asking = Pick<Actor, "workspaceId" | "environment">;

/**
 * Who owns how much of an asset now, not older than a page may show; with the users who give the names. What an
 * operation of the desk has finished since, is in it.
 */
export async function freshHolders(actor: Asking, assetUuid: string): Promise<Freshness> {
  const { workspaceId } = actor;
  const id = holdersOf(workspaceId, assetUuid);
  const [copy, finishedAt] = await Promise.all([findCopy(id), lastFinishedAt(workspaceId, assetUuid)]);
  if (copy && finishedAt && finishedAt >= copy.startedAt) await holdersChanged(actor, assetUuid);
  const [holders] = await Promise.all([ensureFresh(id, HOLDERS), freshUsers(actor)]);
  return freshnessOf(holders);
}

/** Asks AMP now. */
export const refreshHolders = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  readAgain(holdersOf(workspaceId, assetUuid), HOLDERS);

/** After an own change of what is owned: the next page waits for a new list. */
export const holdersChanged = (
  { workspaceId }: Pick<Actor, "workspaceId">,
  assetUuid: string,
): Promise<void> => markStale(workspaceId, "holders", assetUuid);

/** null before the first copy. */
export async function ageOf(workspaceId: string, assetUuid: string): Promise<Freshness | null> {
  const copy = await findCopy(holdersOf(workspaceId, assetUuid));
  return copy && freshnessOf(copy);
}

const SORTS: readonly string[] = ["amount", "-amount", "owner", "-owner"] satisfies HolderSort[];

export interface HoldersQuery extends ListQuery {
  /** A registered user's GAIDs put together, or each by itself. */
  by?: OwnersBy;
  /** Kinds whose name on the screen holds the words that are searched for. */
  namedKinds?: readonly HolderKind[];
}

/**
 * Owners, the treasury among them, as the copy has them; `filters.kind` treasury, user or account. With `by` "gaid"
 * each row has one of the owner's GAIDs and what lies in it.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function holdersPage(
  workspaceId: string,
  assetUuid: string,
  query: HoldersQuery,
): Promise<Omit<ListPage<Holder>, "freshness">> {
  const id = holdersOf(workspaceId, assetUuid);
  const sort = (SORTS.includes(query.sort ?? "") ? query.sort : "-amount") as HolderSort;
  const { by = "user", limit, q, namedKinds } = query;
  const after = readCursor(query.cursor, [sort.endsWith("amount") ? "bigint" : "string", "string"]);
  const filter = { q, kind: query.filters.kind, ...(namedKinds && { namedKinds }) };
  const [found, total] = await Promise.all([
    selectHolders(id, filter, {
      by,
      sort,
      after: after && { value: after[0], id: after[1] },
      limit: limit + 1,
    }),
    limit > MAX_LIMIT ? null : countHolders(id, filter, by),
  ]);
  const page = found.slice(0, limit);
  const last = page.at(-1)?.place;
  return {
    rows: by === "gaid" ? page.map(withItsGaid) : await withAllGaids(id, page),
    nextCursor: found.length > page.length && last ? printCursor([last.value, last.id]) : null,
    total,
  };
}

const toHolder = ({ id, kind, name, userId, amount }: FoundHolder): Holder => ({
  id,
  kind,
  name,
  userId,
  gaids: [],
  amountSats: amount,
});

const withItsGaid = (found: FoundHolder): Holder => ({
  ...toHolder(found),
  id: found.gaid === null ? found.id : `gaid:${found.gaid}`,
  gaids: found.gaid === null ? [] : [{ gaid: found.gaid, amountSats: found.amount }],
});

async function withAllGaids(id: ReturnType<typeof holdersOf>, page: FoundHolder[]): Promise<Holder[]> {
  const gaids = await selectGaids(
    id,
    page.map((found) => found.id),
  );
  return page.map((found) => ({ ...toHolder(found), gaids: gaids.get(found.id) ?? [] }));
}

/** Treasury first when there is one, then the largest holders. */
export async function largestHoldersOf(
  workspaceId: string,
  assetUuid: string,
  count: number,
): Promise<Holder[]> {
  const largest = (kind: HolderKind | undefined, limit: number) =>
    holdersPage(workspaceId, assetUuid, { limit, filters: kind ? { kind } : {} });
  const [treasury, all] = await Promise.all([largest("treasury", 1), largest(undefined, count + 1)]);
  return [...treasury.rows, ...all.rows.filter(({ kind }) => kind !== "treasury").slice(0, count)];
}

/** What the owners add up to; `top` is how many of the largest holders are put together. */
export const holderAggregates = (
  workspaceId: string,
  assetUuid: string,
  { top }: { top: number },
): Promise<HolderAggregates> => aggregateHolders(holdersOf(workspaceId, assetUuid), top);

/** How many owners could receive the asset with the categories of `before` and not with those of `after`. */
export const countHoldersLosing = (
  workspaceId: string,
  assetUuid: string,
  before: readonly number[],
  after: readonly number[],
): Promise<number> => countLosing(holdersOf(workspaceId, assetUuid), before, after);
