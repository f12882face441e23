import type { Asset } from "@/lib/contracts/amp/assets";
import type { Distribution } from "@/lib/contracts/amp/distributions";
import type { UserAssetSummary } from "@/lib/contracts/amp/registered-users";

/** What a distribution paid to one user, output by output, of whatever asset. */
export interface UserPayment {
  assetUuid: string;
  assetName: string;
  ticker: string | null;
  precision: number;
  amountSats: bigint;
  status: Distribution["distributionStatus"];
  /** When AMP saw it confirmed; null before that. */
  at: Date | null;
  blockHeight: number | null;
  txid: string;
  vout: number;
  distributionUuid: string;
}

/** Payments that stand on the user's page; the file has all of them. */
export const SHOWN_PAYMENTS = 10;

/** What the user was paid of the assets that are given: what waits for its block first, then the newest. */
export function userPayments(
  userId: number,
  summaries: readonly UserAssetSummary[],
  assets: readonly Pick<Asset, "assetUuid" | "name" | "ticker" | "precision">[],
): UserPayment[] {
  const byUuid = new Map(assets.map((asset) => [asset.assetUuid, asset]));
  const rows = summaries.flatMap(({ assetUuid, distributions }) => {
    const asset = byUuid.get(assetUuid);
    if (!asset) return [];
    const { name: assetName, ticker, precision } = asset;
    return distributions
      .flatMap((distribution) => paymentsOf(distribution, userId))
      .map((payment) => ({ ...payment, assetUuid, assetName, ticker, precision }));
  });
  const time = ({ at }: UserPayment) => at?.getTime() ?? Number.POSITIVE_INFINITY;
  const order = ({ txid, vout }: UserPayment) => `${txid}:${String(vout).padStart(9, "0")}`;
  return rows.sort((a, b) => {
    const [one, other] = [time(a), time(b)];
    return one === other ? (order(a) < order(b) ? -1 : 1) : other - one;
  });
}

const paymentsOf = ({ distributionUuid, transactions }: Distribution, userId: number) =>
  transactions.flatMap(
    ({ txid, transactionStatus: status, includedBlockheight, confirmedDatetime, ...rest }) =>
      rest.assignments
        // AMP names the others whom it paid, too, where it tells a distribution whole.
        .filter(({ registeredUser }) => registeredUser === userId)
        .map(({ amount: amountSats, vout }) => ({
          ...{ amountSats, status, txid, vout, distributionUuid },
          at: status === "CONFIRMED" ? confirmedDatetime : null,
          blockHeight: includedBlockheight > 0 ? includedBlockheight : null,
        })),
  );
