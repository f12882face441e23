import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { drawQr } from "@/lib/domain/draw-qr";
import type { QrCode } from "@/lib/domain/qr";
import {
  LBTC,
  type NodeState,
  type NodeView,
  nameBalances,
  type TreasuryView,
  type WalletBalance,
} from "@/lib/domain/treasury";
import { AppError } from "@/lib/errors";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { RpcError, withNodeWords } from "@/server/elements/rpc";
import {
  findConfirmations,
  isSynced,
  isWalletLocked,
  newAddress,
  readBalances,
  readNodeState,
} from "@/server/elements/wallet";
import { readWalletLock } from "@/server/elements/wallet-lock";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { currentRequestId } from "@/server/platform/request-context";
import { nodeOf } from "@/server/treasury/node";
import { countOperations } from "@/server/treasury/store";
import { allAssets } from "./assets";
import { pageOfOperations } from "./operations";
import { viewWatch } from "./watch";

export interface TreasuryState extends NodeState {
  /** Sats by asset id, the policy asset left out. */
  balances: { assetId: string; amountSats: bigint }[];
  policyAssetId: string;
}

/**
 * The node and its wallet as they are now. RPC getnetworkinfo, getblockchaininfo, signmessage, getwalletinfo, getbalance
 * @throws AppError UNAVAILABLE, REJECTED (no node for this account, or the node's own words)
 */
export async function readTreasury(actor: Actor): Promise<TreasuryState> {
  await authorize(actor, "treasury:read");
  const node = await nodeOf(actor.workspaceId);
  const [state, isLocked, lock, { byAsset, policySats, policyAssetId }] = await withNodeWords(
    Promise.all([readNodeState(node), isWalletLocked(node), readWalletLock(node), readBalances(node, 0)]),
  );
  return {
    walletKey: node.walletKey,
    chain: state.chain,
    version: state.subversion.replaceAll("/", "").replace(":", " "),
    blocks: state.blocks,
    headers: state.headers,
    isSynced: isSynced(state),
    isLocked,
    lock,
    policySats,
    policyAssetId,
    balances: [...byAsset]
      .filter(([assetId]) => assetId !== policyAssetId)
      .map(([assetId, amountSats]) => ({ assetId, amountSats })),
  };
}

/** The node with names put to its balances; a node that is away is a part of the view, not its end. */
async function viewNode(actor: Actor): Promise<NodeView> {
  try {
    const [{ balances, policyAssetId: _policy, ...state }, assets] = await Promise.all([
      readTreasury(actor),
      // Without AMP the names are missing, the balances are not.
      allAssets(actor).catch(() => []),
    ]);
    return { state, balances: nameBalances(balances, assets), problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const requestId = currentRequestId();
    log.warn("treasury.node-away", { requestId, code: error.code, cause: causeOf(error) });
    const { code, message, retryable } = error;
    return { state: null, balances: null, problem: { code, message, retryable, requestId } };
  }
}

const causeOf = ({ cause }: AppError) => (cause instanceof Error ? cause.message : undefined);

/**
 * All that the treasury wallet holds, L-BTC first. AMP: GET /assets/; RPC as `readTreasury`
 * @throws AppError as `readTreasury`; UNAVAILABLE while AMP does not tell what the assets are
 */
export async function listBalances(
  actor: Actor,
): Promise<{ balances: WalletBalance[]; height: number; asOf: Date }> {
  await authorize(actor, "treasury:read");
  const [node, assets] = await Promise.all([readTreasury(actor), allAssets(actor)]);
  const lbtc = { kind: "lbtc", assetUuid: null, name: LBTC.ticker, ...LBTC } as const;
  return {
    balances: [
      { ...lbtc, assetId: node.policyAssetId, amountSats: node.policySats },
      ...nameBalances(node.balances, assets),
    ],
    height: node.blocks,
    asOf: now(),
  };
}

/** Node, balances and one page of the operations, open ones first. */
export async function viewTreasury(actor: Actor, query: ListQuery): Promise<TreasuryView> {
  await authorize(actor, "treasury:read");
  const [node, operations, openCount, watch] = await Promise.all([
    viewNode(actor),
    pageOfOperations(actor.workspaceId, query),
    countOperations(actor.workspaceId, { state: "open" }),
    viewWatch(actor),
  ]);
  return { node, operations, openCount, watch };
}

/** A fresh address to send L-BTC for fees to, and its picture. RPC getnewaddress */
export async function newReceiveAddress(actor: Actor): Promise<{ address: string; qr: QrCode }> {
  await authorize(actor, "treasury:read");
  const node = await nodeOf(actor.workspaceId);
  return audited(actor, { action: "treasury.address-derived" }, async () => {
    const address = await withNodeWords(newAddress(node));
    return { address, qr: drawQr(address) };
  });
}

/**
 * Confirmations of a transaction of that block: by the wallet or, of one that it does not know, by the node's height. null:
 * no node can tell. RPC gettransaction, getblockchaininfo
 */
export async function readConfirmations(
  actor: Actor,
  { txid, height }: { txid: string; height: number },
): Promise<number | null> {
  await authorize(actor, "treasury:read");
  try {
    const node = await nodeOf(actor.workspaceId);
    const known = await findConfirmations(node, txid);
    if (known !== null) return known;
    const state = await readNodeState(node);
    // A node that is behind counts too few.
    return isSynced(state) ? Math.max(0, state.blocks - height + 1) : null;
  } catch (error) {
    if (error instanceof AppError || error instanceof RpcError) return null;
    throw error;
  }
}
