import type { ListPage } from "@/lib/contracts/list";
import type { OutputOwner } from "./output-owner";
import type { AssetUnit } from "./transactions";

/** One movement without its blinders: those leave the server only on demand. */
export interface ActivityRow {
  type: string;
  /** AMP's own words for it, in English. */
  description: string;
  datetime: Date;
  txid: string;
  vout: number;
  blockheight: number;
  owner: OutputOwner;
  /** Sats; below zero for what left the supply. */
  amountSats: bigint;
}

export interface ActivityView {
  asset: AssetUnit;
  page: ListPage<ActivityRow>;
  /** Set when a filter AMP does not know was applied and more is left to look through: rows looked through. */
  lookedThrough: number | null;
}

/** AMP counts every movement upwards; a burn takes away. */
export const signedAmount = (type: string, amount: bigint): bigint => (type === "burn" ? -amount : amount);
