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

/** The asset of a confidential output that nobody has opened yet: on a real node's chain AMP sees commitments alone. */
export const UNKNOWN_ASSET = "";
/** An issued amount that is hidden, as a node's listissuances prints it. */
export const UNKNOWN_SATS = -1n;

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
  /** 0 in the mempool, negative once it has lost against another transaction in a block. */
  confirmations: number;
  /** Height of the block with the transaction it lost against; null unless it did, and then it will never confirm. */
  conflictedHeight: number | null;
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

export interface ReorganiseRequest {
  blocks: number;
  /** Transactions of those blocks, or waiting ones, that lose against one which pays their inputs back. */
  conflict?: string[];
  /** false leaves what comes back in the mempool; default true. */
  remine?: boolean;
}

export interface Reorganised {
  /** The new blocks, oldest first. */
  blocks: BlockRef[];
  /** Every transaction whose block went away, in a new one now, waiting or beaten. */
  disconnected: string[];
  /** Transactions that have lost, those named and their descendants. */
  conflicted: string[];
  /** What they lost against. */
  winners: string[];
}

/** What somebody says of outputs and issued amounts that the chain shows as commitments. */
export interface Told {
  outputs: {
    vout: number;
    assetId: string;
    amountSats: bigint;
    assetBlinder: string;
    amountBlinder: string;
    /** Whether the teller calls the script its own. */
    isOwn: boolean;
  }[];
  issuances: { vin: number; amountSats: bigint; amountBlinder: string }[];
}

export interface GaidPayment {
  gaid: string;
  assetId: string;
  outputs: { address: string; amountSats: bigint }[];
  /** Nothing else is spent for the outputs; absent: anything of the GAID. */
  onlyOutpoints?: OutpointRef[];
  /** Coins of other transactions that are still in the making, not to be taken for the fee. */
  reserved?: OutpointRef[];
}

/** Half of what a GAID's transaction needs to be valid: the Green side's signatures are missing. */
export interface HolderSigned {
  txid: string;
  hex: string;
  /** In the order of the transaction, those for the fee included. */
  inputs: (OutpointRef & { assetId: string; amountSats: bigint })[];
  outputs: { scriptHex: string; assetId: string; amountSats: bigint }[];
}

export interface Ledger {
  readonly network: LiquidNetwork;
  tip(): Promise<BlockRef>;
  blockAt(height: number): Promise<BlockRef | null>;
  /** Puts the mempool into the first of `count` new blocks. */
  mine(count: number): Promise<BlockRef[]>;
  /**
   * Takes the newest blocks away and puts one more in their place.
   * @throws LedgerError "limit" when the first block would go, "unknown" for a conflict with what stays confirmed
   */
  reorganise(request: ReorganiseRequest): Promise<Reorganised>;
  /** Those of the transactions that lost against another one: their outputs will never exist. */
  conflictedTxids(txids: string[]): Promise<Set<string>>;
  transaction(txid: string): Promise<LedgerTransaction | null>;
  output(outpoint: OutpointRef): Promise<LedgerOutput | null>;
  /** Whether the blinders make the output's commitments; false for an unknown output. */
  opensOutput(
    outpoint: OutpointRef,
    blinders: { assetBlinder: string; amountBlinder: string },
  ): Promise<boolean>;
  /** Takes over what is told of a transaction as far as its commitments bear it out; nothing else is believed. */
  learn(txid: string, told: Told): Promise<void>;
  /** Issues from the AMP service's own funded wallet and broadcasts at once. */
  issueAsset(request: IssueRequest): Promise<IssuedAsset>;

  /** A new Managed-Assets subaccount of the Green side; the answer is its GAID. */
  createGaid(): Promise<string>;
  isKnownGaid(gaid: string): Promise<boolean>;
  /** A fresh blinded Base58 address of the GAID, remembered as its own. */
  nextGaidAddress(gaid: string): Promise<string>;
  /** Which GAID an output script belongs to; scripts of nobody are absent. */
  gaidsOfScripts(scriptHexes: string[]): Promise<Map<string, string>>;
  /** Who owns an output script ("wallet:<name>", "gaid:<GAID>", "service:<name>"); scripts of nobody are absent. */
  ownersOfScripts(scriptHexes: string[]): Promise<Map<string, string>>;
  /** Everything of the GAID that nothing has spent, of one asset. */
  unspentOfGaid(gaid: string, assetId: string): Promise<(OutpointRef & { amountSats: bigint })[]>;
  /**
   * A transaction that moves an asset from the GAID's outputs, change back to the GAID, the fee paid by the Green
   * side: signed by the holder alone and seen by nobody. No AMP rule is asked here.
   * @throws LedgerError "funds", "address", "unknown"
   */
  prepareFromGaid(request: GaidPayment): Promise<HolderSigned>;
  /** Adds the Green side's signatures and broadcasts. @throws LedgerError "conflict" when a coin was spent meanwhile */
  completeFromGaid(signed: HolderSigned): Promise<{ txid: string }>;

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
