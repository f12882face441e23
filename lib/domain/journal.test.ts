import { expect, it } from "vitest";
import { type JournalPage, joinedJournal } from "./journal";

/** Lines `from` to `to` of a journal whose ids are no row without gaps. */
const lines = (from: number, to: number): JournalPage => ({
  lines: Array.from({ length: to - from + 1 }, (_, at) => ({
    id: BigInt((from + at) * 3),
    at: new Date(0),
    step: "send",
    phase: "outcome",
    detail: {},
  })),
  earlier: from - 1,
});

it("keeps what is known when the end of the journal moves on", () => {
  expect(joinedJournal(lines(1, 50), lines(11, 60))).toEqual(lines(1, 60));
  expect(joinedJournal(lines(1, 50), lines(51, 100))).toEqual(lines(1, 100));
  expect(joinedJournal(lines(1, 3), lines(1, 3))).toEqual(lines(1, 3));
  expect(joinedJournal(lines(11, 60), lines(1, 50))).toEqual(lines(1, 50));
});

it("puts what was before in front of it", () => {
  expect(joinedJournal(lines(21, 70), lines(71, 120))).toEqual(lines(21, 120));
});

it("never shows two pieces with a gap between them as one", () => {
  expect(joinedJournal(lines(1, 50), lines(52, 101))).toEqual(lines(52, 101));
});

it("is what was read where nothing was written", () => {
  expect(joinedJournal(lines(1, 0), lines(1, 0))).toEqual({ lines: [], earlier: 0 });
  expect(joinedJournal(lines(1, 0), lines(1, 2))).toEqual(lines(1, 2));
});
