import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AmpCaller, issue, mine, signIn } from "../amp/testing";
import { nodeClient } from "../elements/node-testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { addHolder, type ControlCaller, controlCaller, distribute } from "./testing";

let sandbox: TestSandbox;
let control: ControlCaller;
let amp: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "tutorial" });
  control = controlCaller(sandbox);
  amp = await signIn(sandbox, "issuer");
});
afterAll(() => sandbox?.stop());

/** The bytes of what AMP, the node and the knobs answer; time goes on, so it is left out. */
async function answers({ url } = sandbox): Promise<string[]> {
  const headers = { authorization: `token ${amp.token}` };
  const read = async (path: string) => (await fetch(url + path, { headers })).text();
  const assets: { asset_uuid: string }[] = JSON.parse(await read("/api/assets/"));
  const parts = ["", "/activities", "/txs", "/ownerships", "/balance", "/summary", "/assignments", "/utxos"];
  const paths = [
    ...assets.flatMap(({ asset_uuid }) => parts.map((part) => `/api/assets/${asset_uuid}${part}`)),
    ...["/api/assets/", "/api/registered_users/", "/api/categories", "/api/managers", "/control/switches"],
  ];
  const texts = await Promise.all(paths.map(read));
  const node = nodeClient(url, "treasury");
  for (const [method, params] of [
    ["listtransactions", ["*", 1000]],
    ["listunspent", [0]],
    ["getbalance", []],
    ["getblockchaininfo", []],
    ["listissuances", []],
  ] as const)
    texts.push((await node.request(method, params)).text);
  const { time: _, ...state } = JSON.parse(await read("/control/state"));
  return [...texts, JSON.stringify(state)];
}

/** Something of everything: chain, books, users, wallets, knobs. */
async function change(): Promise<void> {
  const asset = await issue(sandbox, amp, { restricted: false, amount: 100 });
  await mine(sandbox, 3);
  await amp.get(`/assets/${asset.asset_uuid}/register-authorized`);
  const { id } = await addHolder(sandbox, amp, "Late Comer");
  await distribute(sandbox, amp, asset, id, 5);
  await nodeClient(sandbox.url).call("createwallet", ["another"]);
  await control.do("/switches", { longTickers: true });
  await control.do("/clock", { offset_seconds: 500_000 });
  await control.do("/interval", { seconds: 3600 });
  await control.do("/pause", { paused: true });
  await control.do("/reorganise", { blocks: 2 });
}

describe("a snapshot", () => {
  test("puts AMP, the node and the knobs back to the byte, again and again", async () => {
    await control.do("/switches", { oneManager: true });
    await control.do("/clock", { offset_seconds: 60 });
    const before = await answers();
    const taken = await control.do("/snapshots", { name: "before-1" });
    expect(taken).toMatchObject({ name: "before-1", height: (await control.state()).height });
    for (let round = 0; round < 2; round += 1) {
      await change();
      expect(await answers()).not.toEqual(before);
      await control.do("/snapshots/restore", { name: "before-1" });
      expect(await answers()).toEqual(before);
    }
  });

  test("puts the ids to come back, so that the same changes get the same numbers", async () => {
    const add = async () => (await addHolder(sandbox, amp, "Numbered")).id;
    const first = await add();
    await control.do("/snapshots/restore", { name: "before-1" });
    expect(await add()).toBe(first);
    const { rows: held } = await sandbox.world.database.db.execute(sql`select count(*) from sandbox.calls`);
    expect(Number(held[0]?.count)).toBeGreaterThan(0);
    await control.do("/snapshots/restore", { name: "before-1" });
    // The call log goes on where it was: no number is given twice.
    for (let call = 0; call < 5; call += 1) expect((await amp.get("/assets/")).status).toBe(200);
  });

  test("holds every row of every table of the schema", async () => {
    await control.do("/snapshots", { name: "complete" });
    const { db } = sandbox.world.database;
    const tables = async (schema: string) =>
      (
        await db.execute<{ name: string }>(
          sql`select table_name as name from information_schema.tables where table_schema = ${schema}`,
        )
      ).rows.map(({ name }) => name);
    const [world, copy] = [await tables("sandbox"), await tables("sandbox_snapshot_complete")];
    expect(world.length).toBeGreaterThan(25);
    expect(copy.filter((name) => name !== "__snapshot").sort()).toEqual(world.sort());
    // Calls are logged beside the world's lock, so that one may have come in meanwhile.
    for (const table of world.filter((name) => name !== "calls")) {
      const { rows } = await db.execute<{ isSame: boolean }>(sql`
        select not exists (
          (select to_jsonb(t) from sandbox.${sql.identifier(table)} t
           except select to_jsonb(s) from sandbox_snapshot_complete.${sql.identifier(table)} s)
        ) as "isSame"`);
      expect([table, rows[0]?.isSame]).toEqual([table, true]);
    }
    expect((await control.delete("/snapshots", { name: "complete" })).status).toBe(200);
    expect(await tables("sandbox_snapshot_complete")).toEqual([]);
  });

  test("can be put back after a restart", async () => {
    const { databaseUrl } = sandbox;
    const before = await answers();
    await control.do("/snapshots", { name: "lasting" });
    await change();
    await sandbox.stop({ keepDatabase: true });
    sandbox = await startTestSandbox({ databaseUrl });
    control = controlCaller(sandbox);
    amp = new AmpCaller(sandbox, amp.token);
    const names = (await control.get("/snapshots")).body.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["before-1", "lasting"]);
    await control.do("/snapshots/restore", { name: "lasting" });
    expect(await answers()).toEqual(before);
  });

  test("lets calls in flight finish and those that come later wait", async () => {
    const calls = Array.from({ length: 20 }, (_, index) =>
      index === 10
        ? control.post("/snapshots/restore", { name: "lasting" })
        : index % 2 === 0
          ? amp.post("/categories/add", { name: `Flying ${index}`, description: null })
          : amp.get("/categories"),
    );
    for (const { status } of await Promise.all(calls)) expect([200, 201]).toContain(status);
    await control.do("/snapshots/restore", { name: "lasting" });
  });

  test("of another version's tables is refused", async () => {
    const { db } = sandbox.world.database;
    await control.do("/snapshots", { name: "old" });
    await db.execute(
      sql`delete from sandbox_snapshot_old.migrations where id = (select max(id) from sandbox_snapshot_old.migrations)`,
    );
    const before = await answers();
    expect(await control.post("/snapshots/restore", { name: "old" })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("another version of the sandbox") },
    });
    expect(await answers()).toEqual(before);
    expect((await control.delete("/snapshots", { name: "old" })).status).toBe(200);
  });

  test.each([
    ["post", "/snapshots", { name: "lasting" }, /already/],
    ["post", "/snapshots", { name: "Bad Name" }, /name/],
    ["post", "/snapshots", { name: 'a"; drop schema sandbox' }, /name/],
    ["post", "/snapshots", { name: "" }, /name/],
    ["post", "/snapshots", { name: "x".repeat(41) }, /name/],
    ["post", "/snapshots", {}, /name/],
    ["post", "/snapshots/restore", { name: "nowhere" }, /no snapshot named nowhere/],
    ["delete", "/snapshots", { name: "nowhere" }, /no snapshot named nowhere/],
  ] as const)("%s %s %j is refused clearly", async (method, path, body, message) => {
    expect(await control[method](path, body)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(message) },
    });
  });
});
