import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiquidNetwork } from "../ledger/port";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";
import { createTransaction } from "./raw/create";
import { expectLike, plain, type Recorded, readRecordings, translate } from "./recordings-testing";

/** Transactions built, signed and stored first and broadcast last: every call as it was recorded on a real node. */

type Fields = Record<string, unknown>;

const { calls } = readRecordings("sign-then-broadcast.json");
const find = (name: string): Recorded => {
  const found = calls.find((one) => one.name === name);
  if (!found) throw new Error(`nothing was recorded as "${name}"`);
  return found;
};

/** What the recorded wallet had. */
const RECORDED = {
  asset: "43aa65ec81463cf44c44292d3c9ddc6bfceab385bb468540d90eea4738c86672",
  token: "4aeea9c79290893b058f00af0434c68d094d47d7d914e107a8207a394e761246",
  entropy: "a4d68889ddc638ef011f8a2649343286f6d0258bd81bfe9665af948908b19610",
  tokenTxid: "d0d0a86b92588ce2b7d625de4e74279906c830647e96a5d88a3a1eff55e306c6",
  tokenBlinder: "ffb3a95c86b0a0b56eb7207059b5fbf101dc8d5d26d9266a45a531f305fda9d3",
};

/** Outputs may stand elsewhere, and the recorded wallet's change was at times a taproot output. */
const LEFT_OUT = new Set(["vout", "scriptPubKey", "desc", "parent_descs"]);

describe("createrawtransaction", () => {
  const network: LiquidNetwork = "regtest";
  const create = (name: string) => {
    const [inputs, outputs, locktime, isReplaceable] = find(name).request.params as [
      unknown[],
      unknown,
      number,
      boolean,
    ];
    return createTransaction(network, {}, { inputs, outputs, locktime, isReplaceable }).toHex();
  };

  test.each([
    "burn: createrawtransaction with a burn output",
    "reissue: createrawtransaction moving the token to a fresh wallet address",
  ])("%s, byte for byte", (name) => expect(create(name)).toBe(find(name).response.result));

  test("a distribution has the recorded length", () =>
    expect(create("distribution: createrawtransaction with asset outputs")).toHaveLength(2 * 305));
});

describe("every call in its order", () => {
  let sandbox: TestSandbox;
  const here = new Map<string, string>();
  const replayed = new Set<string>();
  let treasury: ReturnType<typeof nodeClient>;
  let faucet: ReturnType<typeof nodeClient>;

  const mine = (blocks: number) => sandbox.world.write(({ ledger }) => ledger.mine(blocks));
  const known = (recorded: unknown, own: unknown) => here.set(String(recorded), String(own));
  const addressesOf = (name: string) =>
    (find(name).request.params[1] as Fields[]).flatMap((output) =>
      Object.keys(output).filter((key) => key.startsWith("el1")),
    );
  /** Without the amount: change is what is left of all that the recorded wallet had. */
  const ofTransaction = (txid: string) => (coins: Fields[]) =>
    coins
      .filter(
        (coin) =>
          [RECORDED.asset, here.get(RECORDED.asset)].includes(String(coin.asset)) &&
          [txid, here.get(txid)].includes(String(coin.txid)),
      )
      .map(({ amount: _, ...coin }) => coin);

  /** Makes a recorded call again; its result, or the hex or txid in it, stands for the recorded one from now on. */
  async function replay(name: string, part: (result: never) => unknown = (result) => result) {
    replayed.add(name);
    const recorded = find(name).response.result;
    const { request, http_status, response } = translate(find(name), here);
    const client = nodeClient(sandbox.url, request.wallet);
    const answer = await client.request(request.method, request.params.map(plain));
    expect(answer.error, name).toEqual(response.error);
    expect(answer.status, name).toBe(http_status);
    if (typeof recorded === "string") known(recorded, answer.result);
    for (const key of ["hex", "txid"]) {
      const [theirs, own] = [recorded, answer.result].map((result) => (result as Fields | null)?.[key]);
      if (theirs !== undefined) known(theirs, own);
    }
    expectLike(part(answer.result as never), part(translate(recorded, here) as never), name, LEFT_OUT);
    return answer;
  }

  const foreign: string[] = [];
  const foreignAddresses = async (count: number) => {
    await sandbox.world.write(async ({ node }) => {
      while (foreign.length < count) foreign.push(await node.getNewAddress("faucet"));
    });
    return foreign.slice(0, count);
  };

  const pick = ({ category, asset, amount }: Fields) => [category, asset, Number(String(amount))];
  /** What `details` say, wherever their outputs stand. */
  async function expectDetails(name: string) {
    const expected = translate(find(name), here);
    const { details } = await treasury.call<{ details: Fields[] }>("gettransaction", expected.request.params);
    const { details: recorded } = expected.response.result as { details: Fields[] };
    expect(details.map(pick).sort()).toEqual(recorded.map(pick).sort());
    for (const field of ["assetblinder", "amountblinder"]) {
      const areZero = (lines: Fields[]) => lines.map((line) => /^0{64}$/.test(String(line[field])));
      expect(areZero(details)).toEqual(areZero(recorded));
    }
  }

  beforeAll(async () => {
    sandbox = await startTestSandbox({ network: "regtest" });
    treasury = nodeClient(sandbox.url, "treasury");
    faucet = nodeClient(sandbox.url, "faucet");
    await sandbox.world.write(async ({ node }) => {
      await node.createWallet("faucet");
      await node.fund("treasury", 100_000_000n);
    });
    const issued = await treasury.call<Fields>("issueasset", [1, 0.00000001, true]);
    await mine(2);
    const coins = await treasury.call<Fields[]>("listunspent");
    const token = coins.find(({ asset }) => asset === issued.token);
    known(RECORDED.asset, issued.asset);
    known(RECORDED.token, issued.token);
    known(RECORDED.entropy, issued.entropy);
    known(RECORDED.tokenTxid, token?.txid);
    known(RECORDED.tokenBlinder, token?.assetblinder);
    const reissue = find("reissue: createrawtransaction moving the token to a fresh wallet address");
    (reissue.request.params[0] as Fields[])[0] = { txid: RECORDED.tokenTxid, vout: token?.vout };
    for (const address of addressesOf("distribution: createrawtransaction with asset outputs"))
      known(address, await faucet.call("getnewaddress"));
    for (const address of addressesOf(reissue.name)) known(address, await treasury.call("getnewaddress"));
    const [given] = find("reissue: rawreissueasset").request.params[1] as [Fields];
    known(String(given.asset_address), await treasury.call("getnewaddress"));
  });

  afterAll(() => sandbox?.stop());

  test("a distribution: its txid is known before it is sent, and it may be sent twice", async () => {
    await replay("distribution: createrawtransaction with asset outputs");
    await replay("distribution: fundrawtransaction");
    await replay("distribution: blindrawtransaction, not ignoring failure");
    const { result: signed } = await replay("distribution: signrawtransactionwithwallet");
    const decode = "distribution: decoderawtransaction gives the txid before anything is sent";
    const { result: decoded } = await replay(decode, ({ vout, outputs, txid, weight }: Fields) => ({
      ...{ txid, weight },
      outputs: outputs ?? (vout as unknown[]).length,
    }));
    const accept = find("distribution: testmempoolaccept");
    known((accept.request.params[0] as string[])[0] ?? "", (signed as Fields).hex);
    const [tested] = accept.response.result as Fields[];
    const { txid, wtxid } = decoded as Fields;
    known(String(tested?.txid), txid);
    known(String(tested?.wtxid), wtxid);
    await replay(accept.name);
    await replay("distribution: sendrawtransaction");
    await replay("distribution: the same transaction sent again while in the mempool");
    await mine(1);
    await replay("distribution: sent again after a block");
    await mine(1);
    await replay("distribution: gettransaction as confirm needs it");
    await expectDetails("distribution: gettransaction as confirm needs it");
    await replay(
      "distribution: change in listunspent",
      ofTransaction("f6aa411da51e39bf51feeec9f40a99213f6a89cb300e1c5481ae829459678468"),
    );
  });

  test("a reissuance", async () => {
    await replay("reissue: createrawtransaction moving the token to a fresh wallet address");
    await replay("reissue: fundrawtransaction");
    await replay("reissue: rawreissueasset");
    await replay("reissue: blindrawtransaction");
    await replay("reissue: signrawtransactionwithwallet");
    await replay("reissue: sendrawtransaction");
    await mine(2);
    await replay("reissue: gettransaction", ({ details, ...rest }: Fields) => ({
      ...rest,
      details: (details as Fields[]).toSorted((one, other) =>
        JSON.stringify(pick(one)).localeCompare(JSON.stringify(pick(other))),
      ),
    }));
    await expectDetails("reissue: gettransaction");
    await replay("reissue: listissuances filtered by txid", (rows: Fields[]) =>
      rows.filter(({ isreissuance }) => isreissuance),
    );
  });

  test("a burn, which wants an allowance", async () => {
    await replay("burn: createrawtransaction with a burn output");
    await replay("burn: fundrawtransaction");
    await replay("burn: blindrawtransaction");
    await replay("burn: signrawtransactionwithwallet");
    await replay("burn: sendrawtransaction without a burn allowance");
    await replay("burn: sendrawtransaction with maxburnamount as third parameter");
    await mine(2);
    await replay("burn: gettransaction");
    await expectDetails("burn: gettransaction");
    await replay(
      "burn: change in listunspent",
      ofTransaction("955a3b50fbd4c8ede0ea66fc998b5edd2a0d6da0b61a21eec4c18045bd408144"),
    );
  });

  test.each([
    ["fundrawtransaction with 70 confidential recipients", 70],
    ["fundrawtransaction with 73 confidential recipients", 73],
  ])("%s", async (name, count) => {
    const assetId = here.get(RECORDED.asset);
    const outputs = (await foreignAddresses(count)).map((address) => ({
      ...{ [address]: 0.00000001 },
      asset: assetId,
    }));
    const raw = await treasury.call<string>("createrawtransaction", [[], outputs]);
    const [placeholder] = find(name).request.params as [string];
    // As many bytes as the recorded one, "<6871 bytes of hex>".
    expect(placeholder).toContain(String(raw.length / 2));
    known(placeholder, raw);
    await replay(name);
  });

  test("wallets: loaded already, unknown, locked and unlocked", async () => {
    await nodeClient(sandbox.url).call("createwallet", ["locked", false, false, "secret"]);
    await replay("loadwallet: already loaded");
    const unknown = find("loadwallet: unknown");
    replayed.add(unknown.name);
    const { error, status } = await nodeClient(sandbox.url).request("loadwallet", unknown.request.params);
    expect(status).toBe(unknown.http_status);
    const anywhere = ({ code, message }: { code: number; message: string }) => [
      code,
      message.replace(/'.*'/, "'…'"),
    ];
    expect(error && anywhere(error)).toEqual(anywhere(unknown.response.error as never));
    for (const name of ["walletpassphrase: wrong", "walletpassphrase: right", "walletlock"])
      await replay(name);
  });

  test("leaves out no recorded call", () =>
    expect([...replayed].sort()).toEqual(calls.map(({ name }) => name).sort()));
});
