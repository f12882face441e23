import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type ControlCaller, controlCaller } from "./testing";

let sandbox: TestSandbox;
let control: ControlCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "liquid" });
  control = controlCaller(sandbox);
});
afterAll(() => sandbox?.stop());

const height = async (): Promise<number> => (await control.state()).height;

test("mines the blocks asked for and tells the new tip", async () => {
  const before = await height();
  const mined = await control.do("/mine", { blocks: 3 });
  expect(mined.height).toBe(before + 3);
  expect(await control.state()).toMatchObject({ ...mined, network: "liquid", interval_seconds: 0 });
});

describe("the rhythm of blocks", () => {
  test("changes while the sandbox runs", async () => {
    const before = await height();
    expect(await control.do("/interval", { seconds: 0.05 })).toEqual({ seconds: 0.05, paused: false });
    await expect.poll(height, { timeout: 5_000 }).toBeGreaterThan(before + 1);
    await control.do("/interval", { seconds: 0 });
    const stopped = await height();
    await sleep(200);
    expect(await height()).toBe(stopped);
  });

  test("rests while paused, remembers the interval and still mines on demand", async () => {
    await control.do("/interval", { seconds: 0.05 });
    expect(await control.do("/pause", { paused: true })).toEqual({ seconds: 0.05, paused: true });
    const paused = await height();
    await sleep(250);
    expect(await control.state()).toMatchObject({ height: paused, paused: true, interval_seconds: 0.05 });
    expect((await control.do("/mine")).height).toBe(paused + 1);
    await sleep(150);
    expect(await height()).toBe(paused + 1);
    await control.do("/pause", { paused: false });
    await expect.poll(height, { timeout: 5_000 }).toBeGreaterThan(paused + 2);
    await control.do("/interval", { seconds: 0 });
  });

  test("outlives a restart, the pause too", async () => {
    const first = await startTestSandbox();
    const { databaseUrl } = first;
    await controlCaller(first).do("/interval", { seconds: 0.05 });
    await controlCaller(first).do("/pause", { paused: true });
    await first.stop({ keepDatabase: true });
    const second = await startTestSandbox({ databaseUrl, blockSeconds: 30 });
    try {
      const again = controlCaller(second);
      const opened = await again.state();
      expect(opened).toMatchObject({ interval_seconds: 0.05, paused: true });
      await sleep(200);
      expect((await again.state()).height).toBe(opened.height);
      await again.do("/pause", { paused: false });
      await expect
        .poll(async () => (await again.state()).height, { timeout: 5_000 })
        .toBeGreaterThan(opened.height);
    } finally {
      await second.stop();
    }
  });
});

test.each([
  ["/mine", { blocks: 0 }, /blocks/],
  ["/mine", { blocks: 1.5 }, /blocks/],
  ["/mine", { blocks: "many" }, /blocks/],
  ["/interval", { seconds: -1 }, /seconds/],
  ["/interval", { seconds: "soon" }, /seconds/],
  ["/interval", {}, /seconds/],
  ["/pause", {}, /paused/],
  ["/pause", { paused: "yes" }, /paused/],
  ["/pause", { paused: true, until: 3 }, /until/],
  ["/reorganise", {}, /blocks/],
  ["/reorganise", { blocks: 0 }, /blocks/],
  ["/reorganise", { blocks: 101 }, /blocks/],
  ["/reorganise", { blocks: 1, conflict: ["no id"] }, /conflict/],
  ["/reorganise", { blocks: 1, conflict: ["0".repeat(64)] }, /none of the blocks/],
  ["/reorganise", { blocks: 99 }, /first one stays/],
])("refuses %s %j clearly and changes nothing", async (path, body, message) => {
  const { time: _, ...before } = await control.state();
  const answer = await control.post(path, body);
  expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  expect(await control.state()).toMatchObject(before);
});
