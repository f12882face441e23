import { describe, expect, it } from "vitest";
import { parseAmountInput } from "@/lib/format/amounts";
import { type Assignee, checkGrid, type GridRow, gridTotals, MAX_GRID_ROWS } from "./assignment-grid";
import { printVesting, readVesting } from "./vesting-time";

const ada: Assignee = {
  ...{ text: "Ada", kind: "one", userId: 7, name: "Ada Smith", hasWallet: true, paidTo: null },
  ...{ missing: [], openSats: 0n },
};
const known = (...assignees: Assignee[]) => new Map(assignees.map((one) => [one.text, one]));
const NOW = new Date("2026-11-21T12:00:00Z");

let keys = 0;
const row = (part: Partial<GridRow> = {}): GridRow => {
  keys += 1;
  return { key: keys, user: "Ada", amount: "1", vests: "", isReady: false, ...part };
};
const check = (rows: GridRow[], assignees = known(ada), precision = 2) =>
  checkGrid(rows, { assignees, now: NOW, readAmount: (text) => parseAmountInput(text, precision) });

describe("a row of the grid", () => {
  it("is read in the displayed unit to the sat", () => {
    expect(check([row({ amount: "1,000.50" })])[0]).toMatchObject({
      sats: 100_050n,
      blockers: [],
      warnings: [],
    });
  });

  it.each([
    ["no user", row({ user: " " }), { kind: "no-user" }],
    ["no amount", row({ amount: "" }), { kind: "amount", error: "empty" }],
    ["too many decimals", row({ amount: "1.005" }), { kind: "amount", error: "too-many-decimals" }],
    ["zero", row({ amount: "0.00" }), { kind: "amount-zero" }],
    ["less than zero", row({ amount: "-1" }), { kind: "amount", error: "negative" }],
    ["a date that is none", row({ vests: "31.01.2027" }), { kind: "vests", error: "not-a-time" }],
    ["a day without its hour", row({ isHalfTime: true }), { kind: "vests", error: "half" }],
  ])("with %s is kept back", (_, one, blocker) => {
    expect(check([one])[0]?.blockers).toEqual([blocker]);
  });

  it.each<[string, Assignee, object]>([
    ["whom nobody knows", { text: "Ada", kind: "none" }, { kind: "user-unknown" }],
    [
      "of a name that two have",
      { text: "Ada", kind: "several", count: 2 },
      { kind: "user-several", count: 2 },
    ],
    [
      "who lacks one of the required categories",
      { ...ada, missing: ["Accredited"] },
      { kind: "user-missing", categories: ["Accredited"] },
    ],
  ])("for a user %s is kept back", (_, assignee, blocker) => {
    expect(check([row()], known(assignee))[0]?.blockers).toEqual([blocker]);
  });

  it("for a user without a GAID can be assigned, with a remark", () => {
    const [checked] = check([row()], known({ ...ada, hasWallet: false, openSats: 5n }));
    expect(checked).toMatchObject({
      blockers: [],
      warnings: [{ kind: "no-wallet" }, { kind: "open-already", sats: 5n }],
    });
  });

  it("by a GAID that is not the default one can be assigned, and says where AMP pays to", () => {
    const [checked] = check([row()], known({ ...ada, paidTo: "GA-default" }));
    expect(checked).toMatchObject({
      blockers: [],
      warnings: [{ kind: "other-wallet", paidTo: "GA-default" }],
    });
  });

  describe("of a table that names the user more than once", () => {
    const bo: Assignee = { ...ada, text: "Bo", userId: 8, name: "Bo Lind" };
    const nobody: Assignee = { text: "GA-old", kind: "none" };
    const both = (userToo: string[], ...found: Assignee[]) =>
      check([row({ userToo })], known(ada, ...found))[0];

    it("is kept back where that is another user", () => {
      const differs = (text: string) => ({ blockers: [{ kind: "user-differs", text }] });
      expect(both(["Bo"], bo)).toMatchObject(differs("Bo"));
      expect(both(["Max"], { text: "Max", kind: "several", count: 2 })).toMatchObject(differs("Max"));
    });

    it("can be assigned where that is the same one, or may be", () => {
      const alike: Assignee[] = [
        { ...ada, text: "7" },
        { text: "ada smith", kind: "several", count: 2 },
      ];
      expect(both(["7", "ada smith"], ...alike)).toMatchObject({ blockers: [], warnings: [] });
    });

    it("says what nobody is called, and where AMP pays to instead of the wallet beside the name", () => {
      expect(both(["GA-old"], nobody)).toMatchObject({
        blockers: [],
        warnings: [{ kind: "unknown-too", text: "GA-old" }],
      });
      expect(both(["GA-other"], { ...ada, text: "GA-other", paidTo: "GA-default" })?.warnings).toEqual([
        { kind: "other-wallet", paidTo: "GA-default" },
      ]);
    });

    it("waits until all of it was looked up", () => {
      const waiting = check([row({ userToo: ["Bo"] })]);
      expect(gridTotals(waiting, 1_000n)).toMatchObject({ unchecked: 1, canAssign: false });
      const found = check([row({ userToo: ["7"] })], known(ada, { ...ada, text: "7" }));
      expect(gridTotals(found, 1_000n)).toMatchObject({ unchecked: 0, canAssign: true });
    });
  });

  it("names the row in which the same user stands already, however written", () => {
    const rows = [row(), row({ user: "", amount: "" }), row({ user: "7" })];
    const checked = check(rows, known(ada, { ...ada, text: "7" }));
    expect(checked.map(({ warnings }) => warnings)).toEqual([[], [{ kind: "again-in-grid", position: 1 }]]);
  });

  it("with a vesting date in the past is told to be distributable at once", () => {
    expect(check([row({ vests: "2020-01-01T00:00Z" })])[0]?.warnings).toEqual([{ kind: "vested-already" }]);
  });
});

describe("the grid's totals", () => {
  it("stand against what is free, to the sat and up to the largest supply", () => {
    const rows = check([row({ amount: "20999999999999.99" }), row({ amount: "0.01" })]);
    expect(gridTotals(rows, 2_100_000_000_000_000n)).toMatchObject({ leftSats: 0n, canAssign: true });
    expect(gridTotals(rows, 2_099_999_999_999_999n)).toMatchObject({ leftSats: -1n, canAssign: false });
  });

  it("let nothing through while a row is kept back, not looked up, or nothing is there", () => {
    expect(gridTotals(check([row(), row({ amount: "0" })]), 1_000n)).toMatchObject({
      blocked: 1,
      canAssign: false,
    });
    expect(gridTotals(check([row({ user: "New" })]), 1_000n)).toMatchObject({
      unchecked: 1,
      canAssign: false,
    });
    expect(gridTotals([], 1_000n).canAssign).toBe(false);
  });

  it("let at most a batch through", () => {
    const rows = check(Array.from({ length: MAX_GRID_ROWS + 1 }, () => row({ amount: "0.01" })));
    expect(gridTotals(rows, 10n ** 9n).canAssign).toBe(false);
    expect(gridTotals(rows.slice(1), 10n ** 9n).canAssign).toBe(true);
  });
});

describe("a vesting date", () => {
  const iso = (text: string) => {
    const read = readVesting(text);
    return "at" in read ? (read.at?.toISOString() ?? null) : read.error;
  };

  it.each([
    ["", null],
    ["2027-01-31T09:30Z", "2027-01-31T09:30:00.000Z"],
    ["2027-01-31 09:30+02:00", "2027-01-31T07:30:00.000Z"],
    ["2027-01-31T09:30:05-0530", "2027-01-31T15:00:05.000Z"],
    ["2027-01-31T09:30:05.000Z", "2027-01-31T09:30:05.000Z"],
    ["2027-01-31T09:30:05.500Z", "not-a-time"],
    ["2027-02-30T00:00Z", "no-such-time"],
    ["2027-13-01", "no-such-time"],
    ["2027-01-31 25:00Z", "no-such-time"],
    ["1969-12-31", "out-of-range"],
    ["31/01/2027", "not-a-time"],
    ["soon", "not-a-time"],
  ])("%s reads %s", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it("without an offset is the reader's own time, and prints as it was typed", () => {
    for (const text of ["2027-01-31T09:30", "2027-07-31T23:59", "2027-07-31T23:59:07", "9999-12-31T00:00"]) {
      const read = readVesting(text);
      expect("at" in read && printVesting(read.at)).toBe(text);
    }
    const day = readVesting("2027-01-31");
    expect("at" in day && printVesting(day.at)).toBe("2027-01-31T00:00");
  });
});
