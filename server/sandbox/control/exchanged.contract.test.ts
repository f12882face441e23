import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AmpCaller, issue, mine, newGaid, signIn } from "../amp/testing";
import { openCallWriter } from "../call-writer";
import { nodeClient } from "../elements/node-testing";
import { approving, distributed, type IssuerService, startIssuerService } from "../green/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type ControlCaller, controlCaller } from "./testing";

/** What began in one world and would end in another, after a restore or a reset. */

let sandbox: TestSandbox;
let control: ControlCaller;
let amp: AmpCaller;
let issuer: IssuerService;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = controlCaller(sandbox);
  issuer = await startIssuerService();
});
afterAll(async () => {
  await issuer?.stop();
  await sandbox?.stop();
});
beforeEach(async () => {
  await control.do("/reset", { seed: "empty" });
  amp = await signIn(sandbox, "issuer");
});

const snapshot = async (name: string) => {
  await control.delete("/snapshots", { name });
  await control.do("/snapshots", { name });
};
const treasury = () => nodeClient(sandbox.url, "treasury");

test("a transfer that waits for its issuer over a restore is refused and spends nothing", async () => {
  const alice = await newGaid(sandbox);
  const user = (await amp.post("/registered_users/add", { name: "Alice", is_company: false, GAID: alice }))
    .body;
  const to = [{ user: user.id, amounts: [100] }];
  const bond = await distributed(sandbox, amp, { name: "Harbour Bond", restricted: false, to });
  await amp.put(`/assets/${bond.uuid}/edit`, { issuer_authorization_endpoint: issuer.url });
  const bob = await newGaid(sandbox);
  await snapshot("waiting");
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    issuer.answer = (response, body) => {
      release = () => void approving(response, body);
      resolve();
    };
  });
  const pending = control.post("/wallets/send", { from: alice, to: bob, asset_uuid: bond.uuid, amount: 40 });
  await asked;
  await control.do("/snapshots/restore", { name: "waiting" });
  release();
  const { status, body } = await pending;
  expect([status, body.error]).toEqual([400, expect.stringContaining("restored or reset")]);
  await mine(sandbox, 1);
  expect((await control.get(`/wallets/balance?gaid=${alice}`)).body.balance[bond.id]).toBe(100);
  expect((await control.get(`/wallets/balance?gaid=${bob}`)).body.balance[bond.id]).toBeUndefined();
  expect((await control.get("/authorizations")).body).toEqual(
    expect.not.objectContaining({ from: alice, txid: expect.any(String) }),
  );
});

test("what was paid to an address that a restore forgot is there when it is handed out again", async () => {
  await snapshot("address");
  const before = await treasury().call<string>("getnewaddress");
  await control.do("/snapshots/restore", { name: "address" });
  await nodeClient(sandbox.url).call("createwallet", ["payer"]);
  await control.do("/fund", { wallet: "payer", amount: "1" });
  await mine(sandbox, 1);
  const txid = await nodeClient(sandbox.url, "payer").call<string>("sendtoaddress", [before, 0.5]);
  await mine(sandbox, 1);
  expect(await treasury().call("listunspent", [1, 9999999, [before]])).toEqual([]);
  expect(await treasury().call("getnewaddress")).toBe(before);
  const coins = await treasury().call<{ txid: string }[]>("listunspent", [1, 9999999, [before]]);
  expect(coins.map((coin) => coin.txid)).toEqual([txid]);
  const lines = await treasury().call<{ txid: string }[]>("listtransactions", ["*", 100]);
  expect(lines.map((line) => line.txid)).toContain(txid);
  // and it can be spent
  const all = (await treasury().call<Record<string, unknown>>("getbalance")).bitcoin;
  expect(Number(String(all))).toBeGreaterThanOrEqual(0.5);
});

test("an effect that is still to come never comes after a restore", async () => {
  await snapshot("effects");
  const names = async () => (await amp.get("/categories")).body.map(({ name }: { name: string }) => name);
  const fault = { surface: "amp", target: "addCategory", kind: "drop", effect: "later", after_ms: 400 };
  await control.do("/faults", { ...fault, remaining: 1 });
  await expect(amp.post("/categories/add", { name: "Late", description: "" })).rejects.toThrow();
  await control.do("/snapshots/restore", { name: "effects" });
  await sleep(900);
  expect(await names()).toEqual([]);
});

test("an effect that is due while a restore holds the world is dropped too", async () => {
  await snapshot("effects");
  const fault = { surface: "amp", target: "addCategory", kind: "drop", effect: "later", after_ms: 300 };
  await control.do("/faults", { ...fault, remaining: 1 });
  await expect(amp.post("/categories/add", { name: "Late", description: "" })).rejects.toThrow();
  const holding = sandbox.world.write(() => sleep(700));
  await control.do("/snapshots/restore", { name: "effects" });
  await holding;
  await sleep(200);
  expect((await amp.get("/categories")).body).toEqual([]);
});

test("an effect is noted at its own call, never at another one that has its number since a restore", async () => {
  const writer = openCallWriter(sandbox.world.database, 1000);
  const entry = {
    at: new Date(),
    surface: "amp" as const,
    method: "GET",
    path: "/x",
    status: 200,
    durationMs: 1,
  };
  const id = await writer.record({ ...entry, requestId: "new" });
  const effectOf = async () =>
    (await control.get(`/calls?after=${Number(id) - 1}`)).body.find((call: { id: number }) => call.id === id)
      .effect_status;
  await writer.recordEffect(Promise.resolve(id), { requestId: "old", status: 500, account: null });
  expect(await effectOf()).toBeNull();
  await writer.recordEffect(Promise.resolve(id), { requestId: "new", status: 200, account: null });
  expect(await effectOf()).toBe(200);
});

test("switches that are turned at the same time are all turned, and those of an old world are gone", async () => {
  const on = async () =>
    (await control.get("/switches")).body
      .filter((one: { on: boolean }) => one.on)
      .map(nameOf)
      .sort();
  const nameOf = ({ name }: { name: string }) => name;
  const names = ["newNode", "longTickers", "oneManager", "olderPaths", "olderFields"];
  await snapshot("off");
  await Promise.all(names.map((name) => control.do("/switches", { [name]: true })));
  expect(await on()).toEqual([...names].sort());
  const restored = control.do("/snapshots/restore", { name: "off" });
  await sleep(5);
  await Promise.all([restored, control.do("/switches", { newNode: true })]);
  expect(["newNode", ""]).toContain((await on()).join());
  await control.do("/reset", { seed: "empty" });
});

test("eight waiting writers do not stop a read", async () => {
  const holding = sandbox.world.write(() => sleep(1500));
  const writers = Array.from({ length: 12 }, () => treasury().request("getnewaddress"));
  await sleep(100);
  const start = performance.now();
  await treasury().call("getblockcount");
  expect(performance.now() - start).toBeLessThan(1000);
  await holding;
  await Promise.all(writers);
});

test("a spend behind AMP's back answers with its txid alone, and a locked wallet refuses it", async () => {
  const asset = await issue(sandbox, amp, { restricted: false, amount: 100 });
  await mine(sandbox, 3);
  const order = { wallet: "treasury", asset_uuid: asset.asset_uuid, amount: 1 };
  expect(await control.do("/wallets/outside", order)).toEqual({
    txid: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await treasury().call("encryptwallet", ["secret"]);
  const { status, body } = await control.post("/wallets/outside", order);
  expect([status, body.error]).toEqual([400, expect.stringContaining("passphrase")]);
});

test("the state shows the newest fifty GAIDs and counts all", async () => {
  const { gaids } = await control.do("/wallets", { count: 60 });
  const state = await control.state();
  expect(state.gaids.length).toBe(50);
  expect(gaids).toEqual(expect.arrayContaining(state.gaids));
  expect(state.wallet_count).toBe(60);
});

test("a slip in a body is refused, in words that a person knows", async () => {
  const { height } = await control.state();
  for (const [path, body] of [
    ["/mine", { count: 5 }],
    ["/mine", { blocks: 1.5 }],
    ["/interval", { seconds: 1, minutes: 1 }],
    ["/fund", { wallet: "treasury", amount: "1", asset: "x" }],
  ] as const) {
    const answer = await control.post(path, body);
    expect([path, answer.status]).toEqual([path, 400]);
    expect(answer.body.error).not.toContain("LosslessNumber");
  }
  expect((await control.state()).height).toBe(height);
  for (const target of ["constructor", "toString", "__proto__"])
    expect((await control.post("/faults", { surface: "amp", target, kind: "drop" })).status).toBe(400);
});
