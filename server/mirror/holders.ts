import type { SQL } from "drizzle-orm";
import type { Freshness, ListPage } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { TOP } from "@/lib/domain/concentration";
import type { Lorenz } from "@/lib/domain/lorenz";
import { type Holder, holderOf } from "@/lib/domain/ownership";
import { supplyOf } from "@/lib/domain/supply";
import type { AmpClient } from "@/server/amp/client";
import type { Db } from "@/server/db/client";
import { lastSendingAt } from "@/server/treasury/known-operations";
import { markChanged } from "./changed";
import { type Copy, type CopyId, figuresOf, findCopy } from "./copies-store";
import { ensureFreshSince, freshnessOf, freshnessWithNames, type Lag, readAgain } from "./fresh";
import {
  aggregateHolders,
  type HolderAggregates,
  lorenzOfHolders,
  sumTreasury,
} from "./holder-figures-store";
import {
  addUpHolders,
  amountsOf,
  countLosing,
  dropHoldings,
  type Holding,
  holdersOf,
  servedOwners,
  storeHoldings,
} from "./holders-store";
import { type OwnersQuery, ownersPage } from "./owners";
import { type Ask, asking, type OwnersSource } from "./owners-store";
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
  return figuresOfOwners(asking(tx), amountsOf(id, generation));
}

/** @param amounts what each owner has: kind, amount */
export const figuresOfOwners = async (ask: Ask, amounts: SQL): Promise<HolderFigures> => ({
  aggregates: await aggregateHolders(ask, amounts, TOP),
  lorenz: await lorenzOfHolders(ask, amounts),
});

type Asking = Pick<Actor, "workspaceId" | "environment">;

/**
 * Who owns how much of an asset now, not older than a page may show; with the users who give the names. What an
 * operation of the desk has sent since, is in it, however it ended.
 */
export async function freshHolders(actor: Asking, assetUuid: string, lag: Lag = {}): Promise<Freshness> {
  const { workspaceId } = actor;
  const id = holdersOf(workspaceId, assetUuid);
  const [holders, register] = await Promise.all([
    ensureFreshSince(id, HOLDERS, lastSendingAt, lag),
    freshUsers(actor),
  ]);
  return freshnessWithNames(holders, register);
}

/** Asks AMP now. */
export const refreshHolders = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  readAgain(holdersOf(workspaceId, assetUuid), HOLDERS);

/** After an own change of what is owned, or of what is blacklisted of it: the next page waits for a new list. */
export const holdersChanged = (
  { workspaceId }: Pick<Actor, "workspaceId">,
  assetUuid: string,
): Promise<void> => markChanged(holdersOf(workspaceId, assetUuid));

/** null before the first copy. */
export async function ageOf(workspaceId: string, assetUuid: string): Promise<Freshness | null> {
  const copy = await findCopy(holdersOf(workspaceId, assetUuid));
  return copy && freshnessOf(copy);
}

/** The owners as the served copy has them. */
export const ownersHeld = (workspaceId: string, assetUuid: string): OwnersSource =>
  servedOwners(holdersOf(workspaceId, assetUuid));

/** One page of them. @throws AppError INVALID_INPUT for a cursor that no page of this list returned */
export const holdersPage = (
  workspaceId: string,
  assetUuid: string,
  query: OwnersQuery,
): Promise<Omit<ListPage<Holder>, "freshness">> => ownersPage(ownersHeld(workspaceId, assetUuid), query);

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
export async function treasuryHeld(
  actor: Asking,
  assetUuid: string,
): Promise<{ sats: bigint; freshness: Freshness }> {
  const freshness = await freshHolders(actor, assetUuid);
  const { ask, owners } = ownersHeld(actor.workspaceId, assetUuid);
  return { sats: await sumTreasury(ask, owners), freshness };
}

/** How many owners could receive the asset with the categories of `before` and not with those of `after`. */
export const countHoldersLosing = (
  workspaceId: string,
  assetUuid: string,
  before: readonly number[],
  after: readonly number[],
): Promise<number> => countLosing(holdersOf(workspaceId, assetUuid), before, after);
