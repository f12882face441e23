import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { authorize } from "@/server/auth/authorize";
import { RpcError } from "@/server/elements/rpc";
import {
  isWalletLocked,
  newAddress,
  readBalances,
  readNodeState,
  readTransaction,
} from "@/server/elements/wallet";
import { nodeOf } from "@/server/treasury/node";

export interface TreasuryState {
  walletKey: string;
  chain: string;
  version: string;
  blocks: number;
  isSynced: boolean;
  isLocked: boolean;
  policySats: bigint;
  /** Sats by asset id, the policy asset left out. */
  balances: { assetId: string; amountSats: bigint }[];
}

/** The node and its wallet as they are now. @throws AppError UNAVAILABLE, REJECTED (no node for this account) */
export async function readTreasury(actor: Actor): Promise<TreasuryState> {
  await authorize(actor, "treasury:read");
  const node = await nodeOf(actor.workspaceId);
  const [state, isLocked, { byAsset, policySats }] = await Promise.all([
    readNodeState(node),
    isWalletLocked(node),
    readBalances(node, 0),
  ]);
  return {
    walletKey: node.walletKey,
    chain: state.chain,
    version: state.subversion.replaceAll("/", ""),
    blocks: state.blocks,
    isSynced: !state.initialblockdownload && state.verificationprogress >= 0.999,
    isLocked,
    policySats,
    balances: [...byAsset].map(([assetId, amountSats]) => ({ assetId, amountSats })),
  };
}

/** A fresh address to send L-BTC for fees to. RPC getnewaddress */
export async function newReceiveAddress(actor: Actor): Promise<{ address: string }> {
  await authorize(actor, "treasury:read");
  return { address: await newAddress(await nodeOf(actor.workspaceId)) };
}

/**
 * Confirmations of a transaction the treasury wallet knows; null when it cannot be told.
 * RPC gettransaction
 */
export async function readConfirmations(actor: Actor, txid: string): Promise<number | null> {
  try {
    const node = await nodeOf(actor.workspaceId);
    return (await readTransaction(node, txid)).confirmations;
  } catch (error) {
    if (error instanceof AppError || error instanceof RpcError) return null;
    throw error;
  }
}
