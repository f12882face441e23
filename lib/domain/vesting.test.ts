import { expect, it } from "vitest";
import type { UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import { userVesting, type VestingDate, type VestingPage, vestingMonths } from "./vesting";

const date = (at: string | null, sats: bigint, part: Partial<VestingDate> = {}): VestingDate => ({
  ...{ at: at === null ? null : new Date(at), sats, count: 1 },
  ...{ heldSats: 0n, withoutWallet: 0, withoutCategory: 0, userName: null },
  ...part,
});

const DATES = [
  date(null, 30n, { count: 3 }),
  date("2027-01-31T23:30:00Z", 3n, { count: 2 }),
  date("2027-03-01T00:00:00Z", 5n, { userName: "Bob" }),
];

const cut = (all: VestingDate[], start: number, count: number): VestingPage => ({
  dates: all.slice(start, start + count),
  beforeSats: all.slice(0, start).reduce((sum, { sats }) => sum + sats, 0n),
  previousAt: all[start - 1]?.at ?? null,
  nextAt: all[start + count]?.at ?? null,
});

it("a month is the reader's, and says how much has vested by its end", () => {
  const months = (monthOf: (at: Date) => string) =>
    vestingMonths(cut(DATES, 0, 50), monthOf).map(({ month, sats, untilThen }) => [month, sats, untilThen]);
  expect(months((at) => at.toISOString().slice(0, 7))).toEqual([
    [null, 30n, 30n],
    ["2027-01", 3n, 33n],
    ["2027-03", 5n, 38n],
  ]);
  const hourLater = (at: Date) => new Date(at.getTime() + 3_600_000).toISOString().slice(0, 7);
  expect(months(hourLater)[1]).toEqual(["2027-02", 3n, 33n]);
});

it("a page goes on with what vested before it, and says of a month that it is cut", () => {
  const dates = ["2027-01-05", "2027-02-01", "2027-02-09", "2027-02-20", "2027-03-01"].map((day) =>
    date(`${day}T12:00:00Z`, 10n),
  );
  const months = (start: number, count: number) =>
    vestingMonths(cut(dates, start, count), (at) => at.toISOString().slice(0, 7)).map(
      ({ month, sats, untilThen, isPart }) => [month, sats, untilThen, isPart],
    );
  expect(months(0, 2)).toEqual([
    ["2027-01", 10n, 10n, false],
    ["2027-02", 10n, 20n, true],
  ]);
  expect(months(2, 1)).toEqual([["2027-02", 10n, 30n, true]]);
  expect(months(3, 2)).toEqual([
    ["2027-02", 10n, 40n, true],
    ["2027-03", 10n, 50n, false],
  ]);
  expect(months(0, 5).some(([, , , isPart]) => isPart)).toBe(false);
});

it("a user's open assignment says what of the user's keeps it from being distributed", () => {
  const asset = { assetUuid: "a", name: "Fund", ticker: null, precision: 0, requirements: [2, 5] };
  const assignment = {
    ...{ id: 1, registeredUser: 7, amount: 3n, receivingAddress: null, distributionUuid: null, gaid: null },
    ...{ readyForDistribution: true, hasVested: true, isDistributed: false, creator: 1 },
    ...{ vestingDatetime: null, vestingTimestamp: null },
  };
  const blockers = (
    user: { gaid: string | null; categories: number[] },
    { isRestricted = true, distributionUuid = null as string | null } = {},
  ) =>
    userVesting(
      user,
      [{ assetUuid: "a", assignments: [{ ...assignment, distributionUuid }] } as UserAssetSummary],
      [{ ...asset, transferRestricted: isRestricted }],
    ).map((row) => row.blockers);
  expect(blockers({ gaid: "GA", categories: [2, 5] })).toEqual([[]]);
  expect(blockers({ gaid: "GA", categories: [2] })).toEqual([["category"]]);
  expect(blockers({ gaid: null, categories: [] })).toEqual([["gaid", "category"]]);
  expect(blockers({ gaid: null, categories: [] }, { isRestricted: false })).toEqual([["gaid"]]);
  expect(blockers({ gaid: null, categories: [] }, { distributionUuid: "d" })).toEqual([[]]);
});
