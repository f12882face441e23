import { expect, test } from "vitest";
import { judgeSend } from "./unsent";

const SETTLE_MS = 1000;
const before = { batch: 0, height: 7, balanceSats: 100n, at: new Date(0) };
const quiet = { isTagged: false, isRunning: false, balanceSats: 100n, height: 7, at: new Date(SETTLE_MS) };

test("a payment that the wallet shows was sent, whatever else changed", () => {
  expect(judgeSend(before, { ...quiet, isTagged: true, isRunning: true, balanceSats: 1n }, SETTLE_MS)).toBe(
    "sent",
  );
});

test("nothing is decided while a payment is being carried out, or while an effect may still come", () => {
  expect(judgeSend(before, { ...quiet, isRunning: true }, SETTLE_MS)).toBe("wait");
  expect(judgeSend(before, { ...quiet, at: new Date(SETTLE_MS - 1) }, SETTLE_MS)).toBe("wait");
  expect(judgeSend(before, { ...quiet, height: 6 }, SETTLE_MS)).toBe("wait");
});

test("an untouched balance without a tag, after the time in which an effect may come, was not sent", () => {
  expect(judgeSend(before, quiet, SETTLE_MS)).toBe("unsent");
});

test("a balance that changed without a tag stays unclear, however long it is looked at", () => {
  for (const balanceSats of [99n, 101n])
    expect(judgeSend(before, { ...quiet, balanceSats, at: new Date(1e9) }, SETTLE_MS)).toBe("unclear");
});
