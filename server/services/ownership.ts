import type { Asset } from "@/lib/contracts/amp/assets";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { concentrationOf } from "@/lib/domain/concentration";
import { lorenzOf } from "@/lib/domain/lorenz";
import {
  addUp,
  type Holder,
  LARGEST,
  largestHolders,
  type OwnershipView,
  ownersBy,
  toHolders,
} from "@/lib/domain/ownership";
import { ownershipText } from "@/lib/messages/ownership";
import { authorize } from "@/server/auth/authorize";
import { getAsset } from "./assets";
import { pageOf } from "./list";
import { unknownOf } from "./ownership-blacklisted";
import { askedMoment, heldAt, momentOf, openHistory, readLedger } from "./ownership-history";
import { ownershipNow, ownersNow } from "./ownership-now";
import { partsOf, todaysOwners } from "./ownership-owners";

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
): Promise<Pick<OwnershipView, "page" | "moment" | "blacklisted">> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "ownership:read", assetUuid);
  if (query.filters.at !== undefined) return ownershipThen(actor, asset, query);
  return { ...(await ownersNow(actor, assetUuid, query)), moment: null };
}

/** @throws AppError FORBIDDEN, before anything of a page about ownership is shown */
export async function requireOwnership(actor: Actor, assetUuid: string): Promise<void> {
  await authorize(actor, "ownership:read", assetUuid);
}

async function ownershipThen(actor: Actor, asset: Asset, query: ListQuery): Promise<OwnershipView> {
  const asked = askedMoment(query.filters.at);
  const history = await openHistory(actor, asset);
  const moment = await momentOf(history, asked);
  const { balances, supplySats } = heldAt(await readLedger(history, moment.height), moment.height);
  const { userIds, names } = await todaysOwners(actor, history, balances.keys());
  const parts = partsOf(balances, asset.issuer, { userIds });
  const by = ownersBy(query.filters.by);
  const owners = toHolders(parts, asset.issuer, names);
  const rows = by === "user" ? owners : toHolders(parts, asset.issuer, names, by);
  const page = pageOfHolders(rows, query);
  const amounts = amountsOfHolders(owners);
  return {
    asset: { ticker: asset.ticker, precision: asset.precision },
    by,
    moment,
    figures: addUp(owners, supplySats),
    today: null,
    largest: largestHolders(rows, LARGEST),
    concentration: concentrationOf(amounts),
    lorenz: lorenzOf(amounts),
    blacklisted: null,
    page: { ...page, rows: unknownOf(page.rows) },
  };
}

const amountsOfHolders = (owners: readonly Holder[]): bigint[] =>
  owners.filter(({ kind }) => kind !== "treasury").map(({ amountSats }) => amountSats);

const pageOfHolders = (holders: Holder[], query: ListQuery): ListPage<Holder> =>
  pageOf(holders, query, {
    sorts: { owner: ownershipText.holder, amount: (holder) => holder.amountSats },
    defaultSort: "-amount",
    search: (holder) => [ownershipText.holder(holder), ...holder.gaids.map(({ gaid }) => gaid)],
    filters: { kind: (holder, value) => holder.kind === value },
  });
