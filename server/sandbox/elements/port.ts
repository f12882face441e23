import type { OutpointRef } from "../ledger/port";

/**
 * The node's wallets as the sandbox itself uses them, inside one unit of work; the JSON-RPC answers are made from
 * the same functions. Amounts are sats, addresses handed out are confidential.
 */
export interface NodeWallets {
  /** Names of the loaded wallets, in the order of their creation. */
  walletNames(): Promise<string[]>;
  /** @throws RpcError -4 when a wallet of that name exists */
  createWallet(name: string, options?: { passphrase?: string }): Promise<void>;
  /** A fresh confidential segwit address. */
  getNewAddress(wallet: string, label?: string): Promise<string>;
  getAddressInfo(wallet: string, address: string): Promise<AddressInfo>;
  /** One transaction to all recipients; change and fee are the wallet's. Node RPC: sendmany. */
  sendMany(wallet: string, request: SendManyRequest): Promise<{ txid: string }>;
  /** Unspent outputs of the wallet; default only confirmed ones. */
  listUnspent(wallet: string, options?: { minConfirmations?: number }): Promise<WalletCoin[]>;
  /** The wallet's view of a transaction: what it paid and received, without change and fee. */
  getTransaction(wallet: string, txid: string): Promise<WalletTransaction>;
  /** L-BTC from the faucet to a fresh address of the wallet. */
  fund(wallet: string, amountSats: bigint): Promise<{ txid: string }>;
}

export interface SendManyRequest {
  recipients: { address: string; assetId: string; amountSats: bigint }[];
  /** Kept beside the transaction and shown again by gettransaction and listtransactions. */
  comment?: string;
  /** Fewest confirmations are not the only limit: only these outputs may be spent. */
  onlyOutpoints?: OutpointRef[];
}

export interface AddressInfo {
  address: string;
  scriptHex: string;
  isMine: boolean;
  isChange: boolean;
  label: string | null;
  /** Public key of the script, 33 bytes hex; null when the address is not the wallet's. */
  publicKey: string | null;
  /** Blinding public key, 33 bytes hex; null for an unconfidential address of somebody else. */
  confidentialKey: string | null;
  confidential: string | null;
  unconfidential: string;
  hdKeyPath: string | null;
  /** Descriptor of an imported script that the wallet follows without its key; null for its own and for others'. */
  watchedWith: string | null;
}

export interface WalletCoin extends OutpointRef {
  /** The unconfidential form. */
  address: string;
  label: string | null;
  scriptHex: string;
  assetId: string;
  amountSats: bigint;
  assetBlinder: string;
  amountBlinder: string;
  /** null when the output is explicit. */
  assetCommitment: string | null;
  amountCommitment: string | null;
  confirmations: number;
}

export interface WalletDetail {
  /** null for an OP_RETURN output. */
  address: string | null;
  category: "send" | "receive";
  /** Negative for a send. */
  amountSats: bigint;
  amountBlinder: string;
  assetId: string;
  assetBlinder: string;
  /** null when the script is not the wallet's. */
  label: string | null;
  vout: number;
}

export interface WalletTransaction {
  txid: string;
  wtxid: string;
  hex: string;
  /** Negative ones of the block with the other, when it lost against another transaction. */
  confirmations: number;
  isConflicted: boolean;
  /** Transactions that spend one of its inputs too. */
  conflicts: string[];
  block: { hash: string; height: number; time: Date; index: number } | null;
  receivedAt: Date;
  comment: string | null;
  /** Paid by this wallet; null when it only received. */
  feeSats: bigint | null;
  /** Net effect on the wallet per asset id, the fee left out. */
  netSats: Map<string, bigint>;
  details: WalletDetail[];
}

/** A refusal in the node's own words: `code` is the RPC error code. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = "RpcError";
  }
}
