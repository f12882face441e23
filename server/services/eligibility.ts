import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type EligibilityView, failingAssetRules, requiredOf } from "@/lib/domain/eligibility";
import { authorize } from "@/server/auth/authorize";
import { eligibilityPage } from "@/server/mirror/eligibility";
import { getAsset, requireUuid } from "./assets";
import { allCategories } from "./categories";

/**
 * Every rule that keeps a registered user from receiving an asset, for a page of them, and counted over the register.
 * From the desk's copies. AMP: GET /assets/{a}, /registered_users/, /categories, /assets/{a}/utxos
 */
export async function readEligibility(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<EligibilityView> {
  requireUuid(assetUuid);
  await authorize(actor, "user:read");
  await authorize(actor, "utxo:read", assetUuid);
  const [asset, categories] = await Promise.all([getAsset(actor, assetUuid), allCategories(actor)]);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const found = await eligibilityPage(actor, assetUuid, asset, query);
  return {
    assetName: asset.name,
    isRestricted: asset.transferRestricted,
    hasEndpoint: asset.issuerAuthorizationEndpoint !== null,
    failing: failingAssetRules(asset),
    required: requiredOf(asset).map((id) => ({ id, name: names.get(id) ?? String(id) })),
    ...found,
  };
}
