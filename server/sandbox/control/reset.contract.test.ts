import { afterAll, beforeAll, expect, test } from "vitest";
import { isFullRun } from "@/server/platform/testing";
import { AmpCaller, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { addHolder, type ControlCaller, controlCaller } from "./testing";

let sandbox: TestSandbox;
let control: ControlCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = controlCaller(sandbox);
  await control.do("/snapshots", { name: "kept" });
});
afterAll(() => sandbox?.stop());

const SEEDS: [string, number][] = [
  ["tutorial", 1],
  ["empty", 0],
];
// Takes longer than all others together.
if (isFullRun) SEEDS.push(["small", 3]);

test.each(SEEDS)(
  "a reset begins anew with the seed %s",
  async (seed, assets) => {
    const before = await signIn(sandbox, "issuer");
    await control.do("/switches", { longTickers: true });
    await control.do("/clock", { offset_seconds: 900 });
    await control.do("/interval", { seconds: 3600 });
    await control.do("/pause", { paused: true });
    const { gaid } = await control.do("/wallets", {});
    expect(await control.do("/reset", { seed })).toEqual({ seed });

    expect((await before.get("/assets/")).status).toBe(401);
    const amp = await signIn(sandbox, "issuer");
    expect((await amp.get("/assets/")).body).toHaveLength(assets);
    const state = await control.state();
    expect(state).toMatchObject({ clock_offset_seconds: 0, paused: false, interval_seconds: 0 });
    expect(state.gaids).not.toContain(gaid);
    expect(Object.keys(state.wallets)).toEqual(["treasury"]);
    const switches: { on: boolean }[] = (await control.get("/switches")).body;
    expect(switches.some(({ on }) => on)).toBe(false);
    const { id } = await addHolder(sandbox, amp, "First Comer");
    if (seed === "empty") expect(id).toBe(1001);
    expect(await control.get("/snapshots")).toMatchObject({ body: [{ name: "kept" }] });
  },
  120_000,
);

test("a reset with an unknown seed changes nothing", async () => {
  const { time: _, ...before } = await control.state();
  for (const body of [{ seed: "medium" }, {}, { seed: "empty", force: true }])
    expect(await control.post("/reset", body)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/seed|force/) },
    });
  expect(await control.state()).toMatchObject(before);
});

test("who asks while a reset runs meets the old world or the new one, never something between", async () => {
  const { token } = await signIn(sandbox, "issuer");
  const reset = control.do("/reset", { seed: "tutorial" });
  const asked = Array.from({ length: 10 }, () => new AmpCaller(sandbox, token).get("/assets/"));
  for (const { status, body } of await Promise.all(asked)) {
    if (status === 200) expect(body).toEqual([]);
    else expect(status).toBe(401);
  }
  await reset;
  expect((await (await signIn(sandbox, "issuer")).get("/assets/")).body).toHaveLength(1);
});
