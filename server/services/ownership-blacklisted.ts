import type { Freshness, ListPage } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type BlacklistedBasis,
  blacklistedBasis,
  type Holder,
  type ListedHolder,
} from "@/lib/domain/ownership";
import { AppError } from "@/lib/errors";
import { authorize } from "@/server/auth/authorize";
import { freshnessOf } from "@/server/mirror/fresh";
import { freshUtxos, withBlacklisted } from "@/server/mirror/utxos";

/**
 * The copy of the unspent outputs, for the owners' blacklisted amounts. AMP: for the copy GET /assets/{a}/utxos
 * @returns null when there is none that may be shown: the owners stand without it
 */
export async function readOutputs(actor: Actor, assetUuid: string): Promise<Freshness | null> {
  await authorize(actor, "utxo:read", assetUuid);
  try {
    return freshnessOf(await freshUtxos(actor, assetUuid));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "UNAUTHENTICATED") throw error;
    return null;
  }
}

/**
 * A page of owners with what is blacklisted of each, and what that stands on.
 * @param outputs null when they could not be read: then nothing is said of anybody
 */
export async function tellBlacklisted(
  actor: Actor,
  assetUuid: string,
  page: ListPage<Holder>,
  outputs: Freshness | null,
): Promise<{ page: ListPage<ListedHolder>; blacklisted: BlacklistedBasis }> {
  await authorize(actor, "utxo:read", assetUuid);
  const rows = outputs
    ? await withBlacklisted(actor.workspaceId, assetUuid, page.rows)
    : unknownOf(page.rows);
  return { page: { ...page, rows }, blacklisted: blacklistedBasis(page.freshness, outputs) };
}

/** Of owners whose blacklisted amounts nobody knows. */
export const unknownOf = (holders: readonly Holder[]): ListedHolder[] =>
  holders.map((holder) => ({ ...holder, blacklistedSats: null }));
