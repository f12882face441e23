import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { Concentration } from "@/lib/domain/concentration";
import type { Lorenz } from "@/lib/domain/lorenz";
import { type OwnershipFigures, type OwnershipView, ownersBy } from "@/lib/domain/ownership";
import { isAway } from "@/lib/errors";
import { authorize } from "@/server/auth/authorize";
import { freshnessOf } from "@/server/mirror/fresh";
import {
  freshHolders,
  holderFigures,
  holdersPage,
  ownersHeld,
  refreshHolders,
  type WholeAsset,
} from "@/server/mirror/holders";
import { markStale } from "@/server/mirror/marks-store";
import { refreshUsers } from "@/server/mirror/users";
import { utxosOf } from "@/server/mirror/utxos-store";
import { readOutputs, tellBlacklisted } from "./ownership-blacklisted";
import { figuresFrom, kindsNamed, largestShown } from "./ownership-figures";

/**
 * Who owns how much now, from the desk's copy of AMP's list; nothing is asked of AMP while a long one may be shown.
 * AMP: for the copies GET /assets/{a}/ownerships, …/summary, …/lost-outputs, …/utxos and GET /registered_users/
 */
export async function ownershipNow(actor: Actor, asset: Asset, query: ListQuery): Promise<OwnershipView> {
  const { assetUuid, ticker, precision } = asset;
  const by = ownersBy(query.filters.by);
  await authorize(actor, "ownership:read", assetUuid);
  const [{ figures, concentration, lorenz, whole, freshness }, outputs] = await Promise.all([
    ownedNow(actor, assetUuid),
    readOutputs(actor, assetUuid),
  ]);
  const [page, largest] = await Promise.all([
    pageNow(actor, assetUuid, query),
    largestShown(ownersHeld(actor.workspaceId, assetUuid), by, { figures, concentration }),
  ]);
  return {
    asset: { ticker, precision },
    by,
    moment: null,
    figures,
    today: { blacklistedSats: whole.blacklistedSats, lostOutputs: whole.lostOutputs },
    largest,
    concentration,
    lorenz,
    ...(await tellBlacklisted(actor, assetUuid, { ...page, freshness }, outputs)),
  };
}

interface OwnedNow {
  figures: OwnershipFigures;
  concentration: Concentration;
  lorenz: Lorenz;
  whole: WholeAsset;
  freshness: Freshness;
}

/**
 * What the copy of AMP's list adds up to. Where that is not the supply and nothing is lost, the list may be older than the
 * supply: then both are asked for once more; while AMP is away, what was found stays. AMP: for the copy GET /assets/{a}/ownerships, …/summary, …/lost-outputs
 * @param known the supply as somebody has just read it, in sats; the copy's own unless it is given
 */
export async function ownedNow(
  actor: Actor,
  assetUuid: string,
  known?: Promise<{ supplySats: bigint; isAnyLost: boolean }>,
): Promise<OwnedNow> {
  await authorize(actor, "ownership:read", assetUuid);
  const [freshness, live] = await Promise.all([freshHolders(actor, assetUuid), known]);
  const found = await addedUp(actor, assetUuid, live);
  const isAnyLost = live?.isAnyLost ?? found.whole.lostOutputs > 0;
  const isRight = isAnyLost || found.figures.ownedSats === found.figures.supplySats;
  if (isRight || freshness.failure !== undefined) return { ...found, freshness };
  try {
    const copy = await refreshHolders(actor, assetUuid);
    return { ...(await addedUp(actor, assetUuid, live)), freshness: freshnessOf(copy) };
  } catch (error) {
    if (isAway(error)) return { ...found, freshness };
    throw error;
  }
}

async function addedUp(actor: Actor, assetUuid: string, live: { supplySats: bigint } | undefined) {
  const { aggregates, lorenz, whole } = await holderFigures(actor, assetUuid);
  return { ...figuresFrom({ aggregates }, live?.supplySats ?? whole.supplySats), lorenz, whole };
}

/**
 * One page of the owners as the copies have them.
 * AMP: for the copies GET /assets/{a}/ownerships, …/utxos, GET /registered_users/
 */
export async function ownersNow(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<Pick<OwnershipView, "page" | "blacklisted"> & { supplySats: bigint }> {
  await authorize(actor, "ownership:read", assetUuid);
  const [freshness, outputs] = await Promise.all([
    freshHolders(actor, assetUuid),
    readOutputs(actor, assetUuid),
  ]);
  const page = { ...(await pageNow(actor, assetUuid, query)), freshness };
  const { whole } = await holderFigures(actor, assetUuid);
  return { ...(await tellBlacklisted(actor, assetUuid, page, outputs)), supplySats: whole.supplySats };
}

const pageNow = ({ workspaceId }: Actor, assetUuid: string, query: ListQuery) =>
  holdersPage(workspaceId, assetUuid, {
    ...query,
    by: ownersBy(query.filters.by),
    namedKinds: kindsNamed(query.q),
  });

/**
 * Asks AMP for the whole list of owners now, and for the register that names them; the page asks for the outputs.
 * AMP: GET /assets/{a}/ownerships, GET /registered_users/
 */
export async function refreshOwnership(actor: Actor, input: { assetUuid: string }): Promise<void> {
  await authorize(actor, "ownership:read", input.assetUuid);
  await authorize(actor, "user:read");
  await Promise.all([refreshHolders(actor, input.assetUuid), refreshUsers(actor)]);
  // Not before: while AMP is away, the outputs that were copied last are still shown.
  await markStale(utxosOf(actor.workspaceId, input.assetUuid));
}
