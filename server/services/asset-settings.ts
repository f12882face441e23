import type { Actor } from "@/lib/domain/actor";
import { type AssetSettings, endpointProblem, type LockImpact } from "@/lib/domain/asset-settings";
import { AppError, fieldError, isAway, isUnclear } from "@/lib/errors";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { overtakenText } from "@/lib/messages/overtaken";
import { may } from "@/lib/policy";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { assetDeleted } from "@/server/mirror/asset-list";
import { waitingSums } from "@/server/mirror/open-assignments";
import { deskEnv } from "@/server/platform/env";
import { listOperations } from "@/server/treasury/store";
import { issuanceToWaitFor } from "./asset-registry";
import { type Asset, getAsset, newIntentId, requireUuid } from "./assets";
import { openPortions } from "./assignments";

/** More open operations than one asset ever has. */
const OPEN = 20;

/** AMP: GET /assets/{a}, /assets/{a}/memo, /assets/{a}/treasury-addresses */
export async function readAssetSettings(actor: Actor, assetUuid: string): Promise<AssetSettings> {
  requireUuid(assetUuid);
  await authorize(actor, "asset:settings", assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const asset = getAsset(actor, assetUuid);
  const [seen, issuance, memo, treasuryAddresses] = await Promise.all([
    asset,
    asset.then((seen) => issuanceToWaitFor(actor, seen).catch(notKnown)),
    amp.call("getMemo", { path }),
    amp.call("listTreasuryAddresses", { path }),
  ]);
  const { environment, role } = actor;
  return {
    asset: seen,
    issuance,
    memo,
    treasuryAddresses,
    environment,
    canPublish:
      environment === "sandbox" &&
      may(role, "sandbox:use") &&
      deskEnv().SANDBOX_CONTROL_URL !== undefined &&
      deskEnv().AMP_SANDBOX_SITES_URL !== undefined,
    intentId: newIntentId(),
  };
}

/** AMP and the registry decide alone then; the other settings stay to be seen. */
function notKnown(error: unknown): null {
  if (!isAway(error)) throw error;
  return null;
}

/** Whom it concerns to lock or delete an asset. AMP: GET /assets/{a}/summary; for the copy /assets/{a}/assignments */
export async function readLockImpact(actor: Actor, assetUuid: string): Promise<LockImpact> {
  requireUuid(assetUuid);
  await authorize(actor, "asset:lock", assetUuid);
  const amp = await ampAs(actor);
  const [summary, waiting, operations] = await Promise.all([
    amp.call("getSummary", { path: { assetUuid } }),
    waitingSums(actor, assetUuid),
    openOperations(actor, assetUuid),
  ]);
  return {
    holders: summary.activeGreenSubaccounts,
    openAssignments: waiting.count,
    openAssignmentSats: waiting.sats,
    pendingDistributions: waiting.distributions,
    openOperations: operations.length,
  };
}

const openOperations = ({ workspaceId }: Actor, assetUuid: string) =>
  listOperations(workspaceId, { assetUuid, state: "open", limit: OPEN });

/**
 * Replaces the whole memo, unless it is another one by now than `shown`. AMP: GET /assets/{a}/memo, POST …/memo/set; it has no
 * call that does both, so of two at the same moment the later one stays.
 * @returns the memo as it is kept
 * @throws AppError CONFLICT
 */
export async function setMemo(
  actor: Actor,
  { assetUuid, memo, shown }: { assetUuid: string; memo: string; shown: string },
): Promise<string> {
  await authorize(actor, "asset:settings", assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  // The memo's own words are AMP's alone to keep.
  await audited(actor, { action: "asset.memo-set", assetUuid }, async () => {
    const present = await amp.call("getMemo", { path });
    // The same one again comes after an answer that was lost.
    if (present !== shown && present !== memo) throw new AppError("CONFLICT", overtakenText.memo);
    await amp.call("setMemo", { path, body: memo });
  });
  return memo;
}

/**
 * Sets or, with an empty text, removes the issuer authorization endpoint. AMP: PUT /assets/{a}/edit
 * @throws AppError INVALID_INPUT under `endpoint`
 */
export async function setEndpoint(
  actor: Actor,
  input: { assetUuid: string; endpoint: string },
): Promise<Asset> {
  await authorize(actor, "asset:settings", input.assetUuid);
  const endpoint = input.endpoint.trim() || null;
  const problem = endpoint === null ? null : endpointProblem(endpoint, actor.environment === "sandbox");
  if (problem !== null) throw fieldError("endpoint", assetSettingsText.endpoint.problems[problem]);
  const amp = await ampAs(actor);
  const change =
    endpoint === null
      ? { action: "asset.endpoint-removed" }
      : { action: "asset.endpoint-set", detail: { host: new URL(endpoint).host } };
  return audited(actor, { ...change, assetUuid: input.assetUuid }, () =>
    amp.call("editAsset", {
      path: { assetUuid: input.assetUuid },
      body: { issuerAuthorizationEndpoint: endpoint },
    }),
  );
}

/**
 * Hides an asset in AMP, for good; its tokens stay on Liquid. AMP: GET /assets/{a}/assignments, DELETE /assets/{a}/delete
 * @throws AppError CONFLICT while an operation of this desk, or a distribution that AMP keeps open, needs the asset
 */
export async function deleteAsset(actor: Actor, input: { assetUuid: string }): Promise<void> {
  const { assetUuid } = input;
  await authorize(actor, "asset:delete", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  if ((await openOperations(actor, assetUuid)).length > 0)
    throw new AppError("CONFLICT", assetSettingsText.remove.openOperation);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  if (await hasOrder(actor, assetUuid)) throw new AppError("CONFLICT", assetSettingsText.remove.pending);
  const detail = { name: asset.name, asset: asset.assetId };
  await audited(actor, { action: "asset.deleted", assetUuid, detail }, async () => {
    try {
      await amp.call("deleteAsset", { path });
    } catch (error) {
      // After an answer that was lost AMP knows: what is deleted is not found.
      const isGone = isUnclear(error) && (await amp.call("getAsset", { path }).then(() => false, isNotFound));
      if (!isGone) throw error;
    }
  });
  await assetDeleted(actor, assetUuid);
}

/** Whether AMP keeps a distribution open, whoever ordered it. AMP: GET /assets/{a}/assignments */
async function hasOrder(actor: Actor, assetUuid: string): Promise<boolean> {
  for await (const rows of openPortions(actor, assetUuid)) {
    if (rows.some(({ distributionUuid }) => distributionUuid !== null)) return true;
  }
  return false;
}

const isNotFound = (error: unknown) => error instanceof AppError && error.code === "NOT_FOUND";
