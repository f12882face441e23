import { afterAll, beforeAll, expect, test } from "vitest";
import { type AmpCaller, issue, mine, signIn } from "../amp/testing";
import { nodeClient } from "../elements/node-testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { addHolder, type ControlCaller, controlCaller } from "./testing";

let sandbox: TestSandbox;
let control: ControlCaller;
let amp: AmpCaller;
const DAY = 86_400;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = controlCaller(sandbox);
  amp = await signIn(sandbox, "issuer");
});
afterAll(async () => {
  await control?.do("/clock", { offset_seconds: 0 });
  await sandbox?.stop();
});

const blockTime = async (height: number): Promise<number> => {
  const block = await sandbox.world.read(({ ledger }) => ledger.blockAt(height));
  return block?.time.getTime() ?? 0;
};
const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);

test("moves to an offset, to a time and on, and tells where it stands", async () => {
  const moved = await control.do("/clock", { offset_seconds: 3600.5 });
  expect(moved.offset_seconds).toBe(3600.5);
  expect(Math.abs(Date.parse(moved.time) - Date.now() - 3_600_500)).toBeLessThan(2_000);
  expect((await control.do("/clock", { advance_seconds: -1800 })).offset_seconds).toBe(1800.5);
  const set = await control.do("/clock", { set: "2030-01-01T00:00:00Z" });
  expect(set.time).toMatch(/^2030-01-01T00:00:0/);
  const state = await control.state();
  expect(state.clock_offset_seconds).toBe(set.offset_seconds);
  expect(state.time).toMatch(/^2030-01-01T00:00:/);
  await control.do("/clock", { offset_seconds: 0 });
});

test("blocks follow the clock forward and never run backwards", async () => {
  await control.do("/clock", { offset_seconds: 10 * DAY });
  const ahead = await control.do("/mine");
  expect(Math.abs((await blockTime(ahead.height)) - Date.parse((await control.state()).time))).toBeLessThan(
    2_000,
  );
  await control.do("/clock", { offset_seconds: 0 });
  const next = await control.do("/mine", { blocks: 2 });
  expect(await blockTime(next.height)).toBe(await blockTime(ahead.height));
});

test("an assignment vests when the clock has come so far", async () => {
  const { asset_uuid } = await issue(sandbox, amp, { restricted: false, amount: 100 });
  await mine(sandbox, 3);
  const { id } = await addHolder(sandbox, amp, "Ada Holm");
  const vests = seconds((await control.state()).time) + 30 * DAY;
  const path = `/assets/${asset_uuid}/assignments`;
  const draft = { registered_user: id, amount: 5, ready_for_distribution: true, vesting_timestamp: vests };
  await amp.post(`${path}/create`, { assignments: [draft] });
  const hasVested = async () => (await amp.get(path)).body[0].has_vested;
  expect(await hasVested()).toBe(false);
  await control.do("/clock", { advance_seconds: 30 * DAY + 1 });
  expect(await hasVested()).toBe(true);
  await control.do("/clock", { offset_seconds: 0 });
  expect(await hasVested()).toBe(false);
});

test("an unlocked wallet locks itself when its time is over by the clock", async () => {
  const till = nodeClient(sandbox.url, "till");
  await nodeClient(sandbox.url).call("createwallet", ["till", false, false, "secret"]);
  await control.do("/fund", { wallet: "till", amount: "0.01" });
  await control.do("/mine");
  const address = await till.call<string>("getnewaddress");
  const send = async () => (await till.request("sendtoaddress", [address, 0.001])).error?.code ?? null;
  await till.call("walletpassphrase", ["secret", 600]);
  expect(await send()).toBeNull();
  await control.do("/clock", { advance_seconds: 601 });
  expect(await send()).toBe(-13);
  await control.do("/clock", { offset_seconds: 0 });
});

test("stands where it was after a restart", async () => {
  const first = await startTestSandbox();
  await controlCaller(first).do("/clock", { offset_seconds: -7 * DAY });
  const { databaseUrl } = first;
  await first.stop({ keepDatabase: true });
  const second = await startTestSandbox({ databaseUrl });
  try {
    const { time, clock_offset_seconds } = await controlCaller(second).state();
    expect(clock_offset_seconds).toBe(-7 * DAY);
    expect(Math.abs(Date.parse(time) - Date.now() + 7 * DAY * 1000)).toBeLessThan(2_000);
  } finally {
    await second.stop();
    await control.do("/clock", { offset_seconds: 0 });
  }
});

test.each([
  [{}, /one of/],
  [{ offset_seconds: 1, advance_seconds: 1 }, /one of/],
  [{ offset_seconds: "1" }, /offset_seconds/],
  [{ offset_seconds: null }, /offset_seconds/],
  [{ set: "tomorrow" }, /set/],
  [{ set: "1999-01-01T00:00:00Z" }, /between/],
  [{ advance_seconds: 1e12 }, /between/],
  [{ minutes: 1 }, /minutes/],
])("refuses %j", async (body, message) => {
  const answer = await control.post("/clock", body);
  expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  expect((await control.state()).clock_offset_seconds).toBe(0);
});
