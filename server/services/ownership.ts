import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness, ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { MomentView } from "@/lib/domain/moment";
import { type ListedHolder, type OwnershipView, ownersBy } from "@/lib/domain/ownership";
import { authorize } from "@/server/auth/authorize";
import { type OwnersThen, supplyBy } from "@/server/history/balances-store";
import type { History } from "@/server/history/store";
import { figuresOfOwners } from "@/server/mirror/holders";
import { ownersPage } from "@/server/mirror/owners";
import { getAsset } from "./assets";
import { unknownOf } from "./ownership-blacklisted";
import { figuresFrom, kindsNamed, largestShown } from "./ownership-figures";
import { askedMoment, momentOf, openHistory } from "./ownership-history";
import { ownershipNow, ownersNow } from "./ownership-now";
import { ownersThen } from "./ownership-owners";

/**
 * Who owns how much: the whole in figures and its largest parts, the owners as a list. Now, from the desk's copy of
 * AMP's list; or at the moment that the filter `at` names: then it is what the movements add up to by then, whatever AMP
 * answers for the height, and everybody is named as registered today.
 * AMP: GET /assets/{a}, …/summary, …/lost-outputs; for the copies …/ownerships, …/utxos, …/txs and GET /registered_users/
 * @throws AppError INVALID_INPUT for what is no moment
 */
export async function readOwnership(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<OwnershipView> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "ownership:read", assetUuid);
  return query.filters.at === undefined
    ? ownershipNow(actor, asset, query)
    : ownershipThen(actor, asset, query);
}

/**
 * The list of owners alone, without what the page says besides: for whoever reads it to its end.
 * AMP: GET /assets/{a}; for the copies …/ownerships, …/utxos, …/txs and GET /registered_users/
 */
export async function listOwners(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<Pick<OwnershipView, "page" | "moment" | "blacklisted"> & { supplySats: bigint }> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "ownership:read", assetUuid);
  if (query.filters.at === undefined) return { ...(await ownersNow(actor, assetUuid, query)), moment: null };
  return atMoment(actor, asset, query, async ({ owners, named, history, moment }) => ({
    ...{ page: await pageThen(owners, query, named), moment, blacklisted: null },
    supplySats: await supplyBy(owners, history, moment.height),
  }));
}

/** @throws AppError FORBIDDEN, before anything of a page about ownership is shown */
export async function requireOwnership(actor: Actor, assetUuid: string): Promise<void> {
  await authorize(actor, "ownership:read", assetUuid);
}

async function ownershipThen(actor: Actor, asset: Asset, query: ListQuery): Promise<OwnershipView> {
  const by = ownersBy(query.filters.by);
  return atMoment(actor, asset, query, async ({ owners, named, history, moment }) => {
    const { aggregates, lorenz } = await figuresOfOwners(owners.ask, owners.owners);
    const sums = figuresFrom({ aggregates }, await supplyBy(owners, history, moment.height));
    return {
      asset: { ticker: asset.ticker, precision: asset.precision },
      by,
      moment,
      ...sums,
      today: null,
      largest: await largestShown(owners, by, sums),
      lorenz,
      blacklisted: null,
      page: await pageThen(owners, query, named),
    };
  });
}

interface Then {
  history: History;
  moment: MomentView;
  owners: OwnersThen;
  /** How old their names are. */
  named: Freshness;
}

async function atMoment<T>(
  actor: Actor,
  asset: Asset,
  query: ListQuery,
  work: (then: Then) => Promise<T>,
): Promise<T> {
  const asked = askedMoment(query.filters.at);
  const history = await openHistory(actor, asset);
  const moment = await momentOf(history, asked);
  return ownersThen(actor, history, { from: null, to: moment.height }, (owners, named) =>
    work({ history, moment, owners, named }),
  );
}

async function pageThen(
  owners: OwnersThen,
  query: ListQuery,
  named: Freshness,
): Promise<ListPage<ListedHolder>> {
  const by = ownersBy(query.filters.by);
  const page = await ownersPage(owners, { ...query, by, namedKinds: kindsNamed(query.q) });
  return { ...page, rows: unknownOf(page.rows), freshness: named };
}
