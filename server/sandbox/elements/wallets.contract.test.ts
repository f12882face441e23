import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

type Fields = Record<string, unknown>;
type Client = ReturnType<typeof nodeClient>;

let sandbox: TestSandbox;
let node: Client;
let treasury: Client;

const mine = (blocks = 1) => sandbox.world.write(({ ledger }) => ledger.mine(blocks));
const create = async (name: string, ...options: unknown[]): Promise<Client> => {
  await node.call("createwallet", [name, ...options]);
  return nodeClient(sandbox.url, name);
};
const errorOf = async (client: Client, method: string, params: unknown = []) =>
  (await client.request(method, params)).error;
const bitcoin = async (client: Client) => String((await client.call<Fields>("getbalance")).bitcoin);

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  node = nodeClient(sandbox.url);
  treasury = nodeClient(sandbox.url, "treasury");
  await sandbox.world.write(({ node: wallets }) => wallets.fund("treasury", 100_000_000n));
  await mine();
});
afterAll(() => sandbox?.stop());
afterEach(() => turnClock(0));

describe("messages", () => {
  test("are signed by a legacy address, confidential or not, and verified by anybody", async () => {
    const address = await treasury.call<string>("getnewaddress", ["", "legacy"]);
    const { unconfidential } = await treasury.call<Fields>("getaddressinfo", [address]);
    for (const one of [address, unconfidential]) {
      const signature = await treasury.call("signmessage", [one, "Grüße"]);
      expect(await node.call("verifymessage", [one, signature, "Grüße"])).toBe(true);
      expect(await node.call("verifymessage", [one, signature, "Grüsse"])).toBe(false);
    }
  });

  test("are refused for segwit, foreign and broken input", async () => {
    const segwit = await treasury.call<string>("getnewaddress");
    const noKey = { code: -3, message: "Address does not refer to key" };
    expect(await errorOf(treasury, "signmessage", [segwit, "m"])).toEqual(noKey);
    expect(await errorOf(node, "verifymessage", [segwit, "AAAA", "m"])).toEqual(noKey);
    const legacy = await treasury.call<string>("getnewaddress", ["", "legacy"]);
    const other = await create("other");
    expect(await errorOf(other, "signmessage", [legacy, "m"])).toEqual({
      code: -4,
      message: "Private key not available",
    });
    expect(await errorOf(node, "verifymessage", [legacy, "no base64!", "m"])).toEqual({
      code: -3,
      message: "Malformed base64 encoding",
    });
  });
});

describe("addresses", () => {
  test.each([
    ["legacy", /^pkh\(\[\w{8}\/44h\/1h\/0h\/0\/\d+\]\w{66}\)#\w{8}$/],
    ["p2sh-segwit", /^sh\(wpkh\(\[\w{8}\/49h\/1h\/0h\/0\/\d+\]\w{66}\)\)#\w{8}$/],
    ["bech32", /^wpkh\(\[\w{8}\/84h\/1h\/0h\/0\/\d+\]\w{66}\)#\w{8}$/],
  ])("%s: its coins can be spent, and its parent descriptor leads to it", async (type, desc) => {
    const wallet = await create(`of-${type}`);
    const address = await wallet.call<string>("getnewaddress", ["", type]);
    const info = await wallet.call<Fields>("getaddressinfo", [address]);
    expect(info.desc).toMatch(desc);
    const index = Number(/(\d+)$/.exec(String(info.hdkeypath))?.[1]);
    expect(await node.call("deriveaddresses", [info.parent_desc, [index, index]])).toEqual([
      info.unconfidential,
    ]);
    await treasury.call("sendtoaddress", [address, 0.001]);
    await mine();
    expect(await bitcoin(wallet)).toBe("0.00100000");
    await wallet.call("sendtoaddress", [await treasury.call("getnewaddress"), 0.0005]);
    await mine();
    expect(Number(await bitcoin(wallet))).toBeLessThan(0.0005);
  });

  test("of unknown types and of wallets without keys are refused", async () => {
    expect(await errorOf(treasury, "getnewaddress", ["", "p2pk"])).toEqual({
      code: -5,
      message: "Unknown address type 'p2pk'",
    });
    const empty = await create("keyless", true);
    expect(await errorOf(empty, "getnewaddress")).toEqual({
      code: -4,
      message: "Error: This wallet has no available keys",
    });
  });

  test("are found by their label", async () => {
    const address = await treasury.call<string>("getnewaddress", ["first"]);
    expect(await treasury.call("getaddressesbylabel", ["first"])).toEqual({
      [address]: { purpose: "receive" },
    });
    await treasury.call("setlabel", [address, "second"]);
    expect(await treasury.call("listlabels")).toContain("second");
    expect(await errorOf(treasury, "getaddressesbylabel", ["first"])).toMatchObject({ code: -11 });
  });
});

describe("watching", () => {
  const owned = async () => {
    const address = await treasury.call<string>("getnewaddress");
    const txid = await treasury.call<string>("sendtoaddress", [address, 0.002]);
    await mine();
    return { address, txid };
  };

  test("importaddress into a wallet with keys shows coins and history, apart from its own", async () => {
    const { address, txid } = await owned();
    const watcher = await create("watcher");
    await watcher.call("importaddress", [address, "theirs"]);
    expect(await watcher.call("listunspent")).toMatchObject([
      { txid, label: "theirs", spendable: false, solvable: false },
    ]);
    expect(await bitcoin(watcher)).toBe("0.00000000");
    expect(await watcher.call<Fields>("getbalances")).toHaveProperty("watchonly.trusted.bitcoin");
    expect(await watcher.call("listtransactions")).toMatchObject([{ txid, category: "receive" }]);
    expect(await watcher.call("getaddressinfo", [address])).toMatchObject({
      ismine: false,
      iswatchonly: true,
    });
    expect(await errorOf(watcher, "sendtoaddress", [address, 0.0001])).toMatchObject({ code: -6 });
  });

  test("importdescriptors of a whole account follows what it pays later", async () => {
    const { descriptors } = await treasury.call<{ descriptors: Fields[] }>("listdescriptors");
    const watch = await create("account", true);
    const requests = descriptors.map(({ desc, internal }) => ({ desc, internal, range: 60, timestamp: 0 }));
    const outcomes = await watch.call<Fields[]>("importdescriptors", [requests]);
    expect(outcomes.every(({ success }) => success)).toBe(true);
    expect(await bitcoin(watch)).toBe(await bitcoin(treasury));
    await owned();
    expect(await bitcoin(watch)).toBe(await bitcoin(treasury));
    expect(await watch.call("rescanblockchain")).toMatchObject({ start_height: 0 });
  });

  test("a wrong or missing checksum and a wallet with keys are refused one by one", async () => {
    const watch = await create("strict", true);
    const { descriptor } = await node.call<Fields>("getdescriptorinfo", ["raw(deadbeef)"]);
    expect(descriptor).toBe("raw(deadbeef)#89f8spxm");
    const request = (desc: unknown) => ({ desc, timestamp: "now" });
    const requests = [request("raw(deadbeef)"), request("raw(deedbeef)#89f8spxm"), request(descriptor), {}];
    expect(await watch.call("importdescriptors", [requests])).toMatchObject([
      { success: false, error: { code: -5, message: "Missing checksum" } },
      { success: false, error: { code: -5 } },
      { success: true },
      { success: false, error: { code: -8 } },
    ]);
    expect(await treasury.call("importdescriptors", [[request(descriptor)]])).toMatchObject([
      { success: false, error: { code: -4 } },
    ]);
  });
});

describe("encryption", () => {
  test("a passphrase holds for its time on the sandbox's clock and can be changed", async () => {
    const wallet = await create("safe");
    await wallet.call("encryptwallet", ["one"]);
    const isLocked = async () => (await errorOf(wallet, "signmessage", ["x", "m"]))?.code === -13;
    expect(await isLocked()).toBe(true);
    await wallet.call("walletpassphrase", ["one", 60]);
    expect(await isLocked()).toBe(false);
    turnClock(61_000);
    expect(await isLocked()).toBe(true);
    expect(await errorOf(wallet, "walletpassphrasechange", ["wrong", "two"])).toMatchObject({ code: -14 });
    await wallet.call("walletpassphrasechange", ["one", "two"]);
    expect(await errorOf(wallet, "walletpassphrase", ["one", 1])).toMatchObject({ code: -14 });
    expect(await errorOf(wallet, "encryptwallet", ["x"])).toMatchObject({ code: -15 });
    expect(await errorOf(wallet, "walletpassphrase", ["two", -1])).toMatchObject({ code: -8 });
  });
});

describe("coins", () => {
  test("listunspent keeps to amounts, counts, sums and assets", async () => {
    const wallet = await create("coins");
    for (const amount of [0.0001, 0.0002, 0.0003])
      await treasury.call("sendtoaddress", [await wallet.call("getnewaddress"), amount]);
    await mine();
    const amounts = async (query: Fields) =>
      (await wallet.call<Fields[]>("listunspent", [1, 9999, [], true, query])).map(({ amount }) =>
        Number(amount),
      );
    expect(await amounts({ minimumAmount: 0.0002 })).toEqual([0.0002, 0.0003]);
    expect(await amounts({ maximumAmount: "0.0002" })).toEqual([0.0001, 0.0002]);
    expect(await amounts({ maximumCount: 1 })).toEqual([0.0001]);
    expect(await amounts({ minimumSumAmount: 0.00025 })).toEqual([0.0001, 0.0002]);
    expect(await amounts({ asset: "bitcoin" })).toHaveLength(3);
    expect(await amounts({ asset: "1".repeat(64) })).toEqual([]);
    expect(await errorOf(wallet, "listunspent", [1, 9999, [], true, { colour: 1 }])).toMatchObject({
      code: -3,
    });
    expect(await errorOf(wallet, "listunspent", [1, 9999, ["x"]])).toMatchObject({ code: -5 });
  });

  test("a lock outlives the node only when it is persistent, and a passphrase never does", async () => {
    const [first, second] = await nodeClient(sandbox.url, "coins").call<Fields[]>("listunspent");
    const wallet = nodeClient(sandbox.url, "coins");
    const outpoint = ({ txid, vout }: Fields = {}) => ({ txid, vout });
    await wallet.call("lockunspent", [false, [outpoint(first)]]);
    await wallet.call("lockunspent", [false, [outpoint(second)], true]);
    expect(await errorOf(wallet, "lockunspent", [false, [outpoint(first)]])).toMatchObject({ code: -8 });
    await nodeClient(sandbox.url, "safe").call("walletpassphrase", ["two", 1000]);
    const again = await startTestSandbox({ network: "regtest", databaseUrl: sandbox.databaseUrl });
    try {
      expect(await nodeClient(again.url, "coins").call("listlockunspent")).toEqual([outpoint(second)]);
      expect(await nodeClient(again.url, "safe").call("getwalletinfo")).toMatchObject({ unlocked_until: 0 });
    } finally {
      await again.stop({ keepDatabase: true });
    }
  });

  test("an asset with a label is shown under it alone", async () => {
    const { asset } = await treasury.call<Fields>("issueasset", [1, 0, true]);
    const set = (labels: Fields) =>
      fetch(`${sandbox.url}/control/asset-labels`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(labels),
      });
    expect((await set({ BOND: "no asset id" })).status).toBe(400);
    expect((await set({ BOND: asset })).status).toBe(200);
    expect(await node.call("dumpassetlabels")).toMatchObject({ BOND: asset });
    const balance = await treasury.call<Fields>("getbalance");
    expect([String(balance.BOND), balance[String(asset)]]).toEqual(["1.00000000", undefined]);
    expect(String(await treasury.call("getbalance", ["*", 0, false, false, "BOND"]))).toBe("1.00000000");
  });
});

describe("wallets", () => {
  test("are created with their options, listed, unloaded by name and loaded again", async () => {
    await create("odd", true, true, null, true, false);
    expect(await nodeClient(sandbox.url, "odd").call("getwalletinfo")).toMatchObject({
      ...{ private_keys_enabled: false, blank: true, avoid_reuse: true, descriptors: false, format: "bdb" },
    });
    await node.call("unloadwallet", ["odd"]);
    expect(await node.call("listwallets")).not.toContain("odd");
    expect(await node.call<{ wallets: Fields[] }>("listwalletdir")).toMatchObject({
      wallets: expect.arrayContaining([{ name: "odd" }]),
    });
    expect(await errorOf(node, "unloadwallet", ["odd"])).toMatchObject({ code: -18 });
    expect(await node.call("loadwallet", ["odd"])).toEqual({ name: "odd" });
    expect(await errorOf(treasury, "unloadwallet", ["odd"])).toMatchObject({ code: -8 });
    expect(await errorOf(node, "createwallet", ["odd"])).toMatchObject({ code: -4 });
    expect(await errorOf(node, "createwallet", ["x", true, false, "secret"])).toMatchObject({ code: -4 });
  });
});

test("blocks and the mempool show what the ledger knows", async () => {
  await mine();
  const txid = await treasury.call<string>("sendtoaddress", [await treasury.call("getnewaddress"), 0.0001]);
  expect(await node.call("getrawmempool")).toEqual([txid]);
  expect(await node.call("getmempoolentry", [txid])).toMatchObject({ ancestorcount: 1, depends: [] });
  expect(await node.call("getmempoolinfo")).toMatchObject({ size: 1 });
  await mine();
  const hash = await node.call<string>("getbestblockhash");
  const block = await node.call<Fields>("getblock", [hash, 1]);
  expect(block).toMatchObject({ hash, tx: [txid], merkleroot: txid, nTx: 1, confirmations: 1 });
  expect(await node.call("getblock", [hash, 2])).toMatchObject({ tx: [{ txid }] });
  expect(await node.call("getblockhash", [block.height])).toBe(hash);
  expect(await node.call("getblockheader", [block.previousblockhash])).toMatchObject({ nextblockhash: hash });
  expect(await errorOf(node, "getblock", ["0".repeat(64)])).toEqual({ code: -5, message: "Block not found" });
  const [coin] = await treasury.call<Fields[]>("listunspent", [1, 1]);
  expect(await node.call("gettxout", [coin?.txid, coin?.vout])).toMatchObject({ bestblock: hash });
  expect(await node.call("gettxout", ["0".repeat(64), 0])).toBeNull();
});
