import type { BlacklistedPart } from "./utxos";

/** `form` it is no GAID; `unknown` AMP knows no such wallet. */
export type GaidProblem = "form" | "unknown";

/** One wallet as AMP sees it. */
export interface GaidView {
  gaid: string;
  problem: GaidProblem | null;
  /** Whose wallet it is; null for one without a record. */
  user: { id: number; name: string } | null;
  /** What it holds, assets without a balance left out. */
  balances: {
    assetUuid: string;
    name: string;
    ticker: string | null;
    precision: number;
    balanceSats: bigint;
    /** Of the balance; null where no copy of the asset's outputs tells. */
    blacklisted: BlacklistedPart | null;
  }[];
  asOf: Date;
}
