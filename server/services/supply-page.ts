import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { addUp, toHolders } from "@/lib/domain/ownership";
import { supplyOf } from "@/lib/domain/supply";
import { type SupplyPageData, toSupplyFigures } from "@/lib/domain/supply-state";
import type { OperationRow } from "@/lib/domain/treasury";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { getAsset, getSummary, requireUuid } from "./assets";
import { pageOfOperations } from "./operations";

/**
 * The supply as it is now and what this desk did to it.
 * AMP: GET /assets/{a}, …/summary, …/ownerships, …/balance
 */
export async function readSupplyPage(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<SupplyPageData> {
  requireUuid(assetUuid);
  await authorize(actor, "supply:run", assetUuid);
  const amp = await ampAs(actor);
  const [asset, summary, parts, balance, history, open] = await Promise.all([
    getAsset(actor, assetUuid),
    getSummary(actor, assetUuid),
    amp.call("listOwnerships", { path: { assetUuid } }),
    amp.call("getBalance", { path: { assetUuid } }),
    listSupplyOperations(actor, assetUuid, query),
    pageOfOperations(actor.workspaceId, { limit: 1, filters: { state: "open" } }, { assetUuid }),
  ]);
  const supplySats = supplyOf(summary);
  return {
    asset,
    figures: toSupplyFigures({
      summary,
      owned: addUp(toHolders(parts, asset.issuer, new Map()), supplySats),
      lostOutputs: balance.lostOutputs.length + balance.reissuanceLostOutputs.length,
    }),
    isReissuable: asset.reissuanceTokenId !== null && summary.reissuanceTokens > 0n,
    open: open.rows[0] ?? null,
    history,
  };
}

/** Reissuances, burns and updates of blinders of an asset that this desk ran, open ones first. */
export async function listSupplyOperations(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<OperationRow>> {
  requireUuid(assetUuid);
  await authorize(actor, "supply:run", assetUuid);
  return pageOfOperations(actor.workspaceId, query, { assetUuid, kinds: ["reissuance", "burn", "blinders"] });
}
