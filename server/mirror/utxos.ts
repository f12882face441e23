import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { UtxoRow } from "@/lib/domain/utxos";
import { lastFinishedAt } from "@/server/treasury/store";
import { type Copy, findCopy, markStale } from "./copies-store";
import { printCursor, readCursor } from "./cursor";
import { ensureFresh, freshnessOf, readAgain } from "./fresh";
import type { CopyKind } from "./refresh";
import { freshUsers } from "./users";
import {
  dropUtxos,
  selectUtxos,
  storeUtxos,
  sumUtxos,
  type UtxoFilter,
  type UtxoSort,
  type UtxoSums,
  utxosOf,
} from "./utxos-store";

/** AMP: GET /assets/{a}/utxos */
export const UTXOS: CopyKind<Utxo> = {
  rows: (amp, assetUuid) => amp.rows("listUtxos", { path: { assetUuid } }),
  store: storeUtxos,
  drop: dropUtxos,
  tables: ["mirror_utxos"],
};

type Asking = Pick<Actor, "workspaceId" | "environment">;

/** Asks AMP now. */
export const refreshUtxos = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  readAgain(utxosOf(workspaceId, assetUuid), UTXOS);

/** After an own change of the blacklist, whatever came of it: the next page waits for a new list. */
export const utxosChanged = ({ workspaceId }: Pick<Actor, "workspaceId">, assetUuid: string): Promise<void> =>
  markStale(workspaceId, "utxos", assetUuid);

/** The unspent outputs with the users who own them, not older than a page may show. */
export async function freshUtxos(actor: Asking, assetUuid: string): Promise<Copy> {
  const { workspaceId } = actor;
  const id = utxosOf(workspaceId, assetUuid);
  const [known, finishedAt] = await Promise.all([findCopy(id), lastFinishedAt(workspaceId, assetUuid)]);
  if (known && finishedAt && finishedAt >= known.startedAt) await utxosChanged(actor, assetUuid);
  const [copy] = await Promise.all([ensureFresh(id, UTXOS), freshUsers(actor)]);
  return copy;
}

const SORTS: readonly string[] = ["amount", "-amount", "owner", "-owner"] satisfies UtxoSort[];

interface UtxosPage extends Omit<UtxoSums, "matching"> {
  page: ListPage<UtxoRow>;
}

/**
 * Unspent outputs of an asset, not older than a page may show; what an operation of the desk has finished since, is in
 * it. Filters: `state` free or blacklisted, `owner` user, account or treasury, `gaid`.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function utxosPage(actor: Asking, assetUuid: string, query: ListQuery): Promise<UtxosPage> {
  const id = utxosOf(actor.workspaceId, assetUuid);
  const sort = (SORTS.includes(query.sort ?? "") ? query.sort : "-amount") as UtxoSort;
  const after = readCursor(query.cursor, [sort.endsWith("amount") ? "bigint" : "string", "string"]);
  const copy = await freshUtxos(actor, assetUuid);
  const filter = filterOf(query);
  const [found, { matching, ...sums }] = await Promise.all([
    selectUtxos(id, filter, {
      sort,
      after: after && { value: after[0], place: after[1] },
      limit: query.limit + 1,
    }),
    sumUtxos(id, filter),
  ]);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1)?.place;
  return {
    page: {
      rows: shown.map(({ row }) => row),
      nextCursor: found.length > shown.length && last ? printCursor([last.value, last.place]) : null,
      total: matching.count,
      freshness: freshnessOf(copy),
    },
    ...sums,
  };
}

const filterOf = ({ q, filters: { state, owner, gaid } }: ListQuery): UtxoFilter => ({
  q,
  kind: owner,
  gaid,
  isBlacklisted: state === undefined ? undefined : state === "blacklisted",
});
