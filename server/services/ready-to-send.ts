import { after } from "@/lib/after";
import type { Actor } from "@/lib/domain/actor";
import { authorize } from "@/server/auth/authorize";
import { readySum } from "@/server/mirror/open-assignments";
import { atATime } from "@/server/platform/at-a-time";
import { unhurried } from "@/server/platform/request-context";
import type { Asset } from "./assets";

/** A page waits so long; a copy that comes later is there at the next look. */
const BUDGET_MS = 2_000;
/** Looked into for one page, which names a few. */
const MOST = 8;

/**
 * What a distribution of each of the first assets would send now, in sats: what is held back, vests later or has no
 * wallet or category to go to is left out, and so is an asset of which AMP does not tell in time. Out of the desk's copies.
 * AMP: for the copies GET /assets/{a}/assignments, GET /registered_users/
 */
export async function readyOf(
  actor: Actor,
  assets: Asset[],
  budgetMs = BUDGET_MS,
): Promise<Map<string, bigint>> {
  const ready = new Map<string, bigint>();
  const look = async (asset: Asset) => {
    const sats = await readyOne(actor, asset).catch(() => null);
    if (sats !== null) ready.set(asset.assetUuid, sats);
  };
  const looks = unhurried(() => atATime(assets.slice(0, MOST), look));
  await Promise.race([looks, after(budgetMs)]);
  return new Map(ready);
}

async function readyOne(
  actor: Actor,
  { assetUuid, transferRestricted, requirements }: Asset,
): Promise<bigint> {
  await authorize(actor, "distribution:run", assetUuid);
  return readySum(actor, assetUuid, transferRestricted ? requirements : []);
}
