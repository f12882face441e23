import { z } from "zod";
import { WalletMovement } from "@/lib/contracts/elements";
import type { NodeClient } from "@/server/elements/rpc";
import { readNodeState, walletPages } from "@/server/elements/wallet";

const Movement = WalletMovement.extend({ blockheight: z.int().optional() });
type Movement = z.output<typeof Movement>;

/** A block may come between two readings. */
const SLACK = 2;

export interface Movements {
  /** Of the asset, from others, in blocks: what is unconfirmed is in no balance yet. */
  receivedSats: bigint;
  /** A transaction of the wallet burns some of the asset, waiting ones included. */
  burns: boolean;
}

/** What the wallet's transactions did with an asset in blocks above `height`, and in those that wait. RPC listtransactions, gettransaction */
export async function movementsSince(node: NodeClient, assetId: string, height: number): Promise<Movements> {
  const { blocks } = await readNodeState(node);
  const sum: Movements = { receivedSats: 0n, burns: false };
  for (const txid of await txidsSince(node, assetId, blocks - height + SLACK)) {
    const made = await node.call("gettransaction", [txid, true, true], Movement);
    if (made.confirmations < 0 || (made.blockheight ?? height + 1) <= height) continue;
    sum.receivedSats += receivedOf(made, assetId);
    sum.burns ||= burntSats(made, assetId) > 0n;
  }
  return sum;
}

async function txidsSince(node: NodeClient, assetId: string, confirmations: number): Promise<Set<string>> {
  const txids = new Set<string>();
  for await (const lines of walletPages(node)) {
    for (const line of lines) {
      const isNew = line.confirmations >= 0 && line.confirmations <= confirmations;
      if (isNew && (line.asset ?? assetId) === assetId) txids.add(line.txid);
    }
  }
  return txids;
}

/** Only of a transaction that the wallet did not pay for: everything else is its own. */
function receivedOf({ fee, confirmations, details }: Movement, assetId: string): bigint {
  if (fee !== undefined || confirmations === 0) return 0n;
  return details
    .filter(({ category, asset }) => category === "receive" && asset === assetId)
    .reduce((sum, { amount }) => sum + amount, 0n);
}

/** What a transaction burns of an asset, in sats. */
export const burntSats = ({ decoded }: Pick<WalletMovement, "decoded">, assetId: string): bigint =>
  decoded.vout
    .filter(({ asset, scriptPubKey }) => asset === assetId && scriptPubKey.type === "nulldata")
    .reduce((sum, { value }) => sum + (value ?? 0n), 0n);
