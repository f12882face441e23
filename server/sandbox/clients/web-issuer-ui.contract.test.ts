import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { turn } from "../amp/testing";
import { dumps, loads, type PythonAnswer, requests } from "./testing-python";
import { send } from "./testing-wire";
import { IssuerWorld } from "./testing-world";

/** The third-party web issuer UI: AMP and the issuer's node in one program. */

let world: IssuerWorld;
let token: string;
let asset: Wire;

beforeAll(async () => {
  world = await IssuerWorld.open();
  const form = { username: "issuer", password: "issuer-password" };
  token = (await requests("POST", `${world.api}/user/obtain_token`, { form })).json().token;
  asset = await world.asset();
});
afterAll(() => world?.stop());

const ask = (method: string, path: string, json?: unknown): Promise<PythonAnswer> =>
  requests(method, `${world.api}${path}`, { headers: { authorization: `token ${token}` }, json });

/** Its one way to a message: the three shapes that it knows. */
function wordsOf(body: Wire): string {
  if (body.detail) return body.detail;
  if (body.non_field_errors) return body.non_field_errors.join(" ");
  return Object.entries(body)
    .map(([field, words]) => `${field}: ${[words].flat().join(" ")}`)
    .join("; ");
}

async function call(method: string, path: string, json?: unknown): Promise<Wire> {
  const answer = await ask(method, path, json);
  if (answer.status >= 300) throw new Error(wordsOf(answer.json()));
  return answer.text === "" ? undefined : answer.json();
}

/** The node through Python: JSON-RPC with an id, decimals as floats. */
async function rpc(method: string, ...params: unknown[]): Promise<Wire> {
  const url = world.nodeUrl("treasury");
  const body = dumps({ method, params, jsonrpc: "2.0", id: 0 });
  const headers = { "content-type": "application/json" };
  const { result, error } = loads((await send({ method: "POST", url, headers, body })).text);
  if (error) throw new Error(error.message);
  return result;
}

const at = (rest: string) => `/assets/${asset.asset_uuid}/${rest}`;

/** Confirms every reissuance that the node knows and AMP does not. */
async function confirmReissuances(): Promise<number> {
  const known = (await call("GET", at("reissuances"))).map((row: Wire) => row.txid);
  const all: Wire[] = await rpc("listissuances", asset.asset_id);
  const missing = all.filter((row) => row.isreissuance && !known.includes(row.txid));
  for (const { txid, vin } of missing) {
    const { details } = await rpc("gettransaction", txid);
    const issuances = (await rpc("listissuances")).filter((row: Wire) => row.txid === txid);
    await call("POST", at("reissue-confirm"), {
      ...{ details, listissuances: issuances, reissuance_output: { txid, vin } },
    });
  }
  return missing.length;
}

describe("issuing", () => {
  const body = async () => ({
    name: "Not reissuable",
    amount: 1_000,
    destination_address: await rpc("getnewaddress", "", "blech32").catch(() => rpc("getnewaddress")),
    domain: "example.com",
    ticker: "NORE",
    pubkey: (await rpc("getaddressinfo", await rpc("getnewaddress"))).pubkey,
    precision: 0,
    is_confidential: false,
    is_reissuable: false,
    reissuance_amount: 0,
    reissuance_address: await rpc("getnewaddress"),
    transfer_restricted: false,
  });

  it("sends a reissuance amount of 0 with an address for an asset that is not reissuable", async () => {
    const issued = await call("POST", "/assets/issue", await body());
    expect(issued).toMatchObject({ reissuance_token_id: null, reissuance_amount: 0, is_reissuable: false });
    const again = call("POST", `/assets/${issued.asset_uuid}/treasury-addresses/add`, [
      issued.destination_address,
    ]);
    await expect(again).rejects.toThrow("already been added");
  });

  it("shows the words of each field that is refused, and of a missing login", async () => {
    const bad = { ...(await body()), amount: 0, ticker: "!" };
    await expect(call("POST", "/assets/issue", bad)).rejects.toThrow(/amount: .+; ticker: /);
    const headers = { authorization: "token 0" };
    const refused = await requests("GET", `${world.api}/assets`, { headers });
    expect([refused.status, wordsOf(refused.json())]).toEqual([401, "Invalid token."]);
    const form = { username: "issuer", password: "wrong" };
    const login = await requests("POST", `${world.api}/user/obtain_token`, { form });
    expect(wordsOf(login.json())).toBe("Unable to log in with provided credentials.");
  });
});

describe("a distribution", () => {
  it("is answered without a distribution_uuid, and not as an error, when nothing is ready", async () => {
    const answer = await ask("GET", at("distributions/create/"));
    expect(answer.status).toBe(200);
    expect(answer.json()).not.toHaveProperty("distribution_uuid");
  });

  it("takes assignments posted one by one, and is found again by the comment of its transaction", async () => {
    const users = await Promise.all([world.user("Alice Ames"), world.user("Bernard Okafor")]);
    for (const [index, { id }] of users.entries()) {
      const assignments = [{ registered_user: id, amount: 10 + index, ready_for_distribution: index === 0 }];
      const [made] = await call("POST", at("assignments/create"), { assignments });
      // a locked one is offered with a button that unlocks it
      if (!made.ready_for_distribution) await call("PUT", at(`assignments/${made.id}/unlock`));
    }
    const { distribution_uuid: uuid, ...order } = await call("GET", at("distributions/create/"));
    const [amounts, assets] = [order.map_address_amount, order.map_address_asset];
    await rpc("sendmany", "", amounts, 0, uuid, [], false, 1, "UNSET", assets);
    await world.mine(2);
    const history: Wire[] = await rpc("listtransactions", "*", 50);
    const own = history.filter((row) => row.comment === uuid);
    const txid = own[0].txid;
    expect(own.map((row) => row.txid)).toEqual([txid, txid]);
    const { details, comment } = await rpc("gettransaction", txid);
    expect(comment).toBe(uuid);
    const change = (await rpc("listunspent")).filter(
      (coin: Wire) => coin.txid === txid && coin.asset === asset.asset_id,
    );
    await call("POST", at(`distributions/${uuid}/confirm`), {
      ...{ tx_data: { details, txid }, change_data: change },
    });
    expect(await call("GET", at("distributions"))).toMatchObject([{ distribution_uuid: uuid }]);
  });

  it("can be cancelled, after which none can be made where the service has its old bug", async () => {
    const { id } = await world.user("Clara Lindqvist");
    const assignments = [{ registered_user: id, amount: 5, ready_for_distribution: true }];
    await call("POST", at("assignments/create"), { assignments });
    const { distribution_uuid: uuid } = await call("GET", at("distributions/create/"));
    await call("DELETE", at(`distributions/${uuid}/cancel`));
    await turn(world.sandbox, { noDistributionAfterCancel: true });
    expect((await ask("GET", at("distributions/create/"))).status).toBe(400);
    await turn(world.sandbox, { noDistributionAfterCancel: false });
    expect(await call("GET", at("distributions/create/"))).toHaveProperty("distribution_uuid");
  });
});

describe("a reissuance", () => {
  it("is confirmed although only the node knows of it, ordered or not, and each once", async () => {
    const order = await call("POST", at("reissue-request"), { amount_to_reissue: 500 });
    await rpc("reissueasset", asset.asset_id, order.amount);
    await world.mine(2);
    expect(await confirmReissuances()).toBe(1);
    await rpc("reissueasset", asset.asset_id, loads("1e-08"));
    const lost = () => call("GET", at("lost-outputs"));
    expect((await lost()).reissuance_lost_outputs).toHaveLength(1);
    await world.mine(2);
    expect(await confirmReissuances()).toBe(1);
    expect(await lost()).toEqual({ lost_outputs: [], reissuance_lost_outputs: [] });
    expect(await confirmReissuances()).toBe(0);
    const { issued, reissued, reissuance_tokens: tokens } = await call("GET", at("summary"));
    expect([issued + reissued, tokens]).toEqual([10_000_501, 1]);
  });

  it("may be confirmed again without being counted again", async () => {
    const { txid, vin } = (await rpc("listissuances", asset.asset_id)).find((row: Wire) => row.isreissuance);
    const { details } = await rpc("gettransaction", txid);
    const issuances = (await rpc("listissuances")).filter((row: Wire) => row.txid === txid);
    const body = { details, listissuances: issuances, reissuance_output: { txid, vin } };
    expect((await call("POST", at("reissue-confirm"), body)).txid).toBe(txid);
    expect((await call("GET", at("summary"))).reissued).toBe(501);
  });
});

describe("the lists", () => {
  it("tell treasury outputs by their null user and offer the others for the blacklist", async () => {
    const utxos: Wire[] = await call("GET", at("utxos"));
    const held = utxos.filter((utxo) => utxo.registered_user !== null);
    expect(held).toHaveLength(2);
    expect(utxos.length).toBeGreaterThan(2);
    const [{ txid, vout }] = held;
    await call("POST", at("utxos/blacklist"), [{ txid, vout }]);
    expect((await call("GET", at("summary"))).blacklisted).toBe(held[0].amount);
    await call("POST", at("utxos/whitelist"), [{ txid, vout }]);
  });

  it("show the node's balances by label and open its wallet, with −14 for a wrong passphrase", async () => {
    expect((await rpc("getbalances")).mine.trusted).toHaveProperty("bitcoin");
    expect(await rpc("dumpassetlabels")).toHaveProperty("bitcoin");
    await world.node("createwallet", "vault", false, false, "correct horse");
    const vault = world.wallet("vault");
    expect(await vault.request("walletpassphrase", ["wrong", 60])).toMatchObject({ error: { code: -14 } });
    expect(await vault.request("walletpassphrase", ["correct horse", 60])).toMatchObject({ error: null });
  });
});

describe("a user that was in a category", () => {
  afterEach(() => turn(world.sandbox, { keepDeletedGaids: false }));

  it.each([
    [true, 400],
    [false, 201],
  ])("can be deleted; its GAID stays taken (%s), so that it comes back with %s", async (stays, status) => {
    await turn(world.sandbox, { keepDeletedGaids: stays });
    const { gaid } = await world.control.do("/wallets", {});
    const sent = { name: `Returning ${status}`, is_company: false, GAID: gaid };
    const { id } = await call("POST", "/registered_users/add", sent);
    const category = await call("POST", "/categories/add", { name: `For ${status}`, description: "" });
    const member = `/categories/${category.id}/registered_users/${id}`;
    await call("PUT", `${member}/add`);
    await expect(call("PUT", `${member}/add`)).rejects.toThrow("already");
    await call("PUT", `${member}/remove`);
    await call("DELETE", `/registered_users/${id}/delete`);
    expect((await ask("POST", "/registered_users/add", sent)).status).toBe(status);
  });
});
