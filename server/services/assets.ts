import { randomUUID } from "node:crypto";
import { cache } from "react";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { AppError, isAway } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { isUuid } from "@/lib/uuid";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize, grantedAssets } from "@/server/auth/authorize";
import { keepingAssets } from "@/server/mirror/asset-list";
import { keepAsset, lastTold } from "@/server/mirror/assets";
import { holdIn } from "@/server/platform/bounded";
import { now } from "@/server/platform/clock";

export type { Asset };

interface Reading {
  assets: Asset[];
  /** Granted assets for which AMP has no answer now; a page that shows the others names them. */
  unreadable: string[];
  /** Why, of the first one. */
  problem: AppError | null;
}

// Of one request, while it is under way: what is asked for later may have changed.
const reading = new WeakMap<Actor, Promise<Reading>>();

/**
 * Every asset the person may see; those who ask side by side share one answer. AMP: GET /assets/ for issuers; for
 * managers, whom AMP refuses that list, GET /assets/{a} for each granted one.
 * @throws AppError when one of them cannot be read: for what is counted, compared or written to a file
 */
export async function allAssets(actor: Actor): Promise<Asset[]> {
  const { assets, problem } = await readAssets(actor);
  if (problem) throw problem;
  return assets;
}

/**
 * The same for pages, which one asset that AMP cannot tell must not take away.
 * @throws AppError when none can be read
 */
export async function readableAssets(actor: Actor): Promise<Pick<Reading, "assets" | "unreadable">> {
  const { assets, unreadable, problem } = await readAssets(actor);
  if (problem && assets.length === 0) throw problem;
  return { assets, unreadable };
}

async function readAssets(actor: Actor): Promise<Reading> {
  await authorize(actor, "asset:list");
  const assets = reading.get(actor) ?? askAndKeep(actor).finally(() => reading.delete(actor));
  reading.set(actor, assets);
  return assets;
}

const askAndKeep = (actor: Actor) => keepingAssets(actor, () => askForAssets(actor));

async function askForAssets(actor: Actor): Promise<Reading> {
  const amp = await ampAs(actor);
  if (actor.role === "issuer") {
    return { assets: await amp.call("listAssets"), unreadable: [], problem: null };
  }
  const granted = [...(await grantedAssets(actor))];
  const answers = await Promise.all(
    granted.map((assetUuid) => amp.call("getAsset", { path: { assetUuid } }).catch(unlessAway)),
  );
  return {
    assets: answers.filter((answer): answer is Asset => answer !== null && !(answer instanceof AppError)),
    unreadable: granted.filter((_, at) => answers[at] instanceof AppError),
    problem: answers.find((answer) => answer instanceof AppError) ?? null,
  };
}

/** An asset that was deleted may still be among the granted ones: it is none any more. */
function unlessAway(error: unknown): AppError | null {
  if (!(error instanceof AppError) || error.code === "UNAUTHENTICATED") throw error;
  return error.code === "NOT_FOUND" ? null : error;
}

/** AMP: GET /assets/{a}, once per request however many parts of a page ask. */
export const getAsset = cache(async (actor: Actor, assetUuid: string): Promise<Asset> => {
  requireUuid(assetUuid);
  await authorize(actor, "asset:read", assetUuid);
  const toldAt = now();
  const asset = await (await ampAs(actor)).call("getAsset", { path: { assetUuid } });
  await keepAsset(actor, { asset, toldAt });
  return asset;
});

/** What of an asset never changes: what it is called on the chain, and in what its amounts are counted. */
export type AssetUnit = Pick<Asset, "assetId" | "ticker" | "precision">;

const units = new Map<string, AssetUnit>();
const MAX_UNITS = 10_000;

/** For lists that AMP itself refuses to whom it shows the asset no more. AMP: GET /assets/{a}, asked once */
export async function assetUnit(actor: Actor, assetUuid: string): Promise<AssetUnit> {
  await authorize(actor, "asset:read", assetUuid);
  const key = `${actor.workspaceId} ${assetUuid}`;
  const known = units.get(key);
  if (known) return known;
  const { assetId, ticker, precision } = await getAsset(actor, assetUuid);
  const unit = { assetId, ticker, precision };
  holdIn(units, MAX_UNITS, key, unit);
  return unit;
}

export interface ShownAsset {
  asset: Asset;
  /** Since when what is shown is so, and why it is no newer; null: AMP has just told it. */
  old: { toldAt: Date; failure: string } | null;
}

/**
 * The same for pages of an asset that show what the desk has copied: as AMP told it last, while AMP is away. Nothing is
 * decided by it.
 * @throws AppError UNAVAILABLE when AMP is away and has never told this issuer of it
 */
export async function shownAsset(actor: Actor, assetUuid: string): Promise<ShownAsset> {
  try {
    return { asset: await getAsset(actor, assetUuid), old: null };
  } catch (error) {
    const last = isAway(error) ? await lastTold(actor, assetUuid) : null;
    if (!isAway(error) || !last) throw error;
    return { asset: last.asset, old: { toldAt: last.toldAt, failure: error.message } };
  }
}

/** What is no uuid is not asked of AMP. @throws AppError NOT_FOUND */
export function requireUuid(text: string): void {
  if (!isUuid(text)) throw new AppError("NOT_FOUND", errorsText.noAsset);
}

/** AMP: GET /assets/{a}/summary */
export async function getSummary(actor: Actor, assetUuid: string) {
  await authorize(actor, "asset:read", assetUuid);
  return (await ampAs(actor)).call("getSummary", { path: { assetUuid } });
}

/** AMP: PUT /assets/{a}/lock and /unlock */
export async function setAssetLock(
  actor: Actor,
  input: { assetUuid: string; isLocked: boolean },
): Promise<Asset> {
  await authorize(actor, "asset:lock", input.assetUuid);
  const amp = await ampAs(actor);
  const action = input.isLocked ? "asset.locked" : "asset.unlocked";
  return audited(actor, { action, assetUuid: input.assetUuid }, () =>
    amp.call(input.isLocked ? "lockAsset" : "unlockAsset", { path: { assetUuid: input.assetUuid } }),
  );
}

/** An id for a form: whatever is submitted with it is carried out once. */
export const newIntentId = (): string => randomUUID();
