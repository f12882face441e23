import { cache } from "react";
import { after } from "@/lib/after";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import type { AssetLooks, ProofLook } from "@/lib/domain/asset-steps";
import { isAccepted, type ProofCheck } from "@/lib/domain/domain-proof";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { findCheck } from "@/server/registry/check-store";
import { checkDomainProof } from "./asset-registry";
import { countLacking } from "./blinders";

/** Somebody else's web site may take its time; what comes later is there at the next look. */
const WAITED_MS = 2_000;
const KEPT_MS = 60_000;

/** Asked for by two parts of one page, which the page does not wait for. */
export const lackingOf = cache(countLacking);

/** What the checklist of an asset looks up behind its page. Nothing that cannot be read keeps the rest away. */
export async function readAssetLooks(actor: Actor, asset: Asset): Promise<AssetLooks> {
  await authorize(actor, "asset:settings", asset.assetUuid);
  const [proof, lacking] = await Promise.all([
    lookAtProof(actor, asset).catch(() => null),
    lackingOf(actor, asset.assetUuid).catch(() => null),
  ]);
  return { proof, lacking };
}

/** Null for an asset of which nobody need look: it is listed, or can never be. */
async function lookAtProof(actor: Actor, asset: Asset): Promise<ProofLook | null> {
  const { assetUuid, domain, ticker, isRegistered } = asset;
  if (isRegistered || !domain || !ticker) return null;
  const last = await findCheck(actor, assetUuid);
  if (last && now().getTime() - last.checkedAt.getTime() < KEPT_MS) return toLook(last);
  const looking = checkDomainProof(actor, { assetUuid }).catch(() => null);
  const seen = await Promise.race([looking, after(WAITED_MS)]);
  return seen && toLook(seen);
}

function toLook(check: ProofCheck): ProofLook {
  const { checkedAt, outcome } = check;
  if (isAccepted(check)) return { state: "accepted", checkedAt };
  return { state: outcome === "found" ? "refused" : "unreachable", checkedAt };
}
