import { afterEach, expect, it } from "vitest";
import { clockOffsetMs, now, turnClock, withOwnClock, withSharedClock } from "./clock";

const HOUR = 3_600_000;
const isAbout = (offsetMs: number) => Math.abs(now().getTime() - Date.now() - offsetMs) < 1_000;

afterEach(() => turnClock(0));

it("tells the real time until it is turned, and how far it was", () => {
  expect([isAbout(0), clockOffsetMs()]).toEqual([true, 0]);
  turnClock(-HOUR);
  expect([isAbout(-HOUR), clockOffsetMs()]).toEqual([true, -HOUR]);
});

it("turns within a clock of its own without moving the common one", async () => {
  turnClock(HOUR);
  let inside = 0;
  const work = withOwnClock(0, async () => {
    turnClock(-HOUR);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside = clockOffsetMs();
  });
  expect(clockOffsetMs()).toBe(HOUR);
  await work;
  expect([inside, clockOffsetMs()]).toEqual([-HOUR, HOUR]);
});

it("goes by the shared clock where one is given, turned or not", async () => {
  await withSharedClock(new Date(Date.now() - HOUR), async () => {
    expect([isAbout(-HOUR), clockOffsetMs()]).toEqual([true, 0]);
    turnClock(3 * HOUR);
    expect([isAbout(2 * HOUR), clockOffsetMs()]).toEqual([true, 3 * HOUR]);
  });
  expect(isAbout(3 * HOUR)).toBe(true);
});
