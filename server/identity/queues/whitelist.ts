import type { Hex } from "viem";
import type { WhitelistRequest } from "@/lib/contracts/identity/chains";
import { issuerAbi } from "../contracts/abis";
import { businessError } from "../errors";
import { standingOf } from "../kyc/standing";
import { printChain, printWallet } from "../printing";
import type { Identity } from "../service";
import { requireUser } from "../users/users";
import { enqueue } from "./enqueue";

/**
 * POST /user/whitelist: has the wallet approved by an issuer's contract; nothing happens when it is already.
 * @throws Refusal 0401 for an unknown chain, 0301 without a user, 0111 without KYC that holds, 500 0402 for a chain that
 * is not set up
 */
export async function requestWhitelisting(
  identity: Identity,
  address: string,
  { issuerAddress, chainId }: WhitelistRequest,
): Promise<void> {
  const { chains } = identity;
  if (!chains.isKnown(chainId)) {
    throw businessError("0401", `Chain ID: ${printChain(identity, chainId)} not supported`);
  }
  await requireKyc(identity, address);
  chains.require(chainId, "whitelist");
  if (await isApproved(identity, { chainId, issuer: issuerAddress.toLowerCase(), address })) return;
  await enqueue(identity, { kind: "whitelist", address, chainId, issuer: issuerAddress, person: null });
}

async function requireKyc(identity: Identity, address: string): Promise<void> {
  const standing = await standingOf(identity, await requireUser(identity, address));
  if (standing === "valid") return;
  const words = standing === "missing" ? "Missing" : "Expired";
  throw businessError("0111", `${words} KYC data for user: ${printWallet(identity, address)}`);
}

interface Question {
  chainId: bigint;
  /** Lower case. */
  issuer: string;
  address: string;
}

/** A call that fails, for whatever reason, counts as a no. */
async function isApproved({ chains }: Identity, { chainId, issuer, address }: Question): Promise<boolean> {
  const [contract, wallet] = [issuer as Hex, address as Hex];
  return chains
    .client(chainId)
    .readContract({
      ...{ address: contract, abi: issuerAbi, functionName: "isWalletApproved", args: [wallet] },
      account: wallet,
    })
    .catch(() => false);
}
