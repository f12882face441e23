import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { dumps, loads } from "./testing-python";
import { IssuerWorld } from "./testing-world";

/** Issuers' own authorization servers, as the third-party examples and the official page build them. */

interface Rules {
  assets: string[];
  inputs: string[];
  outputs: string[];
  mostSats: number;
}

let world: IssuerWorld;
let signer: string;
let asset: Wire;
let rules: Rules;
let wallets: Record<"alice" | "bob" | "carol", string>;
let authorizer: Awaited<ReturnType<typeof start>>;

beforeAll(async () => {
  world = await IssuerWorld.open();
  signer = (await (await fetch(world.sandbox.url)).json()).authorizer.address;
  const { gaids } = await world.control.do("/wallets", { count: 3 });
  const [alice, bob, carol] = gaids;
  wallets = { alice, bob, carol };
  asset = await world.asset({ tokens: 0 });
  const sent = { name: "Alice Ames", is_company: false, GAID: alice };
  const { body: user } = await world.issuer.post("/registered_users/add", sent);
  await world.client().distribute(await world.distributionFile(asset, user, 40, 40, 40, 40, 40));
});
afterAll(() => world?.stop());

type Verify = (address: string, signature: string, text: string) => Promise<boolean>;
const verify: Verify = (...params) => world.node("verifymessage", ...params);

interface Style {
  name: string;
  contentType: string;
  /** How the message becomes the text that was signed. */
  print(body: string): { message: Wire; signature: string; text: string; keys: string[] };
}

const python: Style = {
  name: "Python",
  contentType: "application/json",
  print(body) {
    const { message, signature, ...rest } = loads(body);
    const text = dumps(message, { item: ",", key: ":", sorted: true });
    return { message, signature, text, keys: Object.keys(rest) };
  },
};

/** Sorts by hand, as a program without such an option does. */
const sorted = (value: Wire): Wire =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === "object"
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((name) => [name, sorted(value[name])]),
        )
      : value;

const node: Style = {
  name: "Node.js",
  contentType: "application/json; charset=utf-8",
  print(body) {
    const { message, signature, ...rest } = JSON.parse(body);
    return { message, signature, text: JSON.stringify(sorted(message)), keys: Object.keys(rest) };
  },
};

/** Its answers bear no content type of JSON. */
const rust: Style = { ...node, name: "Rust", contentType: "text/plain; charset=utf-8" };

/** The rules of the examples; the words of the first one that is broken, or none. */
async function judge({ print }: Style, request: IncomingMessage, body: string): Promise<string> {
  if (request.method !== "POST" || request.url !== "/issuerauthorizer") return "wrong address";
  const { message, signature, text, keys } = print(body);
  const shape = [Object.keys(message).sort().join(), keys.join()];
  if (shape.join(";") !== "request,server_result;") return "unexpected keys";
  if (!(await verify(signer, signature, text))) return "invalid signature";
  const { asset_id: assetId, inputs, outputs } = message.request;
  if (!rules.assets.includes(assetId)) return "asset not allowed";
  const senders: string[] = inputs.map((row: Wire) => row.gaid);
  if (!senders.every((gaid) => rules.inputs.includes(gaid))) return "sender not allowed";
  const allowed = [...rules.outputs, ...senders];
  if (!outputs.every((row: Wire) => allowed.includes(row.gaid))) return "recipient not allowed";
  const rows: Wire[] = [...inputs, ...outputs];
  if (rows.some(({ amount }) => amount < 1 || amount > rules.mostSats)) return "amount not allowed";
  const sum = (side: Wire[]) => side.reduce((total, { amount }) => total + amount, 0);
  return sum(inputs) === sum(outputs) ? "" : "amounts do not add up";
}

async function start(style: Style) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    bodies.push(body);
    const error = await judge(style, request, body).catch(String);
    response.writeHead(200, { "content-type": style.contentType });
    response.end(JSON.stringify({ result: error === "", error }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const transfer = (to: string, amount: number) =>
  world.control.post("/wallets/send", { from: wallets.alice, asset_uuid: asset.asset_uuid, to, amount });

describe.each([python, node, rust])("the $name example", (style) => {
  beforeEach(async () => {
    authorizer = await start(style);
    const edit = { issuer_authorization_endpoint: authorizer.url };
    await world.issuer.put(`/assets/${asset.asset_uuid}/edit`, edit);
    const { alice, bob } = wallets;
    rules = { assets: [asset.asset_id], inputs: [alice], outputs: [bob], mostSats: 200 };
  });
  afterEach(() => authorizer.stop());

  it("verifies what it is sent, approves the transfer, and the recipient holds it", async () => {
    const held = async () => {
      const path = `/gaids/${wallets.bob}/balance/${asset.asset_uuid}`;
      return (await world.issuer.get(path)).body.balance as number;
    };
    const before = await held();
    expect(await transfer(wallets.bob, 7)).toMatchObject({ status: 200, body: { approved: true } });
    await world.mine(2);
    expect(await held()).toBe(before + 7);
    const { request, server_result: verdict } = JSON.parse(authorizer.bodies[0] ?? "").message;
    expect(verdict).toBe(true);
    // the change goes back to the sender as an ordinary output; the L-BTC side is left out
    const row = { is_treasury: false, gaid: wallets.alice };
    expect(request.inputs).toContainEqual(expect.objectContaining({ ...row, vin: expect.any(Number) }));
    const unregistered = { gaid: wallets.bob, amount: 7, registered_user: null, investor: null };
    expect(request.outputs).toContainEqual(expect.objectContaining(unregistered));
    expect(request.uuid).not.toBe(asset.asset_uuid);
    const decoded = await world.node("decoderawtransaction", request.tx_hex);
    expect(decoded.vin.length).toBeGreaterThan(request.inputs.length);
    expect(decoded.vout.length).toBeGreaterThan(request.outputs.length);
    await world.mine(1);
  });

  const refusals: [string, (strict: Rules) => void, string][] = [
    ["asset", (strict) => strict.assets.pop(), "asset not allowed"],
    ["sender", (strict) => strict.inputs.pop(), "sender not allowed"],
    ["recipient", (strict) => strict.outputs.pop(), "recipient not allowed"],
    ["amount", (strict) => Object.assign(strict, { mostSats: 3 }), "amount not allowed"],
  ];
  it.each(refusals)("refuses an %s that is not on its list, and nothing moves", async (_, tighten, words) => {
    tighten(rules);
    const { status, body } = await transfer(wallets.bob, 5);
    expect([status, body.approved, body.txid]).toEqual([400, false, null]);
    expect(JSON.stringify(body.reasons)).toContain(words);
  });
});

describe("a signature", () => {
  it("is wrong for a message that was tampered with, and for another signer", async () => {
    authorizer = await start(python);
    rules = { assets: [], inputs: [], outputs: [], mostSats: 0 };
    const edit = { issuer_authorization_endpoint: authorizer.url };
    await world.issuer.put(`/assets/${asset.asset_uuid}/edit`, edit);
    await transfer(wallets.carol, 2);
    await authorizer.stop();
    const { signature, text } = python.print(authorizer.bodies[0] ?? "");
    expect(Buffer.from(signature, "base64")).toHaveLength(65);
    expect(await verify(signer, signature, text)).toBe(true);
    const tampered = text.replace('"amount":2,', '"amount":3,');
    expect(tampered).not.toBe(text);
    expect(await verify(signer, signature, tampered)).toBe(false);
    const other = await world.node("getnewaddress", "", "legacy");
    const { unconfidential } = await world.node("getaddressinfo", other);
    expect(await verify(unconfidential, signature, text)).toBe(false);
  });
});
