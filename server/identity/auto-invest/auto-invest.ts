import type { AutoInvest } from "@/lib/contracts/identity/auto-invest";
import { emptyError, frameworkError } from "../errors";
import type { Identity } from "../service";
import type { Access } from "../tokens/access-token";
import { requireSupportedCampaign } from "./campaign";
import { type AutoInvestRow, cancelOrder, listOrders, type OrderKey, putOrder } from "./order-store";

const ADDRESS = /^0x[0-9a-f]{40}$/;
const LIMIT = 2n ** 256n;

/**
 * POST /auto_invest/{chainId}/{campaign}: invests for the wallet once it has coins that the campaign may take.
 * @throws Refusal 500 0401 or 0402 for a chain that cannot be used, 400 0403 for a campaign that cannot do it, empty 400
 * while an order of the same kind is on its way
 */
export async function orderAutoInvest(
  identity: Identity,
  key: OrderKey,
  amount: bigint,
): Promise<AutoInvest> {
  const order = { ...key, campaign: key.campaign.toLowerCase() };
  if (identity.fixes.validInvestments) requireValid(order, amount);
  await requireSupportedCampaign(identity, order.chainId, order.campaign);
  const row = await putOrder(identity.database.db, order, amount);
  if (!row) throw emptyError(400);
  return toAutoInvest(row);
}

function requireValid({ campaign }: OrderKey, amount: bigint): void {
  if (!ADDRESS.test(campaign) || amount < 1n || amount >= LIMIT) throw frameworkError(400);
}

/** DELETE /auto_invest/{chainId}/{campaign} */
export async function cancelAutoInvest(
  { database }: Identity,
  key: OrderKey,
): Promise<{ cancelled: boolean }> {
  const order = { ...key, campaign: key.campaign.toLowerCase() };
  return { cancelled: await cancelOrder(database.db, order) };
}

/** GET /auto_invest/{chainId}/{address} */
export const listOfWallet = (identity: Identity, access: Access | null, chainId: bigint, wallet: string) =>
  list(identity, access, { chainId, wallet: wallet.toLowerCase() });

/** GET /auto_invest/{chainId}/campaign/{campaign}: the campaign is compared as it is written, unlike everywhere else. */
export const listOfCampaign = (
  identity: Identity,
  access: Access | null,
  chainId: bigint,
  campaign: string,
) => list(identity, access, { chainId, campaign });

async function list(
  { database, fixes }: Identity,
  access: Access | null,
  wanted: Partial<OrderKey>,
): Promise<{ autoInvests: AutoInvest[] }> {
  const rows = await listOrders(database.db, wanted);
  const isVisible = (row: AutoInvestRow) =>
    !fixes.ownInvestmentsOnly || row.userWalletAddress === access?.address;
  return { autoInvests: rows.filter(isVisible).map(toAutoInvest) };
}

const toAutoInvest = (row: AutoInvestRow): AutoInvest => ({
  walletAddress: row.userWalletAddress,
  campaignAddress: row.campaignContractAddress,
  amount: row.amount,
});
