import type { Actor } from "@/lib/domain/actor";
import { encodeJson } from "@/lib/json";
import { holdIn } from "@/server/platform/bounded";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { selectAsset, storeAsset, type ToldAsset } from "./assets-store";

type Asking = Pick<Actor, "workspaceId" | "role">;

/** Pages ask for an asset all the time: one that was just kept, and has not changed since, is not written again. */
const KEPT_MS = 60_000;
const MAX_HELD = 5_000;
const kept = new Map<string, { at: number; text: string }>();

/**
 * Keeps what AMP told an issuer of an asset, for the time when AMP is away. A manager's grants are AMP's to tell, and
 * without them nothing may be shown.
 */
export async function keepAsset({ workspaceId, role }: Asking, told: ToldAsset): Promise<void> {
  if (role !== "issuer") return;
  const key = `${workspaceId} ${told.asset.assetUuid}`;
  const [at, text] = [told.toldAt.getTime(), encodeJson(told.asset)];
  const before = kept.get(key);
  if (before?.text === text && at - before.at < KEPT_MS) return;
  holdIn(kept, MAX_HELD, key, { at, text });
  try {
    await storeAsset(workspaceId, told);
  } catch (error) {
    log.warn("mirror.asset-not-kept", { reason: reasonOf(error) });
  }
}

/** Null for whom none may be shown, and before the first. */
export async function lastTold({ workspaceId, role }: Asking, assetUuid: string): Promise<ToldAsset | null> {
  return role === "issuer" ? selectAsset(workspaceId, assetUuid) : null;
}
