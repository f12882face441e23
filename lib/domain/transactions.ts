import type { ListPage } from "@/lib/contracts/list";
import { type OutputOwner, ownerKey } from "./output-owner";

export const TRANSACTION_KINDS = ["issuance", "reissuance", "distribution", "burn", "transfer"] as const;
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

export interface AssetUnit {
  ticker: string | null;
  precision: number;
}

/** One side of a transaction as AMP tracks it, without its blinders: those leave the server only on demand. */
interface Side {
  /** Of the reissuance token, whose amount is counted in sats. */
  isToken: boolean;
  amountSats: bigint;
  owner: OutputOwner;
}

export interface TransactionInput extends Side {
  vin: number;
  prevTxid: string;
  prevVout: number;
}

export interface TransactionOutput extends Side {
  vout: number;
  isSpent: boolean;
  isBurnt: boolean;
}

export interface Transaction {
  txid: string;
  datetime: Date;
  blockheight: number;
  kind: TransactionKind;
  inputs: TransactionInput[];
  outputs: TransactionOutput[];
}

export interface TransactionRow extends Pick<Transaction, "txid" | "datetime" | "blockheight" | "kind"> {
  /** Sats that changed hands, were made or were burned. */
  movedSats: bigint;
  /** Owners who have more of the asset afterwards. */
  receivers: number;
  inputs: number;
  outputs: number;
}

export interface TransactionsView {
  asset: AssetUnit;
  page: ListPage<TransactionRow>;
  /** Set when a filter AMP does not know was applied and more is left to look through: rows looked through. */
  lookedThrough: number | null;
}

export interface TransactionView {
  asset: AssetUnit;
  transaction: Transaction;
  /** The environment's explorer without the blinders; null when none is configured. */
  explorerUrl: string | null;
  asOf: Date;
}

/** null: AMP does not know it. */
export interface RevealedBlinders {
  /** `vin` or `vout`. */
  place: number;
  amountBlinder: string | null;
  assetBlinder: string | null;
}

/** What opens a transaction's amounts to whoever has it. */
export interface RevealedTransaction {
  inputs: RevealedBlinders[];
  outputs: RevealedBlinders[];
  /** null when AMP knows no blinder of an output. */
  fragment: string | null;
  /** null without a fragment or an explorer. */
  unblindedUrl: string | null;
}

interface Flags {
  isIssuance: boolean;
  isReissuance: boolean;
  isDistribution: boolean;
  outputs: readonly { isBurnt: boolean }[];
}

/** AMP has no flag for a burn: its outputs tell. */
export function transactionKind({
  isIssuance,
  isReissuance,
  isDistribution,
  outputs,
}: Flags): TransactionKind {
  if (isIssuance) return "issuance";
  if (isReissuance) return "reissuance";
  if (isDistribution) return "distribution";
  return outputs.some(({ isBurnt }) => isBurnt) ? "burn" : "transfer";
}

/** Who has more of the asset after the transaction than before; change does not count. */
export function movementOf({
  inputs,
  outputs,
}: {
  inputs: Side[];
  outputs: (Side & { isBurnt: boolean })[];
}): {
  movedSats: bigint;
  receivers: number;
} {
  const gains = new Map<string, bigint>();
  const add = (key: string, sats: bigint) => gains.set(key, (gains.get(key) ?? 0n) + sats);
  for (const { isToken, owner, amountSats } of inputs) if (!isToken) add(ownerKey(owner), -amountSats);
  for (const { isToken, isBurnt, owner, amountSats } of outputs)
    if (!isToken) add(isBurnt ? "burnt" : ownerKey(owner), amountSats);
  const received = [...gains].filter(([, sats]) => sats > 0n);
  return {
    movedSats: received.reduce((sum, [, sats]) => sum + sats, 0n),
    receivers: received.filter(([key]) => key !== "burnt").length,
  };
}

export const explorerLink = (explorerUrl: string, txid: string): string => `${explorerUrl}/tx/${txid}`;

interface OpenedOutput {
  amountSats: bigint;
  assetId: string;
  amountBlinder: string;
  assetBlinder: string;
}

/** What explorers read behind the `#` to show a confidential transaction open: four parts for each output. */
export function blindedFragment(outputs: readonly OpenedOutput[]): string | null {
  if (outputs.length === 0) return null;
  const parts = outputs.map((output) =>
    [output.amountSats, output.assetId, output.amountBlinder, output.assetBlinder].join(","),
  );
  return `blinded=${parts.join(",")}`;
}
