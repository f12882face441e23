import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { elementsAmount, hex64 } from "./wire";

/**
 * Answers of an Elements node as far as the desk reads them and the sandbox writes them. The node's own key names;
 * amounts are sats (on the wire decimals in units of 10⁸ sats for every asset). Other decimals (progress, fee rates)
 * become plain numbers. Parse bodies with `lib/exact-json.ts`.
 */

/** A decimal that is no amount. */
const decimal = z.codec(z.union([z.number(), z.instanceof(LosslessNumber)]), z.number(), {
  decode: (value) => Number(String(value)),
  encode: (value) => value,
});

/** RPC getnetworkinfo */
export const NetworkInfo = z.object({ version: z.int(), subversion: z.string() });

/** RPC getrpcinfo: what the node is carrying out this moment, this question included. */
export const RpcInfo = z.object({ active_commands: z.array(z.object({ method: z.string() })) });

/** RPC getblockchaininfo */
export const BlockchainInfo = z.object({
  chain: z.string(),
  blocks: z.int(),
  headers: z.int(),
  verificationprogress: decimal,
  initialblockdownload: z.boolean(),
});

/** RPC getwalletinfo; `unlocked_until` is absent for a wallet without a passphrase and 0 while it is locked. */
export const WalletInfo = z.object({ walletname: z.string(), unlocked_until: z.int().optional() });

/** RPC getbalance "*": asset id or label → sats; the policy asset stands under `bitcoin`. */
export const BalanceByAsset = z.record(z.string(), elementsAmount);

/** RPC getbalances */
export const Balances = z.object({
  mine: z.object({
    trusted: BalanceByAsset,
    untrusted_pending: BalanceByAsset,
    immature: BalanceByAsset,
  }),
});

/** RPC dumpassetlabels: label → asset id */
export const AssetLabels = z.record(z.string(), hex64);

/** RPC getaddressinfo; `pubkey` is there for the wallet's own key-hash addresses. */
export const AddressInfo = z.object({
  address: z.string(),
  scriptPubKey: z.string(),
  ismine: z.boolean(),
  pubkey: z.string().optional(),
  confidential: z.string().optional(),
  /** Blinding public key, 33 bytes hex; empty for an unconfidential address. */
  confidential_key: z.string().optional(),
  unconfidential: z.string().optional(),
});

/** RPC validateaddress */
export const AddressValidation = z.object({
  isvalid: z.boolean(),
  address: z.string().optional(),
  scriptPubKey: z.string().optional(),
  confidential_key: z.string().optional(),
  unconfidential: z.string().optional(),
});

/** RPC gettransaction; `details` stay as they came, because AMP's confirm wants them unchanged. */
export const WalletTransaction = z.object({
  txid: hex64,
  /** 0 in the mempool, negative when conflicted. */
  confirmations: z.int(),
  blockheight: z.int().optional(),
  comment: z.string().optional(),
  details: z.array(z.record(z.string(), z.unknown())),
});

/** One of `details`: negative for a send; change and fee outputs are not among them. No address for a burn. */
export const TransactionDetail = z.object({
  address: z.string().optional(),
  category: z.enum(["send", "receive"]),
  amount: elementsAmount,
  amountblinder: hex64,
  asset: hex64,
  assetblinder: hex64,
  label: z.string().optional(),
  vout: z.int().nonnegative(),
  fee: elementsAmount.optional(),
  abandoned: z.boolean().optional(),
});

/** An entry of RPC listtransactions. */
export const ListedTransaction = z.object({
  /** The unconfidential form; absent for a burn. */
  address: z.string().optional(),
  category: z.string(),
  txid: hex64,
  confirmations: z.int(),
  comment: z.string().optional(),
  asset: hex64.optional(),
  /** Given up by the wallet's owner; absent where it cannot be. */
  abandoned: z.boolean().optional(),
  /** When the wallet got the transaction, by the node's clock, in Unix seconds; the order of the list is that of this moment. */
  timereceived: z.int().optional(),
});

/** What the desk looks at in an entry of RPC listunspent; the entry itself stays as it came. */
export const UnspentKey = z.looseObject({ txid: hex64, vout: z.int(), asset: hex64 });

/** A whole entry of RPC listunspent; `address` is the unconfidential form, commitments are absent when explicit. */
export const UnspentOutput = z.object({
  txid: hex64,
  vout: z.int().nonnegative(),
  address: z.string().optional(),
  label: z.string().optional(),
  scriptPubKey: z.string(),
  amount: elementsAmount,
  assetcommitment: z.string().optional(),
  asset: hex64,
  amountcommitment: z.string().optional(),
  amountblinder: hex64,
  assetblinder: hex64,
  confirmations: z.int(),
  spendable: z.boolean(),
  solvable: z.boolean(),
  safe: z.boolean(),
});

/** Where an output lies, for people. Nodes before Elements 22 name `addresses`. */
const Addressed = z.object({ address: z.string().optional(), addresses: z.array(z.string()).optional() });
const withAddress = <Key extends z.output<typeof Addressed>>({
  addresses,
  address = addresses?.[0],
  ...key
}: Key): Omit<Key, "address" | "addresses"> & { address?: string } => ({
  ...key,
  ...(address === undefined ? {} : { address }),
});

/** RPC gettxout as far as it says where the output lies. */
export const OutputPlace = z.object({ scriptPubKey: Addressed.transform(withAddress) });

/** An entry of RPC listissuances. Amounts of −1 mean unknown; token fields are there for a first issuance only. */
export const WalletIssuance = z.object({
  isreissuance: z.boolean(),
  token: hex64.optional(),
  tokenamount: elementsAmount.optional(),
  tokenblinds: hex64.optional(),
  entropy: hex64,
  txid: hex64,
  vin: z.int().nonnegative(),
  asset: hex64,
  assetlabel: z.string().optional(),
  assetamount: elementsAmount,
  assetblinds: hex64,
});

/** RPC fundrawtransaction */
export const FundedTransaction = z.object({ hex: z.string() });

/** RPC signrawtransactionwithwallet */
export const SignedTransaction = z.object({ hex: z.string(), complete: z.boolean() });

/** An entry of RPC testmempoolaccept */
export const MempoolTest = z.object({
  allowed: z.boolean().optional(),
  "reject-reason": z.string().optional(),
});

/** An input's issuance as RPC decoderawtransaction prints it: an amount is explicit or a commitment. */
export const DecodedIssuance = z.object({
  isreissuance: z.boolean(),
  asset: hex64,
  assetEntropy: hex64,
  assetamount: elementsAmount.optional(),
  assetamountcommitment: z.string().optional(),
  tokenamount: elementsAmount.optional(),
  tokenamountcommitment: z.string().optional(),
});

/** RPC decoderawtransaction; outputs without `value` or `asset` are confidential. */
export const DecodedTransaction = z.object({
  txid: hex64,
  vin: z.array(
    z.object({
      txid: hex64,
      vout: z.int().nonnegative(),
      issuance: DecodedIssuance.optional(),
    }),
  ),
  vout: z.array(
    z.object({
      value: elementsAmount.optional(),
      asset: hex64.optional(),
      scriptPubKey: Addressed.extend({ hex: z.string(), type: z.string() }).transform(withAddress),
    }),
  ),
});
export type DecodedTransaction = z.output<typeof DecodedTransaction>;

/** What the desk needs to spend an output of RPC listunspent. */
export const SpendableCoin = z.object({
  txid: hex64,
  vout: z.int().nonnegative(),
  asset: hex64,
  amount: elementsAmount,
  assetblinder: hex64,
  confirmations: z.int(),
});
export type SpendableCoin = z.output<typeof SpendableCoin>;

/** RPC gettransaction, verbose: what the wallet's coins did. `fee` is there when the wallet paid for it. */
export const WalletMovement = z.object({
  txid: hex64,
  confirmations: z.int(),
  fee: z.unknown().optional(),
  details: z.array(
    z.object({
      address: z.string().optional(),
      category: z.string(),
      amount: elementsAmount,
      asset: hex64,
      vout: z.int(),
    }),
  ),
  decoded: DecodedTransaction,
});
export type WalletMovement = z.output<typeof WalletMovement>;
