import { z } from "zod";
import { NodeDetail } from "@/lib/contracts/amp/node-entries";
import type { Unit } from "../world";

/** The node's `gettransaction(txid).details`, as AMP's confirms take them. RPC gettransaction */
export async function nodeDetails({ node }: Unit, wallet: string, txid: string) {
  const { details } = await node.getTransaction(wallet, txid);
  return details.map((detail) =>
    z.encode(NodeDetail, {
      address: detail.address ?? undefined,
      category: detail.category,
      amount: detail.amountSats,
      amountblinder: detail.amountBlinder,
      asset: detail.assetId,
      assetblinder: detail.assetBlinder,
      vout: detail.vout,
    }),
  );
}
