import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loggedBy } from "@/server/platform/testing-log";
import { listCalls } from "./call-log";
import { openCallWriter } from "./call-writer";
import { startTestSandbox, type TestSandbox } from "./testing";

type Fields = Record<string, unknown>;
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox?.stop());

const calls = async (query = ""): Promise<Fields[]> =>
  (await fetch(`${sandbox.url}/control/calls?${query}`)).json() as Promise<Fields[]>;
const newest = async (count: number) => (await calls(`order=newest&limit=${count}`)).reverse();

const rpc = (body: string, credentials = "rpcuser:rpcpass") =>
  fetch(`${sandbox.url}/elements/wallet/treasury`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body,
  });

test("tells of each call what it was, how long it took and how much it answered, and no secret", async () => {
  const info = await fetch(`${sandbox.url}/api/info?token=s3cret`, {
    headers: { "x-request-id": "run-7.a" },
  });
  const length = (await info.arrayBuffer()).byteLength;
  await fetch(`${sandbox.url}/api/user/obtain_token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "issuer", password: "s3cret-password" }),
  });
  await rpc("{}", "rpcuser:s3cret");
  await fetch(`${sandbox.url}/registry/index.json`);
  const rows = await newest(4);
  expect(rows).toMatchObject([
    {
      surface: "amp",
      method: "GET",
      path: "/api/info",
      status: 200,
      request_id: "run-7.a",
      size_bytes: length,
    },
    { surface: "amp", method: "POST", path: "/api/user/obtain_token", status: 400 },
    { surface: "node", method: "POST", status: 401, size_bytes: 0, account: null },
    { surface: "registry", path: "/registry/index.json", status: 200 },
  ]);
  expect(info.headers.get("x-request-id")).toBe("run-7.a");
  for (const { duration_ms } of rows) expect(duration_ms).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/s3cret/);
});

test("names a request itself when its id is no plain one", async () => {
  const { headers } = await fetch(`${sandbox.url}/api/info`, { headers: { "x-request-id": "a b<script>" } });
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("logs a batch as one call with each method once, however odd their names", async () => {
  const methods = ["getblockcount", "getbalance", "getblockcount", "nul\u0000\ud800ü", "x".repeat(2000)];
  await rpc(JSON.stringify(methods.map((method, id) => ({ method, params: [], id }))));
  const [row] = await newest(1);
  expect(row?.method).toMatch(/^getblockcount,getbalance,nul\?\?\?,x+$/);
  expect(String(row?.method)).toHaveLength(500);
  expect(await calls("method=getbalance&limit=1")).toMatchObject([{ id: row?.id }]);
});

test("finds calls by path, surface, method and status, a page at a time in both orders", async () => {
  const after = Number((await newest(1))[0]?.id);
  await fetch(`${sandbox.url}/api/info`);
  await fetch(`${sandbox.url}/api/nothing_100%`);
  await rpc('{"method":"getblockcount","params":[]}');
  await rpc('{"method":"getmoney","params":[]}');
  const found = async (query: string) =>
    (await calls(`after=${after}&${query}`)).map(({ path, method, status }) => `${method} ${path} ${status}`);
  const node = "/elements/wallet/treasury";
  expect(await found("surface=amp")).toEqual(["GET /api/info 200", "GET /api/nothing_100% 404"]);
  expect(await found("path=nothing_1")).toEqual(["GET /api/nothing_100% 404"]);
  expect(await found("path=nothing%25")).toEqual([]);
  expect(await found("method=getblockcount")).toEqual([`getblockcount ${node} 200`]);
  expect(await found("status=404")).toEqual(["GET /api/nothing_100% 404", `getmoney ${node} 404`]);
  expect(await found("status=2xx")).toEqual(["GET /api/info 200", `getblockcount ${node} 200`]);
  const [last, third] = await calls(`after=${after}&order=newest&limit=2`);
  expect(Number(last?.id) - Number(third?.id)).toBe(1);
  const rest = await calls(`after=${after}&order=newest&before=${third?.id}`);
  expect(rest.map(({ id }) => Number(id))).toEqual([after + 2, after + 1]);
});

test.each([
  "status=40",
  "order=up",
  "limit=0",
  "limit=1001",
  "surface=sea",
  "after=-1",
  "nothing=1",
  "path=%00",
  "after=4294967296",
])("refuses the filter %s", async (query) => {
  expect((await fetch(`${sandbox.url}/control/calls?${query}`)).status).toBe(400);
});

test("has every call in the log before its answer arrives, however many come at once", async () => {
  const after = Number((await newest(1))[0]?.id);
  const seen = await Promise.all(
    Array.from({ length: 60 }, async (_, place) => {
      await fetch(`${sandbox.url}/api/info`, { headers: { "x-request-id": `call-${place}` } });
      const rows = await listCalls(sandbox.world.database, { after });
      return rows.some(({ requestId }) => requestId === `call-${place}`);
    }),
  );
  expect(seen.every(Boolean)).toBe(true);
});

test("keeps no more rows than it may, the newest ones, and counts on after them", async () => {
  const own = await startTestSandbox();
  try {
    const { database } = own.world;
    const writer = openCallWriter(database, 50);
    const entry = { at: new Date(), surface: "amp", method: "GET", path: "/api/info", status: 200 } as const;
    const ids: (number | undefined)[] = [];
    for (let call = 0; call < 230; call++) {
      ids.push(await writer.record(entry));
      if (call % 10 === 0) expect((await listCalls(database, {})).length).toBeLessThanOrEqual(50);
    }
    const kept = (await listCalls(database, {})).map(({ id }) => id);
    expect(kept.length).toBeGreaterThanOrEqual(45);
    expect(kept).toEqual(ids.slice(-kept.length));
  } finally {
    await own.stop();
  }
});

test("answers although the log cannot be written", async () => {
  const { db } = sandbox.world.database;
  await db.execute(sql`alter table sandbox.calls rename to calls_away`);
  try {
    const ask = async () => expect((await fetch(`${sandbox.url}/api/info`)).status).toBe(200);
    expect(await loggedBy("error", ask)).toMatchObject([{ event: "sandbox.calls.failed" }]);
  } finally {
    await db.execute(sql`alter table sandbox.calls_away rename to calls`);
  }
  expect((await fetch(`${sandbox.url}/api/info`)).status).toBe(200);
  expect(await newest(1)).toMatchObject([{ path: "/api/info", status: 200 }]);
});

test("leaves the ledger's own writes waiting for the disk", async () => {
  await fetch(`${sandbox.url}/api/info`);
  const settings = await Promise.all(
    Array.from({ length: 8 }, () => sandbox.world.database.db.execute(sql`show synchronous_commit`)),
  );
  const usual = await sandbox.world.database.db.execute(
    sql`select reset_val from pg_settings where name = 'synchronous_commit'`,
  );
  for (const { rows } of settings) expect(rows[0]?.synchronous_commit).toBe(usual.rows[0]?.reset_val);
});
