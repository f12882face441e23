import { afterAll, beforeAll, expect, test } from "vitest";
import { type ControlCaller, controlCaller } from "../control/testing";
import { nodeClient } from "../elements/node-testing";
import { startTestSandbox, type TestSandbox } from "../testing";

type Fields = Record<string, unknown>;
let sandbox: TestSandbox;
let control: ControlCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = controlCaller(sandbox);
});
afterAll(() => sandbox?.stop());

test.each([
  [{ surface: "amp", target: "listAsets", kind: "drop" }, /listAsets/],
  [{ surface: "node", target: "sendmoney", kind: "drop" }, /sendmoney/],
  [{ surface: "sea", kind: "drop" }, /surface/],
  [{ surface: "amp", kind: "explode" }, /kind/],
  [{ surface: "amp", kind: "latency" }, /ms/],
  [{ surface: "amp", kind: "latency", ms: -1 }, /ms/],
  [{ surface: "amp", kind: "truncate", effect: "later" }, /effect/],
  [{ surface: "amp", kind: "drop", remaining: 0 }, /remaining/],
  [{ surface: "amp", kind: "drop", remaining: 2 ** 40 }, /remaining/],
  [{ surface: "amp", kind: "drop", target: "/a\u0000" }, /target/],
  [{ surface: "amp", kind: "drop", probability: 0 }, /probability/],
  [{ surface: "amp", kind: "wrong_type", content_type: "a\r\nset-cookie: b" }, /content_type/],
])("refuses %j", async (fault, message) => {
  const { status, body } = await control.post("/faults", fault);
  expect({ status, error: body.error }).toEqual({ status: 400, error: expect.stringMatching(message) });
});

test("keeps what stands over a restart, and forgets late effects whose time has not come", async () => {
  const own = await startTestSandbox();
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${own.url}/control${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  await ask("POST", "/faults", {
    surface: "amp",
    target: "getInfo",
    kind: "server_error",
    skip: 1,
    remaining: 3,
  });
  await ask("POST", "/faults", {
    surface: "node",
    target: "createwallet",
    kind: "drop",
    effect: "later",
    after_ms: 60_000,
  });
  await fetch(`${own.url}/api/info`);
  await fetch(`${own.url}/api/info`);
  await expect(nodeClient(own.url).request("createwallet", ["late"])).rejects.toThrow();
  await own.stop({ keepDatabase: true });
  const again = await startTestSandbox({ databaseUrl: own.databaseUrl });
  try {
    const kept = (await (await fetch(`${again.url}/control/faults`)).json()) as Fields[];
    expect(kept).toMatchObject([
      { kind: "server_error", skip: 0, remaining: 2 },
      { kind: "drop", remaining: null, after_ms: 60_000 },
    ]);
    expect((await fetch(`${again.url}/api/info`)).status).toBe(500);
    expect(await nodeClient(again.url).call("listwallets")).not.toContain("late");
  } finally {
    await again.stop();
  }
});
