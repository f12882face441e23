import type { LedgerOutput, OutpointRef } from "./port";

/** An unspent output with what spending it needs. */
export interface Coin extends OutpointRef {
  owner: string;
  scriptHex: string;
  /** The unconfidential form; null when the script has none. */
  address: string | null;
  assetId: string;
  amountSats: bigint;
  assetBlinder: string;
  amountBlinder: string;
  /** null when the output is explicit. */
  assetCommitment: string | null;
  amountCommitment: string | null;
  /** null in the mempool. */
  blockHeight: number | null;
}

/** An output that a transaction is to have. */
export interface Draft {
  kind: LedgerOutput["kind"];
  scriptHex: string;
  /** Blinds the output; null leaves it explicit. */
  blindingKey: string | null;
  assetId: string;
  amountSats: bigint;
}

/** An output that a transaction has, with the secrets that open it. */
export interface BuiltOutput extends Draft {
  assetBlinder: string;
  amountBlinder: string;
  assetCommitment: string | null;
  amountCommitment: string | null;
}

/** An issuance that the first input carries; ids and entropy follow from its prevout. */
export interface IssuanceDraft {
  contractHash: string;
  amountSats: bigint;
  tokenSats: bigint;
  isConfidential: boolean;
}

/** More of an asset, issued on the input that spends its reissuance token. */
export interface ReissuanceDraft {
  entropy: string;
  tokenId: string;
  amountSats: bigint;
  /** As the first issuance was: the token's id follows from it. */
  isConfidential: boolean;
}

export const sameOutpoint = (one: OutpointRef, other: OutpointRef): boolean =>
  one.txid === other.txid && one.vout === other.vout;
