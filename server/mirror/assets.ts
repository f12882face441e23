import type { Actor } from "@/lib/domain/actor";
import { encodeJson } from "@/lib/json";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { selectAsset, storeAsset, type ToldAsset } from "./assets-store";
import { createKeptLately } from "./kept-lately";

type Asking = Pick<Actor, "workspaceId" | "role">;

const kept = createKeptLately(5_000);

/**
 * Keeps what AMP told an issuer of an asset, for the time when AMP is away. A manager's grants are AMP's to tell, and
 * without them nothing may be shown.
 */
export async function keepAsset({ workspaceId, role }: Asking, told: ToldAsset): Promise<void> {
  if (role !== "issuer") return;
  const key = `${workspaceId} ${told.asset.assetUuid}`;
  const forget = kept.begin(key, encodeJson(told.asset), told.toldAt);
  if (!forget) return;
  try {
    await storeAsset(workspaceId, told);
  } catch (error) {
    forget();
    log.warn("mirror.asset-not-kept", { reason: reasonOf(error) });
  }
}

/** Null for whom none may be shown, and before the first. */
export async function lastTold({ workspaceId, role }: Asking, assetUuid: string): Promise<ToldAsset | null> {
  return role === "issuer" ? selectAsset(workspaceId, assetUuid) : null;
}
