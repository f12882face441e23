import { after } from "@/lib/after";
import type { Actor } from "@/lib/domain/actor";
import { requiredOf } from "@/lib/domain/eligibility";
import { authorize } from "@/server/auth/authorize";
import { type Ready, readySum } from "@/server/mirror/open-assignments";
import { atATime } from "@/server/platform/at-a-time";
import { unhurried } from "@/server/platform/request-context";
import { type AssetFigures, heldFigures } from "./asset-figures";
import type { Asset } from "./assets";

export type { Ready };

/** A page waits so long; a copy that comes later is there at the next look. */
const BUDGET_MS = 2_000;
/** Looked into for one page, which names a few. */
const MOST = 8;

/**
 * What a distribution of each of the first assets would send now: what is held back, vests later or has no
 * wallet or category to go to is left out, and so is an asset of which AMP does not tell in time. Out of the desk's copies.
 * AMP: for the copies GET /assets/{a}/assignments, GET /registered_users/
 */
export async function readyOf(
  actor: Actor,
  assets: Asset[],
  budgetMs = BUDGET_MS,
): Promise<Map<string, Ready>> {
  const ready = new Map<string, Ready>();
  const look = async (asset: Asset) => {
    const found = await readyOne(actor, asset).catch(() => null);
    if (found !== null) ready.set(asset.assetUuid, found);
  };
  const looks = unhurried(() => atATime(assets.slice(0, MOST), look));
  await Promise.race([looks, after(budgetMs)]);
  return new Map(ready);
}

/**
 * The same of those of which something is assigned, while their figures are read anew: by the figures of the look before.
 * What these do not tell of is looked into afterwards, for a list may be long of an asset of which nothing waits.
 */
export async function readyBeside(
  actor: Actor,
  assets: Asset[],
  reading: Promise<ReadonlyMap<string, AssetFigures>>,
): Promise<Map<string, Ready>> {
  const before = assignedAmong(assets, heldFigures(actor, assets));
  const [known, figures] = await Promise.all([readyOf(actor, before), reading]);
  const now = assignedAmong(assets, figures);
  const others = now.filter((asset) => !before.includes(asset)).slice(0, Math.max(0, MOST - before.length));
  const found = new Map([...known, ...(others.length > 0 ? await readyOf(actor, others) : [])]);
  const isAssigned = new Set(now.map(({ assetUuid }) => assetUuid));
  return new Map([...found].filter(([assetUuid]) => isAssigned.has(assetUuid)));
}

const assignedAmong = (assets: Asset[], figures: ReadonlyMap<string, AssetFigures>): Asset[] =>
  assets.filter(({ assetUuid }) => (figures.get(assetUuid)?.summary?.assigned ?? 0n) > 0n);

async function readyOne(actor: Actor, asset: Asset): Promise<Ready> {
  await authorize(actor, "distribution:run", asset.assetUuid);
  return readySum(actor, asset.assetUuid, requiredOf(asset));
}
