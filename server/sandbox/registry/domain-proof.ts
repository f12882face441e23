import type { World } from "../world";
import { fetchPage, PageError } from "./fetch-page";
import { refuse } from "./refusal";
import { findSiteFile } from "./sites-store";

export type VerificationMethod = "http" | "dns";

/** What links a domain to an asset. */
export interface DomainClaim {
  domain: string;
  assetId: string;
  ticker: string | null;
  method: VerificationMethod;
}

/** A site's file that stands for its TXT records, one per line. */
export const TXT_RECORDS = "_dns";
const LINK = "failed verifying linked entity";

export const proofPath = (assetId: string): string => `.well-known/liquid-asset-proof-${assetId}`;

export const proofText = (domain: string, assetId: string): string =>
  `Authorize linking the domain name ${domain} to the Liquid asset ${assetId}`;

export const proofRecord = (assetId: string, ticker: string | null): string =>
  `liquid-asset-verification=${assetId},${ticker ?? ""}`;

/**
 * Looks whether the domain claims the asset. Runs outside every unit of work: a slow site holds up nobody else.
 * @throws RegistryRefusal "failed verifying linked entity: …"
 */
export async function checkDomain(world: World, claim: DomainClaim): Promise<void> {
  if (claim.method === "dns") return checkRecord(world, claim);
  const { domain, assetId } = claim;
  const page = await readProof(world, domain, assetId);
  if (page.trimEnd() !== proofText(domain, assetId))
    throw refuse(LINK, "verification page contents mismatch");
}

/** TXT records stand with the last two labels, where the registry asks for them. */
async function checkRecord({ database }: World, { domain, assetId, ticker }: DomainClaim): Promise<void> {
  const zone = domain.split(".").slice(-2).join(".");
  const records = (await findSiteFile(database.db, zone, TXT_RECORDS)) ?? "";
  const wanted = proofRecord(assetId, ticker);
  if (records.split("\n").some((record) => record.trim() === wanted)) return;
  throw refuse(LINK, `failed to find a TXT record for asset ${assetId} at domain name ${domain}`);
}

/** The refusal names the address of the real site, wherever it was looked for. */
async function readProof({ env, database }: World, domain: string, assetId: string): Promise<string> {
  const path = proofPath(assetId);
  const scheme = domain.endsWith(".onion") ? "http" : "https";
  const failed = (cause: string) => refuse(LINK, `failed fetching ${scheme}://${domain}/${path}`, cause);
  if (!env.sitesUrl) {
    const content = await findSiteFile(database.db, domain, path);
    if (content === null) throw failed("404 Not Found");
    return content;
  }
  try {
    return await fetchPage(`${env.sitesUrl.replaceAll("{domain}", domain).replace(/\/+$/, "")}/${path}`);
  } catch (error) {
    throw error instanceof PageError ? failed(error.message) : error;
  }
}
