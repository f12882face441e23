import type { Actor } from "@/lib/domain/actor";
import type { Issuance } from "@/lib/domain/asset-steps";
import { compareProof, type ProofCheck, playedSite, proofPath, proofUrl } from "@/lib/domain/domain-proof";
import { isDomain } from "@/lib/domain/issue-draft";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { AppError, isUnclear } from "@/lib/errors";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { publishProof } from "@/server/control/sites";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { GuardedGetError, guardedGet } from "@/server/platform/guarded-get";
import { keepCheck } from "@/server/registry/check-store";
import { type Asset, getAsset, requireUuid } from "./assets";
import { readIssuance, requireConfirmed } from "./lifecycle";
import { controlFor } from "./sandbox";

const { registry: text } = assetSettingsText;

/**
 * Looks at the file by which the asset's domain vouches for it.
 * GET https://{domain}/.well-known/liquid-asset-proof-{asset_id}; of the sandbox's assets where the configuration says.
 * @throws AppError REJECTED for an asset without a domain
 */
export async function checkDomainProof(actor: Actor, input: { assetUuid: string }): Promise<ProofCheck> {
  const check = await lookAtDomain(actor, input);
  await keepCheck(actor, input.assetUuid, check);
  return check;
}

async function lookAtDomain(actor: Actor, input: { assetUuid: string }): Promise<ProofCheck> {
  requireUuid(input.assetUuid);
  await authorize(actor, "asset:settings", input.assetUuid);
  const { domain, assetId } = await getAsset(actor, input.assetUuid);
  if (domain === null || domain === "") throw new AppError("REJECTED", text.noDomain);
  if (!isDomain(domain)) throw new AppError("REJECTED", text.badDomain);
  const site = siteOf(actor, domain);
  const url = proofUrl(domain, assetId);
  const seen = { url, checkedAt: now() };
  try {
    const answer = await guardedGet(site ? `${site.url}${proofPath(assetId)}` : url, {
      isTrusted: site?.isTrusted ?? false,
    });
    const { status, contentType, location, body } = answer;
    if (status >= 300 && status < 400) return { ...seen, outcome: "redirect", status, location };
    if (status < 200 || status >= 300) return { ...seen, outcome: "status", status };
    const comparison = compareProof(body, domain, assetId);
    return { ...seen, outcome: "found", contentType, sizeBytes: body.length, comparison };
  } catch (error) {
    if (!(error instanceof GuardedGetError)) throw error;
    return { ...seen, outcome: "unreadable", problem: error.problem };
  }
}

/** Null where the real web sites are asked. */
function siteOf({ environment }: Actor, domain: string) {
  const template = environment === "sandbox" ? deskEnv().AMP_SANDBOX_SITES_URL : undefined;
  return template ? playedSite(template, domain) : null;
}

/** Puts the file on the site that the sandbox plays. Control: POST /sites/proof */
export async function publishDomainProof(actor: Actor, input: { assetUuid: string }): Promise<void> {
  await authorize(actor, "asset:settings", input.assetUuid);
  const control = await controlFor(actor);
  await audited(actor, { action: "sandbox.proof-published", assetUuid: input.assetUuid }, () =>
    publishProof(control, input.assetUuid),
  );
}

/**
 * The issuance, which has to be deep enough before the asset is registered; null of one that was, or that was authorised, or
 * that never can be.
 */
export async function issuanceToWaitFor(actor: Actor, asset: Asset): Promise<Issuance | null> {
  const isPossible = asset.domain && asset.ticker && asset.pubkey;
  return isPossible && !asset.isRegistered && !asset.isAuthorized
    ? readIssuance(actor, asset.assetUuid)
    : null;
}

/**
 * Has AMP register the asset with the Liquid Asset Registry, once per form. Who registers what is registered changes
 * nothing. AMP: GET /assets/{a}/register, which changes state: never repeated
 * @throws AppError REJECTED before the issuance is deep enough, or with the registry's words, most often about the domain's file
 */
export async function registerAsset(
  actor: Actor,
  input: { intentId: string; assetUuid: string },
): Promise<Asset> {
  const { intentId, assetUuid } = input;
  await authorize(actor, "asset:settings", assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const intent = { workspaceId: actor.workspaceId, action: "asset.register", input: { assetUuid } };
  return once({ id: intentId, ...intent }, async () => {
    const asset = await amp.call("getAsset", { path });
    if (asset.isRegistered) return asset;
    const { confirmations } = (await issuanceToWaitFor(actor, asset)) ?? { confirmations: null };
    // Where no node can tell, AMP and the registry decide alone.
    if (confirmations !== null) requireConfirmed(confirmations, REQUIRED_CONFIRMATIONS);
    return audited(actor, { action: "asset.registered", assetUuid }, async () => {
      try {
        return await amp.call("registerAsset", { path });
      } catch (error) {
        const now = isUnclear(error) ? await amp.call("getAsset", { path }).catch(() => null) : null;
        if (now?.isRegistered) return now;
        throw error;
      }
    });
  });
}
