import { expect, it } from "vitest";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { workOfBatch } from "./unfinished-words";
import { ATTENDED_MS, batchNeedsPerson, type OpenBatch } from "./unfinished-work";

const { offer } = assignmentBatchesText;
const MOVED = new Date("2026-03-01T12:00:00Z");
const SOON = new Date(MOVED.getTime() + ATTENDED_MS - 1);
const LATE = new Date(MOVED.getTime() + ATTENDED_MS + 1);

const batchOf = (rest: Partial<OpenBatch>): OpenBatch => ({
  ...{ id: "b", assetUuid: "a", kind: "edit", personName: "Ada", createdAt: MOVED, movedAt: MOVED, left: 1 },
  ...{ isCarried: true, isMissing: false, isStuck: false },
  ...rest,
});

it.each([
  ["is carried on", {}, SOON, "info", offer.moving],
  ["has made nothing for long though it is carried on", {}, LATE, "waiting", offer.held],
  ["lost the new one while the worker still tries", { isMissing: true }, SOON, "info", offer.moving],
  ["has lacked the new one for long", { isMissing: true }, LATE, "danger", offer.held],
  ["is a person's to decide", { isMissing: true, isStuck: true }, SOON, "danger", offer.missingText],
  ["was paused a moment ago", { isCarried: false }, SOON, "info", offer.text],
  ["was paused long ago", { isCarried: false }, LATE, "waiting", offer.text],
] as const)("a batch that %s", (_, rest, at, tone, detail) => {
  const batch = batchOf(rest);
  expect(workOfBatch(batch, at)).toMatchObject({ tone, detail });
  expect(batchNeedsPerson(batch, at)).toBe(tone !== "info");
});
