import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { startFaultyProxy } from "@/server/platform/testing";
import { type AmpCaller, addUser, assign, ownedSats, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { dropTestDatabase } from "../testing-database";
import { clientOf, openSandboxNode, openWallets, realNode, type Wallets } from "./testing";

type Outside = Awaited<ReturnType<typeof openSandboxNode>>;
const Wire = z.any();

let outside: Outside;
let wallets: Wallets;
let sandbox: TestSandbox;
let amp: AmpCaller;

const rpc = (method: string, params: unknown[] = []) =>
  clientOf(outside.address, wallets.issuer).call(method, params, Wire);

beforeAll(async () => {
  outside = await openSandboxNode();
  wallets = await openWallets(outside);
  const follows = { ...outside.address, wallet: wallets.amp };
  sandbox = await startTestSandbox({ network: "regtest", follows });
  amp = await signIn(sandbox, "issuer");
});
afterAll(async () => {
  await sandbox?.stop();
  await wallets?.close();
  await outside?.close();
});

async function issue(rest: object = {}) {
  const { status, body } = await amp.post("/assets/issue", {
    name: "Alpine Growth Fund I",
    amount: 10_000_000,
    destination_address: await rpc("getnewaddress"),
    transfer_restricted: false,
    is_reissuable: true,
    reissuance_amount: 1,
    reissuance_address: await rpc("getnewaddress"),
    ...rest,
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
}

it("issues on the node's chain to the issuer's wallet", async () => {
  const { asset_id: assetId, reissuance_token_id: tokenId, txid, asset_uuid: uuid } = await issue();
  await wallets.mine(2);
  const coins: { asset: string; amount: unknown; txid: string }[] = await rpc("listunspent");
  const ours = coins.filter((coin) => coin.txid === txid);
  expect(Object.fromEntries(ours.map(({ asset, amount }) => [asset, String(amount)]))).toEqual({
    [assetId]: "0.10000000",
    [tokenId]: "0.00000001",
  });
  expect(await ownedSats(amp, uuid)).toBe(10_000_000);
});

/** What the official script posts after a payment. */
async function payload(txid: string, assetId: string) {
  const { details } = await rpc("gettransaction", [txid]);
  const unspent: { txid: string; asset: string }[] = await rpc("listunspent");
  return {
    tx_data: { txid, details },
    change_data: unspent.filter((coin) => coin.txid === txid && coin.asset === assetId),
  };
}

/** An asset with an order for one holder. */
async function ordered(amount: number) {
  const { asset_id: assetId, asset_uuid: uuid } = await issue();
  await wallets.mine(3);
  await amp.get(`/assets/${uuid}/register-authorized`);
  const { id, gaid } = await addUser(sandbox, amp, `Holder of ${amount}`);
  expect((await assign(amp, uuid, id, amount)).status).toBe(200);
  const { body: order } = await amp.get(`/assets/${uuid}/distributions/create/`);
  return {
    assetId,
    uuid,
    gaid,
    order,
    confirmPath: `/assets/${uuid}/distributions/${order.distribution_uuid}/confirm`,
  };
}

const sendOrder = ({ order }: Awaited<ReturnType<typeof ordered>>): Promise<string> => {
  const { map_address_amount: amounts, map_address_asset: assets } = order;
  return rpc("sendmany", ["", amounts, 0, "", [], false, 1, "UNSET", assets]);
};

const lostOf = async (uuid: string) => (await amp.get(`/assets/${uuid}/lost-outputs`)).body;
const NOTHING_LOST = { lost_outputs: [], reissuance_lost_outputs: [] };

it("pays holders at addresses of its own wallet, and opens what they got itself", async () => {
  const distribution = await ordered(250_000);
  const { uuid, assetId, confirmPath, gaid } = distribution;
  const txid = await sendOrder(distribution);
  expect(await lostOf(uuid), "waiting in the mempool").toEqual(NOTHING_LOST);
  expect((await amp.post(confirmPath, await payload(txid, assetId))).status, "too young").toBe(400);
  await wallets.mine(2);
  const told = await payload(txid, assetId);
  expect((await amp.post(confirmPath, { ...told, change_data: [] })).body, "the change is hidden").toEqual({
    Error: expect.stringContaining("9750000 sats of the asset"),
  });
  const [change] = told.change_data;
  const wrong = { ...change, amountblinder: "11".repeat(32) };
  expect((await amp.post(confirmPath, { ...told, change_data: [wrong] })).status, "a wrong blinder").toBe(
    400,
  );
  const fewer = { ...change, amount: "0.00000001" };
  expect((await amp.post(confirmPath, { ...told, change_data: [fewer] })).status, "a wrong amount").toBe(400);
  expect((await amp.post(confirmPath, told)).status).toBe(200);
  const { body: owners } = await amp.get(`/assets/${uuid}/ownerships`);
  expect(
    owners.map(({ GAID, amount }: { GAID: string | null; amount: number }) => [GAID, amount]).sort(),
  ).toEqual(
    [
      [gaid, 250_000],
      [null, 9_750_000],
    ].sort(),
  );
  expect(await lostOf(uuid)).toEqual(NOTHING_LOST);
});

it("reissues and burns, and the change of one pays the next", async () => {
  const {
    asset_id: assetId,
    reissuance_token_id: token,
    asset_uuid: uuid,
  } = await issue({ is_confidential: true });
  await wallets.mine(2);
  expect((await amp.post(`/assets/${uuid}/reissue-request`, { amount_to_reissue: 700 })).status).toBe(200);
  const { txid, vin } = await rpc("reissueasset", [assetId, "0.000007"]);
  expect(await lostOf(uuid), "the token is on its way").toEqual(NOTHING_LOST);
  await wallets.mine(2);
  const { details } = await rpc("gettransaction", [txid]);
  const issuances = await rpc("listissuances", [assetId]);
  const told = { details, listissuances: issuances, reissuance_output: { txid, vin } };
  const silent = details.filter(({ asset }: { asset: string }) => asset !== token);
  expect((await amp.post(`/assets/${uuid}/reissue-confirm`, { ...told, details: silent })).status).toBe(400);
  const lie = issuances.map((entry: object) => ({ ...entry, assetamount: "0.000008" }));
  expect((await amp.post(`/assets/${uuid}/reissue-confirm`, { ...told, listissuances: lie })).status).toBe(
    400,
  );
  expect(await amp.post(`/assets/${uuid}/reissue-confirm`, told)).toMatchObject({ status: 200 });
  expect((await amp.post(`/assets/${uuid}/burn-request`, { amount: 50 })).status).toBe(200);
  const burn: string = await rpc("destroyamount", [assetId, "0.0000005"]);
  expect(await lostOf(uuid), "the burn waits").toEqual(NOTHING_LOST);
  await wallets.mine(2);
  const { change_data } = await payload(burn, assetId);
  expect(
    (await amp.post(`/assets/${uuid}/burn-confirm`, { tx_data: { txid: burn }, change_data })).status,
  ).toBe(200);
  const { body } = await amp.get(`/assets/${uuid}/summary`);
  expect(body).toMatchObject({ issued: 10_000_000, reissued: 700, burned: 50 });
  expect(await lostOf(uuid)).toEqual(NOTHING_LOST);
});

it("sees what leaves the treasury without an order, whichever transaction took it", async () => {
  const { asset_id: assetId, asset_uuid: uuid } = await issue();
  await wallets.mine(2);
  const stranger = await clientOf(outside.address, outside.purse ?? "").call("getnewaddress", [], Wire);
  const txid: string = await rpc("sendtoaddress", [
    stranger,
    "0.00001",
    "",
    "",
    false,
    false,
    1,
    "unset",
    false,
    assetId,
  ]);
  expect((await lostOf(uuid)).lost_outputs).toHaveLength(1);
  await wallets.mine(1);
  expect((await lostOf(uuid)).lost_outputs).toHaveLength(1);
  await outside.sandbox.world.write(({ ledger }) => ledger.reorganise({ blocks: 1, conflict: [txid] }));
  const winner = await amp.get(`/assets/${uuid}/balance`);
  expect(winner.body).toMatchObject({ confirmed_balance: [], lost_outputs: [expect.anything()] });
});

it("takes a confirmed payment back with its block, and has it again in another one", async () => {
  const distribution = await ordered(7);
  const txid = await sendOrder(distribution);
  await wallets.mine(2);
  await outside.sandbox.world.write(({ ledger }) => ledger.reorganise({ blocks: 2, remine: false }));
  const told = () => payload(txid, distribution.assetId);
  expect((await amp.post(distribution.confirmPath, await told())).body.Error).toContain("it has 0");
  await wallets.mine(2);
  expect((await amp.post(distribution.confirmPath, await told())).status).toBe(200);
});

it("refuses a database with a chain of its own, and goes on where it stopped in one that followed", async () => {
  const follows = { ...outside.address, wallet: wallets.amp };
  const own = await startTestSandbox({ network: "regtest" });
  await own.stop({ keepDatabase: true });
  const { databaseUrl } = own;
  await expect(startTestSandbox({ network: "regtest", databaseUrl, follows })).rejects.toThrow(
    "fresh database",
  );
  await dropTestDatabase(databaseUrl);
  const first = await startTestSandbox({ network: "regtest", follows });
  await first.stop({ keepDatabase: true });
  await wallets.mine(3);
  const again = await startTestSandbox({ network: "regtest", follows, databaseUrl: first.databaseUrl });
  try {
    const tip = await again.world.read(({ ledger }) => ledger.tip());
    expect(tip.hash).toBe(await rpc("getbestblockhash"));
    const between = await again.world.read(({ ledger }) => ledger.blockAt(tip.height - 2));
    expect(between?.hash).toBe(await rpc("getblockhash", [tip.height - 2]));
  } finally {
    await again.stop();
  }
});

it("answers with what it knows while the node is away, and refuses what needs the node", async () => {
  const { asset_uuid: uuid } = await issue();
  const { origin, pathname } = new URL(outside.address.url);
  const proxy = await startFaultyProxy(origin);
  const follows = { ...outside.address, url: proxy.url + pathname, wallet: wallets.amp };
  const other = await startTestSandbox({ network: "regtest", follows });
  try {
    const caller = await signIn(other, "issuer");
    const gaid = (await addUser(other, caller, "Carla")).gaid;
    await proxy.stop();
    expect((await caller.get("/assets")).status).toBe(200);
    expect(await caller.get(`/gaids/${gaid}/address`)).toEqual({
      status: 400,
      body: { Error: "The Elements node that AMP follows does not answer." },
    });
  } finally {
    await other.stop();
  }
  expect((await amp.get(`/assets/${uuid}`)).status).toBe(200);
});

it("leaves chain, wallets and holders' coins to the node", async () => {
  const control = async (path: string, body: object) => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${sandbox.url}/control/${path}`, init);
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  expect(await control("mine", {})).toEqual([400, "Blocks are the node's: make them there."]);
  expect(await control("reorganise", { blocks: 1 })).toEqual([
    400,
    "Blocks are the node's: reorganise them there.",
  ]);
  expect(await control("fund", { wallet: "treasury", amount: "1" })).toEqual([
    400,
    expect.stringContaining("wallets"),
  ]);
  expect(await control("reset", { seed: "empty" })).toEqual([400, expect.stringContaining("fresh database")]);
  expect((await fetch(`${sandbox.url}/elements`, { method: "POST" })).status).toBe(404);
  expect((await fetch(`${sandbox.url}/control/state`)).status).toBe(200);
});

it("says in a sentence what is missing, and leaves nothing behind", async () => {
  await expect(openWallets({ ...outside, purse: null })).rejects.toThrow("No L-BTC: set ELEMENTS_RPC_WALLET");
  expect(await rpc("listwallets")).toEqual(["treasury", wallets.issuer, wallets.amp]);
  expect(() => realNode({})).toThrow("ELEMENTS_RPC_URL is not set");
  expect(() => realNode({ ELEMENTS_RPC_URL: "http://127.0.0.1:1" })).toThrow("ELEMENTS_RPC_PASSWORD");
  const follows = { ...outside.address, wallet: wallets.amp };
  await expect(startTestSandbox({ network: "testnet", follows })).rejects.toThrow(
    'The node is on the chain "elementsregtest"; SANDBOX_NETWORK testnet needs "liquidtestnet".',
  );
  const refused = { ...follows, password: "wrong" };
  await expect(startTestSandbox({ network: "regtest", follows: refused })).rejects.toThrow(
    "does not accept the credentials",
  );
});
