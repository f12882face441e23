import { Transaction } from "liquidjs-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ListedTransaction, UnspentOutput } from "@/lib/contracts/elements";
import type { IssuedAsset } from "../ledger/port";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

type Fields = Record<string, unknown>;

let sandbox: TestSandbox;
let issued: IssuedAsset;
let node: ReturnType<typeof nodeClient>;
let treasury: ReturnType<typeof nodeClient>;

const mine = (blocks: number) => sandbox.world.write(({ ledger }) => ledger.mine(blocks));
const gaidAddress = () =>
  sandbox.world.write(async ({ ledger }) => ledger.nextGaidAddress(await ledger.createGaid()));

function sendMany(amounts: Record<string, unknown>, { asset = issued.assetId, comment = "" } = {}) {
  const assets = Object.fromEntries(Object.keys(amounts).map((address) => [address, asset]));
  return treasury.request("sendmany", ["", amounts, 0, comment, [], false, 1, "UNSET", assets, false]);
}

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  node = nodeClient(sandbox.url);
  treasury = nodeClient(sandbox.url, "treasury");
  await sandbox.world.write(({ node: wallets }) => wallets.fund("treasury", 100_000_000n));
  const [destinationAddress, address] = [
    await treasury.call<string>("getnewaddress"),
    await treasury.call<string>("getnewaddress"),
  ];
  issued = await sandbox.world.write(({ ledger }) =>
    ledger.issueAsset({
      contractHash: "56bed24fefcded04487a39fa64c5ff69b5b14eb4e22bc7160e776b701ade82b9",
      amountSats: 100_000_000n,
      destinationAddress,
      token: { amountSats: 1n, address },
      isConfidential: true,
    }),
  );
  await mine(2);
});

afterAll(() => sandbox?.stop());

test("prints amounts as exact decimals and reads numbers, exponents and strings", async () => {
  const [first, second, third] = [await gaidAddress(), await gaidAddress(), await gaidAddress()];
  const body = `{"method":"sendmany","params":["",{"${first}":1e-08,"${second}":"0.00000002","${third}":0.00000003},0,"",[],false,1,"UNSET",{"${first}":"${issued.assetId}","${second}":"${issued.assetId}","${third}":"${issued.assetId}"}]}`;
  const { result, error } = await treasury.send(body);
  expect(error).toBeNull();
  const { text } = await treasury.request("gettransaction", [result]);
  for (const amount of ["-0.00000001", "-0.00000002", "-0.00000003"]) expect(text).toContain(`:${amount},`);
});

test("sendmany's comment is found by listtransactions and gettransaction, confirmed or not", async () => {
  const { result: txid } = await sendMany({ [await gaidAddress()]: 0.000001 }, { comment: "op-1:0" });
  const listed = async () =>
    z
      .array(ListedTransaction)
      .parse(await treasury.call("listtransactions", ["*", 1000, 0, true]))
      .filter(({ comment }) => comment === "op-1:0");
  const entry = {
    ...{ category: "send", address: expect.any(String), txid, comment: "op-1:0" },
    ...{ asset: issued.assetId, abandoned: false },
    timereceived: expect.any(Number),
  };
  expect(await listed()).toEqual([{ ...entry, confirmations: 0 }]);
  await mine(2);
  expect(await listed()).toEqual([{ ...entry, confirmations: 2 }]);
  expect(await treasury.call("gettransaction", [txid])).toMatchObject({
    comment: "op-1:0",
    confirmations: 2,
  });
});

test("listtransactions counts and skips from the newest and shows the oldest first", async () => {
  const all = await treasury.call<Fields[]>("listtransactions", ["*", 1000, 0]);
  expect(await treasury.call("listtransactions", ["*", 2, 0])).toEqual(all.slice(-2));
  expect(await treasury.call("listtransactions", ["*", 2, 1])).toEqual(all.slice(-3, -1));
  expect(await treasury.request("listtransactions", ["*", -1])).toMatchObject({ error: { code: -8 } });
});

test("change is unlisted, spendable unconfirmed and visible with its blinders", async () => {
  const { result: first } = await sendMany({ [await gaidAddress()]: 0.00001 });
  const { result: second } = await sendMany({ [await gaidAddress()]: 0.00001 });
  const { details } = await treasury.call<{ details: Fields[] }>("gettransaction", [second]);
  expect(details.map(({ category }) => category)).toEqual(["send"]);
  const hidden = await treasury.call<Fields[]>("listunspent");
  expect(hidden.filter(({ txid }) => txid === second)).toEqual([]);
  const shown = z.array(UnspentOutput).parse(await treasury.call("listunspent", [0]));
  const change = shown.filter(({ txid, asset }) => txid === second && asset === issued.assetId);
  expect(change).toMatchObject([
    { confirmations: 0, safe: true, amountblinder: expect.not.stringMatching(/^0+$/) },
  ]);
  expect(shown.filter(({ txid, asset }) => txid === first && asset === issued.assetId)).toEqual([]);
  await mine(1);
});

test("70 recipients fit into a transaction and 71 do not", async () => {
  const addresses: string[] = [];
  for (let index = 0; index < 71; index++) addresses.push(await gaidAddress());
  const amounts = (count: number) =>
    Object.fromEntries(addresses.slice(0, count).map((address) => [address, 0.00000001]));
  expect(await sendMany(amounts(71))).toMatchObject({
    status: 500,
    error: { code: -6, message: "Maximum transaction weight is less than transaction weight without inputs" },
  });
  const { result, error } = await sendMany(amounts(70));
  expect(error).toBeNull();
  const { hex, fee } = await treasury.call<{ hex: string; fee: Fields }>("gettransaction", [result]);
  expect(Transaction.fromHex(hex).outs).toHaveLength(73);
  // A tenth of a sat per virtual byte of the weight a node measured, 343 849.
  const feeSats = Number(fee.bitcoin) * -1e8;
  expect(Math.abs(feeSats - 8597)).toBeLessThan(20);
  await mine(1);
});

test("a locked wallet refuses to sign and to send until the passphrase is given", async () => {
  await node.call("createwallet", ["locked", false, false, "correct horse"]);
  const locked = nodeClient(sandbox.url, "locked");
  const refusal = { status: 500, error: { code: -13 } };
  expect(await locked.request("signmessage", ["invalidaddress", "message"])).toMatchObject(refusal);
  expect(await locked.request("sendmany", ["", { nowhere: 1 }])).toMatchObject(refusal);
  expect(await locked.call("getwalletinfo")).toMatchObject({ unlocked_until: 0 });
  expect(await locked.request("walletpassphrase", ["wrong", 60])).toMatchObject({ error: { code: -14 } });
  await locked.call("walletpassphrase", ["correct horse", 60]);
  expect(await locked.request("signmessage", ["invalidaddress", "message"])).toMatchObject({
    error: { code: -5, message: "Invalid address" },
  });
  await locked.call("walletlock");
  expect(await locked.request("signmessage", ["invalidaddress", "message"])).toMatchObject(refusal);
  expect(await treasury.request("walletpassphrase", ["x", 1])).toMatchObject({ error: { code: -15 } });
});

test("the wallet in the path is needed when several are loaded, and must be loaded", async () => {
  await node.request("createwallet", ["second"]);
  expect(await node.request("getbalance")).toMatchObject({ status: 500, error: { code: -19 } });
  const second = nodeClient(sandbox.url, "second");
  expect(await second.call("getbalance", ["*", 0, false])).toEqual({ bitcoin: expect.anything() });
  await second.call("unloadwallet");
  expect(await second.request("getbalance")).toMatchObject({ status: 500, error: { code: -18 } });
  await node.call("loadwallet", ["second"]);
  expect(await node.request("loadwallet", ["second"])).toMatchObject({ error: { code: -35 } });
  expect(await node.request("createwallet", ["second"])).toMatchObject({ error: { code: -4 } });
  expect(await second.request("sendmany", ["", { [await gaidAddress()]: 1 }])).toMatchObject({
    error: { code: -6, message: "Insufficient funds" },
  });
});

test("what the wallet pays to itself is listed twice, once as sent and once as received", async () => {
  const own = await treasury.call<string>("getnewaddress", ["till"]);
  const { result: txid } = await sendMany({ [own]: 0.00000007 });
  const { details } = await treasury.call<{ details: Fields[] }>("gettransaction", [txid]);
  const { unconfidential } = await treasury.call<Fields>("getaddressinfo", [own]);
  expect(
    details.map(({ category, address, amount, label }) => [category, address, String(amount), label]),
  ).toEqual([
    ["send", unconfidential, "-0.00000007", "till"],
    ["receive", unconfidential, "0.00000007", "till"],
  ]);
  expect(details[0]).toMatchObject({ vout: details[1]?.vout, amountblinder: details[1]?.amountblinder });
});

test("what others sent counts as pending until it is in a block", async () => {
  await node.call("createwallet", ["till"]);
  const till = nodeClient(sandbox.url, "till");
  await treasury.call("sendtoaddress", [await till.call("getnewaddress"), "0.001"]);
  const amounts = async () => {
    const { mine: own } = await till.call<{ mine: Record<string, Fields> }>("getbalances");
    return [String(own.trusted?.bitcoin), String(own.untrusted_pending?.bitcoin)];
  };
  expect(await amounts()).toEqual(["0.00000000", "0.00100000"]);
  expect(await till.request("sendtoaddress", [await gaidAddress(), 0.0001])).toMatchObject({
    error: { code: -6 },
  });
  await mine(1);
  expect(await amounts()).toEqual(["0.00100000", "0.00000000"]);
  expect(await till.request("sendtoaddress", [await gaidAddress(), 0.0001])).toMatchObject({ error: null });
});

test("a locked output is neither listed nor spent", async () => {
  const ofAsset = async () =>
    (await treasury.call<Fields[]>("listunspent"))
      .filter(({ asset }) => asset === issued.assetId)
      .map(({ txid, vout }) => ({ txid, vout }));
  const outpoints = await ofAsset();
  expect(outpoints).not.toEqual([]);
  expect(await treasury.call("lockunspent", [false, outpoints])).toBe(true);
  expect(await treasury.call("listlockunspent")).toEqual(expect.arrayContaining(outpoints));
  expect(await ofAsset()).toEqual([]);
  expect(await sendMany({ [await gaidAddress()]: 0.00000001 })).toMatchObject({ error: { code: -6 } });
  expect(await treasury.call("lockunspent", [true])).toBe(true);
  expect(await sendMany({ [await gaidAddress()]: 0.00000001 })).toMatchObject({ error: null });
});

test("an issuance to the wallet is seen with blinders before and after its block", async () => {
  const details = (await treasury.call<{ details: Fields[] }>("gettransaction", [issued.txid])).details;
  expect(details.map(({ asset, category, vout }) => [asset, category, vout])).toEqual([
    [issued.assetId, "receive", 0],
    [issued.tokenId, "receive", 1],
  ]);
  for (const detail of details) expect(detail.assetblinder).toMatch(/^(?!0+$)[0-9a-f]{64}$/);
  expect(await treasury.call("listissuances", [issued.assetId])).toMatchObject([
    { isreissuance: false, txid: issued.txid, vin: 0, asset: issued.assetId, token: issued.tokenId },
  ]);
});

test("what the node says survives a stop without warning", async () => {
  const { result: txid } = await sendMany({ [await gaidAddress()]: 0.00000005 }, { comment: "kept" });
  const before = await treasury.call("gettransaction", [txid]);
  const again = await startTestSandbox({ network: "regtest", databaseUrl: sandbox.databaseUrl });
  try {
    expect(await nodeClient(again.url, "treasury").call("gettransaction", [txid])).toEqual(before);
  } finally {
    await again.stop({ keepDatabase: true });
  }
});
