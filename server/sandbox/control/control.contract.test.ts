import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmPayload, issue, mine, newGaid, sendOrder, signIn } from "../amp/testing";
import { nodeClient } from "../elements/node-testing";
import { startTestSandbox, type TestSandbox } from "../testing";

type Fields = Record<string, unknown>;
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "liquid" });
});
afterAll(() => sandbox?.stop());

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Fields }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}/control${path}`, init);
  return { status: response.status, body: (await response.json()) as Fields };
}
const state = async () => (await control("GET", "/state")).body as { height: number } & Fields;

test("makes wallets of the network with a GAID each", async () => {
  const { body } = await control("POST", "/wallets", {});
  expect(body.gaid).toMatch(/^GA[1-9A-HJ-NP-Za-km-z]{27,28}$/);
  const { world } = sandbox;
  const address = await world.write(({ ledger }) => ledger.nextGaidAddress(String(body.gaid)));
  expect(address).toMatch(/^V[JT]/);
});

test("funds a node wallet from the faucet, to the sat", async () => {
  await nodeClient(sandbox.url).call("createwallet", ["till"]);
  const { status, body } = await control("POST", "/fund", { wallet: "till", amount: "0.01000001" });
  expect(status).toBe(200);
  expect(await nodeClient(sandbox.url, "till").call("gettransaction", [body.txid])).toMatchObject({
    confirmations: 0,
  });
  expect(await state()).toMatchObject({ mempool_size: 1, wallets: { till: "0.01000001" } });
  await control("POST", "/mine");
  expect(await state()).toMatchObject({ mempool_size: 0 });
});

test("sends an asset from one holder to another, on chain and in AMP's books", async () => {
  const amp = await signIn(sandbox, "issuer");
  const { asset_uuid, asset_id } = await issue(sandbox, amp, { restricted: false, amount: 100 });
  await mine(sandbox, 3);
  await amp.get(`/assets/${asset_uuid}/register-authorized`);
  const [from, to] = [await newGaid(sandbox), await newGaid(sandbox)];
  const user = (await amp.post("/registered_users/add", { name: "Ada Holm", is_company: false, GAID: from }))
    .body;
  const draft = { registered_user: user.id, amount: 100, ready_for_distribution: true };
  await amp.post(`/assets/${asset_uuid}/assignments/create`, { assignments: [draft] });
  const order = (await amp.get(`/assets/${asset_uuid}/distributions/create/`)).body;
  const txid = await sendOrder(sandbox, order);
  await mine(sandbox, 2);
  const path = `/assets/${asset_uuid}/distributions/${order.distribution_uuid}/confirm`;
  expect((await amp.post(path, await confirmPayload(sandbox, txid, asset_id))).status).toBe(200);

  const send = { from, to, asset_uuid, amount: 40 };
  expect((await control("POST", "/wallets/send", send)).status).toBe(200);
  const balance = async (gaid: string) =>
    (await control("GET", `/wallets/balance?gaid=${gaid}`)).body.balance;
  expect(await balance(from)).toEqual({ [asset_id]: 60 });
  expect(await balance(to)).toEqual({ [asset_id]: 40 });
  await mine(sandbox, 1);
  const owners = (await amp.get(`/assets/${asset_uuid}/ownerships`)).body as Fields[];
  expect(owners.map(({ GAID, amount }) => [GAID, amount])).toEqual(
    expect.arrayContaining([
      [from, 60],
      [to, 40],
    ]),
  );
  expect(await control("POST", "/wallets/send", { ...send, amount: 61 })).toMatchObject({ status: 400 });
  await amp.put(`/assets/${asset_uuid}/lock`);
  expect(await control("POST", "/wallets/send", send)).toMatchObject({
    status: 400,
    body: { error: "The asset is locked." },
  });
});

test("logs AMP's and the node's calls with account and method, and no more of them", async () => {
  const before = (await control("GET", "/calls")).body as unknown as { id: number }[];
  const after = before.at(-1)?.id ?? 0;
  await fetch(`${sandbox.url}/api/info`);
  await nodeClient(sandbox.url, "till").request("getbalance");
  await nodeClient(sandbox.url, null, "rpcuser:wrong").request("getblockcount");
  const calls = (await control("GET", `/calls?after=${after}`)).body as unknown as Fields[];
  expect(calls).toMatchObject([
    { surface: "amp", method: "GET", path: "/api/info", status: 200 },
    { surface: "node", method: "getbalance", path: "/elements/wallet/till", status: 200, account: "rpcuser" },
    { surface: "node", method: "POST", path: "/elements/", status: 401, account: null },
  ]);
  expect(Object.keys(calls[0] ?? {}).sort()).toEqual([
    ...["account", "at", "duration_ms", "effect_status", "faults", "id"],
    ...["method", "path", "request_id", "size_bytes", "status", "surface"],
  ]);
  const filtered = await control("GET", `/calls?after=${after}&path=/api/`);
  expect(filtered.body).toHaveLength(1);
  expect(JSON.stringify(calls)).not.toContain("wrong");
});

test.each([
  ["POST", "/fund", { wallet: "nobody", amount: "1" }, 400, /no such wallet/],
  ["POST", "/fund", { wallet: "till", amount: "1.123456789" }, 400, /amount/],
  ["GET", "/nothing", undefined, 404, /no control call GET \/nothing/],
])("answers %s %s %j with a clear refusal", async (method, path, body, status, message) => {
  const answer = await control(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.body.error).toMatch(message);
});

test("tells at the root what is where, and that it is well", async () => {
  expect(await (await fetch(`${sandbox.url}/health`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(sandbox.url)).json()).toMatchObject({ amp: "/api", network: "liquid" });
  expect((await fetch(`${sandbox.url}/elsewhere`)).status).toBe(404);
});
