import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/canonical-json";
import { type AmpCaller, mine, newGaid, ownedSats, signIn } from "../amp/testing";
import { nodeClient } from "../elements/node-testing";
import { verifyMessage } from "../ledger/signed-message";
import { loadZkp } from "../ledger/zkp";
import { startTestSandbox, type TestSandbox } from "../testing";
import { checkHalfSigned } from "./half-signed-testing";
import {
  approving,
  control,
  distributed,
  type IssuerService,
  rejecting,
  startIssuerService,
} from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let issuer: IssuerService;
let fund: { uuid: string; id: string };
let bond: { uuid: string; id: string };
let alice: { id: number; gaid: string };
let bob: { id: number; gaid: string };
/** Registered, without the category. */
let carol: { id: number; gaid: string };
let stranger: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  issuer = await startIssuerService();
  amp = await signIn(sandbox, "issuer");
  const category = (await amp.post("/categories/add", { name: "Accredited", description: "" })).body.id;
  const user = async (name: string, isMember: boolean) => {
    const gaid = await newGaid(sandbox);
    const { id } = (await amp.post("/registered_users/add", { name, is_company: false, GAID: gaid })).body;
    if (isMember) await amp.put(`/categories/${category}/registered_users/${id}/add`);
    return { id, gaid };
  };
  alice = await user("Alice", true);
  bob = await user("Bob", true);
  carol = await user("Carol", false);
  stranger = await newGaid(sandbox);
  const to = [
    { user: alice.id, amounts: [1_000, 1_000, 1_000, 500] },
    { user: bob.id, amounts: [700] },
  ];
  fund = await distributed(sandbox, amp, {
    name: "Harbour Fund",
    restricted: true,
    categoryId: category,
    to,
  });
  bond = await distributed(sandbox, amp, { name: "Harbour Bond", restricted: false, to });
});

afterAll(async () => {
  await issuer?.stop();
  await sandbox?.stop();
});

beforeEach(async () => {
  issuer.requests.length = 0;
  issuer.answer = approving;
  sandbox.world.env.authorizerTimeoutMs = 20_000;
  for (const { uuid } of [fund, bond]) await setEndpoint(uuid, null);
});

const setEndpoint = (uuid: string, url: string | null) =>
  amp.put(`/assets/${uuid}/edit`, { issuer_authorization_endpoint: url });

interface Options {
  from?: string;
  amount?: number;
}
const send = (asset: { uuid: string }, to: string, { from = alice.gaid, amount = 10 }: Options = {}) =>
  control(sandbox, "POST", "/wallets/send", { from, to, asset_uuid: asset.uuid, amount });

const held = async (asset: { id: string }, gaid: string): Promise<number> =>
  (await control(sandbox, "GET", `/wallets/balance?gaid=${gaid}`)).body.balance[asset.id] ?? 0;

const plainAddress = (): Promise<string> => nodeClient(sandbox.url, "treasury").call("getnewaddress");

const newest = async (asset: { uuid: string }) =>
  (await control(sandbox, "GET", `/authorizations?asset_uuid=${asset.uuid}&count=1`)).body.authorizations[0];

type Row = { amount: number };
const total = (rows: Row[]) => rows.reduce((sum, { amount }) => sum + amount, 0);

describe("a transfer without an endpoint", () => {
  it("of a restricted asset goes by the category verdict", async () => {
    expect(await send(fund, bob.gaid)).toMatchObject({ status: 200, body: { approved: true } });
    const refused = await send(fund, carol.gaid);
    expect(refused).toMatchObject({ status: 400, body: { approved: false, txid: null } });
    expect(refused.body.error).toContain("not in every category");
    expect(await newest(fund)).toMatchObject({ server_result: false, approved: false, endpoint: null });
    expect(await held(fund, carol.gaid)).toBe(0);
  });

  it("of a restricted asset never reaches a GAID of nobody, nor an unknown address", async () => {
    expect((await send(fund, stranger)).body.error).toContain("belongs to no registered user");
    expect(await newest(fund)).toMatchObject({ server_result: null, approved: false });
    expect((await send(fund, await plainAddress())).body.error).toContain("no treasury address");
    expect(await newest(fund)).toMatchObject({ server_result: false, approved: false });
  });

  it("of a tracked asset reaches any GAID and the treasury, and no other address", async () => {
    expect(await send(bond, stranger)).toMatchObject({ status: 200 });
    const address = await plainAddress();
    expect((await send(bond, address)).body.error).toContain("no treasury address");
    await amp.post(`/assets/${bond.uuid}/treasury-addresses/add`, [address]);
    expect(await send(bond, address)).toMatchObject({ status: 200 });
    const { reasons } = await newest(bond);
    expect(reasons.map(({ rule }: { rule: string }) => rule)).toEqual([
      "authorization",
      "lock",
      "tracking",
      "blacklist",
      "destination",
    ]);
  });

  it("of an asset that Green does not know is refused, because AMP can neither follow nor co-sign it", async () => {
    const draft = { name: "Unheard of", amount: 1_000, transfer_restricted: false, is_reissuable: false };
    const issued = await amp.post("/assets/issue", { ...draft, destination_address: await plainAddress() });
    await mine(sandbox, 2);
    const asset = { uuid: issued.body.asset_uuid, id: issued.body.asset_id };
    const outside = { wallet: "treasury", asset_uuid: asset.uuid, amount: 50, to: stranger };
    expect(await control(sandbox, "POST", "/wallets/outside", outside)).toMatchObject({ status: 200 });
    const refused = await send(asset, alice.gaid, { from: stranger });
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.body.error).toContain("not authorized yet");
  });

  it("lets the sender's own change be, whatever became of its categories", async () => {
    const before = await held(fund, bob.gaid);
    const [category] = (await amp.get(`/assets/${fund.uuid}`)).body.requirements;
    await amp.put(`/categories/${category}/registered_users/${bob.id}/remove`);
    expect(await send(fund, alice.gaid, { from: bob.gaid })).toMatchObject({ status: 200 });
    await amp.put(`/categories/${category}/registered_users/${bob.id}/add`);
    expect(await held(fund, bob.gaid)).toBe(before - 10);
  });
});

describe("an issuer's endpoint", () => {
  it("is sent exactly the documented keys, the rows of the asset alone, and sums that agree", async () => {
    await setEndpoint(fund.uuid, `${issuer.url}/hooks/`);
    const { body } = await send(fund, bob.gaid, { amount: 1_200 });
    expect(issuer.requests).toHaveLength(1);
    const [asked] = issuer.requests;
    expect(asked).toMatchObject({ method: "POST", path: "/hooks/issuerauthorizer" });
    expect(asked?.headers["content-type"]).toBe("application/json");
    const { signature, message, ...rest } = asked?.body ?? {};
    expect(rest).toEqual({});
    expect(Buffer.from(signature, "base64")).toHaveLength(65);
    const { request, ...verdict } = message;
    expect(verdict).toEqual({ server_result: true });
    const { tx_hex: hex, inputs, outputs, ...named } = request;
    expect(named).toEqual({ uuid: body.authorization, asset_id: fund.id });
    const row = (gaid: string, user: number, amount: number) => ({
      ...{ amount, gaid, is_treasury: false, registered_user: user, investor: user },
    });
    expect(inputs).toEqual([
      { vin: expect.any(Number), ...row(alice.gaid, alice.id, 1_000) },
      { vin: expect.any(Number), ...row(alice.gaid, alice.id, 1_000) },
    ]);
    expect(outputs).toEqual([
      { vout: expect.any(Number), ...row(bob.gaid, bob.id, 1_200) },
      { vout: expect.any(Number), ...row(alice.gaid, alice.id, 800) },
    ]);
    expect(total(inputs)).toBe(total(outputs));
    await checkHalfSigned(sandbox, hex, inputs, body.txid);
  });

  it("can have each message verified by a node, and no other one", async () => {
    await setEndpoint(bond.uuid, issuer.url);
    await send(bond, stranger);
    const { message, signature } = issuer.requests[0]?.body ?? {};
    const text = canonicalJson(message);
    // Sent as it was signed, so that even a service that does not sort can cut it out.
    expect(issuer.requests[0]?.text).toContain(`"message":${text}`);
    const { address } = (await control(sandbox, "GET", "/authorizer")).body;
    const shown = (await (await fetch(sandbox.url)).json()) as { authorizer: { address: string } };
    expect(shown.authorizer.address).toBe(address);
    const zkp = await loadZkp();
    expect(verifyMessage(zkp, "testnet", { address, signature, text })).toBe("valid");
    const node = nodeClient(sandbox.url);
    const tampered = text.replace('"server_result":true', '"server_result":false');
    expect(tampered).not.toBe(text);
    expect(await node.call("verifymessage", [address, signature, text])).toBe(true);
    expect(await node.call("verifymessage", [address, signature, tampered])).toBe(false);
  });

  it("wins over the category verdict, for yes and for no", async () => {
    await setEndpoint(fund.uuid, issuer.url);
    expect(await send(fund, carol.gaid)).toMatchObject({ status: 200 });
    expect(issuer.requests[0]?.body.message.server_result).toBe(false);
    expect(await newest(fund)).toMatchObject({ server_result: false, approved: true, endpoint_status: 200 });
    issuer.answer = rejecting("Bob is on holiday.");
    const refused = await send(fund, bob.gaid);
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.body.error).toBe("The issuer's endpoint rejected: Bob is on holiday.");
    expect(issuer.requests[1]?.body.message.server_result).toBe(true);
  });

  it("decides about an issuer-tracked asset, users without a record included", async () => {
    await setEndpoint(bond.uuid, issuer.url);
    expect(await send(bond, stranger)).toMatchObject({ status: 200 });
    const { server_result, request } = issuer.requests[0]?.body.message ?? {};
    expect(server_result).toBe(true);
    expect(request.outputs[0]).toMatchObject({ gaid: stranger, registered_user: null, investor: null });
    issuer.answer = rejecting("No.");
    expect(await send(bond, bob.gaid)).toMatchObject({ status: 400 });
  });

  it("is told of a treasury address, and what it approves for an unknown address becomes the treasury's", async () => {
    await setEndpoint(fund.uuid, issuer.url);
    const [known, unknown] = [await plainAddress(), await plainAddress()];
    await amp.post(`/assets/${fund.uuid}/treasury-addresses/add`, [known]);
    const owned = async () => {
      const rows = (await amp.get(`/assets/${fund.uuid}/ownerships`)).body;
      return rows.find(({ GAID }: { GAID: string | null }) => GAID === null).amount;
    };
    const before = await owned();
    expect(await send(fund, known)).toMatchObject({ status: 200 });
    expect(await send(fund, unknown)).toMatchObject({ status: 200 });
    const plain = { amount: 10, gaid: null, registered_user: null, investor: null };
    const [first, second] = issuer.requests.map(({ body }) => body.message);
    expect(first.server_result).toBe(true);
    expect(first.request.outputs[0]).toEqual({ vout: expect.any(Number), ...plain, is_treasury: true });
    expect(second.server_result).toBe(false);
    expect(second.request.outputs[0]).toEqual({ vout: expect.any(Number), ...plain, is_treasury: false });
    await mine(sandbox, 2);
    expect(await owned()).toBe(before + 20);
    expect(await ownedSats(amp, fund.uuid)).toBe(10_000_000);
  });

  it("is not asked when the asset is locked, an input blacklisted or the receiver unregistered", async () => {
    await setEndpoint(fund.uuid, issuer.url);
    await amp.put(`/assets/${fund.uuid}/lock`);
    expect((await send(fund, bob.gaid)).body.error).toBe("The asset is locked.");
    await amp.put(`/assets/${fund.uuid}/unlock`);
    const coins = (await amp.get(`/assets/${fund.uuid}/utxos`)).body
      .filter(({ gaid }: { gaid: string }) => gaid === alice.gaid)
      .map(({ txid, vout }: { txid: string; vout: number }) => ({ txid, vout }));
    await amp.post(`/assets/${fund.uuid}/utxos/blacklist`, coins);
    expect((await send(fund, bob.gaid)).body.error).toContain("blacklisted");
    expect(await newest(fund)).toMatchObject({ server_result: null, endpoint: null });
    // One clean coin is enough to pay with.
    await amp.post(`/assets/${fund.uuid}/utxos/whitelist`, coins.slice(0, 1));
    expect((await send(fund, stranger)).body.error).toContain("belongs to no registered user");
    expect(issuer.requests).toEqual([]);
    expect(await send(fund, bob.gaid)).toMatchObject({ status: 200 });
    await amp.post(`/assets/${fund.uuid}/utxos/whitelist`, coins.slice(1));
  });

  it("is not asked about a distribution", async () => {
    await setEndpoint(bond.uuid, issuer.url);
    const to = [{ user: bob.id, amounts: [5] }];
    await distributed(sandbox, amp, { name: "Second Bond", restricted: false, to });
    expect(issuer.requests).toEqual([]);
  });
});

describe("an endpoint that does not answer well", () => {
  const failures: [string, IssuerService["answer"], RegExp, number | null][] = [
    ["500", (response) => void response.writeHead(500).end("{}"), /answered 500/, 500],
    ["nothing in time", () => {}, /did not answer within 1 s/, null],
    [
      "characters that no database takes",
      (response) => void response.end('{"result":false,"error":"\\u0000\\ud800"}'),
      /rejected: \ufffd\ufffd/,
      200,
    ],
  ];

  it.each(failures)("%s: rejects, says so and moves nothing", async (_, answer, words, status) => {
    sandbox.world.env.authorizerTimeoutMs = status === null ? 1_000 : 20_000;
    await setEndpoint(bond.uuid, issuer.url);
    issuer.answer = answer;
    const before = await held(bond, alice.gaid);
    const refused = await send(bond, bob.gaid);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatch(words);
    expect(issuer.requests).toHaveLength(1);
    expect(await held(bond, alice.gaid)).toBe(before);
    const stored = await newest(bond);
    expect(stored).toMatchObject({ approved: false, endpoint_status: status, txid: null });
    expect(stored.endpoint).toBe(`${issuer.url}/issuerauthorizer`);
    expect(stored.reasons.at(-1)).toMatchObject({ rule: "endpoint", passed: false });
  });
});
