import type { UtxoRef } from "./utxos";

/** An unspent output that AMP counts as the treasury's, at an address of which the treasury's wallet has no key. */
export interface ForeignOutput extends UtxoRef {
  /** The unconfidential form; null for a script without an address. */
  address: string | null;
  amountSats: bigint;
  /** Of the reissuance token, which is counted in sats. */
  isToken: boolean;
  /** When its transaction was; null where AMP does not tell. */
  since: { at: Date; height: number } | null;
  /** Among AMP's treasury addresses: somebody told AMP of it. What is not was approved, or taken off the list since. */
  isListed: boolean;
}

/** What lies outside of the wallet, as far as it was looked at. */
export interface ForeignOutputs {
  asset: { assetUuid: string; precision: number; ticker: string | null };
  /** Null: the node could not be asked, and only it knows what is its own. */
  outputs: ForeignOutput[] | null;
  /** Why not, in words. */
  problem: string | null;
  /** Outputs that the node was asked about, the largest ones. */
  looked: number;
  /** All that AMP counts as the treasury's and the wallet does not list. */
  outside: number;
}
