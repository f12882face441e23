import { readFileSync } from "node:fs";
import path from "node:path";
import { LosslessNumber } from "lossless-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseExactJson } from "@/lib/exact-json";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient, type RpcAnswer } from "./node-testing";

/**
 * The calls recorded on a real node, made again on a wallet of the sandbox's node: statuses and errors must be the
 * same word for word, results must have the same fields with the same kinds of values, and the same values where
 * they do not depend on the wallet.
 */

interface Recorded {
  name: string;
  request: { wallet: string | null; method: string; params: unknown[] };
  http_status: number;
  response: { result: unknown; error: unknown };
}
type Fields = Record<string, unknown>;

const file = path.join(import.meta.dirname, "recorded-calls.json");
const recordings = (parseExactJson(readFileSync(file, "utf8")) as { calls: Recorded[] }).calls;

/** What the recorded wallet had, and what stands for it here. */
const RECORDED = {
  asset: "43aa65ec81463cf44c44292d3c9ddc6bfceab385bb468540d90eea4738c86672",
  token: "4aeea9c79290893b058f00af0434c68d094d47d7d914e107a8207a394e761246",
  issuance: "83381c8e7af711109cf25d707ba9039cb5c8fb5f153aa713349e5dae67e6b95a",
  distribution: "09d7a4ca80d2d434d1d8ae5ad7eb4835a3ce26c0ef03f85f80b29ae67eb4004f",
  address:
    "el1qq2ygktq94ty37tzsw9n5vn93h3aagj092tklr6mstv4myat3xzma856de8cye60saqtq2t635v26tswury8xczwzfg2cxwun0",
};
const here: Record<keyof typeof RECORDED, string> = { ...RECORDED };

/** Descriptors of whole key chains and disk sizes: a real node has them, a desk never reads them. */
const LEFT_OUT = new Set([
  ...["parent_descs", "parent_desc", "size_on_disk", "current_signblock_asm", "current_signblock_hex"],
  ...["max_block_witness", "extension_space"],
]);
/** Values that must be the recorded ones. */
const SAME = new Set([
  ...[
    "chain",
    "subversion",
    "version",
    "category",
    "comment",
    "label",
    "vout",
    "vin",
    "abandoned",
    "trusted",
  ],
  ...[
    "confirmations",
    "isvalid",
    "isvalid_parent",
    "bip125-replaceable",
    "isreissuance",
    "spendable",
    "solvable",
  ],
  ...["safe", "ismine", "iswitness", "witness_version", "walletname", "format", "tokenamount", "assetamount"],
  ...["ischange", "error", "error_parent", "asset", "token", "initialblockdownload", "verificationprogress"],
]);

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  const { world } = sandbox;
  await world.write(async ({ ledger, node }) => {
    await node.createWallet("faucet");
    await node.fund("treasury", 100_000_000n);
    const issued = await ledger.issueAsset({
      contractHash: "56bed24fefcded04487a39fa64c5ff69b5b14eb4e22bc7160e776b701ade82b9",
      amountSats: 100_000_000n,
      destinationAddress: await node.getNewAddress("treasury"),
      token: { amountSats: 1n, address: await node.getNewAddress("treasury") },
      isConfidential: true,
    });
    here.asset = issued.assetId;
    here.token = issued.tokenId ?? "";
    here.issuance = issued.txid;
    here.address = await node.getNewAddress("treasury");
    await ledger.mine(2);
  });
});

afterAll(() => sandbox?.stop());

const find = (name: string): Recorded => {
  const recording = recordings.find((one) => one.name === name);
  if (!recording) throw new Error(`nothing was recorded as "${name}"`);
  return recording;
};

/** The recording with this sandbox's ids in place of the recorded ones. */
function translated<T>(value: T): T {
  if (typeof value === "string") {
    const key = (Object.keys(RECORDED) as (keyof typeof RECORDED)[]).find((one) => RECORDED[one] === value);
    return (key ? here[key] : value) as T;
  }
  if (Array.isArray(value)) return value.map(translated) as T;
  if (value instanceof LosslessNumber || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [translated(key), translated(inner)]),
  ) as T;
}

async function replay(name: string, wallet?: string): Promise<{ answer: RpcAnswer; recorded: Recorded }> {
  const recorded = translated(find(name));
  const { method, params } = recorded.request;
  const client = nodeClient(sandbox.url, wallet ?? recorded.request.wallet);
  const printed = params.map((value) => plain(value));
  const answer = await client.request(method, printed);
  expect(answer.status).toBe(recorded.http_status);
  expect(answer.error).toEqual(recorded.response.error);
  return { answer, recorded };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, inner) => numeric(inner)));
const numeric = (value: unknown) => (value instanceof LosslessNumber ? Number(value.toString()) : value);

function expectLike(actual: unknown, recorded: unknown, place: string): void {
  const key = place.split(".").at(-1) ?? "";
  const [mine, theirs] = [numeric(actual), numeric(recorded)];
  expect(Array.isArray(mine) ? "array" : typeof mine, place).toBe(
    Array.isArray(theirs) ? "array" : typeof theirs,
  );
  if (Array.isArray(theirs)) {
    const first = theirs[0];
    if (typeof first !== "object" && key !== "labels") return;
    expect((mine as unknown[]).length, place).toBe(theirs.length);
    for (const [index, inner] of theirs.entries())
      expectLike((mine as unknown[])[index], inner, `${place}.${index}`);
  } else if (typeof theirs === "object" && theirs !== null) {
    for (const [name, inner] of Object.entries(theirs)) {
      if (LEFT_OUT.has(name)) continue;
      expect(Object.keys(mine as Fields), place).toContain(name);
      expectLike((mine as Fields)[name], inner, `${place}.${name}`);
    }
  } else if (SAME.has(key) || (key === "amount" && place.includes("details"))) {
    expect(mine, place).toEqual(theirs);
  } else if (typeof theirs === "string" && /^[0-9a-f]+$/.test(theirs)) {
    expect(mine, place).toMatch(new RegExp(`^[0-9a-f]{${theirs.length}}$`));
  }
}

async function expectRecorded(name: string, narrow: (result: never) => unknown = (result) => result) {
  const { answer, recorded } = await replay(name);
  expectLike(narrow(answer.result as never), narrow(recorded.response.result as never), name);
}

describe("before anything was sent", () => {
  test.each([
    "network info",
    "blockchain info, synchronised",
    "asset labels",
    "wallet info",
    "list wallets",
    "listissuances for the asset",
    "balance of everything",
    "balances",
    "address info, confidential address of the wallet",
    "validateaddress: confidential",
    "validateaddress: garbage",
  ])("%s", (name) => expectRecorded(name));

  test("unspent after issuance, beside the L-BTC", () =>
    expectRecorded("unspent after issuance", (coins: Fields[]) => {
      const order = [here.asset, here.token];
      const ofAsset = coins.filter(({ asset }) => order.includes(String(asset)));
      return ofAsset.sort((one, other) => Number(one.vout) - Number(other.vout));
    }));

  test("issuance transaction: what the wallet received (it was sent by AMP, not by the wallet)", () =>
    expectRecorded("issuance transaction", ({ fee: _, details, ...rest }: Fields) => ({
      ...rest,
      details: (details as Fields[]).filter(({ category }) => category === "receive"),
    })));

  test("a confidential address is validated to exactly the recorded parts", async () => {
    const { answer, recorded } = await replay("validateaddress: confidential");
    expect(answer.result).toEqual(recorded.response.result);
  });
});

describe("errors", () => {
  test.each([
    "signmessage on an invalid address, wallet unlocked",
    "sendmany: not enough of the asset",
    "sendmany: invalid address",
    "sendmany: unknown asset",
    "sendmany: amount below one sat",
    "gettransaction: unknown txid",
    "unknown method",
    "unknown wallet",
    "two wallets loaded, no wallet in the path",
  ])("%s", async (name) => {
    await replay(name);
  });

  test("a locked wallet's", async () => {
    await nodeClient(sandbox.url).call("createwallet", ["locked", false, false, "secret"]);
    await replay(
      "signmessage on an invalid address, wallet encrypted and locked (how a passphrase is detected)",
    );
    await replay("sendmany on a locked wallet");
  });
});

describe("a distribution", () => {
  beforeAll(async () => {
    const { answer } = await replay(
      "sendmany as the distribution client calls it, with the distribution uuid as the wallet comment",
    );
    here.distribution = String(answer.result);
    expect(here.distribution).toMatch(/^[0-9a-f]{64}$/);
  });

  test("unconfirmed, it lists its sends without change and fee", () =>
    expectRecorded("distribution transaction, unconfirmed"));

  test("its comment is in listtransactions", () =>
    expectRecorded(
      "listtransactions finds the comment (how a lost txid is found again)",
      (entries: Fields[]) => entries.slice(-2),
    ));

  test("after one and two blocks, with its change in listunspent", async () => {
    await sandbox.world.write(({ ledger }) => ledger.mine(1));
    await expectRecorded("distribution transaction, 1 confirmation");
    await sandbox.world.write(({ ledger }) => ledger.mine(1));
    await expectRecorded("distribution transaction, 2 confirmations");
    await expectRecorded("change of the distribution in listunspent", (coins: Fields[]) =>
      coins
        .filter(({ txid, asset }) => txid === here.distribution && asset === here.asset)
        // Elements lists no label for change.
        .map((coin) => coin),
    );
  });

  test("with ignoreblindfail=false", async () => {
    const { answer } = await replay("sendmany with ignoreblindfail=false");
    expect(answer.result).toMatch(/^[0-9a-f]{64}$/);
  });
});
