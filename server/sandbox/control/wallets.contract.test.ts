import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isGaid } from "@/lib/domain/gaid";
import { type AmpCaller, mine, newGaid, signIn } from "../amp/testing";
import { nodeClient } from "../elements/node-testing";
import { control as call, distributed } from "../green/testing";
import { startTestSandbox, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let bond: { uuid: string; id: string };
let holder: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  holder = (await post("/wallets", { label: "Ada Holm" })).body.gaid;
  const user = (await amp.post("/registered_users/add", { name: "Ada", is_company: false, GAID: holder }))
    .body;
  const to = [{ user: user.id, amounts: [600, 400] }];
  bond = await distributed(sandbox, amp, { name: "Harbour Bond", restricted: false, to });
});
afterAll(() => sandbox?.stop());

const get = (path: string) => call(sandbox, "GET", path);
const post = (path: string, body: object) => call(sandbox, "POST", path, body);
const listed = async (search: string) =>
  (await get(`/wallets?search=${encodeURIComponent(search)}`)).body.wallets;
const send = (outputs: { to: string; amount: number }[], from = holder) =>
  post("/wallets/send", { from, asset_uuid: bond.uuid, outputs });

describe("wallets of investors", () => {
  it("are opened one by one or many at a time, with a label or without", async () => {
    const one = (await post("/wallets", {})).body;
    expect(one.gaids).toEqual([one.gaid]);
    const { gaids } = (await post("/wallets", { count: 12, label: "Crowd" })).body;
    expect(gaids.every(isGaid)).toBe(true);
    expect(new Set(gaids).size).toBe(12);
    const rows: { gaid: string; label: string }[] = await listed("crowd");
    expect(rows.map(({ label }) => label)).toContain("Crowd 12");
    expect(rows.map(({ gaid }) => gaid).sort()).toEqual([...gaids].sort());
    expect((await listed(one.gaid))[0]).toMatchObject({ gaid: one.gaid, label: null, balances: [] });
  });

  it("are listed in pages that miss none and repeat none", async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const { body } = await get(`/wallets?count=5${next ? `&after=${next}` : ""}`);
      expect(body.wallets.length).toBeLessThanOrEqual(5);
      seen.push(...body.wallets.map(({ gaid }: { gaid: string }) => gaid));
      next = body.next;
    } while (next);
    expect(new Set(seen).size).toBe(seen.length);
    const state = (await get("/state")).body;
    expect(state.wallet_count).toBe(seen.length);
    expect(state.gaids).toEqual([...seen].reverse().slice(0, 50));
  });

  it("show what they hold by name, the blacklisted part included", async () => {
    const asset = { asset_uuid: bond.uuid, asset_id: bond.id, name: "Harbour Bond" };
    expect((await listed("ada holm"))[0].balances).toEqual([{ ...asset, amount: 1_000, blacklisted: 0 }]);
    const [coin] = (await amp.get(`/assets/${bond.uuid}/utxos`)).body.filter(
      ({ gaid, amount }: { gaid: string; amount: number }) => gaid === holder && amount === 400,
    );
    const outpoint = [{ txid: coin.txid, vout: coin.vout }];
    await amp.post(`/assets/${bond.uuid}/utxos/blacklist`, outpoint);
    expect((await listed("ada holm"))[0].balances).toEqual([{ ...asset, amount: 1_000, blacklisted: 400 }]);
    await amp.post(`/assets/${bond.uuid}/utxos/whitelist`, outpoint);
  });

  it("give out a fresh confidential address each time", async () => {
    const addresses = [];
    for (let count = 0; count < 3; count++)
      addresses.push((await post("/wallets/address", { gaid: holder })).body.address);
    expect(new Set(addresses).size).toBe(3);
    for (const address of addresses) expect(address).toMatch(/^vj/);
    const info = await nodeClient(sandbox.url, "treasury").call("getaddressinfo", [addresses[0]]);
    expect(info).toMatchObject({ ismine: false });
  });

  it("send to several receivers at once, and their history tells of it", async () => {
    const [first, second] = [await newGaid(sandbox), await newGaid(sandbox)];
    const { address } = (await post("/wallets/address", { gaid: second })).body;
    const sent = await send([
      { to: first, amount: 70 },
      { to: address, amount: 30 },
    ]);
    expect(sent).toMatchObject({ status: 200, body: { approved: true } });
    const { txid, authorization } = sent.body;
    const asset = { asset_uuid: bond.uuid, asset_id: bond.id, name: "Harbour Bond" };
    const told = async (gaid: string) => (await get(`/wallets/history?gaid=${gaid}`)).body.movements;
    const waiting = { txid, blockheight: null, authorization };
    expect((await told(first))[0]).toMatchObject({
      ...waiting,
      changes: [{ ...asset, type: "receive", amount: 70 }],
    });
    expect((await told(second))[0].changes).toEqual([{ ...asset, type: "receive", amount: 30 }]);
    expect((await told(holder))[0].changes).toEqual([{ ...asset, type: "send", amount: -100 }]);
    await mine(sandbox, 1);
    const { height } = (await get("/state")).body;
    expect((await told(holder))[0]).toMatchObject({ blockheight: height });
  });

  it("tell their history newest first, page by page", async () => {
    const whole = (await get(`/wallets/history?gaid=${holder}`)).body;
    expect(whole.next).toBeNull();
    const first = (await get(`/wallets/history?gaid=${holder}&count=1`)).body;
    const rest = (await get(`/wallets/history?gaid=${holder}&after=${first.next}`)).body;
    expect([...first.movements, ...rest.movements]).toEqual(whole.movements);
    expect(rest.movements.at(-1).changes).toMatchObject([{ type: "receive", amount: 1_000 }]);
    expect(rest.movements.at(-1).authorization).toBeNull();
  });
});

describe("decisions", () => {
  it("are kept with their reasons, newest first, in pages", async () => {
    await send([{ to: await newGaid(sandbox), amount: 1 }]);
    await send([{ to: await nodeClient(sandbox.url, "treasury").call("getnewaddress"), amount: 1 }]);
    const path = `/authorizations?asset_uuid=${bond.uuid}`;
    const whole = (await get(path)).body.authorizations;
    expect(whole[0]).toMatchObject({ approved: false, txid: null, from_gaid: holder, server_result: false });
    expect(whole[1]).toMatchObject({ approved: true, txid: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const first = (await get(`${path}&count=1`)).body;
    const rest = (await get(`${path}&after=${first.next}`)).body;
    expect([...first.authorizations, ...rest.authorizations]).toEqual(whole);
    expect((await get(`/authorizations?asset_uuid=${randomUUID()}`)).body.authorizations).toEqual([]);
  });

  it("are shown one by one with the transaction that they were about", async () => {
    const [{ uuid, request }] = (await get("/authorizations?count=1")).body.authorizations;
    expect(request.tx_hex).toBeUndefined();
    const one = (await get(`/authorizations/one?uuid=${uuid}`)).body;
    expect(one.request.tx_hex).toMatch(/^02000000/);
    expect(one.reasons.at(-1)).toEqual({
      rule: "destination",
      passed: false,
      words: "An address belongs to no GAID and is no treasury address.",
    });
  });
});

describe("a spend outside of AMP", () => {
  it("loses what it spends", async () => {
    const path = `/assets/${bond.uuid}/lost-outputs`;
    expect((await amp.get(path)).body.lost_outputs).toEqual([]);
    const spend = { wallet: "treasury", asset_uuid: bond.uuid, amount: 25 };
    const { status, body } = await post("/wallets/outside", spend);
    expect(status).toBe(200);
    await mine(sandbox, 1);
    const { hex } = await nodeClient(sandbox.url, "treasury").call<{ hex: string }>("gettransaction", [
      body.txid,
    ]);
    expect(hex).toBeTruthy();
    expect((await amp.get(path)).body.lost_outputs).toHaveLength(1);
  });

  it("to a GAID gives it coins that AMP does not follow and lets nobody move", async () => {
    const gaid = await newGaid(sandbox);
    await post("/wallets/outside", { wallet: "treasury", asset_uuid: bond.uuid, amount: 25, to: gaid });
    await mine(sandbox, 1);
    expect((await listed(gaid))[0].balances).toMatchObject([{ amount: 25 }]);
    const refused = await send([{ to: holder, amount: 5 }], gaid);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toContain("AMP does not follow an input");
  });
});

const NUL = "a\u0000b";

it.each([
  ["POST", "/wallets", { count: 0 }, /count/],
  ["POST", "/wallets", { count: 1_001 }, /count/],
  ["POST", "/wallets", { label: "" }, /label/],
  ["POST", "/wallets", { label: NUL }, /label/],
  ["POST", "/wallets", { lable: "x" }, /lable/],
  ["POST", "/wallets/address", { gaid: "GA1" }, /gaid: is no GAID/],
  ["POST", "/wallets/address", { gaid: "GA114wqp9EXcPFELYrmgg2nmBpX4T" }, /not known/],
  ["GET", "/wallets?count=0", undefined, /count/],
  ["GET", "/wallets?after=nobody", undefined, /after/],
  ["GET", "/wallets?search=%00", undefined, /search/],
  ["GET", "/wallets/history", undefined, /gaid/],
  ["GET", "/wallets/history?gaid=GA114wqp9EXcPFELYrmgg2nmBpX4T", undefined, /not known/],
  ["GET", "/wallets/balance?gaid=%00", undefined, /gaid/],
  ["GET", "/authorizations?after=x", undefined, /after/],
  ["GET", "/authorizations/one?uuid=x", undefined, /uuid/],
  ["POST", "/fund", { wallet: NUL, amount: "1" }, /wallet/],
])("%s %s with %j is refused in words", async (method, path, body, words) => {
  const answer = await call(sandbox, method as "GET", path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatch(words);
});

describe("a send", () => {
  const refusals: [object, RegExp][] = [
    [{ to: undefined }, /either to and amount or outputs/],
    [{ outputs: [{ to: "x", amount: 1 }] }, /either to and amount or outputs/],
    [{ amount: 0 }, /amount/],
    [{ amount: 1.5 }, /amount/],
    [{ amount: -1 }, /amount/],
    [{ amount: 2_100_000_000_000_001 }, /amount/],
    [{ amount: "5" }, /amount/],
    [{ from: "nobody" }, /from: is no GAID/],
    [{ from: "GA114wqp9EXcPFELYrmgg2nmBpX4T" }, /GAID is not known/],
    [{ to: "GA114wqp9EXcPFELYrmgg2nmBpX4T" }, /receiving GAID is not known/],
    [{ to: "nowhere" }, /not a valid address/],
    [{ to: "ex1qw508d6qejxtdg4y5r3zarvary0c5xw7kxw5fx4" }, /not a valid address/],
    [{ amount: 1_000_000 }, /not enough of the asset/],
    [{ asset_uuid: "x" }, /asset_uuid/],
    [{ fee: 1 }, /fee/],
  ];

  it.each(refusals)("with %j is refused in words and stores no decision", async (change, words) => {
    const before = (await get("/authorizations")).body.authorizations.length;
    const good = { from: holder, to: holder, asset_uuid: bond.uuid, amount: 1 };
    const answer = await post("/wallets/send", { ...good, ...change });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(words);
    expect((await get("/authorizations")).body.authorizations).toHaveLength(before);
  });

  it("of an unknown asset and a decision nobody took are not found", async () => {
    const unknown = { from: holder, to: holder, asset_uuid: randomUUID(), amount: 1 };
    expect(await post("/wallets/send", unknown)).toMatchObject({ status: 404 });
    expect(await post("/wallets/outside", { ...unknown, from: undefined, wallet: "treasury" })).toMatchObject(
      {
        status: 404,
      },
    );
    expect(await get(`/authorizations/one?uuid=${randomUUID()}`)).toMatchObject({ status: 404 });
  });
});
