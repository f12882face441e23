import { type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Holder, HolderKind, OwnersBy } from "@/lib/domain/ownership";
import { cutPage } from "./cursor";
import { ownedPage } from "./keyset";
import {
  countHolders,
  type FoundHolder,
  type OwnersFilter,
  type OwnersSource,
  selectGaids,
  selectHolders,
} from "./owners-store";

export interface OwnersQuery extends ListQuery {
  /** A registered user's GAIDs put together, or each by itself. */
  by?: OwnersBy;
  /** Kinds whose name on the screen holds the words that are searched for. */
  namedKinds?: readonly HolderKind[];
}

/**
 * Owners, the treasury among them; `filters.kind` treasury, user or account. With `by` "gaid" each row has one of the
 * owner's GAIDs and what lies in it.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function ownersPage(
  source: OwnersSource,
  query: OwnersQuery,
): Promise<Omit<ListPage<Holder>, "freshness">> {
  const { by = "user", limit } = query;
  const filter = ownersFilter(query);
  const [found, total] = await Promise.all([
    selectHolders(source, filter, { ...ownedPage(query), by }),
    limit > MAX_LIMIT ? null : countHolders(source, filter, by),
  ]);
  const { shown, nextCursor } = cutPage(found, limit);
  return {
    rows: by === "gaid" ? shown.map(withItsGaid) : await withAllGaids(source, shown),
    nextCursor,
    total,
  };
}

const ownersFilter = ({ q, filters, namedKinds }: OwnersQuery): OwnersFilter => ({
  q,
  kind: filters.kind,
  ...(namedKinds && { namedKinds }),
});

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

async function withAllGaids(source: OwnersSource, page: FoundHolder[]): Promise<Holder[]> {
  const gaids = await selectGaids(
    source,
    page.map((found) => found.id),
  );
  return page.map((found) => ({ ...toHolder(found), gaids: gaids.get(found.id) ?? [] }));
}

/** Treasury first when there is one, then the largest holders. */
export async function largestOwners(source: OwnersSource, count: number): Promise<Holder[]> {
  const largest = (filter: OwnersFilter, limit: number) =>
    selectHolders(source, filter, { by: "user", sort: "-amount", after: null, limit });
  const [treasury, all] = await Promise.all([largest({ kind: "treasury" }, 1), largest({}, count + 1)]);
  const others = all.filter(({ kind }) => kind !== "treasury").slice(0, count);
  return withAllGaids(source, [...treasury, ...others]);
}
