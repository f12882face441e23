import { cache } from "react";
import type { Actor } from "@/lib/domain/actor";
import { may } from "@/lib/policy";
import { ampAs } from "@/server/auth/amp-session";
import { now } from "@/server/platform/clock";
import { getAsset, getSummary } from "./assets";
import { allCategories } from "./categories";
import { readIssuance } from "./lifecycle";

/** Everything the summary page of an asset shows; read once per request, though title and page both ask. */
export const readAssetPage = cache(async (actor: Actor, assetUuid: string) => {
  const asset = await getAsset(actor, assetUuid);
  const [summary, issuance, categories, own] = await Promise.all([
    getSummary(actor, assetUuid),
    may(actor.role, "asset:authorize") ? readIssuance(actor, assetUuid) : null,
    asset.transferRestricted ? allCategories(actor) : [],
    may(actor.role, "asset:settings") ? readOwn(actor, assetUuid) : { memo: "", hasTreasury: false },
  ]);
  return { asset, summary, issuance, categories, ...own, asOf: now() };
});

/** What AMP tells the issuer alone. AMP: GET /assets/{a}/memo, …/treasury-addresses */
async function readOwn(actor: Actor, assetUuid: string): Promise<{ memo: string; hasTreasury: boolean }> {
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const [memo, addresses] = await Promise.all([
    amp.call("getMemo", { path }),
    amp.call("listTreasuryAddresses", { path }),
  ]);
  return { memo, hasTreasury: addresses.length > 0 };
}
