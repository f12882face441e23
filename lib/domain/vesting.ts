import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser, UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import { type AssignmentBlocker, assignmentState, blockersOf } from "./assignment";
import { missingCategories, requiredOf } from "./eligibility";

/** What vests when: open assignments that no distribution has taken, by their moment of vesting. */

export interface VestingDate {
  /** Null: vested, or without a vesting date. */
  at: Date | null;
  count: number;
  sats: bigint;
  /** Of these, held back: they wait for somebody to unlock them, too. */
  heldSats: bigint;
  /** Assignments whose user has no wallet yet: no distribution takes them before that. */
  withoutWallet: number;
  /** The same of a required category that the user is not in. */
  withoutCategory: number;
  /** The user's name where there is one assignment alone. */
  userName: string | null;
}

export interface VestingFigures {
  openSats: bigint;
  /** Vested and not held back: what a distribution could take, if every user has a wallet and the categories. */
  nowSats: bigint;
  laterSats: bigint;
  heldSats: bigint;
  /** Vested assignments whose user has no wallet. */
  withoutWallet: number;
  /** Vested assignments whose user is not in every required category. */
  withoutCategory: number;
}

/** Some moments, and what stands around them. */
export interface VestingPage {
  dates: VestingDate[];
  /** What vests before the first of them, in sats. */
  beforeSats: bigint;
  /** The moments right before and behind; null where there is none. */
  previousAt: Date | null;
  nextAt: Date | null;
}

export interface VestingMonth {
  /** "2027-01" in the reader's zone; null for what has vested. */
  month: string | null;
  /** Others of its moments are on another page: the sums are of those that are here. */
  isPart: boolean;
  dates: VestingDate[];
  sats: bigint;
  /** Vested by the end of it, together with everything before. */
  untilThen: bigint;
}

/** @param monthOf the month of a moment in the reader's zone */
export function vestingMonths(
  { dates, beforeSats, previousAt, nextAt }: VestingPage,
  monthOf: (at: Date) => string,
): VestingMonth[] {
  const months: VestingMonth[] = [];
  const cut = [previousAt, nextAt].map((at) => at && monthOf(at));
  let untilThen = beforeSats;
  for (const date of dates) {
    const month = date.at === null ? null : monthOf(date.at);
    untilThen += date.sats;
    const last = months.at(-1);
    if (last && last.month === month) {
      last.dates.push(date);
      last.sats += date.sats;
      last.untilThen = untilThen;
    } else {
      const isPart = month !== null && cut.includes(month);
      months.push({ month, isPart, dates: [date], sats: date.sats, untilThen });
    }
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
  blockers: AssignmentBlocker[];
}

type VestingAsset = Pick<
  Asset,
  "assetUuid" | "name" | "ticker" | "precision" | "transferRestricted" | "requirements"
>;

/** A user's open assignments of the assets that are given, the next to vest first. */
export function userVesting(
  { gaid, categories }: Pick<RegisteredUser, "gaid" | "categories">,
  summaries: readonly UserAssetSummary[],
  assets: readonly VestingAsset[],
): UserVesting[] {
  const byUuid = new Map(assets.map((asset) => [asset.assetUuid, asset]));
  const rows = summaries.flatMap((summary) => {
    const asset = byUuid.get(summary.assetUuid);
    if (!asset) return [];
    const { assetUuid, name, ticker, precision } = asset;
    const lacksCategory = missingCategories({ categories }, requiredOf(asset)).length > 0;
    return summary.assignments
      .filter(({ isDistributed }) => !isDistributed)
      .map((row) => ({
        ...{ assetUuid, assetName: name, ticker, precision, assignmentId: row.id, sats: row.amount },
        ...{ vestsAt: row.vestingTimestamp, hasVested: row.hasVested, isReady: row.readyForDistribution },
        isInDistribution: row.distributionUuid !== null,
        blockers: blockersOf({ state: assignmentState(row), gaid }, lacksCategory),
      }));
  });
  const time = (row: UserVesting) => (row.hasVested ? 0 : (row.vestsAt?.getTime() ?? 0));
  return rows.sort((a, b) => time(a) - time(b) || a.assignmentId - b.assignmentId);
}
