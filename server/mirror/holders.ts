import { type Freshness, type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { TOP } from "@/lib/domain/concentration";
import type { Lorenz } from "@/lib/domain/lorenz";
import { type Holder, type HolderKind, holderOf, type OwnersBy } from "@/lib/domain/ownership";
import { supplyOf } from "@/lib/domain/supply";
import type { AmpClient } from "@/server/amp/client";
import type { Db } from "@/server/db/client";
import { type Copy, type CopyId, figuresOf, findCopy, markChanged } from "./copies-store";
import { cutPage } from "./cursor";
import { ensureFreshSince, freshnessOf, readAgain } from "./fresh";
import {
  aggregateHolders,
  type HolderAggregates,
  lorenzOfHolders,
  sumTreasury,
} from "./holder-figures-store";
import {
  addUpHolders,
  countHolders,
  countLosing,
  dropHoldings,
  type FoundHolder,
  type HolderFilter,
  type Holding,
  holdersOf,
  selectGaids,
  selectHolders,
  selectOwnersOf,
  storeHoldings,
} from "./holders-store";
import { ownedPage } from "./keyset";
import type { CopyKind } from "./refresh";
import { freshUsers } from "./users";

/** AMP: GET /assets/{a}, GET /assets/{a}/ownerships */
export const HOLDERS: CopyKind<Holding> = {
  rows: readHoldings,
  store: storeHoldings,
  beside: tellWhole,
  complete: addUp,
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

/** What AMP says of the asset itself when it is asked for its owners. */
export interface WholeAsset {
  supplySats: bigint;
  blacklistedSats: bigint;
  /** Outputs of the asset alone. */
  lostOutputs: number;
}

async function tellWhole(amp: AmpClient, assetUuid: string): Promise<WholeAsset> {
  const path = { assetUuid };
  const [summary, lost] = await Promise.all([
    amp.call("getSummary", { path }),
    amp.call("listLostOutputs", { path }),
  ]);
  return {
    supplySats: supplyOf(summary),
    blacklistedSats: summary.blacklisted,
    lostOutputs: lost.lostOutputs.length,
  };
}

/** What the owners add up to. */
export interface HolderFigures {
  aggregates: HolderAggregates;
  /** How evenly the owners beside the treasury share. */
  lorenz: Lorenz;
}

async function addUp(tx: Db, id: CopyId, generation: number): Promise<HolderFigures> {
  await addUpHolders(tx, id, generation);
  return {
    aggregates: await aggregateHolders(tx, id, generation, TOP),
    lorenz: await lorenzOfHolders(tx, id, generation),
  };
}

type Asking = Pick<Actor, "workspaceId" | "environment">;

/**
 * Who owns how much of an asset now, not older than a page may show; with the users who give the names. What an
 * operation of the desk has sent since, is in it, however it ended.
 */
export async function freshHolders(actor: Asking, assetUuid: string): Promise<Freshness> {
  const { workspaceId } = actor;
  const id = holdersOf(workspaceId, assetUuid);
  const [holders] = await Promise.all([ensureFreshSince(id, HOLDERS), freshUsers(actor)]);
  return freshnessOf(holders);
}

/** Asks AMP now. */
export const refreshHolders = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  readAgain(holdersOf(workspaceId, assetUuid), HOLDERS);

/** After an own change of what is owned: the next page waits for a new list. */
export const holdersChanged = (
  { workspaceId }: Pick<Actor, "workspaceId">,
  assetUuid: string,
): Promise<void> => markChanged(workspaceId, "holders", assetUuid);

/** null before the first copy. */
export async function ageOf(workspaceId: string, assetUuid: string): Promise<Freshness | null> {
  const copy = await findCopy(holdersOf(workspaceId, assetUuid));
  return copy && freshnessOf(copy);
}

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
  const { by = "user", limit, q, namedKinds } = query;
  const filter = { q, kind: query.filters.kind, ...(namedKinds && { namedKinds }) };
  const [found, total] = await Promise.all([
    selectHolders(id, filter, { ...ownedPage(query), by }),
    limit > MAX_LIMIT ? null : countHolders(id, filter, by),
  ]);
  const { shown, nextCursor } = cutPage(found, limit);
  return {
    rows: by === "gaid" ? shown.map(withItsGaid) : await withAllGaids(id, shown),
    nextCursor,
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
  const id = holdersOf(workspaceId, assetUuid);
  const largest = (filter: HolderFilter, limit: number) =>
    selectHolders(id, filter, { by: "user", sort: "-amount", after: null, limit });
  const [treasury, all] = await Promise.all([largest({ kind: "treasury" }, 1), largest({}, count + 1)]);
  const others = all.filter(({ kind }) => kind !== "treasury").slice(0, count);
  return withAllGaids(id, [...treasury, ...others]);
}

/**
 * What the served copy adds up to, which was found out when it came, and what AMP said of the asset then. AMP, where an
 * older desk left a copy without them: GET /assets/{a}/ownerships, …/summary, …/lost-outputs
 */
export async function holderFigures(
  actor: Asking,
  assetUuid: string,
): Promise<HolderFigures & { whole: WholeAsset }> {
  const id = holdersOf(actor.workspaceId, assetUuid);
  const known = (await figuresOf(id)) ?? (await refreshHolders(actor, assetUuid).then(() => figuresOf(id)));
  if (!known) throw new Error("The copy has no figures.");
  return { ...(known.figures as HolderFigures), whole: known.beside as WholeAsset };
}

/** What the treasury holds, in sats, not older than a page may show. */
export async function treasuryHeld(actor: Asking, assetUuid: string): Promise<bigint> {
  await freshHolders(actor, assetUuid);
  return sumTreasury(holdersOf(actor.workspaceId, assetUuid));
}

/** Who owns what lies in some GAIDs, as the copy has it; null for an account without a record. */
export const ownersHolding = (
  { workspaceId }: Pick<Actor, "workspaceId">,
  assetUuid: string,
  gaids: readonly string[],
): Promise<Map<string, number | null>> => selectOwnersOf(holdersOf(workspaceId, assetUuid), gaids);

/** How many owners could receive the asset with the categories of `before` and not with those of `after`. */
export const countHoldersLosing = (
  workspaceId: string,
  assetUuid: string,
  before: readonly number[],
  after: readonly number[],
): Promise<number> => countLosing(holdersOf(workspaceId, assetUuid), before, after);
