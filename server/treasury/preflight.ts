import { type Check, check } from "@/lib/domain/distribution";
import { MAX_RECIPIENTS } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
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
    `One transaction carries at most ${MAX_RECIPIENTS} recipients. Lock some of the assignments and distribute them afterwards.`,
  );
  try {
    const node = await nodeOf(workspaceId);
    const state = await readNodeState(node);
    const [isLocked, balances] = await Promise.all([isWalletLocked(node), readBalances(node, 0)]);
    return [
      check("node-reachable", true, ""),
      check(
        "node-version",
        state.version >= MIN_VERSION && state.subversion.includes("Elements Core"),
        "Update the node: Elements Core 0.17.0.1 or newer is needed.",
      ),
      check(
        "node-network",
        state.chain === CHAIN_OF[network],
        `The node is on ${state.chain}, this environment needs ${CHAIN_OF[network]}.`,
      ),
      check(
        "node-synced",
        state.verificationprogress >= MIN_PROGRESS && !state.initialblockdownload,
        "The node is still catching up with the chain. Wait until it is synchronised.",
      ),
      check(
        "wallet-unlocked",
        !isLocked,
        "The treasury wallet is locked. Unlock it on the node (walletpassphrase), then check again.",
      ),
      check(
        "fee-funds",
        balances.policySats >= FEE_RESERVE_SATS,
        "The wallet has too little L-BTC for the fee. Send some to its receive address.",
      ),
      check(
        "asset-funds",
        (balances.byAsset.get(payment.assetId) ?? 0n) >= payment.totalSats,
        "The treasury wallet holds less of the asset than this distribution pays.",
      ),
      recipients,
    ];
  } catch (error) {
    if (error instanceof AppError) return [check("node-reachable", false, error.message), recipients];
    throw error;
  }
}
