import { once } from "node:events";
import net from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { type AmpCaller, mine, signIn } from "../amp/testing";
import { nodeClient } from "../elements/node-testing";
import { startTestSandbox, type TestSandbox } from "../testing";

type Fields = Record<string, unknown>;
let sandbox: TestSandbox;
let amp: AmpCaller;
let afterCall = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  await forgetCalls();
});
afterEach(async () => {
  await control("DELETE", "/faults", {});
  await forgetCalls();
});
afterAll(() => sandbox?.stop());

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Wire }> {
  const response = await fetch(`${sandbox.url}/control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function order(fault: Fields): Promise<number> {
  const { status, body } = await control("POST", "/faults", fault);
  expect({ status, body }).toMatchObject({ status: 200, body: fault });
  return body.id;
}

const calls = async (filter = ""): Promise<Fields[]> =>
  (await control("GET", `/calls?after=${afterCall}${filter}`)).body;
const forgetCalls = async () => {
  afterCall = Number((await calls()).at(-1)?.id ?? afterCall);
};
const faults = async (): Promise<Fields[]> => (await control("GET", "/faults")).body;
const categories = async () => (await amp.get("/categories")).body as Fields[];
const treasury = () => nodeClient(sandbox.url, "treasury");
/** What the node is busy with, the question itself among it. */
const busyWith = async () =>
  (await treasury().call<{ active_commands: Fields[] }>("getrpcinfo")).active_commands.map(
    ({ method }) => method,
  );

/** The answer as far as it arrives, read from the socket itself. */
async function rawGet(path: string): Promise<string> {
  const socket = net.connect(Number(new URL(sandbox.url).port), "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: sandbox\r\n\r\n`);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.on("error", () => {});
  const timer = setTimeout(() => socket.destroy(), 5000);
  await once(socket, "close");
  clearTimeout(timer);
  return text;
}

test("drops the connection before a call does anything, for as many calls as were ordered", async () => {
  await order({ surface: "amp", target: "addCategory", kind: "drop", remaining: 2 });
  for (let call = 0; call < 2; call++) {
    await expect(amp.post("/categories/add", { name: "Lost", description: "" })).rejects.toThrow();
  }
  expect(await categories()).toEqual([]);
  expect(await faults()).toEqual([]);
  expect((await amp.post("/categories/add", { name: "Kept", description: "" })).status).toBe(201);
  expect(await calls("&method=POST")).toMatchObject([
    { status: 0, faults: [{ kind: "drop" }], effect_status: null, size_bytes: 0 },
    { status: 0, faults: [{ kind: "drop" }] },
    { status: 201, faults: [], account: "issuer" },
  ]);
});

test("drops the connection after the call has done its work", async () => {
  await order({ surface: "amp", target: "POST /categories/add", kind: "drop", effect: "done" });
  await expect(amp.post("/categories/add", { name: "Done", description: "" })).rejects.toThrow();
  expect(await categories()).toContainEqual(expect.objectContaining({ name: "Done" }));
  expect(await calls("&method=POST")).toMatchObject([{ status: 0, effect_status: 201, account: "issuer" }]);
});

test.each([{ kind: "drop" }, { kind: "server_error" }, { kind: "bad_gateway" }])(
  "sends after the caller has been told nothing true ($kind), and the node lists the call until then",
  async (fault) => {
    const address = await treasury().call<string>("getnewaddress");
    const count = async () => (await treasury().call<Fields[]>("listtransactions", ["*", 1000])).length;
    const active = async () => (await busyWith()).filter((method) => method === "sendmany");
    const before = await count();
    await order({
      surface: "node",
      target: "sendmany",
      ...fault,
      effect: "later",
      after_ms: 3_000,
      remaining: 1,
    });
    const sent = treasury().request("sendmany", ["", { [address]: 0.001 }]);
    if (fault.kind === "drop") await expect(sent).rejects.toThrow();
    else await sent.catch(() => undefined);
    expect(await active()).toEqual(["sendmany"]);
    expect(await count()).toBe(before);
    await expect.poll(count).toBeGreaterThan(before);
    await expect.poll(active).toEqual([]);
    await expect
      .poll(() => calls("&method=sendmany"))
      .toMatchObject([{ effect_status: 200, account: "rpcuser" }]);
    await mine(sandbox, 1);
  },
);

test("lists a call of the node that is held up before its effect", async () => {
  await order({
    surface: "node",
    target: "getbalance",
    kind: "latency",
    ms: 3_000,
    jitter_ms: 50,
    remaining: 1,
  });
  const began = performance.now();
  const balance = treasury().call("getbalance");
  await expect.poll(busyWith).toContain("getbalance");
  await balance;
  expect(performance.now() - began).toBeGreaterThan(2_990);
  expect(await busyWith()).toEqual(["getrpcinfo"]);
});

test("adds a latency to whatever else hits the call", async () => {
  await order({ surface: "amp", target: "getInfo", kind: "latency", ms: 200 });
  await order({ surface: "amp", target: "getInfo", kind: "bad_gateway" });
  const began = performance.now();
  expect((await fetch(`${sandbox.url}/api/info`)).status).toBe(502);
  expect(performance.now() - began).toBeGreaterThan(190);
  expect(await calls()).toMatchObject([{ faults: [{ kind: "latency" }, { kind: "bad_gateway" }] }]);
});

test("answers 429 with Retry-After, 500 and a 502 of HTML, and does nothing then", async () => {
  const add = () =>
    fetch(`${sandbox.url}/api/categories/add`, {
      method: "POST",
      headers: { authorization: `token ${amp.token}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "Never", description: "" }),
    });
  await order({ surface: "amp", kind: "rate_limit", retry_after_seconds: 7, remaining: 1 });
  await order({ surface: "amp", kind: "server_error", remaining: 1 });
  await order({ surface: "amp", kind: "bad_gateway", remaining: 1 });
  const [limited, failed, gateway] = [await add(), await add(), await add()];
  expect(limited.status).toBe(429);
  expect(limited.headers.get("retry-after")).toBe("7");
  expect(await limited.json()).toEqual({ detail: expect.stringContaining("7 seconds") });
  expect(failed.status).toBe(500);
  expect(gateway.status).toBe(502);
  expect(gateway.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await gateway.text()).toContain("<h1>");
  expect(await categories()).not.toContainEqual(expect.objectContaining({ name: "Never" }));
});

test("refuses right credentials for as many calls as were ordered, at AMP and at the node", async () => {
  await order({ surface: "amp", kind: "unauthorized", skip: 1, remaining: 2 });
  const statuses = [];
  for (let call = 0; call < 4; call++) statuses.push((await amp.get("/categories")).status);
  expect(statuses).toEqual([200, 401, 401, 200]);
  await order({ surface: "node", target: "getbalance", kind: "unauthorized", remaining: 1 });
  expect((await treasury().request("getblockcount")).status).toBe(200);
  expect((await treasury().request("getbalance")).status).toBe(401);
  expect((await treasury().request("getbalance")).status).toBe(200);
});

test("cuts an answer in half under the length of the whole", async () => {
  await order({ surface: "amp", target: "/info", kind: "truncate" });
  const [head = "", body = ""] = (await rawGet("/api/info")).split("\r\n\r\n");
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  expect(body.length).toBe(Math.floor(length / 2));
  expect(() => JSON.parse(body)).toThrow();
  expect(await calls()).toMatchObject([{ status: 200, size_bytes: body.length }]);
  await expect(fetch(`${sandbox.url}/api/info`).then((response) => response.json())).rejects.toThrow();
});

test("answers under another content type, and a few bytes at a time", async () => {
  await order({ surface: "amp", target: "getInfo", kind: "wrong_type", remaining: 1 });
  const typed = await fetch(`${sandbox.url}/api/info`);
  expect(typed.headers.get("content-type")).toBe("text/html");
  const whole = await typed.text();
  const [chunk_bytes, every_ms] = [Math.ceil(whole.length / 5), 60];
  await order({ surface: "amp", target: "getInfo", kind: "trickle", chunk_bytes, every_ms, remaining: 1 });
  const began = performance.now();
  expect(await (await fetch(`${sandbox.url}/api/info`)).text()).toBe(whole);
  expect(performance.now() - began).toBeGreaterThan(4 * 60 - 10);
});

test("hits a batch of RPC calls by any of its methods, and leaves other surfaces alone", async () => {
  await order({ surface: "node", target: "getblockhash", kind: "server_error", status: 503 });
  const batch = (methods: string[]) =>
    fetch(`${sandbox.url}/elements/wallet/treasury`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa("rpcuser:rpcpass")}` },
      body: JSON.stringify(methods.map((method) => ({ method, params: [], id: method }))),
    });
  expect((await batch(["getblockcount", "getblockhash"])).status).toBe(503);
  expect((await batch(["getblockcount", "getbalance"])).status).toBe(200);
  expect((await fetch(`${sandbox.url}/api/info`)).status).toBe(200);
  expect(await calls("&method=getbalance")).toMatchObject([{ method: "getblockcount,getbalance" }]);
});

test("hits the registry too", async () => {
  await order({ surface: "registry", target: "GET /index", kind: "bad_gateway" });
  expect((await fetch(`${sandbox.url}/registry/index.json`)).status).toBe(502);
  expect((await fetch(`${sandbox.url}/registry/icons.json`)).status).toBe(200);
});

test("hits about the share of the calls that was ordered", async () => {
  await order({ surface: "amp", target: "getInfo", kind: "server_error", probability: 0.5 });
  let hits = 0;
  for (let call = 0; call < 60; call++)
    hits += (await fetch(`${sandbox.url}/api/info`)).status === 500 ? 1 : 0;
  expect(hits).toBeGreaterThan(8);
  expect(hits).toBeLessThan(52);
});

test("counts a fault down once per call, however many come at the same time", async () => {
  await order({ surface: "amp", target: "getInfo", kind: "server_error", remaining: 5, skip: 3 });
  const info = () => fetch(`${sandbox.url}/api/info`).then(({ status }) => status);
  const statuses = await Promise.all(Array.from({ length: 20 }, info));
  expect(statuses.filter((status) => status === 500)).toHaveLength(5);
  expect(await faults()).toEqual([]);
});

test("removes one fault or all, and names what it cannot aim at", async () => {
  const [first, second] = [
    await order({ surface: "amp", kind: "drop", effect: "later", after_ms: 5000 }),
    await order({ surface: "node", kind: "truncate", remaining: 3 }),
  ];
  expect(await control("DELETE", "/faults", { id: first })).toEqual({
    status: 200,
    body: { removed: [first] },
  });
  expect(await faults()).toMatchObject([{ id: second, kind: "truncate", remaining: 3, skip: 0 }]);
  expect((await control("DELETE", "/faults", { id: first })).status).toBe(400);
  expect((await control("DELETE", "/faults", {})).body).toEqual({ removed: [second] });
});
