import { afterAll, beforeAll, expect, it } from "vitest";
import { isFullRun } from "@/server/platform/testing";
import { callNode, issue, mine, newGaid, signIn } from "./amp/testing";
import type { ControlRoute } from "./control/route";
import { controlRoutes } from "./control/routes";
import { methods } from "./elements/methods";
import { Maker, printJson, Random, schemaOf, WILD } from "./fuzz-testing";
import { fire, fuzzSeed, type Hit, type Shot } from "./fuzz-wire-testing";
import { startTestSandbox, type TestSandbox } from "./testing";

/** The node's door and the control door under fire: neither may fail inside, hang or answer what nobody can read. */
const NODE_SHOTS = isFullRun ? 1200 : 300;
const CONTROL_SHOTS = isFullRun ? 600 : 200;
const MAX_MS = 5000;

let sandbox: TestSandbox;
let known: Record<string, (string | number)[]>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const issuer = await signIn(sandbox, "issuer");
  const asset = await issue(sandbox, issuer, { reissuable: true });
  await mine(sandbox, 3);
  const address = await callNode(sandbox, "getnewaddress");
  const gaid = await newGaid(sandbox);
  const block = await callNode(sandbox, "getbestblockhash");
  const { hex } = await callNode(sandbox, "gettransaction", [asset.txid]);
  known = {
    "": [asset.asset_id, asset.txid, address, block, gaid, "treasury", "*", "label", "0014", hex],
    gaid: [gaid],
    from: [gaid],
    to: [gaid, address],
    asset_uuid: [asset.asset_uuid],
    wallet: ["treasury", "nobody"],
  };
});

afterAll(() => sandbox.stop());

const described = ({ method, path, body }: Shot, { status, ms, text }: Hit) =>
  `${method} ${path} ${Buffer.from(body).toString().slice(0, 400)} → ${status} in ${Math.round(ms)} ms: ${text.slice(0, 200)}`;

async function complaints(shots: Shot[], isWrong: (hit: Hit, shot: Shot) => boolean): Promise<string[]> {
  const hits = await fire(sandbox.url, shots);
  return shots.flatMap((shot, place) => {
    const hit = hits[place] as Hit;
    return hit.ms > MAX_MS || isWrong(hit, shot) ? [described(shot, hit)] : [];
  });
}

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Something for any position of any RPC method. */
function argument(random: Random, depth = 0): string {
  const text = () => JSON.stringify(random.pick(known[""] ?? []));
  const kinds = [
    () => random.pick(WILD),
    text,
    text,
    () => String(random.pick([0, 1, 2, 6, 100, -1, 0.00000001, 0.1, 9_999_999])),
    () => random.pick(["true", "false", "null"]),
    () => `{${text()}:${random.pick([text(), "0.0001", argument(random, depth + 1)])}}`,
    () => `[${argument(random, depth + 1)}]`,
    () => `[{"txid":${text()},"vout":${random.below(3)},"amount":0.1,"address":${text()}}]`,
  ];
  return depth > 3 ? text() : random.pick(kinds)();
}

function rpcCall(random: Random): string {
  const names = [...methods.keys()].filter((name) => name !== "stop");
  const name = random.chance(0.95) ? JSON.stringify(random.pick(names)) : random.pick(WILD);
  const list = Array.from({ length: random.below(6) }, () => argument(random));
  const parameters = methods.get(JSON.parse(isJson(name) ? name : "0"))?.params ?? ["x"];
  const named = parameters.filter(() => random.chance(0.5)).map((key) => `"${key}":${argument(random)}`);
  const params = random.chance(0.8) ? `[${list}]` : random.chance(0.8) ? `{${named}}` : random.pick(WILD);
  const id = random.pick(["", ',"id":1', ',"id":null', `,"id":${random.pick(WILD)}`]);
  const version = random.pick([
    "",
    ',"jsonrpc":"1.0"',
    ',"jsonrpc":"2.0"',
    `,"jsonrpc":${random.pick(WILD)}`,
  ]);
  return `{"method":${name},"params":${params}${id}${version}}`;
}

const RIGHT = `Basic ${Buffer.from("rpcuser:rpcpass").toString("base64")}`;
const NODE_PATHS = [
  "",
  "/",
  "/wallet/treasury",
  "/wallet/",
  "/wallet/nobody",
  "/wallet/%E0%A4%A",
  "/wallet/%00",
];

function nodeShot(random: Random): Shot {
  const kind = random.next();
  const text =
    kind < 0.85
      ? rpcCall(random)
      : kind < 0.93
        ? `[${Array.from({ length: random.below(4) }, () => rpcCall(random))}]`
        : random.pick(WILD);
  const bytes = Buffer.from(text, random.chance(0.02) ? "utf16le" : "utf8");
  return {
    method: random.chance(0.03) ? random.pick(["GET", "PUT", "DELETE", "OPTIONS"]) : "POST",
    path: `/elements${random.chance(0.7) ? "/wallet/treasury" : random.pick(NODE_PATHS)}`,
    headers: {
      authorization: random.chance(0.03) ? random.pick(["Basic x", "Basic", "token x"]) : RIGHT,
      "content-type": "application/json",
    },
    body: random.chance(0.005) ? Buffer.alloc(2 * 1024 * 1024, "[") : bytes,
  };
}

it("the node answers every call in its own words", { timeout: 300_000 }, async () => {
  const random = new Random(fuzzSeed());
  const shots = Array.from({ length: NODE_SHOTS }, () => nodeShot(random));
  const isWrong = ({ status, text }: Hit) => {
    if (status === 500) return !isJson(text) || text.includes("-32603");
    return status > 500 || (status === 200 && !isJson(text));
  };
  expect((await complaints(shots, isWrong)).slice(0, 10)).toEqual([]);
  expect(await callNode(sandbox, "getblockcount")).toBeGreaterThan(0);
});

/** A world that is thrown away or filled anew answers the next calls otherwise, which is no fault. */
const REMAKES = /reset|restore|reorganise/;

function controlShot(random: Random, route: ControlRoute): Shot {
  const maker = new Maker(random, known);
  const right = maker.make(schemaOf(route.input));
  const isQuery = route.method === "GET";
  const tree = random.chance(0.3) && !REMAKES.test(route.path) ? right : maker.spoil(right);
  const text = random.chance(0.05)
    ? random.pick(WILD)
    : printJson(tree, random.chance(0.1) ? random : undefined);
  const values = Object.entries(right ?? {}).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(random.chance(0.5) ? random.pick(WILD).slice(0, 40) : String(value))}`,
  );
  return {
    method: random.chance(0.05) ? random.pick(["GET", "POST", "PUT", "DELETE", "PATCH"]) : route.method,
    path: `/control${route.path}${isQuery ? `?${values.join("&")}` : ""}${random.chance(0.05) ? "/x" : ""}`,
    headers: { "content-type": "application/json" },
    body: isQuery ? new Uint8Array() : Buffer.from(text),
  };
}

it("the control door refuses what it cannot do and never fails inside", { timeout: 300_000 }, async () => {
  const random = new Random(fuzzSeed());
  const routes = controlRoutes.filter(({ path }) => path !== "/pause");
  const shots = Array.from({ length: CONTROL_SHOTS }, (_, place) =>
    controlShot(random, routes[place % routes.length] as ControlRoute),
  );
  const isWrong = ({ status, text }: Hit) => status >= 500 || !isJson(text);
  expect((await complaints(shots, isWrong)).slice(0, 10)).toEqual([]);
});
