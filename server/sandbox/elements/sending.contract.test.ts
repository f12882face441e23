import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

/** What the wallet's own payments promise: fees, limits, issuances, burns. */

type Fields = Record<string, unknown>;

let sandbox: TestSandbox;
let treasury: ReturnType<typeof nodeClient>;
let asset: string;
let token: string;
let places: string[];

const mine = (blocks: number) => sandbox.world.write(({ ledger }) => ledger.mine(blocks));
const sats = (amount: unknown) => Math.round(Number(String(amount)) * 1e8);

function sendMany(count: number, assetId = asset, rest: unknown[] = []) {
  const amounts = Object.fromEntries(places.slice(0, count).map((place) => [place, 0.00000001]));
  const assets = Object.fromEntries(Object.keys(amounts).map((place) => [place, assetId]));
  const [subtracted = [], replaceable = false, target = 1, mode = "UNSET", feeRate] = rest;
  const fee = [subtracted, replaceable, target, mode, assets, false, feeRate];
  return treasury.request("sendmany", ["", amounts, 0, "", ...fee]);
}

/** What became of the L-BTC of one payment: what the recipients got, and the fee. */
async function paid(txid: unknown) {
  const { details, fee } = await treasury.call<{ details: Fields[]; fee: Fields }>("gettransaction", [txid]);
  return { received: details.map(({ amount }) => -sats(amount)), feeSats: -sats(fee.bitcoin) };
}

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  treasury = nodeClient(sandbox.url, "treasury");
  places = await sandbox.world.write(async ({ ledger, node }) => {
    await node.createWallet("empty");
    await node.fund("treasury", 100_000_000n);
    const gaid = await ledger.createGaid();
    const found: string[] = [];
    for (let index = 0; index < 71; index++) found.push(await ledger.nextGaidAddress(gaid));
    return found;
  });
  const issued = await treasury.call<Fields>("issueasset", [1, 0.00000003]);
  [asset, token] = [String(issued.asset), String(issued.token)];
});

beforeEach(() => mine(2));

afterAll(() => sandbox?.stop());

describe("limits", () => {
  test("70 recipients fit into one transaction, 71 do not", async () => {
    const message = "Maximum transaction weight is less than transaction weight without inputs";
    expect(await sendMany(71)).toMatchObject({ status: 500, error: { code: -6, message } });
    expect(await sendMany(70)).toMatchObject({ error: null });
  });

  test("a second batch of 60 may follow a waiting one, a third may not", async () => {
    const { result: first } = await sendMany(60);
    expect(await sendMany(60)).toMatchObject({ error: null });
    expect(await sendMany(60)).toMatchObject({
      status: 500,
      error: {
        code: -6,
        message: `possibly exceeds descendant size limit for tx ${first} [limit: 101000]`,
      },
    });
    await mine(1);
    expect(await sendMany(60)).toMatchObject({ error: null });
  });

  test("six batches of 10 in a row are accepted", async () => {
    for (let batch = 0; batch < 6; batch++) expect(await sendMany(10)).toMatchObject({ error: null });
  });

  test("25 transactions may wait for one another, 26 may not", async () => {
    const { result: first } = await sendMany(1);
    for (let next = 2; next <= 25; next++) expect(await sendMany(1)).toMatchObject({ error: null });
    expect(await sendMany(1)).toMatchObject({
      error: { code: -6, message: `possibly too many descendants for tx ${first} [limit: 25]` },
    });
  });
});

describe("fees", () => {
  test("are taken from the recipients who are to pay them, the odd sats from the first", async () => {
    const [one = "", two = "", three = ""] = places;
    const { result } = await treasury.request("sendmany", [
      ...["", { [one]: 0.001, [two]: 0.001, [three]: 0.001 }, 0, "", [two, 2]],
    ]);
    const { received, feeSats } = await paid(result);
    expect(received).toEqual([100_000, 100_000 - Math.ceil(feeSats / 2), 100_000 - Math.floor(feeSats / 2)]);
    const all = await treasury.call<Fields>("getbalance");
    const swept = await treasury.call("sendtoaddress", [one, String(all.bitcoin), "", "", true]);
    const sweep = await paid(swept);
    expect(sweep.received[0]).toBe(sats(all.bitcoin) - sweep.feeSats);
    expect(sats((await treasury.call<Fields>("getbalance")).bitcoin)).toBe(0);
    await sandbox.world.write(({ node }) => node.fund("treasury", 100_000_000n));
  });

  test("cannot be taken from another asset, from nobody, or twice from the same", async () => {
    const [one = ""] = places;
    expect(await sendMany(1, asset, [[one]])).toMatchObject({
      error: { code: -6, message: expect.stringContaining("more than one type of fee at a time") },
    });
    for (const [subtracted, words] of [
      [["nowhere"], "destination nowhere not found in tx outputs"],
      [[0, one], "duplicated position: 0"],
      [[1], "position too large: 1"],
    ] as const)
      expect(await sendMany(1, "bitcoin", [subtracted])).toMatchObject({
        error: { code: -8, message: `Invalid parameter 'subtract fee from output', ${words}` },
      });
  });

  test("follow the rate that is asked for, and a rate, target or mode that is none is refused", async () => {
    const usual = await paid((await sendMany(1)).result);
    const { result, error } = await sendMany(1, asset, [[], true, null, null, 2]);
    expect(error).toBeNull();
    expect((await paid(result)).feeSats).toBeGreaterThan(usual.feeSats * 19);
    for (const [rest, code] of [
      [[[], false, 0], -8],
      [[[], false, 1009], -8],
      [[[], false, 6, "soon"], -8],
      [[[], false, 6, "economical", 1], -8],
      [[[], false, null, "economical", 1], -8],
      [[[], false, null, "unset", 0.01], -6],
      [[[], false, null, "unset", 0.0001], -3],
      [[[], false, null, "unset", -1], -3],
      [[[], "yes"], -3],
    ] as [unknown[], number][])
      expect(await sendMany(1, asset, rest), JSON.stringify(rest)).toMatchObject({ error: { code } });
  });
});

describe("issuances", () => {
  test("a reissuance moves all tokens to a fresh address and is listed", async () => {
    const { txid, vin } = await treasury.call<Fields>("reissueasset", [asset, "0.00000500"]);
    const rows = await treasury.call<Fields[]>("listissuances", [asset]);
    expect(rows[0]).toMatchObject({ isreissuance: true, txid, vin, asset });
    expect(sats(rows[0]?.assetamount)).toBe(500);
    const { details } = await treasury.call<{ details: Fields[] }>("gettransaction", [txid]);
    const received = details.filter(({ category }) => category === "receive");
    expect(received.map((line) => [line.asset, sats(line.amount)])).toEqual([
      [asset, 500],
      [token, 3],
    ]);
  });

  test("an asset without hidden amounts can be reissued too, and one without tokens cannot", async () => {
    const open = await treasury.call<Fields>("issueasset", [0.00001, 0.00000001, false]);
    await mine(1);
    expect(await treasury.request("reissueasset", [open.asset, 1])).toMatchObject({ error: null });
    const fixed = await treasury.call<Fields>("issueasset", [0.00001, 0]);
    const missing = "Asset reissuance token definition could not be found in wallet.";
    expect(await treasury.request("reissueasset", [fixed.asset, 1])).toMatchObject({
      error: { code: -4, message: missing },
    });
    expect(await treasury.request("reissueasset", [token, 1])).toMatchObject({
      error: { code: -4, message: expect.stringContaining("is a reissuance token type") },
    });
    expect(await treasury.request("reissueasset", [asset, 0])).toMatchObject({ error: { code: -3 } });
    expect(await treasury.request("issueasset", [0, 0])).toMatchObject({ error: { code: -3 } });
    expect(await treasury.request("issueasset", [1, 0, true, "ab"])).toMatchObject({ error: { code: -8 } });
  });

  test("a wallet without L-BTC can neither issue nor destroy", async () => {
    const empty = nodeClient(sandbox.url, "empty");
    expect(await empty.request("issueasset", [1, 0])).toMatchObject({ error: { code: -4, message: "" } });
    expect(await empty.request("destroyamount", [asset, 1])).toMatchObject({
      error: { code: -6, message: "Insufficient funds" },
    });
  });

  test("tokens that went elsewhere leave nothing to reissue with", async () => {
    const given = await treasury.call<Fields>("issueasset", [0.00001, 0.00000001]);
    await mine(1);
    await treasury.call("sendtoaddress", [
      ...[places[0], 0.00000001, "", "", false, false, 1, "unset", false, given.token],
    ]);
    expect(await treasury.request("reissueasset", [given.asset, 1])).toMatchObject({
      error: { code: -6, message: "No available reissuance tokens in wallet." },
    });
  });
});

describe("burns", () => {
  test("take the amount out of the wallet, with a comment, or say more when asked", async () => {
    const before = sats((await treasury.call<Fields>("getbalance"))[asset]);
    const txid = await treasury.call<string>("destroyamount", [asset, 0.00000007, "burn-1"]);
    const { comment, details } = await treasury.call<{ comment: string; details: Fields[] }>(
      "gettransaction",
      [txid],
    );
    expect([comment, details.map((line) => [line.category, sats(line.amount), line.address])]).toEqual([
      "burn-1",
      [["send", -7, undefined]],
    ]);
    expect(sats((await treasury.call<Fields>("getbalance"))[asset])).toBe(before - 7);
    const verbose = await treasury.call("destroyamount", [asset, 0.00000001, "", true]);
    expect(verbose).toMatchObject({ txid: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("of nothing, of too much and of no asset are refused", async () => {
    for (const [name, amount, code, message] of [
      [asset, 0, -3, "Invalid amount to destroy"],
      [asset, -1, -3, "Amount out of range"],
      [asset, 20, -6, "Insufficient funds"],
      ["nothing", 1, -4, "Unknown label and invalid asset hex: nothing"],
    ])
      expect(await treasury.request("destroyamount", [name, amount])).toMatchObject({
        error: { code, message },
      });
  });
});

test("a locked wallet moves nothing", async () => {
  await nodeClient(sandbox.url).call("createwallet", ["safe", false, false, "secret"]);
  const safe = nodeClient(sandbox.url, "safe");
  const message = "Error: Please enter the wallet passphrase with walletpassphrase first.";
  const hex = await treasury.call("createrawtransaction", [
    [{ txid: "11".repeat(32), vout: 0 }],
    [{ burn: 1 }],
  ]);
  for (const [method, params] of [
    ["sendmany", ["", { [places[0] ?? ""]: 1 }]],
    ["sendtoaddress", [places[0], 1]],
    ["issueasset", [1, 1]],
    ["reissueasset", [asset, 1]],
    ["destroyamount", [asset, 1]],
    ["signrawtransactionwithwallet", [hex]],
  ] as [string, unknown[]][])
    expect(await safe.request(method, params), method).toMatchObject({ error: { code: -13, message } });
});
