import { expect, it } from "vitest";
import { type VestingDate, vestingFigures, vestingMonths } from "./vesting";

const date = (at: string | null, sats: bigint, part: Partial<VestingDate> = {}): VestingDate => ({
  ...{ at: at === null ? null : new Date(at), sats, count: 1 },
  ...{ heldSats: 0n, withoutWallet: 0, userName: null },
  ...part,
});

const DATES = [
  date(null, 30n, { count: 3, heldSats: 12n, withoutWallet: 1 }),
  date("2027-01-31T23:30:00Z", 3n, { count: 2, heldSats: 2n, withoutWallet: 2 }),
  date("2027-03-01T00:00:00Z", 5n, { userName: "Bob" }),
];

it("what is held back is not distributable now, although it has vested", () => {
  expect(vestingFigures(DATES)).toEqual({
    openSats: 38n,
    nowSats: 18n,
    laterSats: 8n,
    heldSats: 14n,
    withoutWallet: 1,
  });
});

it("a month is the reader's, and says how much has vested by its end", () => {
  const months = (monthOf: (at: Date) => string) =>
    vestingMonths(DATES, monthOf).map(({ month, sats, untilThen }) => [month, sats, untilThen]);
  expect(months((at) => at.toISOString().slice(0, 7))).toEqual([
    [null, 30n, 30n],
    ["2027-01", 3n, 33n],
    ["2027-03", 5n, 38n],
  ]);
  const hourLater = (at: Date) => new Date(at.getTime() + 3_600_000).toISOString().slice(0, 7);
  expect(months(hourLater)[1]).toEqual(["2027-02", 3n, 33n]);
});
