import { z } from "zod";
import { elementsAmount, hex64, wire } from "@/lib/contracts/wire";

/** An entry of a node's answer that a confirm passes on unchanged, unknown keys included. */
export const nodeEntry = z.record(z.string(), z.unknown());
export type NodeEntry = z.output<typeof nodeEntry>;

/** What AMP reads of a `gettransaction` detail. The address is the unconfidential one; a sent amount is negative. */
export const NodeDetail = wire({
  address: z.string().optional(),
  category: z.string(),
  amount: elementsAmount,
  amountblinder: hex64,
  asset: hex64,
  assetblinder: hex64,
  vout: z.int().nonnegative(),
});
export type NodeDetail = z.output<typeof NodeDetail>;

/** What AMP reads of a `listunspent` entry. */
export const NodeUnspent = wire({
  txid: hex64,
  vout: z.int().nonnegative(),
  amount: elementsAmount,
  amountblinder: hex64,
  asset: hex64,
  assetblinder: hex64,
});
export type NodeUnspent = z.output<typeof NodeUnspent>;

/** What AMP reads of a `listissuances` entry. An amount of −1 is unknown to the node. */
export const NodeIssuance = wire({
  isreissuance: z.boolean(),
  txid: hex64,
  vin: z.int().nonnegative(),
  asset: hex64,
  assetamount: elementsAmount,
});
export type NodeIssuance = z.output<typeof NodeIssuance>;
