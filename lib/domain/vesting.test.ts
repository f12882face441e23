import { expect, it } from "vitest";
import { vestingDates, vestingMonths } from "./vesting";

const JANUARY = new Date("2027-01-31T23:30:00Z");
const MARCH = new Date("2027-03-01T00:00:00Z");
const row = (amount: bigint, part: object = {}) => ({
  ...{ amount, userName: "Ada", hasVested: false, vestingTimestamp: JANUARY as Date | null },
  ...{ readyForDistribution: true, isDistributed: false, distributionUuid: null as string | null },
  ...part,
});

const ROWS = [
  row(5n, { vestingTimestamp: MARCH, userName: "Bob" }),
  row(1n),
  row(2n, { readyForDistribution: false }),
  row(10n, { hasVested: true, vestingTimestamp: null }),
  row(20n, { hasVested: true, vestingTimestamp: new Date(0) }),
  row(100n, { isDistributed: true }),
  row(200n, { distributionUuid: "a" }),
];

it("what a distribution has taken vests no more; the rest stands in the order of time", () => {
  expect(vestingDates(ROWS)).toEqual([
    { at: null, count: 2, sats: 30n, heldSats: 0n, userName: null },
    { at: JANUARY, count: 2, sats: 3n, heldSats: 2n, userName: null },
    { at: MARCH, count: 1, sats: 5n, heldSats: 0n, userName: "Bob" },
  ]);
});

it("a month is the reader's, and says how much is distributable by its end", () => {
  const months = (monthOf: (at: Date) => string) =>
    vestingMonths(vestingDates(ROWS), monthOf).map(({ month, sats, untilThen }) => [month, sats, untilThen]);
  expect(months((at) => at.toISOString().slice(0, 7))).toEqual([
    [null, 30n, 30n],
    ["2027-01", 3n, 33n],
    ["2027-03", 5n, 38n],
  ]);
  const hourLater = (at: Date) => new Date(at.getTime() + 3_600_000).toISOString().slice(0, 7);
  expect(months(hourLater)[1]).toEqual(["2027-02", 3n, 33n]);
});
