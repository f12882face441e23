import { createHash } from "node:crypto";
import { after } from "@/lib/after";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { encodeJson } from "@/lib/json";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import {
  deleteAssetOf,
  deleteAssetOfManager,
  deleteAssetsOfManager,
  selectAssets,
  storeAssets,
  type ToldAssets,
} from "./assets-store";
import { createKeptLately } from "./kept-lately";

type Asking = Pick<Actor, "workspaceId" | "preview">;

const kept = createKeptLately(1_000);
/** The answer is there: it waits no longer for its being kept. */
const WAIT_MS = 100;

/**
 * Has AMP tell all assets of an account, and keeps them for the time when AMP is away. What an issuer who looks as a
 * manager is told, is no workspace's.
 */
export async function keepingAssets<T extends Omit<ToldAssets, "toldAt">>(
  { workspaceId, preview }: Asking,
  ask: () => Promise<T>,
): Promise<T> {
  const toldAt = now();
  const told = await ask();
  if (!preview) await Promise.race([keep(workspaceId, { ...told, toldAt }), after(WAIT_MS)]);
  return told;
}

async function keep(workspaceId: string, { assets, unreadable, toldAt }: ToldAssets): Promise<void> {
  const digest = createHash("sha256").update(encodeJson({ assets, unreadable })).digest("hex");
  const forget = kept.begin(workspaceId, digest, toldAt);
  if (!forget) return;
  try {
    if (!(await storeAssets(workspaceId, { assets, unreadable, toldAt }))) forget();
  } catch (error) {
    forget();
    log.warn("mirror.assets-not-kept", { reason: reasonOf(error) });
  }
}

export interface LastAssets {
  assets: Asset[];
  /** Of the oldest. */
  toldAt: Date;
}

/**
 * All assets as AMP told them this account last; null before the first time, and for whom nothing is kept.
 * @param granted those that are still a manager's, where AMP tells that at least
 */
export async function lastToldAll(
  { workspaceId, preview }: Asking,
  granted: ReadonlySet<string> | null,
): Promise<LastAssets | null> {
  const last = preview ? null : await selectAssets(workspaceId);
  if (!last) return null;
  const told = last.told.filter(({ asset }) => granted === null || granted.has(asset.assetUuid));
  const times = told.map(({ toldAt }) => toldAt.getTime());
  return {
    assets: told.map(({ asset }) => asset),
    toldAt: times.length > 0 ? new Date(Math.min(...times)) : last.listedAt,
  };
}

/** This desk has deleted it. */
export const assetDeleted = ({ workspaceId }: Asking, assetUuid: string): Promise<void> =>
  forgetting(() => deleteAssetOf(workspaceId, assetUuid));

/** This desk has taken it from a manager, or may have: nothing told before is shown to them. */
export const assetRevoked = (
  { environment }: Pick<Actor, "environment">,
  managerId: number,
  assetUuid: string,
): Promise<void> => forgetting(() => deleteAssetOfManager(environment, managerId, assetUuid));

/** This desk has locked a manager, or may have: they are shown nothing that was told before, as AMP would tell them nothing. */
export const managerShut = ({ environment }: Pick<Actor, "environment">, managerId: number): Promise<void> =>
  forgetting(() => deleteAssetsOfManager(environment, managerId));

/** The change is made, whatever comes of this: AMP's next list clears the row as well. */
async function forgetting(work: () => Promise<void>): Promise<void> {
  kept.clear();
  try {
    await work();
  } catch (error) {
    log.warn("mirror.asset-not-forgotten", { reason: reasonOf(error) });
  }
}
