import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { SUPPLY_OPERATIONS } from "@/lib/domain/intent";
import { supplyOf } from "@/lib/domain/supply";
import { type SupplyPageData, toSupplyFigures } from "@/lib/domain/supply-state";
import type { OperationRow } from "@/lib/domain/treasury";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { getAsset, getSummary, requireUuid } from "./assets";
import { pageOfOperations } from "./operations";
import { ownedNow } from "./ownership-now";

/**
 * The supply as it is now and what this desk did to it.
 * AMP: GET /assets/{a}, …/summary, …/lost-outputs; for the copy of owners …/ownerships
 */
export async function readSupplyPage(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<SupplyPageData> {
  requireUuid(assetUuid);
  await authorize(actor, "supply:run", assetUuid);
  const amp = await ampAs(actor);
  const answers = Promise.all([
    getSummary(actor, assetUuid),
    amp.call("listLostOutputs", { path: { assetUuid } }),
  ]);
  const known = answers.then(([summary, lost]) => {
    const lostOutputs = lost.lostOutputs.length + lost.reissuanceLostOutputs.length;
    return { summary, lostOutputs, supplySats: supplyOf(summary), isAnyLost: lostOutputs > 0 };
  });
  const [{ summary, lostOutputs }, { figures: owned, freshness }, asset, history, open] = await Promise.all([
    known,
    ownedNow(actor, assetUuid, known),
    getAsset(actor, assetUuid),
    listSupplyOperations(actor, assetUuid, query),
    pageOfOperations(actor.workspaceId, { limit: 1, filters: { state: "open" } }, { assetUuid }),
  ]);
  return {
    asset,
    figures: toSupplyFigures({ summary, owned, lostOutputs }),
    freshness,
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
  return pageOfOperations(actor.workspaceId, query, { assetUuid, kinds: SUPPLY_OPERATIONS });
}
