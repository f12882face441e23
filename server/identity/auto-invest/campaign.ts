import type { Address } from "viem";
import { campaignAbi } from "../contracts/abis";
import { businessError } from "../errors";
import type { Identity } from "../service";
import { compareVersions, parseVersion } from "./version";

/** Campaigns before it take nothing on behalf of a wallet. */
const FIRST_SUPPORTED = parseVersion("1.0.20");

/**
 * Asks the campaign itself what it is.
 * @throws Refusal 500 0401 or 0402 for a chain that cannot be used, 400 0403 for a campaign too old or without version
 */
export async function requireSupportedCampaign(
  { chains }: Identity,
  chainId: bigint,
  campaign: string,
): Promise<void> {
  chains.require(chainId, "autoInvest");
  const address = campaign as Address;
  const text = await chains
    .client(chainId)
    .readContract({ address, account: address, abi: campaignAbi, functionName: "version" })
    .catch(() => {
      throw businessError("0403", "This campaign is missing version number");
    });
  if (compareVersions(parseVersion(text), FIRST_SUPPORTED) < 0) {
    throw businessError("0403", "This campaign does not support auto invest functionality");
  }
}
