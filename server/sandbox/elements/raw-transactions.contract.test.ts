import { Transaction } from "liquidjs-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { explicitValue } from "../ledger/fields";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

/** What the mempool takes of finished transactions, and above all what it does not. */

type Fields = Record<string, unknown>;

let sandbox: TestSandbox;
let treasury: ReturnType<typeof nodeClient>;
let other: ReturnType<typeof nodeClient>;
let asset: string;

const mine = (blocks: number) => sandbox.world.write(({ ledger }) => ledger.mine(blocks));
const address = () => other.call<string>("getnewaddress");
const send = (hex: string, ...rest: unknown[]) => other.request("sendrawtransaction", [hex, ...rest]);
const reasonOf = async (hex: string) => {
  const [result] = await other.call<Fields[]>("testmempoolaccept", [[hex]]);
  return result?.allowed === true ? "allowed" : result?.["reject-reason"];
};

/** Created, funded and blinded by the treasury. */
async function blinded(outputs: Fields[], inputs: unknown[] = []) {
  const raw = await treasury.call<string>("createrawtransaction", [inputs, outputs]);
  const { hex } = await treasury.call<Fields>("fundrawtransaction", [raw]);
  return treasury.call<string>("blindrawtransaction", [hex, false]);
}

const sign = (hex: string) => treasury.call<Fields>("signrawtransactionwithwallet", [hex]);
const signed = async (outputs: Fields[]) => String((await sign(await blinded(outputs))).hex);
const change = (hex: string, edit: (transaction: Transaction) => void) => {
  const transaction = Transaction.fromHex(hex);
  edit(transaction);
  return transaction.toHex();
};
const output = (transaction: Transaction, position: number) => {
  const found = transaction.outs.at(position);
  if (!found) throw new Error("There is no such output.");
  return found;
};

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  treasury = nodeClient(sandbox.url, "treasury");
  other = nodeClient(sandbox.url, "other");
  await sandbox.world.write(async ({ node }) => {
    await node.createWallet("other");
    for (let coin = 0; coin < 4; coin++) await node.fund("treasury", 100_000_000n);
  });
  asset = String((await treasury.call<Fields>("issueasset", [1, 0.00000001])).asset);
});

beforeEach(() => mine(1));

afterAll(() => sandbox?.stop());

describe("refuses", () => {
  test("a payment of nothing, which could be spent as if it were a token", async () => {
    const { token } = await treasury.call<Fields>("issueasset", [1, 0.00000001]);
    await mine(1);
    const { unconfidential } = await treasury.call<Fields>("getaddressinfo", [
      await treasury.call("getnewaddress"),
    ]);
    for (const assetId of [token, asset])
      expect(await reasonOf(await signed([{ [String(unconfidential)]: 0, asset: assetId }]))).toBe(
        "bad-txns-in-ne-out",
      );
    const raw = await treasury.call<string>("createrawtransaction", [
      [],
      [{ [await address()]: 0, asset: token }],
    ]);
    const { hex } = await treasury.call<Fields>("fundrawtransaction", [raw]);
    const { error } = await treasury.request("blindrawtransaction", [hex, false]);
    expect(error).toMatchObject({
      code: -8,
      message: expect.stringContaining("Unable to blind transaction"),
    });
  });

  test("what is no transaction, with -22", async () => {
    for (const hex of ["", "zz", "0200", "02000000000000000000zz"]) {
      expect(await send(hex)).toMatchObject({ status: 500, error: { code: -22 } });
      expect(await other.request("decoderawtransaction", [hex])).toMatchObject({ error: { code: -22 } });
    }
  });

  test("an unsigned transaction, and one whose recipient was changed after signing", async () => {
    const unsigned = await blinded([{ [await address()]: 0.00000005, asset }]);
    const word = "mandatory-script-verify-flag-failed (Witness program was passed an empty witness)";
    expect(await reasonOf(unsigned)).toBe(word);
    expect(await send(unsigned)).toMatchObject({ error: { code: -26, message: word } });
    const { scriptPubKey } = await other.call<Fields>("getaddressinfo", [await address()]);
    const forged = change(String((await sign(unsigned)).hex), (transaction) => {
      output(transaction, 0).script = Buffer.from(String(scriptPubKey), "hex");
    });
    expect(await send(forged)).toMatchObject({
      error: { code: -26, message: expect.stringContaining("Signature must be zero for failed CHECK") },
    });
  });

  test("an explicit amount that was raised, even when it is signed again", async () => {
    const hex = await blinded([
      { burn: 0.00000005, asset },
      { [await address()]: 0.00000005, asset },
    ]);
    const forged = change(hex, (transaction) => {
      output(transaction, 0).value = explicitValue(6n);
    });
    const again = await sign(forged);
    expect(again.complete).toBe(true);
    const message = "bad-txns-in-ne-out, value in != value out";
    expect(await send(String(again.hex), 0, 1)).toMatchObject({ error: { code: -26, message } });
    expect(await reasonOf(String(again.hex))).toBe("bad-txns-in-ne-out");
  });

  test("commitments exchanged for those of another transaction, and a fee that was lowered", async () => {
    const [one, two] = [
      await blinded([{ [await address()]: 0.00000005, asset }]),
      await blinded([{ [await address()]: 0.9, asset }]),
    ];
    const forged = change(one, (transaction) => {
      const { asset: commitment, value } = output(Transaction.fromHex(two), 0);
      Object.assign(output(transaction, 0), { asset: commitment, value });
    });
    expect(await reasonOf(String((await sign(forged)).hex))).toBe("bad-txns-in-ne-out");
    const cheap = change(one, (transaction) => {
      output(transaction, -1).value = explicitValue(1n);
    });
    expect(await reasonOf(String((await sign(cheap)).hex))).toBe("bad-txns-in-ne-out");
  });

  test("an input named twice", async () => {
    const hex = change(await signed([{ [await address()]: 0.00000005, asset }]), (transaction) => {
      const [first] = transaction.ins;
      if (first) transaction.ins.push(first);
    });
    expect(await send(hex)).toMatchObject({ error: { code: -26, message: "bad-txns-inputs-duplicate" } });
  });

  test("what another transaction spends: in the mempool with -26, in a block with -25", async () => {
    const [one, two] = [
      await signed([{ [await address()]: 0.00000005, asset }]),
      await signed([{ [await address()]: 0.00000006, asset }]),
    ];
    expect(await send(one)).toMatchObject({ error: null });
    expect(await send(two)).toMatchObject({ error: { code: -26, message: "txn-mempool-conflict" } });
    await mine(1);
    const message = "bad-txns-inputs-missingorspent";
    expect(await send(two)).toMatchObject({ error: { code: -25, message } });
    expect(await reasonOf(two)).toBe("missing-inputs");
    expect(await reasonOf(one)).toBe("txn-already-known");
  });

  test("what is in a block with -27, and with -25 once blocks spend all of its outputs", async () => {
    const own = () => treasury.call<string>("getnewaddress");
    const hex = await signed([{ [await own()]: 0.00000005, asset }]);
    const { result: txid } = await send(hex);
    await mine(1);
    const outputs = [{ [await own()]: 0.00000005, asset }];
    const inputs = [0, 1, 2].map((vout) => ({ txid, vout }));
    const spender = await sign(await blinded(outputs, inputs));
    expect(await send(String(spender.hex))).toMatchObject({ error: null });
    const known = { code: -27, message: "Transaction outputs already in utxo set" };
    expect(await send(hex)).toMatchObject({ error: known });
    await mine(1);
    const message = "bad-txns-inputs-missingorspent";
    expect(await send(hex)).toMatchObject({ error: { code: -25, message } });
  });

  test("a fee above maxfeerate with -25, unless the limit is off", async () => {
    const raw = await treasury.call("createrawtransaction", [[], [{ [await address()]: 0.00000005, asset }]]);
    const funded = await treasury.call<Fields>("fundrawtransaction", [raw, { fee_rate: 50 }]);
    const hex = String((await sign(await treasury.call("blindrawtransaction", [funded.hex, false]))).hex);
    const message = "Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)";
    expect(await send(hex, 0.0001)).toMatchObject({ error: { code: -25, message } });
    expect(await other.call("testmempoolaccept", [[hex], 0.0001])).toMatchObject([
      { allowed: false, "reject-reason": "max-fee-exceeded" },
    ]);
    expect(await send(hex, 1)).toMatchObject({ error: { code: -8 } });
    expect(await send(hex, 0)).toMatchObject({ error: null });
  });
});

test("a wallet signs only its own inputs and says what is missing", async () => {
  const hex = await blinded([{ [await address()]: 0.00000005, asset }]);
  const answer = await other.call<Fields>("signrawtransactionwithwallet", [hex]);
  expect(answer.complete).toBe(false);
  const word = { error: "Witness program was passed an empty witness", witness: [], scriptSig: "" };
  expect(answer.errors).toEqual(expect.arrayContaining([expect.objectContaining(word)]));
  expect(await other.request("blindrawtransaction", [hex])).toMatchObject({ error: { code: -8 } });
});

test("unblindrawtransaction opens what is on the wallet's own scripts alone", async () => {
  const own = await treasury.call<string>("getnewaddress");
  const hex = await blinded([
    { [own]: 0.00000007, asset },
    { [await address()]: 0.00000005, asset },
  ]);
  const { hex: opened } = await treasury.call<Fields>("unblindrawtransaction", [hex]);
  const { vout } = await treasury.call<{ vout: Fields[] }>("decoderawtransaction", [opened]);
  expect(vout.slice(0, 2).map(({ value }) => value && String(value))).toEqual(["0.00000007", undefined]);
  expect(vout[0]).toMatchObject({ asset, scriptPubKey: { type: "witness_v0_keyhash" } });
});

test("rawissueasset issues an asset that its wallet can reissue", async () => {
  const raw = await treasury.call("createrawtransaction", [[], [{ [await address()]: 0.00000005, asset }]]);
  const { hex } = await treasury.call<Fields>("fundrawtransaction", [raw]);
  const own = () => treasury.call<string>("getnewaddress");
  const [issued] = await treasury.call<Fields[]>("rawissueasset", [
    hex,
    [
      {
        ...{ asset_amount: 0.00001, asset_address: await own() },
        ...{ token_amount: 0.00000002, token_address: await own() },
      },
    ],
  ]);
  const blind = await treasury.call<string>("blindrawtransaction", [issued?.hex, false]);
  const { vin } = await other.call<{ vin: Fields[] }>("decoderawtransaction", [blind]);
  expect(vin[0]?.issuance).toMatchObject({ asset: issued?.asset, token: issued?.token, isreissuance: false });
  expect(await send(String((await sign(blind)).hex))).toMatchObject({ error: null });
  await mine(2);
  const balance = await treasury.call<Fields>("getbalance");
  expect([issued?.asset, issued?.token].map((id) => String(balance[String(id)]))).toEqual([
    ...["0.00001000", "0.00000002"],
  ]);
  expect(await treasury.call("reissueasset", [issued?.asset, 0.00000001])).toMatchObject({ vin: 1 });
});

test("fundrawtransaction keeps to its options", async () => {
  const raw = await treasury.call("createrawtransaction", [[], [{ [await address()]: 0.001 }]]);
  const fund = (options: unknown) => treasury.request("fundrawtransaction", [raw, options]);
  const changeAddress = await treasury.call<string>("getnewaddress");
  const { result } = await fund({ changeAddress, changePosition: 0, lockUnspents: true, feeRate: 0.00001 });
  const { changepos, hex, fee } = result as Fields;
  const { vin, vout } = await other.call<{ vin: Fields[]; vout: Fields[] }>("decoderawtransaction", [hex]);
  const { scriptPubKey } = await treasury.call<Fields>("getaddressinfo", [changeAddress]);
  expect(changepos).toBe(0);
  expect(vout[0]).toMatchObject({ scriptPubKey: { hex: scriptPubKey } });
  expect(Number(String(fee))).toBeGreaterThan(0.00001);
  const locked = await treasury.call<Fields[]>("listlockunspent");
  expect(locked.map(({ txid }) => txid)).toEqual(vin.map(({ txid }) => txid));
  await treasury.call("lockunspent", [true]);
  const shared = await fund({ subtractFeeFromOutputs: [0] });
  const { hex: less, fee: paid } = shared.result as Fields;
  const decoded = await other.call<{ vout: Fields[] }>("decoderawtransaction", [less]);
  expect(Number(String(decoded.vout[0]?.value))).toBeCloseTo(0.001 - Number(String(paid)), 8);
  expect(await fund({ nonsense: 1 })).toMatchObject({
    error: { code: -3, message: "Unexpected key nonsense" },
  });
  expect(await fund({ changePosition: 7 })).toMatchObject({ error: { code: -8 } });
  expect(await fund({ feeRate: 0.0000000001 })).toMatchObject({ error: { code: -3 } });
  expect(await fund({ fee_rate: 0.01 })).toMatchObject({ error: { code: -4 } });
  const tooMuch = await treasury.call("createrawtransaction", [[], [{ [await address()]: 1000 }]]);
  expect(await treasury.request("fundrawtransaction", [tooMuch])).toMatchObject({
    error: { code: -4, message: "Insufficient funds" },
  });
});

test("createrawtransaction refuses outputs and inputs that it cannot read", async () => {
  const create = (inputs: unknown, outputs: unknown) =>
    treasury.request("createrawtransaction", [inputs, outputs]);
  const place = await address();
  expect(await create([], [{ nowhere: 1 }])).toMatchObject({ error: { code: -5 } });
  expect(await create([], [{ [place]: -1 }])).toMatchObject({ error: { code: -3 } });
  expect(await create([], [{ [place]: 1, asset: "x" }])).toMatchObject({ error: { code: -4 } });
  expect(await create([], [{ [place]: 1 }, { [place]: 1 }])).toMatchObject({ error: { code: -8 } });
  expect(await create([], [{ data: "xyz" }])).toMatchObject({ error: { code: -8 } });
  expect(await create([{ txid: "ab", vout: 0 }], [])).toMatchObject({ error: { code: -8 } });
  expect(await create([{ txid: "ab".repeat(32) }], [])).toMatchObject({ error: { code: -8 } });
  expect(await create([], "x")).toMatchObject({ error: { code: -8 } });
  const { result } = await create([], [{ data: "c0ffee" }, { fee: 0.00001 }]);
  const { vout } = await other.call<{ vout: Fields[] }>("decoderawtransaction", [result]);
  expect(vout.map(({ scriptPubKey }) => (scriptPubKey as Fields).type)).toEqual(["nulldata", "fee"]);
});

test("getrawtransaction gives the hex, or the transaction with its block", async () => {
  const hex = await signed([{ [await address()]: 0.00000005, asset }]);
  const txid = Transaction.fromHex(hex).getId();
  expect(await other.request("getrawtransaction", [txid])).toMatchObject({ error: { code: -5 } });
  await send(hex);
  expect(await other.call("getrawtransaction", [txid])).toBe(hex);
  expect(await other.call("getrawtransaction", [txid, true])).not.toHaveProperty("blockhash");
  await mine(2);
  const found = await other.call<Fields>("getrawtransaction", [txid, 1]);
  expect(found).toMatchObject({ txid, hex, confirmations: 2, blockhash: expect.any(String) });
  const wrong = "ab".repeat(32);
  expect(await other.request("getrawtransaction", [txid, 1, wrong])).toMatchObject({ error: { code: -5 } });
  expect(await other.call("getrawtransaction", [txid, 1, found.blockhash])).toMatchObject({ txid });
});
