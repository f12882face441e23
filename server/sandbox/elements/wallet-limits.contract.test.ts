import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

let sandbox: TestSandbox;
const wallet = (name: string) => nodeClient(sandbox.url, name);
const mine = (blocks: number) => sandbox.world.write(({ ledger }) => ledger.mine(blocks));
const fund = (name: string) => sandbox.world.write(({ node }) => node.fund(name, 10_000_000n));

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  await sandbox.world.write(({ node }) => node.createWallet("payer"));
  await nodeClient(sandbox.url).call("createwallet", ["watcher", true]);
});
afterAll(() => sandbox?.stop());

test("a wallet without private keys neither sends nor is given coins", async () => {
  const address = await wallet("payer").call<string>("getnewaddress");
  for (const [method, params] of [
    ["sendtoaddress", [address, 0.001]],
    ["sendmany", ["", { [address]: 0.001 }]],
    ["destroyamount", ["bitcoin", 0.001]],
  ] as const)
    expect((await wallet("watcher").request(method, params)).error).toEqual({
      code: -4,
      message: "Error: Private keys are disabled for this wallet",
    });
  await expect(fund("watcher")).rejects.toMatchObject({ code: -4 });
});

test("sendmany spends its own waiting change whatever its minconf says, which has to be a number", async () => {
  await fund("payer");
  await mine(1);
  const address = await wallet("treasury").call<string>("getnewaddress");
  await wallet("payer").call("sendtoaddress", [address, 0.01]);
  for (const minconf of [undefined, 6, 2_147_483_647])
    await wallet("payer").call("sendmany", ["", { [address]: 0.001 }, minconf ?? null]);
  expect((await wallet("payer").request("sendmany", ["", { [address]: 0.001 }, "6"])).error?.code).toBe(-3);
  await mine(1);
});

test("change of a stranger's waiting payment is not spent, and the wallet's own is", async () => {
  await sandbox.world.write(({ node }) => node.createWallet("shop"));
  const [shop, address] = [wallet("shop"), await wallet("payer").call<string>("getnewaddress")];
  await wallet("payer").call("sendtoaddress", [await shop.call("getnewaddress"), 0.01]);
  expect((await shop.request("sendtoaddress", [address, 0.001])).error?.code).toBe(-6);
  await mine(1);
  await shop.call("sendtoaddress", [address, 0.001]);
  await shop.call("sendtoaddress", [address, 0.001]);
});

test("locks that were not to last end with unloadwallet", async () => {
  await fund("payer");
  await mine(1);
  const coins = await wallet("payer").call<{ txid: string; vout: number }[]>("listunspent");
  const [first, second] = coins.map(({ txid, vout }) => ({ txid, vout }));
  await wallet("payer").call("lockunspent", [false, [first]]);
  await wallet("payer").call("lockunspent", [false, [second], true]);
  await nodeClient(sandbox.url).call("unloadwallet", ["payer"]);
  await nodeClient(sandbox.url).call("loadwallet", ["payer"]);
  expect(await wallet("payer").call("listlockunspent")).toEqual([second]);
});

test("an asset is reissued by the wallet that knows its issuance, and its token is none", async () => {
  await fund("payer");
  await mine(1);
  const { asset, token } = await wallet("payer").call<{ asset: string; token: string }>(
    "issueasset",
    [1, 1e-8],
  );
  await mine(1);
  await wallet("payer").call("reissueasset", [asset, 1]);
  const words = async (name: string, id: string) =>
    (await wallet(name).request("reissueasset", [id, 1])).error;
  expect((await words("payer", token))?.message).toContain("reissuance token type");
  expect((await words("shop", asset))?.message).toContain("could not be found in wallet");
});
