import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness, ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type Concentration, hhiOf, TOP } from "@/lib/domain/concentration";
import {
  type Holder,
  type HolderKind,
  LARGEST,
  type LargestHolders,
  type OwnershipFigures,
  type OwnershipView,
  ownersBy,
} from "@/lib/domain/ownership";
import { supplyOf } from "@/lib/domain/supply";
import { ownershipText } from "@/lib/messages/ownership";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { freshnessOf } from "@/server/mirror/fresh";
import {
  freshHolders,
  holderAggregates,
  holdersPage,
  largestHoldersOf,
  refreshHolders,
} from "@/server/mirror/holders";
import { getSummary } from "./assets";

/**
 * Who owns how much now, from the desk's copy of AMP's list.
 * AMP: GET /assets/{a}/summary, …/lost-outputs; for the copies …/ownerships and GET /registered_users/
 */
export async function ownershipNow(actor: Actor, asset: Asset, query: ListQuery): Promise<OwnershipView> {
  const { assetUuid, ticker, precision } = asset;
  const { workspaceId } = actor;
  const by = ownersBy(query.filters.by);
  await authorize(actor, "ownership:read", assetUuid);
  const amp = await ampAs(actor);
  const answers = Promise.all([
    getSummary(actor, assetUuid),
    amp.call("listLostOutputs", { path: { assetUuid } }),
  ]);
  const { figures, concentration, freshness } = await ownedNow(
    actor,
    assetUuid,
    answers.then(([summary, { lostOutputs }]) => {
      return { supplySats: supplyOf(summary), isAnyLost: lostOutputs.length > 0 };
    }),
  );
  const [page, largest, wallets] = await Promise.all([
    pageNow(actor, assetUuid, query),
    largestHoldersOf(workspaceId, assetUuid, by === "gaid" ? 0 : LARGEST), // of wallets the treasury alone
    by === "gaid" ? holdersPage(workspaceId, assetUuid, { limit: LARGEST + 1, filters: {}, by }) : null,
  ]);
  const [summary, lost] = await answers;
  const { treasurySats, holderCount } = figures;
  const { totalSats: heldSats } = concentration;
  return {
    asset: { ticker, precision },
    by,
    moment: null,
    figures,
    today: { blacklistedSats: summary.blacklisted, lostOutputs: lost.lostOutputs.length },
    largest: wallets
      ? largestOf(wallets.rows, largest, { heldSats, count: walletCount(wallets.total, treasurySats) })
      : largestOf(largest, largest, { heldSats, count: holderCount }),
    concentration,
    page: { ...page, freshness },
  };
}

interface OwnedNow {
  figures: OwnershipFigures;
  concentration: Concentration;
  freshness: Freshness;
}

/**
 * What the copy of AMP's list adds up to. Where that is not the supply and nothing is lost, the copy may be older than
 * the supply: then the list is asked for once more. AMP: GET /assets/{a}/ownerships for the copy
 * @param supply is asked for meanwhile
 */
export async function ownedNow(
  actor: Actor,
  assetUuid: string,
  supply: Promise<{ supplySats: bigint; isAnyLost: boolean }>,
): Promise<OwnedNow> {
  await authorize(actor, "ownership:read", assetUuid);
  const [freshness, { supplySats, isAnyLost }] = await Promise.all([freshHolders(actor, assetUuid), supply]);
  const found = await addUpCopy(actor.workspaceId, assetUuid, supplySats);
  if (isAnyLost || found.figures.ownedSats === supplySats) return { ...found, freshness };
  const copy = await refreshHolders(actor, assetUuid);
  return {
    ...(await addUpCopy(actor.workspaceId, assetUuid, supplySats)),
    freshness: freshnessOf(copy),
  };
}

async function addUpCopy(workspaceId: string, assetUuid: string, supplySats: bigint) {
  const { kinds, heldSats, holderCount, topSats, holdersToHalf, squaresSum } = await holderAggregates(
    workspaceId,
    assetUuid,
    { top: TOP },
  );
  const treasurySats = kinds.find(({ kind }) => kind === "treasury")?.sumSats ?? 0n;
  const hhi = hhiOf(squaresSum, heldSats);
  return {
    figures: { supplySats, ownedSats: heldSats + treasurySats, treasurySats, holderCount },
    concentration: { holders: holderCount, totalSats: heldSats, topSats, holdersToHalf, hhi },
  };
}

const walletCount = (rows: number | null, treasurySats: bigint): number =>
  (rows ?? 0) - (treasurySats > 0n ? 1 : 0);

/** The treasury and the largest of the others, and what that leaves of all others. */
function largestOf(
  rows: readonly Holder[],
  withTreasury: readonly Holder[],
  all: { heldSats: bigint; count: number },
): LargestHolders {
  const others = rows.filter(({ kind }) => kind !== "treasury").slice(0, LARGEST);
  const shownSats = others.reduce((sum, { amountSats }) => sum + amountSats, 0n);
  return {
    shown: [...withTreasury.filter(({ kind }) => kind === "treasury"), ...others],
    rest: { count: all.count - others.length, amountSats: all.heldSats - shownSats },
  };
}

/** Kinds whose name on the page holds the words. */
function kindsNamed(q: string | undefined): HolderKind[] {
  const needle = q?.trim().toLowerCase();
  if (!needle) return [];
  const named: [HolderKind, string][] = [
    ["treasury", ownershipText.treasury],
    ["account", ownershipText.withoutRecord],
  ];
  return named.filter(([, name]) => name.toLowerCase().includes(needle)).map(([kind]) => kind);
}

/** One page of the owners as the copy has them. AMP: for the copies GET /assets/{a}/ownerships, GET /registered_users/ */
export async function ownersNow(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<Holder>> {
  await authorize(actor, "ownership:read", assetUuid);
  const freshness = await freshHolders(actor, assetUuid);
  return { ...(await pageNow(actor, assetUuid, query)), freshness };
}

const pageNow = ({ workspaceId }: Actor, assetUuid: string, query: ListQuery) =>
  holdersPage(workspaceId, assetUuid, {
    ...query,
    by: ownersBy(query.filters.by),
    namedKinds: kindsNamed(query.q),
  });

/** Asks AMP for the whole list of owners now. AMP: GET /assets/{a}/ownerships */
export async function refreshOwnership(actor: Actor, input: { assetUuid: string }): Promise<void> {
  await authorize(actor, "ownership:read", input.assetUuid);
  await refreshHolders(actor, input.assetUuid);
}
