import type { Distribution } from "@/lib/contracts/amp/distributions";

/** A distribution as AMP lists it, whoever ran it. */
export interface AmpDistributionRow {
  distributionUuid: string;
  status: Distribution["distributionStatus"];
  txids: string[];
  totalSats: bigint;
  /** Assignments paid, as the recipients of this desk's own operations are counted. */
  recipients: number;
  /** When its last transaction was; null where AMP names none. */
  confirmedAt: Date | null;
  /** The operation of this desk that carried it out; null when it was run elsewhere. */
  operationId: string | null;
}

/** One payment of a distribution. AMP gives its entries no id. */
export interface AmpRecipient {
  registeredUser: number;
  /** null: no longer registered. */
  userName: string | null;
  amountSats: bigint;
  txid: string;
  vout: number;
}

/** One distribution with everybody it paid. */
export interface AmpDistributionView {
  asset: { assetUuid: string; precision: number; ticker: string | null };
  distribution: AmpDistributionRow;
  transactions: {
    txid: string;
    status: Distribution["distributionStatus"];
    blockHeight: number;
    confirmedAt: Date;
  }[];
  recipients: AmpRecipient[];
}

export function toAmpDistributionRow(
  { distributionUuid, distributionStatus: status, transactions }: Distribution,
  operationId: string | null,
): AmpDistributionRow {
  const paid = transactions.flatMap(({ assignments }) => assignments);
  const times = transactions.map(({ confirmedDatetime }) => confirmedDatetime.getTime());
  return {
    distributionUuid,
    status,
    txids: transactions.map(({ txid }) => txid),
    totalSats: paid.reduce((sum, { amount }) => sum + amount, 0n),
    recipients: paid.length,
    confirmedAt: times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b))),
    operationId,
  };
}
