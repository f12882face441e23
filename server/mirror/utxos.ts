import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { OutputsOfOwners } from "@/lib/domain/blacklist-impact";
import type { Holder, ListedHolder } from "@/lib/domain/ownership";
import type { UtxoRow } from "@/lib/domain/utxos";
import { lastSendingAt } from "@/server/treasury/known-operations";
import { markChanged } from "./changed";
import type { Copy } from "./copies-store";
import { cutPage } from "./cursor";
import { ensureFreshSince, freshnessWithNames, type Lag, readAgain, toldNow } from "./fresh";
import { ownedPage } from "./keyset";
import type { CopyKind } from "./refresh";
import { freshUsers } from "./users";
import {
  dropUtxos,
  selectTreasuryBut,
  selectUtxos,
  storeUtxos,
  sumBlacklisted,
  sumOwners,
  sumUtxos,
  type UtxoFilter,
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
  markChanged(utxosOf(workspaceId, assetUuid));

/** The unspent outputs, not older than a page may show; what an operation of the desk has sent since, is in it. */
export const freshUtxos = ({ workspaceId }: Asking, assetUuid: string, lag: Lag = {}): Promise<Copy> =>
  ensureFreshSince(utxosOf(workspaceId, assetUuid), UTXOS, lastSendingAt, lag);

interface UtxosPage extends UtxoSums {
  page: ListPage<UtxoRow>;
}

/**
 * Unspent outputs of an asset with the users who own them. Filters: `state` free or blacklisted, `owner` user, account or treasury, `gaid`.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function utxosPage(actor: Asking, assetUuid: string, query: ListQuery): Promise<UtxosPage> {
  const id = utxosOf(actor.workspaceId, assetUuid);
  const wanted = ownedPage(query);
  const [copy, register] = await Promise.all([freshUtxos(actor, assetUuid), freshUsers(actor)]);
  const filter = filterOf(query);
  const [found, sums] = await Promise.all([selectUtxos(id, filter, wanted), sumUtxos(id, filter)]);
  const { shown, nextCursor } = cutPage(found, query.limit);
  return {
    page: {
      rows: shown.map(({ row }) => row),
      nextCursor,
      total: sums.matching.count,
      freshness: freshnessWithNames(copy, register),
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

/** What the outputs of some owners, and of everybody, add up to. @param keys as `ownerKey` has them */
export async function outputsOfOwners(
  actor: Asking,
  assetUuid: string,
  keys: readonly string[],
): Promise<OutputsOfOwners> {
  await freshUtxos(actor, assetUuid);
  const id = utxosOf(actor.workspaceId, assetUuid);
  const [owners, { all, blacklisted }] = await Promise.all([sumOwners(id, keys), sumUtxos(id, {})]);
  return { owners, supplySats: all.amountSats, blacklistedSats: blacklisted.amountSats };
}

/** The owners with what the copy has as blacklisted of theirs: 0 is none of it. */
export async function withBlacklisted(
  workspaceId: string,
  assetUuid: string,
  holders: readonly Holder[],
): Promise<ListedHolder[]> {
  // Each once, in how many rows ever AMP tells of a GAID.
  const partsOf = ({ id, gaids }: Holder) => [...new Set([id, ...gaids.map(({ gaid }) => gaid)])];
  const sums = await sumBlacklisted(utxosOf(workspaceId, assetUuid), holders.flatMap(partsOf));
  return holders.map((holder) => ({
    ...holder,
    blacklistedSats: partsOf(holder).reduce((sum, part) => sum + (sums.get(part) ?? 0n), 0n),
  }));
}

/**
 * The treasury's outputs that a wallet does not hold, the largest first. @param held "txid:vout" of those it does
 * @throws AppError UNAVAILABLE while AMP is away: what it told last cannot be held against the wallet of now
 */
export async function treasuryOutside(
  actor: Asking,
  assetUuid: string,
  held: readonly string[],
  most: number,
): ReturnType<typeof selectTreasuryBut> {
  toldNow(await freshUtxos(actor, assetUuid, { mayLag: false }));
  return selectTreasuryBut(utxosOf(actor.workspaceId, assetUuid), held, most);
}
