import { type Check, check } from "@/lib/domain/distribution";
import { AppError } from "@/lib/errors";
import { nodeText } from "@/lib/messages/node";
import { readCoinsOf } from "@/server/elements/coins";
import { withNodeWords } from "@/server/elements/rpc";
import { isSynced, isWalletLocked, readBalances, readNodeState } from "@/server/elements/wallet";
import type { NetworkName } from "@/server/platform/environments";
import { nodeOf } from "./node";

const MIN_VERSION = 170_001;
/** Asked for beside the forecast: coins in small pieces add inputs, and the change has to be worth an output. */
export const FEE_RESERVE_SATS = 10_000n;
const CHAIN_OF: Record<NetworkName, string> = {
  liquid: "liquidv1",
  testnet: "liquidtestnet",
  regtest: "elementsregtest",
};

/**
 * What must be true of the treasury node before AMP is asked for an order.
 * @param payment `feeSats` is the forecast for all its transactions
 */
export async function checkNode(
  workspaceId: string,
  network: NetworkName,
  payment: { assetId: string; totalSats: bigint; feeSats: bigint },
): Promise<Check[]> {
  try {
    const node = await nodeOf(workspaceId);
    const [state, isLocked, balances] = await withNodeWords(
      Promise.all([readNodeState(node), isWalletLocked(node), readBalances(node, 0)]),
    );
    return [
      check("node-reachable", true, ""),
      check(
        "node-version",
        state.version >= MIN_VERSION && state.subversion.includes("Elements Core"),
        nodeText.remedies.version,
      ),
      check(
        "node-network",
        state.chain === CHAIN_OF[network],
        nodeText.remedies.network(state.chain, CHAIN_OF[network]),
      ),
      check("node-synced", isSynced(state), nodeText.remedies.sync),
      check("wallet-unlocked", !isLocked, nodeText.remedies.locked),
      check("fee-funds", balances.policySats >= payment.feeSats + FEE_RESERVE_SATS, nodeText.remedies.fee),
      check(
        "asset-funds",
        (balances.byAsset.get(payment.assetId) ?? 0n) >= payment.totalSats,
        nodeText.remedies.funds,
      ),
    ];
  } catch (error) {
    if (error instanceof AppError) return [check("node-reachable", false, error.message)];
    throw error;
  }
}

/**
 * What the wallet can spend of an asset, in sats, and how many outputs hold its reissuance token. RPC listunspent
 * @throws AppError UNAVAILABLE, REJECTED with the node's words
 */
export async function readHoldings(
  workspaceId: string,
  { assetId, reissuanceTokenId }: { assetId: string; reissuanceTokenId: string | null },
): Promise<{ assetSats: bigint; tokenOutputs: number }> {
  const coins = await withNodeWords(readCoinsOf(await nodeOf(workspaceId), [assetId, reissuanceTokenId]));
  return {
    assetSats: coins.filter(({ asset }) => asset === assetId).reduce((sum, { amount }) => sum + amount, 0n),
    tokenOutputs: coins.filter(({ asset }) => asset === reissuanceTokenId).length,
  };
}
