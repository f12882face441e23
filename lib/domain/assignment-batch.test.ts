import { describe, expect, it } from "vitest";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import { type BatchRow, findMade, isEqual, likeAny, nextOf, type WantedAssignment } from "./assignment-batch";

const VESTS = new Date("2027-01-31T09:00:00.900Z");
const wanted: WantedAssignment = {
  ...{ registeredUser: 7, userName: "Ada", amountSats: 500n, isReady: true, vestsAt: VESTS },
};
const atAmp = (part: Partial<Assignment> = {}): Assignment => ({
  ...{ id: 31, registeredUser: 7, amount: 500n, receivingAddress: null, distributionUuid: null },
  ...{ readyForDistribution: true, vestingDatetime: null, hasVested: false, isDistributed: false },
  // AMP keeps whole seconds.
  ...{ vestingTimestamp: new Date("2027-01-31T09:00:00Z"), creator: 1, gaid: null },
  ...part,
});
const row = (part: Partial<BatchRow> = {}): BatchRow => ({
  ...{ position: 1, state: "sending", wanted, original: null, isRestoring: false, equalBefore: [] },
  ...{ askedAt: VESTS, assignmentId: null, problem: null },
  ...part,
});
const NONE: ReadonlySet<number> = new Set();

it("those that could be taken for a row's are the equal ones of any row, of a change the old one's too", () => {
  const original = { ...wanted, assignmentId: 9, amountSats: 400n, vestsAt: null };
  const isLike = likeAny([row({ original })]);
  for (const found of [atAmp(), atAmp({ id: 32, amount: 400n, vestingTimestamp: null })]) {
    expect(isLike(found)).toBe(true);
  }
  for (const part of [{ amount: 401n }, { registeredUser: 8 }, { vestingTimestamp: null }]) {
    expect([isEqual(atAmp(part), wanted), isLike(atAmp(part))]).toEqual([false, false]);
  }
});

describe("what became of a request without an answer", () => {
  it("is the assignment that equals it to the second, held back meanwhile or not", () => {
    expect(findMade(row(), [atAmp({ readyForDistribution: false })], NONE)?.id).toBe(31);
  });

  it.each<[string, Partial<Assignment>]>([
    ["of another user", { registeredUser: 8 }],
    ["of another amount", { amount: 501n }],
    ["of another second", { vestingTimestamp: new Date("2027-01-31T09:00:01Z") }],
    ["without its vesting date", { vestingTimestamp: null }],
  ])("is none %s", (_, part) => {
    expect(findMade(row(), [atAmp(part)], NONE)).toBeUndefined();
  });

  it("is none that was there before, or that another row holds", () => {
    expect(findMade(row({ equalBefore: [31] }), [atAmp()], NONE)).toBeUndefined();
    expect(findMade(row(), [atAmp()], new Set([31]))).toBeUndefined();
    expect(findMade(row({ equalBefore: [31] }), [atAmp(), atAmp({ id: 32 })], NONE)?.id).toBe(32);
  });
});

describe("a batch goes on", () => {
  it.each<[string, Partial<BatchRow>[], "now" | "later" | null]>([
    ["at once while a row waits", [{ state: "sending" }, { state: "waiting" }], "now"],
    ["after a pause while an answer alone is missing", [{ state: "sending" }, { state: "created" }], "later"],
    ["after a pause while nobody knows whether the old one is gone", [{ state: "deleting" }], "later"],
    ["with the second half of a change", [{ state: "deleted" }], "now"],
    [
      "by a person's word alone when the old one is gone for nothing",
      [{ state: "deleted", problem: "No." }],
      null,
    ],
    ["no more at its end", [{ state: "created" }, { state: "refused" }, { state: "dropped" }], null],
  ])("%s", (_, parts, expected) => {
    expect(nextOf(parts.map(row))).toBe(expected);
  });
});
