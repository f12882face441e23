import { expect, it } from "vitest";
import type { MomentView } from "@/lib/domain/moment";
import { momentSentences, momentTitle } from "./moment-words";

const LAST = { height: 2_146_933, at: new Date("2025-10-22T20:31:02Z") };
const moment = (view: Partial<MomentView>): MomentView => ({
  asked: { height: 2_147_000 },
  height: 2_147_000,
  last: LAST,
  isLatest: false,
  isFuture: false,
  ...view,
});
const words = (view: Partial<MomentView>) => momentSentences(moment(view)).join(" ");

it("names the block or the time that was asked for", () => {
  expect(momentTitle(moment({}))).toContain("block 2,147,000");
  expect(momentTitle(moment({ asked: { at: new Date("2025-10-31T23:59:59Z") } }))).toContain(
    "2025-10-31 23:59:59 UTC",
  );
});

it("names the last movement by then, from which a time's block comes", () => {
  expect(words({})).toContain("block 2,146,933 of 2025-10-22 20:31:02 UTC");
  expect(words({ last: null })).toContain("Nothing had moved");
});

it("says that today is the same only when nothing has moved since, and that a block to come can change it", () => {
  expect(words({})).not.toContain("how it stands now");
  expect(words({ isLatest: true })).toContain("how it stands now");
  expect(words({ isLatest: true })).toContain("If block 2,147,000 is still to come");
  expect(words({ isLatest: true, asked: { height: LAST.height } })).not.toContain("still to come");
  expect(words({ isLatest: true, asked: { at: new Date(0) } })).not.toContain("block 2,147,000");
  expect(words({ isLatest: true, isFuture: true, asked: { at: new Date(0) } })).toContain("still to come");
});
