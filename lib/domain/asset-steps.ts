import type { Asset } from "@/lib/contracts/amp/assets";
import { proofUrl } from "./domain-proof";
import { AUTHORIZE_CONFIRMATIONS } from "./lifecycle";

/** From issued to ready, in the order of the checklist. */
export type AssetStep =
  | "issued"
  | "confirmed"
  | "registry"
  | "authorized"
  | "categories"
  | "treasury"
  | "ready";

/** Who did it: somebody at this desk, somebody without it, the chain, or the steps before it. */
export type StepActor = { kind: "person"; name: string } | { kind: "outside" | "chain" | "steps" };

/** What proves it, as far as it can be looked up. */
export interface StepProof {
  txid?: string;
  auditId?: bigint;
  /** The file on the issuer's web site. */
  fileUrl?: string;
  /** The registry's own entry. */
  entryUrl?: string;
  /** What AMP answers now, where nothing else is at hand. */
  isAmpsWord?: true;
}

/** When, who and by what proof a step was done; null: this desk does not know when. */
export interface StepFact {
  at: Date | null;
  height: number | null;
  by: StepActor;
  proof: StepProof;
}

export type StepFacts = Partial<Record<AssetStep, StepFact>>;

/** What the audit log has of a step. */
export interface StepEntry {
  id: bigint;
  at: Date;
  personName: string;
}

/** How the file on the issuer's web site was found when somebody looked last. */
export interface ProofLook {
  state: "accepted" | "refused" | "unreachable";
  checkedAt: Date;
}

/** What the checklist looks up behind the page; null: not known now. */
export interface AssetLooks {
  proof: ProofLook | null;
  /** Treasury outputs whose blinders AMP lacks. */
  lacking: number | null;
}

/** The actions of the audit log by which a step is done here. */
export const STEP_ACTIONS = {
  issued: "asset.issued",
  registry: "asset.registered",
  authorized: "asset.authorized",
  categories: "asset.category-required",
} as const satisfies Partial<Record<AssetStep, string>>;

/** The issuance as AMP lists it; nothing is known of one that waits for its block. */
export interface IssuanceBlock {
  txid: string | null;
  at: Date | null;
  height: number | null;
}

/** With its transaction's confirmations as the node counts them; null when no node can tell. */
export interface Issuance extends IssuanceBlock {
  confirmations: number | null;
}

type StepAsset = Pick<
  Asset,
  "assetId" | "domain" | "isRegistered" | "isAuthorized" | "requirements" | "transferRestricted"
>;

const OUTSIDE: StepActor = { kind: "outside" };

interface Known {
  asset: StepAsset;
  issuance: IssuanceBlock;
  entries: Partial<Record<keyof typeof STEP_ACTIONS, StepEntry>>;
  /** Where the registry shows its entry of an asset; null where none is known. */
  registryUrl: string | null;
}

/** Out of what is stored and was read anyway; nothing is made up. A step that is not done has none. */
export function stepFacts({ asset, issuance, entries, registryUrl }: Known): StepFacts {
  const issued = issuedFact(issuance, entries.issued);
  const authorized = asset.isAuthorized ? deskFact(entries.authorized) : undefined;
  const categories = categoriesFact(asset, issued, entries.categories);
  return {
    issued,
    confirmed: confirmedFact(issuance),
    ...(asset.isRegistered && { registry: registryFact(asset, entries.registry, registryUrl) }),
    ...(authorized && { authorized }),
    ...(categories && { categories }),
    // AMP counts the addresses of an issuance as the treasury's from the start.
    treasury: { ...issued, proof: issuance.txid === null ? {} : { txid: issuance.txid } },
    ...(authorized && categories && { ready: readyFact(authorized, categories) }),
  };
}

function issuedFact({ txid, at, height }: IssuanceBlock, entry: StepEntry | undefined): StepFact {
  return {
    at: at ?? entry?.at ?? null,
    height,
    by: actorOf(entry),
    proof: { ...(txid !== null && { txid }), ...(entry && { auditId: entry.id }) },
  };
}

/** The block that made it deep enough; its own time was not read. */
function confirmedFact({ txid, height }: IssuanceBlock): StepFact {
  return {
    at: null,
    height: height === null ? null : height + AUTHORIZE_CONFIRMATIONS - 1,
    by: { kind: "chain" },
    proof: txid === null ? {} : { txid },
  };
}

function registryFact(
  { domain, assetId }: StepAsset,
  entry: StepEntry | undefined,
  registryUrl: string | null,
): StepFact {
  const { proof, ...fact } = deskFact(entry);
  return {
    ...fact,
    proof: {
      ...(domain ? { fileUrl: proofUrl(domain, assetId) } : {}),
      ...(registryUrl !== null && { entryUrl: registryUrl }),
      ...proof,
    },
  };
}

/** An issuer-tracked asset needs none, which was settled when it was issued. */
function categoriesFact(
  { transferRestricted, requirements }: StepAsset,
  issued: StepFact,
  entry: StepEntry | undefined,
): StepFact | null {
  if (!transferRestricted) return issued;
  return requirements.length > 0 ? deskFact(entry) : null;
}

/** The later of the two; without the time of one nobody knows which that is. */
function readyFact(authorized: StepFact, categories: StepFact): StepFact {
  const by: StepActor = { kind: "steps" };
  const unknown = { at: null, height: null, by, proof: {} };
  if (authorized.at === null || categories.at === null) return unknown;
  const { at, height } = authorized.at >= categories.at ? authorized : categories;
  return { at, height, by, proof: {} };
}

/** What AMP only says of now: without an entry it was done elsewhere, and AMP tells no time. */
const deskFact = (entry: StepEntry | undefined): StepFact => ({
  at: entry?.at ?? null,
  height: null,
  by: actorOf(entry),
  proof: entry ? { auditId: entry.id } : { isAmpsWord: true },
});

const actorOf = (entry: StepEntry | undefined): StepActor =>
  entry ? { kind: "person", name: entry.personName } : OUTSIDE;
