import { type Address, createPublicClient, erc20Abi, http, parseAbi } from "viem";
import type { CampaignCoin } from "@/lib/domain/auto-invest";
import { now } from "@/server/platform/clock";
import { rpcUrlOf } from "./chain-node";

const campaignAbi = parseAbi(["function stablecoin() view returns (address)"]);
const TIMEOUT_MS = 3_000;
/** A node that was away, or a contract that is no campaign, is asked again only then. */
const RETRY_MS = 60_000;
/** The oldest go first; a campaign never changes its coin. */
const MAX_KNOWN = 1_000;
/** Beyond it nobody could read the figure; the contract is anybody's. */
const MAX_DECIMALS = 36;
const SYMBOL = /^[\p{L}\p{N}.$_-]{1,12}$/u;

interface Known {
  coin: Promise<CampaignCoin | null>;
  until: number | null;
}
const known = new Map<string, Known>();

/**
 * In what a campaign is paid. @returns null where the desk is told of no node of the chain, or when it gives no good answer
 * @param campaign lower case
 */
export function campaignCoin(chainId: number, campaign: string): Promise<CampaignCoin | null> {
  const rpcUrl = rpcUrlOf(chainId);
  if (rpcUrl === null) return Promise.resolve(null);
  const key = `${chainId} ${campaign}`;
  const held = known.get(key);
  if (held && (held.until === null || held.until > now().getTime())) return held.coin;
  const entry: Known = { coin: ask(rpcUrl, campaign as Address).catch(() => null), until: null };
  void entry.coin.then((coin) => {
    if (coin === null) entry.until = now().getTime() + RETRY_MS;
  });
  known.delete(key);
  known.set(key, entry);
  if (known.size > MAX_KNOWN) known.delete(known.keys().next().value ?? "");
  return entry.coin;
}

async function ask(rpcUrl: string, campaign: Address): Promise<CampaignCoin | null> {
  const client = createPublicClient({
    // the address is the caller's: its contract could have this server fetch any URL (CCIP-Read)
    ccipRead: false,
    transport: http(rpcUrl, { timeout: TIMEOUT_MS, retryCount: 0 }),
  });
  const address = await client.readContract({
    ...{ address: campaign, abi: campaignAbi, functionName: "stablecoin" },
  });
  const of = { address, abi: erc20Abi } as const;
  const [symbol, decimals] = await Promise.all([
    client.readContract({ ...of, functionName: "symbol" }),
    client.readContract({ ...of, functionName: "decimals" }),
  ]);
  return SYMBOL.test(symbol) && decimals <= MAX_DECIMALS ? { symbol, decimals } : null;
}
