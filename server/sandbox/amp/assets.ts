import type { Asset } from "@/lib/contracts/amp/assets";
import type { SandboxDb } from "../db/client";
import { type AssetRow, changeAsset, issuerAssets } from "./asset-store";
import type { Handlers } from "./call";
import { requirementsOf } from "./category-store";
import { invalid } from "./refusal";

async function viewAssets(db: SandboxDb, rows: AssetRow[]): Promise<Asset[]> {
  const requirements = await requirementsOf(
    db,
    rows.map((row) => row.uuid),
  );
  return rows.map((row) => ({
    name: row.name,
    assetUuid: row.uuid,
    issuer: row.issuerId,
    assetId: row.assetId,
    reissuanceTokenId: row.tokenId,
    requirements: requirements.get(row.uuid) ?? [],
    ticker: row.ticker,
    precision: row.precision,
    domain: row.domain,
    pubkey: row.pubkey,
    isRegistered: row.isRegistered,
    isAuthorized: row.isAuthorized,
    isLocked: row.isLocked,
    issuerAuthorizationEndpoint: row.authorizationEndpoint,
    transferRestricted: row.isRestricted,
  }));
}

async function viewAsset(db: SandboxDb, row: AssetRow): Promise<Asset> {
  const [asset] = await viewAssets(db, [row]);
  return asset as Asset;
}

/** Stores a change of the asset and shows the result. */
export async function changeAndView(db: SandboxDb, uuid: string, values: Partial<AssetRow>): Promise<Asset> {
  return viewAsset(db, await changeAsset(db, uuid, values));
}

/** AMP puts `/issuerauthorizer` behind it, so neither that nor a query may stand there already. */
function endpointProblem(text: string): string | null {
  if (!/^https?:\/\/[^\s?#]{1,2000}$/i.test(text) || !URL.canParse(text)) return "Enter a valid URL.";
  return /\/issuerauthorizer\/?$/.test(text) ? "Give the base URL without /issuerauthorizer." : null;
}

export const assetHandlers = {
  async listAssets({ unit, account }) {
    return viewAssets(unit.db, await issuerAssets(unit.db, account.issuerId));
  },

  getAsset: ({ unit, asset }) => viewAsset(unit.db, asset),

  async editAsset({ unit, asset, body }) {
    const endpoint = body.issuerAuthorizationEndpoint || null;
    const problem = endpoint && endpointProblem(endpoint);
    if (problem) throw invalid({ issuer_authorization_endpoint: [problem] });
    return changeAndView(unit.db, asset.uuid, { authorizationEndpoint: endpoint });
  },

  async deleteAsset({ unit, asset }) {
    await changeAsset(unit.db, asset.uuid, { isDeleted: true });
  },

  lockAsset: ({ unit, asset }) => changeAndView(unit.db, asset.uuid, { isLocked: true }),
  unlockAsset: ({ unit, asset }) => changeAndView(unit.db, asset.uuid, { isLocked: false }),
} satisfies Handlers;
