import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { isAway } from "@/lib/errors";
import { authorize, grantedAssets } from "@/server/auth/authorize";
import { lastToldAll } from "@/server/mirror/asset-list";
import { now } from "@/server/platform/clock";
import { readableAssets } from "./assets";

export interface ShownAssets {
  assets: Asset[];
  unreadable: string[];
  /** Since when what is shown is so, and why it is no newer; null: AMP has just told it. */
  old: { toldAt: Date; failure: string } | null;
}

/**
 * The assets of a list: while AMP is away, all of them as it told them this account last. Nothing is decided by these.
 * @throws AppError UNAVAILABLE when AMP is away and has never told this account its assets
 */
export async function shownAssets(actor: Actor): Promise<ShownAssets> {
  await authorize(actor, "asset:list");
  try {
    return { ...(await readableAssets(actor)), old: null };
  } catch (error) {
    if (!isAway(error)) throw error;
    const last = await lastToldAll(actor, await knownGrants(actor));
    if (!last) throw error;
    return {
      assets: last.assets,
      unreadable: [],
      old: { toldAt: last.toldAt, failure: error.message },
    };
  }
}

export interface LateAssets {
  assets: Asset[];
  /** False: there may be others. */
  isWhole: boolean;
}

/** The desk notes that AMP tells the same again once a minute at most. */
const LATELY_MS = 120_000;

/**
 * For a search while somebody types: as AMP told them this account within the last minutes, so that not every pause asks
 * for the whole list; otherwise as `shownAssets`. What is a manager's, AMP is asked each time. AMP: GET /managers/me
 */
export async function assetsLately(actor: Actor): Promise<LateAssets> {
  await authorize(actor, "asset:list");
  const granted = await knownGrants(actor);
  const last = granted === null && actor.role !== "issuer" ? null : await lastToldAll(actor, granted);
  const isLate = last !== null && now().getTime() - last.toldAt.getTime() < LATELY_MS;
  const hasAll = granted === null || last?.assets.length === granted.size;
  if (isLate && hasAll) return { assets: last.assets, isWhole: true };
  const { assets, unreadable, old } = await shownAssets(actor);
  return { assets, isWhole: old === null && unreadable.length === 0 };
}

/** AMP may tell what is granted, and nothing of these assets. */
async function knownGrants(actor: Actor): Promise<ReadonlySet<string> | null> {
  if (actor.role === "issuer") return null;
  try {
    return await grantedAssets(actor);
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
}
