import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import type { NodeClient } from "@/server/elements/rpc";
import { findConfirmations } from "@/server/elements/wallet";
import { type ListedOperation, listOperations } from "../store";
import { hasLost, isGone } from "./coins-gone";

/** More than any asset ever had. */
const LIMIT = 1_000;

/**
 * The transaction that was signed here, that a person closed and that the network may still confirm: doing the same again
 * might do it twice. null when each is confirmed, or one of its coins went elsewhere for good.
 * RPC gettransaction, gettxout
 */
export async function findClosedOut(
  workspaceId: string,
  assetUuid: string,
  node: NodeClient,
): Promise<string | null> {
  const kinds = ["reissuance" as const, "burn" as const, "lbtc" as const];
  for (const { state, facts } of await listOperations(workspaceId, { assetUuid, kinds, limit: LIMIT })) {
    if (state === "failed" && facts.txid !== undefined && (await mayStillCome(facts, node)))
      return facts.txid;
  }
  return null;
}

async function mayStillCome({ txid = "", coins = [] }: ListedOperation["facts"], node: NodeClient) {
  if (coins.length === 0) return false;
  const confirmations = (await findConfirmations(node, txid)) ?? 0;
  if (confirmations >= REQUIRED_CONFIRMATIONS || hasLost(confirmations)) return false;
  for (const coin of coins) if (await isGone(node, coin)) return false;
  return true;
}
