import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

let regtest: TestSandbox;
let testnet: TestSandbox;

beforeAll(async () => {
  regtest = await startTestSandbox({ network: "regtest" });
  testnet = await startTestSandbox();
});
afterAll(async () => {
  await regtest?.stop();
  await testnet?.stop();
});

it("makes as many blocks as asked for, oldest first, with what waits in the first", async () => {
  const { call } = nodeClient(regtest.url, "treasury");
  const address = await call<string>("getnewaddress");
  const txid = await call<string>("sendtoaddress", [address, "0.01"]);
  const height = await call<number>("getblockcount");
  const hashes = await call<string[]>("generatetoaddress", [2, address]);
  expect(hashes).toEqual([
    await call("getblockhash", [height + 1]),
    await call("getblockhash", [height + 2]),
  ]);
  expect(await call("getblock", [hashes[0]])).toMatchObject({ tx: [txid] });
  expect(await call("generatetoaddress", [0, address])).toEqual([]);
});

it("refuses what is no address", async () => {
  const { request } = nodeClient(regtest.url);
  const { status, error } = await request("generatetoaddress", [1, "nowhere"]);
  expect([status, error]).toEqual([500, { code: -5, message: "Error: Invalid address" }]);
});

it("makes none where functionaries sign them", async () => {
  const { call, request } = nodeClient(testnet.url, "treasury");
  const address = await call<string>("getnewaddress");
  expect((await request("generatetoaddress", [1, address])).error).toMatchObject({ code: -1 });
});
