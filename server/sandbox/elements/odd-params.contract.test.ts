import { afterAll, beforeAll, expect, test } from "vitest";
import { Random, WILD } from "../fuzz-testing";
import { fire, fuzzSeed, type Shot } from "../fuzz-wire-testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { methods } from "./methods";
import { nodeClient } from "./node-testing";

/** Whatever a method is given, it answers soon and never with an internal error. */

let sandbox: TestSandbox;
let known: string[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "tutorial" });
  const treasury = nodeClient(sandbox.url, "treasury");
  const [coin] = await treasury.call<{ txid: string; vout: number; asset: string }[]>("listunspent", [0]);
  const address = await treasury.call<string>("getnewaddress");
  const hash = await treasury.call<string>("getbestblockhash");
  const raw = await treasury.call<string>("createrawtransaction", [[], [{ [address]: 0.01 }]]);
  const { hex } = await treasury.call<{ hex: string }>("fundrawtransaction", [raw]);
  const { hex: sent } = await treasury.call<{ hex: string }>("gettransaction", [coin?.txid]);
  const texts = [coin?.txid, coin?.asset, address, hash, raw, hex, sent, "treasury", "bitcoin", "*", "unset"];
  known = [
    ...texts.map((text) => JSON.stringify(text)),
    ...HUGE.map((vout) => `[{"txid":"${coin?.txid}","vout":${vout},"sequence":${vout}}]`),
    ...HUGE.map((value) => `{"${address}":${value}}`),
    ...HUGE.map((value) => `{"maximumCount":${value},"minconf":${value},"changePosition":${value}}`),
    ...HUGE.map((value) => `[{"asset_amount":${value},"asset_address":"${address}","input_index":${value}}]`),
    ...HUGE.map((value) => `[{"desc":"addr(${address})","timestamp":"now","range":${value}}]`),
  ];
});
afterAll(() => sandbox?.stop());

const HUGE = [
  "0",
  "-1",
  "2147483648",
  "4294967296",
  "9007199254740991",
  "9223372036854775808",
  "1e30",
  "1.5",
];
const SLOWEST_MS = 5000;

test("every method answers odd arguments with an error of its own", { timeout: 60_000 }, async () => {
  const random = new Random(fuzzSeed());
  const small = WILD.filter((text) => text.length < 1000 && isJson(text));
  const argument = () => random.pick(random.chance(0.5) ? known : small);
  const shots: Shot[] = [];
  for (const [name, { params }] of methods) {
    if (name === "encryptwallet") continue;
    for (const huge of HUGE)
      shots.push(
        shotOf(
          name,
          params.map(() => huge),
        ),
      );
    for (let place = 0; place < 12 + 3 * params.length; place++)
      shots.push(shotOf(name, params.slice(0, 1 + random.below(params.length)).map(argument)));
  }
  const hits = await fire(sandbox.url, shots);
  const wrong = hits.flatMap(({ text, status, ms }, place) => {
    const isWrong = text.includes("-32603") || status === 0 || ms > SLOWEST_MS;
    return isWrong ? [`${new TextDecoder().decode(shots[place]?.body)} => ${status} ${ms} ms ${text}`] : [];
  });
  expect(wrong).toEqual([]);
  // One of the odd arguments may have been a wallet's name.
  await nodeClient(sandbox.url, "treasury").request("loadwallet", ["treasury"]);
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const shotOf = (method: string, params: string[]): Shot => ({
  method: "POST",
  path: "/elements/wallet/treasury",
  headers: { authorization: `Basic ${btoa("rpcuser:rpcpass")}`, "content-type": "application/json" },
  body: new TextEncoder().encode(`{"id":1,"method":"${method}","params":[${params.join(",")}]}`),
});

test.each([
  ["a depth", "getbalance", ["*", 3_000_000_000], -1],
  ["a height", "getblockhash", [99_999_999_999], -1],
  ["an output's place", "gettxout", ["a".repeat(64), 2_147_483_648], -1],
])("%s beyond 32 bits is out of range", async (_, method, params, code) => {
  const { error } = await nodeClient(sandbox.url, "treasury").request(method, params);
  expect(error?.code).toBe(code);
});

test("a lock on a place that no transaction has is refused", async () => {
  const treasury = nodeClient(sandbox.url, "treasury");
  const [coin] = await treasury.call<{ txid: string }[]>("listunspent", [0]);
  const place = { txid: coin?.txid, vout: 2_147_483_648 };
  expect((await treasury.request("lockunspent", [false, [place]])).error).toEqual({
    code: -8,
    message: "Invalid parameter, vout index out of bounds",
  });
});
