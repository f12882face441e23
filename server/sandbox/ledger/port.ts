/**
 * What AMP and the wallets of the sandbox need of a chain. The own ledger implements it on PostgreSQL; a real
 * node's chain can take its place. Amounts are sats (`bigint`), ids are hex in display byte order.
 */

export type LiquidNetwork = "liquid" | "testnet" | "regtest";

export interface BlockRef {
  height: number;
  hash: string;
  time: Date;
}

export interface OutpointRef {
  txid: string;
  vout: number;
}

/** 64 zeros stand for "explicit": an output that is not blinded. */
export const NO_BLINDER = "0".repeat(64);

export interface LedgerOutput extends OutpointRef {
  scriptHex: string;
  /** The unconfidential form derived from the script; null for OP_RETURN and fee outputs. */
  address: string | null;
  kind: "payment" | "burn" | "fee";
  assetId: string;
  amountSats: bigint;
  assetBlinder: string;
  amountBlinder: string;
  /** The transaction that spends it, in a block or in the mempool. */
  spentBy: { txid: string; vin: number } | null;
}

export interface LedgerIssuance {
  vin: number;
  isReissuance: boolean;
  entropy: string;
  assetId: string;
  amountSats: bigint;
  assetAmountBlinder: string;
  tokenId: string | null;
  tokenAmountSats: bigint;
  tokenAmountBlinder: string;
}

export interface LedgerTransaction {
  txid: string;
  wtxid: string;
  hex: string;
  /** null while it waits in the mempool. */
  block: BlockRef | null;
  blockIndex: number | null;
  /** 0 in the mempool. */
  confirmations: number;
  receivedAt: Date;
  feeSats: bigint;
  inputs: { vin: number; prevout: LedgerOutput }[];
  outputs: LedgerOutput[];
  issuances: LedgerIssuance[];
}

export interface IssueRequest {
  /** Contract hash in display byte order; 64 zeros when nothing is committed to. */
  contractHash: string;
  amountSats: bigint;
  destinationAddress: string;
  token: { amountSats: bigint; address: string } | null;
  /** Blinds the issued amount on chain, and so chooses the confidential token id. */
  isConfidential: boolean;
}

export interface IssuedAsset {
  txid: string;
  vin: number;
  assetId: string;
  tokenId: string | null;
  assetVout: number;
  tokenVout: number | null;
  /** The issuance input's own blinders (zeros for an explicit issuance). */
  issuanceAssetBlinder: string;
  issuanceTokenBlinder: string | null;
}

export interface Ledger {
  readonly network: LiquidNetwork;
  tip(): Promise<BlockRef>;
  blockAt(height: number): Promise<BlockRef | null>;
  /** Puts the mempool into the first of `count` new blocks. */
  mine(count: number): Promise<BlockRef[]>;
  transaction(txid: string): Promise<LedgerTransaction | null>;
  output(outpoint: OutpointRef): Promise<LedgerOutput | null>;
  /** Issues from the AMP service's own funded wallet and broadcasts at once. */
  issueAsset(request: IssueRequest): Promise<IssuedAsset>;

  /** A new Managed-Assets subaccount of the Green side; the answer is its GAID. */
  createGaid(): Promise<string>;
  isKnownGaid(gaid: string): Promise<boolean>;
  /** A fresh blinded Base58 address of the GAID, remembered as its own. */
  nextGaidAddress(gaid: string): Promise<string>;
  /** Which GAID an output script belongs to; scripts of nobody are absent. */
  gaidsOfScripts(scriptHexes: string[]): Promise<Map<string, string>>;
  /**
   * Moves an asset from the GAID's outputs, change back to the GAID, the fee paid by the Green side. No AMP rule is
   * asked here. Inputs can be restricted to `onlyOutpoints`.
   */
  transferFromGaid(request: {
    gaid: string;
    assetId: string;
    outputs: { address: string; amountSats: bigint }[];
    onlyOutpoints?: OutpointRef[];
  }): Promise<{ txid: string }>;

  /** Script of an address of this network, confidential or not. @throws LedgerError code "address" */
  scriptOf(address: string): string;
  isConfidentialAddress(address: string): boolean;
}

/** A refusal of the ledger; `code` lets AMP and the node each answer in their own words. */
export class LedgerError extends Error {
  constructor(
    readonly code: "address" | "funds" | "unknown" | "conflict" | "limit",
    message: string,
  ) {
    super(message);
    this.name = "LedgerError";
  }
}
