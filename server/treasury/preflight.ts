import { type Check, check } from "@/lib/domain/distribution";
import { MAX_RECIPIENTS } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { nodeText } from "@/lib/messages/node";
import { withNodeWords } from "@/server/elements/rpc";
import { isWalletLocked, readBalances, readNodeState } from "@/server/elements/wallet";
import type { NetworkName } from "@/server/platform/environments";
import { nodeOf } from "./node";

const MIN_VERSION = 170_001;
const MIN_PROGRESS = 0.999;
/** A batch of 70 confidential recipients pays about 0.0000086 L-BTC at 0.1 sat/vB; ten times that is asked for. */
const FEE_RESERVE_SATS = 10_000n;
const CHAIN_OF: Record<NetworkName, string> = {
  liquid: "liquidv1",
  testnet: "liquidtestnet",
  regtest: "elementsregtest",
};

/** What must be true of the treasury node before AMP is asked for an order. */
export async function checkNode(
  workspaceId: string,
  network: NetworkName,
  payment: { assetId: string; totalSats: bigint; recipients: number },
): Promise<Check[]> {
  const recipients = check(
    "recipients",
    payment.recipients <= MAX_RECIPIENTS,
    nodeText.remedies.recipients(MAX_RECIPIENTS),
  );
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
      check(
        "node-synced",
        state.verificationprogress >= MIN_PROGRESS && !state.initialblockdownload,
        nodeText.remedies.sync,
      ),
      check("wallet-unlocked", !isLocked, nodeText.remedies.locked),
      check("fee-funds", balances.policySats >= FEE_RESERVE_SATS, nodeText.remedies.fee),
      check(
        "asset-funds",
        (balances.byAsset.get(payment.assetId) ?? 0n) >= payment.totalSats,
        nodeText.remedies.funds,
      ),
      recipients,
    ];
  } catch (error) {
    if (error instanceof AppError) return [check("node-reachable", false, error.message), recipients];
    throw error;
  }
}
