import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { startTestSandbox, type TestSandbox } from "../testing";
import { activeCalls } from "./active-calls";
import { nodeClient } from "./node-testing";
import { type Recorded, readRecordings } from "./recordings-testing";

interface Exchange {
  request: string;
  http_status: number;
  body: string;
}

const recorded = readRecordings<{ calls: Recorded[]; json_rpc: Exchange[] }>("sign-then-broadcast.json");
const exchange = (request: string) => recorded.json_rpc.find((one) => one.request === request) as Exchange;

let sandbox: TestSandbox;
let node: ReturnType<typeof nodeClient>;

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  node = nodeClient(sandbox.url);
});
afterAll(() => sandbox?.stop());
beforeEach(() => {
  sandbox.world.env.switches.newNode = false;
});

const height = () => sandbox.world.read(async ({ ledger }) => (await ledger.tip()).height);
const post = (path: string, init: RequestInit) =>
  fetch(`${sandbox.url}/elements${path}`, {
    headers: { authorization: `Basic ${btoa("rpcuser:rpcpass")}` },
    ...init,
  });

describe("as recorded", () => {
  test("2.0 without id, on a new node: no body, and the call is carried out", async () => {
    sandbox.world.env.switches.newNode = true;
    const { http_status, body } = exchange('"jsonrpc":"2.0" without id');
    const answer = await node.send('{"jsonrpc":"2.0","method":"createwallet","params":["notified"]}');
    expect([answer.status, answer.text]).toEqual([http_status, body]);
    expect(await node.call("listwallets")).toContain("notified");
  });

  test("2.0 with id, unknown method", async () => {
    const { http_status, body } = exchange('"jsonrpc":"2.0" with id, unknown method');
    const { status, text } = await node.send('{"jsonrpc":"2.0","id":1,"method":"nosuchmethod"}');
    expect([status, text.trim()]).toEqual([http_status, body]);
  });

  test("1.0 without id", async () => {
    const { http_status, body } = exchange('"jsonrpc":"1.0" without id');
    const { status, text } = await node.send('{"jsonrpc":"1.0","method":"getblockcount","params":[]}');
    expect([status, text.trim()]).toEqual([http_status, body.replace("135", String(await height()))]);
  });

  test("wrong password", async () => {
    const { http_status, body } = exchange("wrong password");
    for (const credentials of ["rpcuser:wrong", "other:rpcpass", ""]) {
      const answer = await nodeClient(sandbox.url, null, credentials).request("getblockcount");
      expect([answer.status, answer.text]).toEqual([http_status, body]);
    }
  });

  test.each(recorded.calls.filter(({ name }) => /^(loadwallet|walletpassphrase|walletlock)/.test(name)))(
    "$name",
    async ({ request, http_status, response }) => {
      await node.request("createwallet", ["locked", false, false, "secret"]);
      const { wallet, method, params } = request;
      const answer = await nodeClient(sandbox.url, wallet).request(method, params);
      const text = answer.text.replace("/sandbox/wallets", "<datadir>/wallets").trim();
      expect([answer.status, parseExactJson(text)]).toEqual([http_status, response]);
      expect(text).toBe(printExactJson(response));
    },
  );
});

describe("versions", () => {
  test("2.0 without id, as the official script sends it, is answered like a call of an old node", async () => {
    const { status, text } = await node.send('{"method":"getblockcount","params":[],"jsonrpc":"2.0"}');
    expect([status, text.trim()]).toEqual([200, `{"result":${await height()},"error":null,"id":null}`]);
    const refused = await node.send('{"method":"getblockhash","params":[-1],"jsonrpc":"2.0"}');
    expect([refused.status, refused.text.trim()]).toEqual([
      500,
      '{"result":null,"error":{"code":-8,"message":"Block height out of range"},"id":null}',
    ]);
  });

  test("2.0 with id has one of result and error, always under 200, and repeats any id", async () => {
    for (const id of ["7", '"seven"', "null", "1.50"]) {
      const right = await node.send(`{"jsonrpc":"2.0","id":${id},"method":"ping"}`);
      expect([right.status, right.text.trim()]).toEqual([200, `{"jsonrpc":"2.0","result":null,"id":${id}}`]);
      const wrong = await node.send(`{"jsonrpc":"2.0","id":${id},"method":"getblockhash","params":[-1]}`);
      expect([wrong.status, Object.keys(JSON.parse(wrong.text))]).toEqual([200, ["jsonrpc", "error", "id"]]);
    }
  });

  test("another version is refused", async () => {
    expect(await node.send('{"jsonrpc":"3.0","id":1,"method":"ping"}')).toMatchObject({
      status: 400,
      error: { code: -32600, message: "JSON-RPC version not supported" },
    });
    expect(await node.send('{"jsonrpc":2,"id":1,"method":"ping"}')).toMatchObject({ status: 400 });
  });

  test("a batch is answered under 200, each call in its own version", async () => {
    const { status, text } = await node.send(
      '[{"method":"getblockcount","id":7},{"jsonrpc":"2.0","method":"nosuch","id":8},{"method":"getblockhash","params":[-1]},5]',
    );
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual([
      { result: await height(), error: null, id: 7 },
      { jsonrpc: "2.0", error: { code: -32601, message: "Method not found" }, id: 8 },
      { result: null, error: { code: -8, message: "Block height out of range" } },
      { result: null, error: { code: -32600, message: "Invalid Request object" }, id: null },
    ]);
    expect((await node.send("[]")).text.trim()).toBe("[]");
  });

  test("a new node leaves notifications out of a batch's answer", async () => {
    sandbox.world.env.switches.newNode = true;
    const notification = '{"jsonrpc":"2.0","method":"ping"}';
    const mixed = await node.send(`[${notification},{"jsonrpc":"2.0","method":"ping","id":1}]`);
    expect(mixed.text.trim()).toBe('[{"jsonrpc":"2.0","result":null,"id":1}]');
    const silent = await node.send(`[${notification},${notification}]`);
    expect([silent.status, silent.text]).toEqual([204, ""]);
  });
});

describe("what is no call", () => {
  test.each([
    ["{", 500, -32700, "Parse error"],
    ["", 500, -32700, "Parse error"],
    ["[".repeat(100_000), 500, -32700, "Parse error"],
    ["5", 500, -32700, "Top-level object parse error"],
    ['"text"', 500, -32700, "Top-level object parse error"],
    ["{}", 400, -32600, "Missing method"],
    ['{"method":5}', 400, -32600, "Method must be a string"],
    ['{"method":"ping","params":"x"}', 400, -32600, "Params must be an array or object"],
    ['{"method":"nosuchmethod","id":1}', 404, -32601, "Method not found"],
    ['{"method":"toString","id":1}', 404, -32601, "Method not found"],
  ])("%.40s is refused with %i and %i", async (body, status, code, message) => {
    const answer = await node.send(body);
    expect([answer.status, answer.error]).toEqual([status, { code, message }]);
  });

  test("two megabytes are read like any body", async () => {
    const { status, error } = await node.send(
      JSON.stringify({ method: "validateaddress", params: ["x".repeat(2_000_000)], id: 1 }),
    );
    expect([status, error]).toEqual([200, null]);
  });

  test("other paths and other HTTP methods are not there", async () => {
    expect((await post("/nowhere", { method: "POST", body: "{}" })).status).toBe(404);
    const get = await post("", { method: "GET" });
    expect([get.status, await get.text()]).toEqual([405, "JSONRPC server handles only POST requests"]);
    const odd = await post("/wallet/%zz", { method: "POST", body: '{"method":"getbalance"}' });
    expect(await odd.json()).toMatchObject({ error: { code: -18 } });
  });
});

describe("arguments", () => {
  const refused = async (method: string, params: unknown) => (await node.request(method, params)).error;

  test("by name, by position and both", async () => {
    const hash = await node.call("getblockhash", { height: 101 });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await node.call("getblockhash", { args: [101] })).toBe(hash);
    expect(await refused("getblockhash", { hight: 101 })).toEqual({
      code: -8,
      message: "Unknown named parameter hight",
    });
    expect(await refused("getblockhash", { args: [101], height: 101 })).toMatchObject({ code: -8 });
  });

  test("of the wrong type are refused in the node's words", async () => {
    expect(await refused("getblockhash", ["101"])).toEqual({
      code: -3,
      message:
        'Wrong type passed:\n{\n    "Position 1 (height)": "JSON value of type string is not of expected type number"\n}',
    });
    expect(await refused("validateaddress", [5])).toMatchObject({ code: -3 });
    expect(await refused("getblockhash", [1.5])).toEqual({
      code: -1,
      message: "JSON integer out of range",
    });
    expect(await refused("getblock", ["abc"])).toEqual({
      code: -8,
      message: "blockhash must be of length 64 (not 3, for 'abc')",
    });
    expect(await refused("validateaddress", ["\u0000"])).toMatchObject({ code: -8 });
  });

  test("too few and too many are answered with how to call it", async () => {
    expect(await refused("getblockhash", [])).toEqual({ code: -1, message: "getblockhash height" });
    expect(await refused("getblockhash", [1, 2])).toEqual({ code: -1, message: "getblockhash height" });
  });
});

/** Keeps every writer waiting until `release`. */
async function holdLock() {
  let release = () => {};
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>((isHeld) => {
    ended = sandbox.world.write(() => {
      isHeld();
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
  });
  return { release: () => release(), ended };
}

describe("getrpcinfo", () => {
  const running = async () =>
    (await node.call<{ active_commands: { method: string; duration: number }[] }>("getrpcinfo"))
      .active_commands;

  test("lists itself alone when nothing else runs", async () => {
    expect(await running()).toEqual([{ method: "getrpcinfo", duration: expect.any(Number) }]);
  });

  test("lists a call that waits for another writer, before itself and with its age", async () => {
    const lock = await holdLock();
    const creating = node.request("createwallet", ["waiting"]);
    try {
      await expect
        .poll(async () => (await running()).map(({ method }) => method), { timeout: 10_000 })
        .toEqual(["createwallet", "getrpcinfo"]);
      const [first, second] = await running();
      expect(first?.duration).toBeGreaterThan(second?.duration ?? 0);
    } finally {
      lock.release();
    }
    await Promise.all([lock.ended, creating]);
    expect((await running()).map(({ method }) => method)).toEqual(["getrpcinfo"]);
  });

  test("lists a call that is held up from outside once, until it is let go", async () => {
    const request = new Request(sandbox.url);
    const end = activeCalls.start("sendmany", request);
    const endInside = activeCalls.start("sendmany", request);
    endInside();
    expect((await running()).map(({ method }) => method)).toEqual(["sendmany", "getrpcinfo"]);
    end();
    expect((await running()).map(({ method }) => method)).toEqual(["getrpcinfo"]);
  });
});

test("help names every method, or the arguments of one", async () => {
  const all = (await node.call<string>("help")).split("\n");
  expect(all).toContain("getbalance dummy minconf include_watchonly avoid_reuse assetlabel");
  expect(all.length).toBeGreaterThan(60);
  expect(await node.call("help", ["getblockhash"])).toBe("getblockhash height");
  expect(await node.call("help", ["nosuch"])).toBe("help: unknown command: nosuch");
});
