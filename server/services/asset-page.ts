import { cache } from "react";
import type { Actor } from "@/lib/domain/actor";
import { may } from "@/lib/policy";
import { getAsset, getSummary } from "./assets";
import { allCategories } from "./categories";
import { readIssuance } from "./lifecycle";

/** Everything the summary page of an asset shows; read once per request, though title and page both ask. */
export const readAssetPage = cache(async (actor: Actor, assetUuid: string) => {
  const asset = await getAsset(actor, assetUuid);
  const [summary, issuance, categories] = await Promise.all([
    getSummary(actor, assetUuid),
    may(actor.role, "asset:authorize") ? readIssuance(actor, assetUuid) : null,
    asset.transferRestricted ? allCategories(actor) : [],
  ]);
  return { asset, summary, issuance, categories };
});
