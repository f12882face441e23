import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type AmpDistributionHead, headOf } from "@/lib/domain/amp-distribution";
import type { AmpClient } from "@/server/amp/client";
import { lastDistributingAt } from "@/server/treasury/known-operations";
import type { Copy } from "./copies-store";
import { cutPage, readCursor } from "./cursor";
import {
  countDistributions,
  type DistributionSort,
  distributionsOf,
  dropDistributions,
  SORTS,
  selectDistributions,
  storeDistributions,
} from "./distributions-store";
import { ensureFreshSince, freshnessOf, readAgain } from "./fresh";
import { sortAmong } from "./keyset";
import type { CopyKind } from "./refresh";

/**
 * Each names everybody it paid, together perhaps hundreds of thousands: what a row says of them is kept, and how long AMP's
 * list is goes by them. AMP: GET /assets/{a}/distributions
 */
export const DISTRIBUTIONS: CopyKind<AmpDistributionHead> = {
  rows: readHeads,
  weigh: ({ recipients }) => Math.max(1, recipients),
  store: storeDistributions,
  drop: dropDistributions,
  tables: ["mirror_distributions"],
};

async function* readHeads(amp: AmpClient, assetUuid: string): AsyncGenerator<AmpDistributionHead[]> {
  for await (const portion of amp.rows("listDistributions", { path: { assetUuid } }))
    yield portion.map(headOf);
}

type Asking = Pick<Actor, "workspaceId" | "environment">;

/** Asks AMP now. */
export const refreshDistributions = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  readAgain(distributionsOf(workspaceId, assetUuid), DISTRIBUTIONS);

/** Not older than a page may show; what a distribution of the desk has done since, is in it. */
const freshDistributions = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  ensureFreshSince(distributionsOf(workspaceId, assetUuid), DISTRIBUTIONS, lastDistributingAt);

/**
 * What AMP has booked of an asset, the newest first unless told otherwise. Sorts: `confirmed`, `recipients`, `amount`.
 * Filters: `status`, and `run` here or elsewhere.
 * @param ownUuids those that this desk has run
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function distributionsPage(
  actor: Asking,
  assetUuid: string,
  { q, sort = "", filters, cursor, limit }: ListQuery,
  ownUuids: readonly string[],
): Promise<ListPage<AmpDistributionHead>> {
  const id = distributionsOf(actor.workspaceId, assetUuid);
  const after = readCursor(cursor, ["bigint", "string"]);
  const copy = await freshDistributions(actor, assetUuid);
  const order = sortAmong<DistributionSort>(SORTS, sort, { sort: "confirmed", isDown: true });
  const among = filters.run && { uuids: ownUuids, isIn: filters.run === "here" };
  const filter = { q, status: filters.status, ...(among && { among }) };
  const [found, total] = await Promise.all([
    selectDistributions(id, filter, { ...order, after, limit: limit + 1 }),
    countDistributions(id, filter),
  ]);
  const { shown, nextCursor } = cutPage(found, limit);
  return { rows: shown.map(({ head }) => head), nextCursor, total, freshness: freshnessOf(copy) };
}
