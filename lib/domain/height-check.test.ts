import { describe, expect, it } from "vitest";
import { balancesOf, checkOf } from "./height-check";
import type { Account, Balances } from "./movements";

const balances = (entries: Record<string, bigint>): Balances =>
  new Map(Object.entries(entries).map(([gaid, sats]) => [gaid === "treasury" ? null : gaid, sats]));

const PAST = balances({ treasury: 90n, GA1: 10n });
const TODAY = balances({ treasury: 60n, GA1: 10n, GA2: 30n });
const compare = (amp: Balances | null, lostOutputs = 0) =>
  checkOf({ height: 5, amp, today: TODAY, moved: PAST, lostOutputs });

describe("AMP's answer for a block beside the movements", () => {
  it("agrees when every account has the same", () => {
    expect(compare(PAST)).toEqual({ height: 5, verdict: "agrees", accounts: 0, largest: [] });
  });

  it("is today's when AMP passed over the height", () => {
    expect(compare(TODAY)).toMatchObject({ verdict: "today", accounts: 2 });
  });

  it("is not called today's when today is what the movements say too", () => {
    const check = checkOf({ height: 9, amp: TODAY, today: TODAY, moved: TODAY, lostOutputs: 0 });
    expect(check.verdict).toBe("agrees");
  });

  it("differs otherwise, and the largest differences are named first", () => {
    const check = compare(balances({ treasury: 89n, GA1: 13n }));
    expect(check.verdict).toBe("differs");
    expect(check.largest).toEqual([
      { gaid: "GA1", ampSats: 13n, movedSats: 10n },
      { gaid: null, ampSats: 89n, movedSats: 90n },
    ]);
  });

  it("is explained by lost outputs only when accounts are short of something, and no more of them", () => {
    const short = balances({ treasury: 80n, GA1: 10n });
    expect(compare(short, 1).verdict).toBe("lost");
    expect(compare(short, 0).verdict).toBe("differs");
    expect(compare(balances({ treasury: 95n, GA1: 10n }), 1).verdict).toBe("differs");
    // A holder's output is lost with the transaction that made it.
    expect(compare(balances({ treasury: 80n, GA1: 9n }), 2).verdict).toBe("lost");
    expect(compare(balances({ treasury: 80n, GA1: 9n }), 1).verdict).toBe("differs");
    expect(compare(balances({ treasury: 80n, GA1: 11n }), 2).verdict).toBe("differs");
  });

  it("says that AMP refused the question", () => {
    expect(compare(null).verdict).toBe("refused");
  });

  it("names no more than a few of many", () => {
    const many = balances(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`GA9${i}`, 1n])));
    const check = compare(many);
    expect([check.accounts, check.largest.length]).toEqual([52, 5]);
  });
});

it("puts AMP's rows of one account together and leaves out what is nothing", () => {
  const rows: { gaid: Account; amount: bigint }[] = [
    { gaid: "GA1", amount: 2n },
    { gaid: "GA1", amount: 3n },
    { gaid: "GA2", amount: 0n },
  ];
  expect([...balancesOf(rows)]).toEqual([["GA1", 5n]]);
});
