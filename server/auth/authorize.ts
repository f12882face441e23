import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { previewText } from "@/lib/messages/preview";
import { type Permission, reachOf } from "@/lib/policy";
import { ampAs } from "./amp-session";

// Actors are made once per request, so a manager's grants are asked for once per request and never outlive it.
const grants = new WeakMap<Actor, Promise<ReadonlySet<string>>>();

/** The asset uuids the issuer granted to this manager. AMP: GET /managers/me */
export function grantedAssets(actor: Actor): Promise<ReadonlySet<string>> {
  let granted = grants.get(actor);
  if (!granted) {
    granted = ampAs(actor)
      .then((amp) => amp.call("getOwnManager"))
      .then((manager) => new Set(manager.assets));
    grants.set(actor, granted);
  }
  return granted;
}

/** The desk's own records of a manager's workspace, which an issuer's session does not open. */
const NOT_PREVIEWED: readonly Permission[] = [
  "audit:read",
  "settings:read",
  "view:own",
  "notification:write",
];

/** What this desk keeps for its workspace alone: in a preview that is the issuer's, and the manager has records of their own. */
export function requireOwnRecords(actor: Actor): void {
  if (actor.preview) throw new AppError("FORBIDDEN", previewText.notShown);
}

/**
 * Stops what the role may not do before AMP is asked.
 * @throws AppError FORBIDDEN for the role, NOT_FOUND for an asset that was not granted
 */
export async function authorize(actor: Actor, permission: Permission, assetUuid?: string): Promise<void> {
  if (NOT_PREVIEWED.includes(permission)) requireOwnRecords(actor);
  const reach = reachOf(actor.role, permission);
  if (reach === "all") return;
  if (reach === "none") {
    throw new AppError("FORBIDDEN", errorsText.issuerOnly);
  }
  if (assetUuid === undefined || !(await grantedAssets(actor)).has(assetUuid)) {
    throw new AppError("NOT_FOUND", errorsText.noAsset);
  }
}
