import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";
import type { Outpoint } from "@/lib/domain/operation";
import { unspentOf } from "./coins";
import { type NodeClient, RpcError } from "./rpc";

const UNKNOWN = -5;
const NOT_BLINDED = /^0+$/;

/** What opens an output. It stays on the server and goes to AMP alone. */
export interface OutputBlinders extends Outpoint {
  assetId: string;
  assetBlinder: string;
  amountBlinder: string;
}

const Opened = z.object({ vout: z.int(), asset: hex64, assetblinder: hex64, amountblinder: hex64 });
const OpenedTransaction = z.object({ details: z.array(Opened) });
const OpenedCoin = Opened.extend({ txid: hex64 });

/**
 * The blinders of these outputs and of others of their transactions, as far as the wallet knows them: of payments from its
 * transactions, spent ones included, and of change from its unspent coins. An output that is not blinded is left out.
 * RPC gettransaction, listunspent from `minconf` 0
 */
export async function readBlinders(
  node: NodeClient,
  outputs: { txid: string; assetId: string }[],
): Promise<OutputBlinders[]> {
  const wanted = new Set(outputs.map(({ txid }) => txid));
  const found: OutputBlinders[] = [];
  for (const txid of wanted)
    for (const detail of await readDetails(node, txid)) found.push(toBlinders({ ...detail, txid }));
  for (const assetId of new Set(outputs.map((output) => output.assetId))) {
    const coins = await node.call("listunspent", unspentOf(assetId), z.array(OpenedCoin));
    found.push(...coins.filter(({ txid }) => wanted.has(txid)).map(toBlinders));
  }
  return found.filter(
    ({ assetBlinder, amountBlinder }) => !NOT_BLINDED.test(assetBlinder) && !NOT_BLINDED.test(amountBlinder),
  );
}

async function readDetails(node: NodeClient, txid: string) {
  try {
    return (await node.call("gettransaction", [txid], OpenedTransaction)).details;
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return [];
    throw error;
  }
}

const toBlinders = ({ txid, vout, asset, assetblinder, amountblinder }: z.output<typeof OpenedCoin>) => ({
  ...{ txid, vout, assetId: asset },
  ...{ assetBlinder: assetblinder, amountBlinder: amountblinder },
});
