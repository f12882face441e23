import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";
import { expectLike, plain, type Recorded, readRecordings, translate } from "./recordings-testing";

/**
 * The calls recorded on a real node, all of them and in their order, made again on a wallet of the sandbox's node:
 * statuses and errors must be the same word for word, results must have the same fields with the same kinds of values,
 * and the same values where they do not depend on the wallet.
 */

type Fields = Record<string, unknown>;

const { calls } = readRecordings("recorded-calls.json");
const find = (name: string) => calls.find((call) => call.name === name) as Recorded;
const resultOf = (name: string) => find(name).response.result as Fields;

const ISSUE = "issueasset, confidential amount, 1 reissuance token unit (amounts are in units of 1e8 sats)";
const DISTRIBUTE =
  "sendmany as the distribution client calls it, with the distribution uuid as the wallet comment";
const LOCKED =
  "signmessage on an invalid address, wallet encrypted and locked (how a passphrase is detected)";
const CHANGE_OF_BURN = "change of the burn in listunspent";

/** Blocks that came before the call. */
const BLOCKS_BEFORE: Record<string, number> = {
  "issuance transaction": 2,
  "distribution transaction, 1 confirmation": 1,
  "distribution transaction, 2 confirmations": 1,
  reissueasset: 2,
  "reissuance transaction": 2,
  destroyamount: 2,
  "burn transaction": 2,
  "burn with verbose comment": 2,
};

/** Recorded id → the one of this sandbox. */
const ids = new Map<string, string>();
const known = (recorded: unknown, own: unknown) => ids.set(String(recorded), String(own));

/** The part of an answer that was recorded, where the recording is not the whole answer. */
const PARTS: Record<string, (result: never) => unknown> = {
  "unspent after issuance": (coins: Fields[]) =>
    ofAssets(coins).sort((one, other) => Number(one.vout) - Number(other.vout)),
  "change of the distribution in listunspent": (coins: Fields[]) =>
    coinsOf(coins, "09d7a4ca80d2d434d1d8ae5ad7eb4835a3ce26c0ef03f85f80b29ae67eb4004f"),
  [CHANGE_OF_BURN]: (coins: Fields[]) =>
    coinsOf(coins, "46192fcb62dbe741093ccb53d104555be7922cb6103f67f5110ae85096c868ed"),
  // The recorded wallet had only this transaction since the issuance's were listed.
  "listtransactions finds the comment (how a lost txid is found again)": (lines: Fields[]) => lines.slice(-2),
  "decoded distribution transaction: output fields": ({ decoded, decoded_vout }: Fields) => ({
    decoded_vout: decoded_vout ?? (decoded as Fields).vout,
  }),
};

const ofAssets = (coins: Fields[]) =>
  coins.filter(({ asset }) =>
    [resultOf(ISSUE).asset, resultOf(ISSUE).token].some((one) => [one, ids.get(String(one))].includes(asset)),
  );
const coinsOf = (coins: Fields[], recordedTxid: string) =>
  coins.filter(
    ({ txid, asset }) =>
      [recordedTxid, ids.get(recordedTxid)].includes(String(txid)) &&
      [resultOf(ISSUE).asset, ids.get(String(resultOf(ISSUE).asset))].includes(asset),
  );

/** What cannot be compared. Sums of L-BTC, which depend on what the wallet did before, are compared by kind alone. */
const LEFT_OUT: Record<string, string[]> = {
  // The recorded wallet had mined blocks of its own.
  balances: ["immature"],
  // A node puts change at a random place, and so everything that comes after it.
  "burn transaction": ["vout"],
  // The recorded wallet's change was at times a taproot output; the sandbox's wallets have none.
  [CHANGE_OF_BURN]: ["vout", "scriptPubKey", "desc", "parent_descs"],
};

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  await sandbox.world.write(async ({ ledger, node }) => {
    await node.createWallet("faucet");
    await node.fund("treasury", 100_000_000n);
    await ledger.mine(1);
    // The address that getaddressinfo was asked for.
    const [recorded] = find("address info, confidential address of the wallet").request.params;
    known(recorded, await node.getNewAddress("treasury"));
  });
});

afterAll(() => sandbox?.stop());

test("all recorded calls are made again", () => {
  expect(calls.length).toBe(45);
});

test.each(calls.map(({ name }) => name))("%s", async (name) => {
  const blocks = BLOCKS_BEFORE[name];
  if (blocks) await sandbox.world.write(({ ledger }) => ledger.mine(blocks));
  if (name === LOCKED) await nodeClient(sandbox.url).call("createwallet", ["locked", false, false, "secret"]);
  const recorded = translate(find(name), ids);
  const { wallet, method, params } = recorded.request;
  const answer = await nodeClient(sandbox.url, wallet).request(method, params.map(plain));
  expect(answer.error).toEqual(recorded.response.error);
  expect(answer.status).toBe(recorded.http_status);
  remember(name, answer.result);
  const part = PARTS[name] ?? ((result: never) => result);
  const [mine, theirs] = [answer.result, translate(recorded.response.result, ids)];
  expectLike(part(mine as never), part(theirs as never), name, new Set(LEFT_OUT[name]));
});

/** Keeps which of the sandbox's ids stand for recorded ones from here on. */
function remember(name: string, result: unknown): void {
  if (name === ISSUE) {
    const [recorded, own] = [resultOf(ISSUE), result as Fields];
    for (const key of ["txid", "entropy", "asset", "token"]) known(recorded[key], own[key]);
  }
  if (name === "reissueasset") known(resultOf(name).txid, (result as Fields).txid);
  const isTxid = typeof result === "string" && /^[0-9a-f]{64}$/.test(result);
  if (isTxid) known(find(name).response.result, result);
}

test("a confidential address is validated to exactly the recorded parts", async () => {
  const { request, response } = find("validateaddress: confidential");
  expect(await nodeClient(sandbox.url).call(request.method, request.params)).toEqual(response.result);
});

test("the distribution was sent as one transaction", () => {
  expect(ids.get(String(find(DISTRIBUTE).response.result))).toMatch(/^[0-9a-f]{64}$/);
});
