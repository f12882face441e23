import { type Outpoint, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { isUnspent } from "@/server/elements/coins";
import type { NodeClient } from "@/server/elements/rpc";
import { findConfirmations } from "@/server/elements/wallet";

/**
 * Spent in a block, or made by a transaction that lost against another. One block may be taken back, so both ask for
 * two. What made the coin is read first: a block between the looks then can only make it look unspent.
 */
export async function isGone(node: NodeClient, coin: Outpoint): Promise<boolean> {
  const confirmations = await findConfirmations(node, coin.txid);
  if (confirmations === null) return false;
  if (confirmations < 0) return hasLost(confirmations);
  if (confirmations < REQUIRED_CONFIRMATIONS) return false;
  return !(await isUnspent(node, coin, { withMempool: false }));
}

/** Whether as many blocks stand against a transaction as are asked for one that stands. */
export const hasLost = (confirmations: number): boolean => confirmations <= -REQUIRED_CONFIRMATIONS;
