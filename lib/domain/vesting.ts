import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { UserAssetSummary } from "@/lib/contracts/amp/registered-users";

/** What becomes distributable when: open assignments that no distribution has taken, by their moment of vesting. */

export interface VestingDate {
  /** Null: vested, or without a vesting date. */
  at: Date | null;
  count: number;
  sats: bigint;
  /** Of these, held back: they wait for somebody to unlock them, too. */
  heldSats: bigint;
  /** The user's name where there is one assignment alone. */
  userName: string | null;
}

type Vesting = Pick<
  Assignment,
  "amount" | "hasVested" | "vestingTimestamp" | "readyForDistribution" | "isDistributed" | "distributionUuid"
> & { userName: string };

/** In the order of time, what is distributable already first. Assignments of the same second stand together. */
export function vestingDates(rows: readonly Vesting[]): VestingDate[] {
  const dates = new Map<number | null, VestingDate>();
  for (const row of rows) {
    if (row.isDistributed || row.distributionUuid !== null) continue;
    const at = row.hasVested ? null : row.vestingTimestamp;
    const key = at?.getTime() ?? null;
    const before = dates.get(key);
    dates.set(key, {
      at,
      count: (before?.count ?? 0) + 1,
      sats: (before?.sats ?? 0n) + row.amount,
      heldSats: (before?.heldSats ?? 0n) + (row.readyForDistribution ? 0n : row.amount),
      userName: before ? null : row.userName,
    });
  }
  return [...dates.values()].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
}

export interface VestingMonth {
  /** "2027-01" in the reader's zone; null for what is distributable now. */
  month: string | null;
  dates: VestingDate[];
  sats: bigint;
  /** Distributable by the end of it, together with everything before. */
  untilThen: bigint;
}

/** @param monthOf the month of a moment in the reader's zone */
export function vestingMonths(dates: readonly VestingDate[], monthOf: (at: Date) => string): VestingMonth[] {
  const months: VestingMonth[] = [];
  let untilThen = 0n;
  for (const date of dates) {
    const month = date.at === null ? null : monthOf(date.at);
    untilThen += date.sats;
    const last = months.at(-1);
    if (last && last.month === month) {
      last.dates.push(date);
      last.sats += date.sats;
      last.untilThen = untilThen;
    } else months.push({ month, dates: [date], sats: date.sats, untilThen });
  }
  return months;
}

/** An open assignment of one user, of whatever asset. */
export interface UserVesting {
  assetUuid: string;
  assetName: string;
  ticker: string | null;
  precision: number;
  assignmentId: number;
  sats: bigint;
  /** Null for at once. */
  vestsAt: Date | null;
  hasVested: boolean;
  isReady: boolean;
  isInDistribution: boolean;
}

/** A user's open assignments of the assets that are given, the next to vest first. */
export function userVesting(
  summaries: readonly UserAssetSummary[],
  assets: readonly Pick<Asset, "assetUuid" | "name" | "ticker" | "precision">[],
): UserVesting[] {
  const byUuid = new Map(assets.map((asset) => [asset.assetUuid, asset]));
  const rows = summaries.flatMap((summary) => {
    const asset = byUuid.get(summary.assetUuid);
    if (!asset) return [];
    const { assetUuid, name, ticker, precision } = asset;
    return summary.assignments
      .filter(({ isDistributed }) => !isDistributed)
      .map((row) => ({
        ...{ assetUuid, assetName: name, ticker, precision, assignmentId: row.id, sats: row.amount },
        ...{ vestsAt: row.vestingTimestamp, hasVested: row.hasVested, isReady: row.readyForDistribution },
        isInDistribution: row.distributionUuid !== null,
      }));
  });
  const time = (row: UserVesting) => (row.hasVested ? 0 : (row.vestsAt?.getTime() ?? 0));
  return rows.sort((a, b) => time(a) - time(b) || a.assignmentId - b.assignmentId);
}
