import { cache } from "react";
import { oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type Issuance, STEP_ACTIONS, type StepFacts, stepFacts } from "@/lib/domain/asset-steps";
import { may } from "@/lib/policy";
import { lastAboutAsset } from "@/server/audit/store";
import { ampAs } from "@/server/auth/amp-session";
import { now } from "@/server/platform/clock";
import { type Asset, getAsset, getSummary } from "./assets";
import { knownCategories } from "./categories";
import { readIssuance } from "./lifecycle";

/** Everything the summary page of an asset shows; read once per request, though title and page both ask. */
export const readAssetPage = cache(async (actor: Actor, assetUuid: string) => {
  const asset = await getAsset(actor, assetUuid);
  const [summary, issuance, copied, own] = await Promise.all([
    getSummary(actor, assetUuid),
    may(actor.role, "asset:authorize") ? readIssuance(actor, assetUuid) : null,
    asset.transferRestricted ? knownCategories(actor) : null,
    may(actor.role, "asset:settings") ? readOwn(actor, assetUuid) : { memo: "", hasTreasury: false },
  ]);
  const facts = issuance && (await readStepFacts(actor, asset, issuance));
  const freshness = oldestOf([{ asOf: now(), source: "amp" }, ...(copied ? [copied.freshness] : [])]);
  return { asset, summary, issuance, facts, categories: copied?.categories ?? [], ...own, freshness };
});

/** Where the registries of both networks answer with an asset's entry; the sandbox's stands on no address for people. */
const REGISTRIES: Partial<Record<Actor["environment"], string>> = {
  live: "https://assets.blockstream.info",
  testnet: "https://assets-testnet.blockstream.info",
};

/** Out of the audit log and what AMP was asked for anyway. */
async function readStepFacts(actor: Actor, asset: Asset, issuance: Issuance): Promise<StepFacts> {
  const all = await lastAboutAsset(actor.workspaceId, asset.assetUuid, Object.values(STEP_ACTIONS));
  // A category that was let go again explains nothing.
  const isStanding = ({ action, detail }: (typeof all)[number]) =>
    action !== STEP_ACTIONS.categories || asset.requirements.includes(Number(detail.category));
  const newest = all.filter(isStanding).sort((one, other) => Number(other.id - one.id));
  const entries = Object.fromEntries(
    Object.entries(STEP_ACTIONS).flatMap(([step, action]) => {
      const entry = newest.find((candidate) => candidate.action === action);
      return entry ? [[step, entry]] : [];
    }),
  );
  const host = REGISTRIES[actor.environment];
  return stepFacts({ asset, issuance, entries, registryUrl: host ? `${host}/${asset.assetId}` : null });
}

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
