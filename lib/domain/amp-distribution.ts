import type { Distribution } from "@/lib/contracts/amp/distributions";
import type { ListPage } from "@/lib/contracts/list";

export const DISTRIBUTION_STATUSES = [
  "CONFIRMED",
  "UNCONFIRMED",
] as const satisfies Distribution["distributionStatus"][];

/** A distribution as AMP lists it, without those it paid. */
export interface AmpDistributionHead {
  distributionUuid: string;
  status: Distribution["distributionStatus"];
  txids: string[];
  totalSats: bigint;
  /** Assignments paid, as the recipients of this desk's own operations are counted. */
  recipients: number;
  /** When its last transaction was; null where AMP names none. */
  confirmedAt: Date | null;
  /** The block of that transaction; null while it is in none. */
  blockHeight: number | null;
}

/** The same, whoever ran it. */
export interface AmpDistributionRow extends AmpDistributionHead {
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

/** One distribution with a page of those it paid. */
export interface AmpDistributionView {
  asset: { assetUuid: string; precision: number; ticker: string | null };
  distribution: AmpDistributionRow;
  transactions: {
    txid: string;
    status: Distribution["distributionStatus"];
    blockHeight: number;
    confirmedAt: Date;
  }[];
  recipients: ListPage<AmpRecipient>;
}

export function headOf({
  distributionUuid,
  distributionStatus: status,
  transactions,
}: Distribution): AmpDistributionHead {
  const paid = transactions.flatMap(({ assignments }) => assignments);
  const last = transactions.reduce<(typeof transactions)[number] | null>(
    (latest, one) => (latest && latest.confirmedDatetime >= one.confirmedDatetime ? latest : one),
    null,
  );
  return {
    distributionUuid,
    status,
    txids: transactions.map(({ txid }) => txid),
    totalSats: paid.reduce((sum, { amount }) => sum + amount, 0n),
    recipients: paid.length,
    confirmedAt: last?.confirmedDatetime ?? null,
    // Of what waits for its block AMP names none, or one that is no height.
    blockHeight: last && last.includedBlockheight > 0 ? last.includedBlockheight : null,
  };
}
