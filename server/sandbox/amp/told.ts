import { z } from "zod";
import { NodeDetail, type NodeEntry, NodeUnspent } from "@/lib/contracts/amp/node-entries";
import { elementsAmount, hex64, wire } from "@/lib/contracts/wire";
import type { Ledger } from "../ledger/port";

/** The node's answers as a confirm passes them on. */
export interface ToldEntries {
  /** Of `gettransaction`. */
  details?: NodeEntry[];
  /** Of `listunspent`. */
  change?: NodeEntry[];
  /** Of `listissuances`. */
  issuances?: NodeEntry[];
}

const BlindedIssuance = wire({
  txid: hex64,
  vin: z.int().nonnegative(),
  assetamount: elementsAmount,
  assetblinds: hex64,
});

/**
 * Lets the ledger learn what a confirm tells of its transaction. On a real chain AMP sees commitments: what opens them
 * is taken for true, and what the issuer's wallet lists as received or unspent is the issuer's. Entries of another shape
 * teach nothing; the confirm itself refuses them.
 */
export async function learnTold(
  { ledger }: { ledger: Ledger },
  txid: string,
  { details = [], change = [], issuances = [] }: ToldEntries,
): Promise<void> {
  const received = readAll(NodeDetail, details).map((detail) => ({
    ...detail,
    isOwn: detail.category === "receive",
  }));
  const unspent = readAll(NodeUnspent, change)
    .filter((entry) => entry.txid === txid)
    .map((entry) => ({ ...entry, isOwn: true }));
  await ledger.learn(txid, {
    outputs: [...received, ...unspent].map(({ vout, asset, amount, assetblinder, amountblinder, isOwn }) => ({
      ...{ vout, assetId: asset, amountSats: amount < 0n ? -amount : amount, isOwn },
      ...{ assetBlinder: assetblinder, amountBlinder: amountblinder },
    })),
    issuances: readAll(BlindedIssuance, issuances)
      .filter((issuance) => issuance.txid === txid)
      .map(({ vin, assetamount, assetblinds }) => ({
        ...{ vin, amountSats: assetamount, amountBlinder: assetblinds },
      })),
  });
}

/** Those of the entries that have the shape. */
export function readAll<S extends z.ZodType>(shape: S, entries: NodeEntry[]): z.output<S>[] {
  return entries.flatMap((entry) => {
    const read = z.safeDecode(shape, entry as z.input<S>);
    return read.success ? [read.data] : [];
  });
}
