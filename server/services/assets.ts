import { randomUUID } from "node:crypto";
import { cache } from "react";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize, grantedAssets } from "@/server/auth/authorize";

export type { Asset };

// Of one request, while it is under way: what is asked for later may have changed.
const reading = new WeakMap<Actor, Promise<Asset[]>>();

/**
 * Every asset the person may see; those who ask side by side share one answer. AMP: GET /assets/ for issuers; for
 * managers, whom AMP refuses that list, GET /assets/{a} for each granted one.
 */
export async function allAssets(actor: Actor): Promise<Asset[]> {
  await authorize(actor, "asset:list");
  const assets = reading.get(actor) ?? readAssets(actor).finally(() => reading.delete(actor));
  reading.set(actor, assets);
  return assets;
}

async function readAssets(actor: Actor): Promise<Asset[]> {
  const amp = await ampAs(actor);
  if (actor.role === "issuer") return amp.call("listAssets");
  const granted = [...(await grantedAssets(actor))];
  return Promise.all(granted.map((assetUuid) => amp.call("getAsset", { path: { assetUuid } })));
}

/** AMP: GET /assets/{a}, once per request however many parts of a page ask. */
export const getAsset = cache(async (actor: Actor, assetUuid: string): Promise<Asset> => {
  requireUuid(assetUuid);
  await authorize(actor, "asset:read", assetUuid);
  return (await ampAs(actor)).call("getAsset", { path: { assetUuid } });
});

/** What is no uuid is not asked of AMP. @throws AppError NOT_FOUND */
export function requireUuid(text: string): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    throw new AppError("NOT_FOUND", errorsText.noAsset);
  }
}

/** AMP: GET /assets/{a}/summary */
export async function getSummary(actor: Actor, assetUuid: string) {
  await authorize(actor, "asset:read", assetUuid);
  return (await ampAs(actor)).call("getSummary", { path: { assetUuid } });
}

/** AMP: GET /assets/{a}/register-authorized, which changes state: never repeated. */
export async function authorizeAsset(actor: Actor, input: { assetUuid: string }): Promise<Asset> {
  await authorize(actor, "asset:authorize", input.assetUuid);
  const amp = await ampAs(actor);
  return audited(actor, { action: "asset.authorized", assetUuid: input.assetUuid }, () =>
    amp.call("authorizeAsset", { path: { assetUuid: input.assetUuid } }),
  );
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
