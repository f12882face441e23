import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { dumps, requests } from "./testing-python";
import { IssuerWorld } from "./testing-world";

/** The official tutorial from its first call to its last, as Python sends it. The tests follow one another. */

let world: IssuerWorld;
let issuer: Python;
let asset: Wire;
let category: Wire;
let user: Wire;
let gaid: string;

beforeAll(async () => {
  world = await IssuerWorld.open();
});
afterAll(() => world?.stop());

/** Somebody who is logged in; each call names the status on which the sample insists. */
class Python {
  private constructor(private readonly token: string) {}

  static async logIn(username: string, password: string): Promise<Python> {
    const answer = await requests("POST", `${world.api}/user/obtain_token`, { json: { username, password } });
    expect(answer.status).toBe(200);
    return new Python(answer.json().token);
  }

  async call(method: string, path: string, status: number, json?: unknown): Promise<Wire> {
    // the sample sends the same headers with every call, with a body and without
    const headers = { "content-type": "application/json", authorization: `token ${this.token}` };
    const answer = await requests(method, `${world.api}${path}`, { headers, json });
    expect([method, path, answer.status, answer.status === status ? "" : answer.text]).toEqual([
      method,
      path,
      status,
      "",
    ]);
    return answer.text === "" ? undefined : answer.json();
  }
}

const at = (rest: string) => `/assets/${asset.asset_uuid}/${rest}`;
const random = (words: string) => `${words} ${Math.floor(Math.random() * 1e9)}`;

/** The sample keeps an order in a file as Python prints it. */
const fileOf = (order: Wire) => dumps(order);

describe("the issuer", () => {
  it("logs in and issues a reissuable asset, transfer-restricted without a word of it", async () => {
    issuer = await Python.logIn("issuer", "issuer-password");
    expect(await issuer.call("GET", "/assets", 200)).toEqual([]);
    asset = await issuer.call("POST", "/assets/issue", 201, {
      name: random("Tutorial asset"),
      amount: 100_000,
      destination_address: await world.node("getnewaddress"),
      domain: "example.com",
      ticker: "TUT.1",
      pubkey: "02".repeat(33),
      precision: 2,
      is_confidential: true,
      is_reissuable: true,
      reissuance_amount: 1,
      reissuance_address: await world.node("getnewaddress"),
    });
    expect(asset).toMatchObject({ amount: 100_000, transfer_restricted: true });
    expect(asset.asset_uuid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is refused what needs confirmations, sleeps three minutes and authorizes the asset", async () => {
    await issuer.call("GET", at("register-authorized"), 400);
    await issuer.call("POST", at("reissue-request"), 400, { amount_to_reissue: 1 });
    await world.mine(3);
    expect(await issuer.call("GET", at("register-authorized"), 200)).toMatchObject({ is_authorized: true });
  });

  it("registers the asset once the proof is on its domain", async () => {
    expect(await issuer.call("GET", at("register"), 400)).toHaveProperty("Error");
    await world.control.do("/sites/proof", { asset_uuid: asset.asset_uuid });
    expect(await issuer.call("GET", at("register"), 200)).toMatchObject({ is_registered: true });
  });

  it("makes a category and requires it of the asset's holders", async () => {
    const sent = { name: random("Accredited"), description: "For the tutorial" };
    category = await issuer.call("POST", "/categories/add", 201, sent);
    await issuer.call("POST", "/categories/add", 400, sent);
    const path = `/categories/${category.id}`;
    const added = await issuer.call("PUT", `${path}/assets/${asset.asset_uuid}/add`, 200);
    expect(added.assets).toEqual([asset.asset_uuid]);
    const edited = { name: random("Accredited EU"), description: "KYC level 2" };
    expect(await issuer.call("PUT", `${path}/edit`, 200, edited)).toMatchObject(edited);
    expect(await issuer.call("GET", `/assets/${asset.asset_uuid}`, 200)).toMatchObject({
      requirements: [category.id],
    });
  });

  it("validates GAIDs, the deliberately invalid one too", async () => {
    ({ gaid } = await world.control.do("/wallets", { label: "Tutorial wallet" }));
    expect(await issuer.call("GET", `/gaids/${gaid}/validate`, 200)).toMatchObject({ is_valid: true });
    const invalid = await issuer.call("GET", "/gaids/INVALIDZZ6SqZZvEpAeVz9QmfHqhh/validate", 200);
    expect(invalid.is_valid).toBe(false);
  });

  it("registers a user and puts them into the category", async () => {
    const sent = { is_company: false, name: random("Alice"), GAID: gaid };
    user = await issuer.call("POST", "/registered_users/add", 201, sent);
    expect(user).toMatchObject({ ...sent, categories: [] });
    await issuer.call("POST", "/registered_users/add", 400, sent);
    await issuer.call("PUT", `/registered_users/${user.id}/edit`, 200, { name: `${sent.name} Ames` });
    await issuer.call("PUT", `/categories/${category.id}/registered_users/${user.id}/add`, 200);
    const read = await issuer.call("GET", `/registered_users/${user.id}`, 200);
    expect(read).toMatchObject({ name: `${sent.name} Ames`, categories: [category.id] });
    expect(await issuer.call("GET", "/registered_users", 200)).toEqual([read]);
  });

  it("assigns, orders a distribution, runs the script and finds the distribution only then", async () => {
    const assignments = [{ registered_user: user.id, amount: 1_000, ready_for_distribution: true }];
    const [first] = await issuer.call("POST", at("assignments/create"), 200, { assignments });
    expect(first).toMatchObject({ amount: 1_000, is_distributed: false, distribution_uuid: null });
    await issuer.call("POST", at("assignments/create"), 400, {
      assignments: [...assignments, ...assignments],
    });
    const order = await issuer.call("GET", at("distributions/create/"), 200);
    const path = at(`distributions/${order.distribution_uuid}`);
    await issuer.call("GET", path, 404);
    const [pending] = await issuer.call("GET", at("assignments"), 200);
    expect(pending).toMatchObject({ distribution_uuid: order.distribution_uuid, is_distributed: false });
    const txid = await world.client().distribute(fileOf(order));
    expect((await issuer.call("GET", path, 200)).transactions).toMatchObject([{ txid }]);
    expect(await issuer.call("GET", at("distributions"), 200)).toHaveLength(1);
    expect(await issuer.call("GET", at("ownerships"), 200)).toContainEqual({
      owner: String(user.id),
      amount: 1_000,
      GAID: gaid,
    });
  });

  it("confirms with the slash of the prose too, and cancels what was never sent", async () => {
    const assignments = [{ registered_user: user.id, amount: 5, ready_for_distribution: true }];
    await issuer.call("POST", at("assignments/create"), 200, { assignments });
    const { distribution_uuid: uuid } = await issuer.call("GET", at("distributions/create/"), 200);
    const empty = { tx_data: { txid: "ab".repeat(32), details: [] }, change_data: [] };
    await issuer.call("POST", at(`distributions/${uuid}/confirm/`), 400, empty);
    await issuer.call("DELETE", at(`distributions/${uuid}/cancel`), 200);
    const [, freed] = await issuer.call("GET", at("assignments"), 200);
    await issuer.call("DELETE", at(`assignments/${freed.id}/delete`), 204);
  });

  it("reissues and burns through the script", async () => {
    await world
      .client()
      .reissue(fileOf(await issuer.call("POST", at("reissue-request"), 200, { amount_to_reissue: 50 })));
    const [reissuance] = await issuer.call("GET", at("reissuances"), 200);
    expect(reissuance.reissuance_amount).toBe(50);
    await world.client().burn(fileOf(await issuer.call("POST", at("burn-request"), 200, { amount: 20 })));
    expect(await world.books(asset)).toMatchObject({
      issued: 100_000,
      reissued: 50,
      burned: 20,
      owned: 100_030,
    });
  });

  it("names a treasury address, sets the authorization endpoint and reads every report", async () => {
    await issuer.call("POST", at("treasury-addresses/add"), 200, [await world.node("getnewaddress")]);
    const endpoint = "https://issuer.example.com/authorize";
    const edit = { issuer_authorization_endpoint: endpoint };
    expect(await issuer.call("PUT", at("edit"), 200, edit)).toMatchObject(edit);
    expect(await issuer.call("PUT", at("edit"), 200, { issuer_authorization_endpoint: null })).toMatchObject({
      issuer_authorization_endpoint: null,
    });
    expect(await issuer.call("PUT", at("lock"), 200)).toMatchObject({ is_locked: true });
    expect(await issuer.call("PUT", at("unlock"), 200)).toMatchObject({ is_locked: false });
    for (const report of ["activities", "txs", "utxos", "balance", "summary", "lost-outputs"]) {
      expect(await issuer.call("GET", at(report), 200)).toBeTruthy();
    }
    const [row] = await issuer.call("GET", `/registered_users/${user.id}/summary`, 200);
    expect(row).toMatchObject({ asset_uuid: asset.asset_uuid, balance: 1_000, distributions_sum: 1_000 });
  });
});

describe("the manager", () => {
  let manager: Python;
  let id: number;

  it("is created locked and can log in once unlocked", async () => {
    const sent = { username: random("kyc-desk"), password: "manager-secret" };
    const created = await issuer.call("POST", "/managers/create", 201, sent);
    expect(created).toMatchObject({ username: sent.username, is_locked: true, assets: [] });
    ({ id } = created);
    const login = { json: sent };
    expect((await requests("POST", `${world.api}/user/obtain_token`, login)).status).toBe(401);
    expect(await issuer.call("PUT", `/managers/${id}/unlock`, 200)).toMatchObject({ is_locked: false });
    manager = await Python.logIn(sent.username, sent.password);
  });

  it("sees the asset only after the issuer has attached it", async () => {
    await manager.call("GET", `/assets/${asset.asset_uuid}`, 404);
    const granted = await issuer.call("PUT", `/managers/${id}/assets/${asset.asset_uuid}/add`, 200);
    expect(granted.assets).toEqual([asset.asset_uuid]);
    expect(await manager.call("GET", "/managers/me", 200)).toMatchObject({ id, assets: [asset.asset_uuid] });
    expect(await manager.call("GET", `/assets/${asset.asset_uuid}`, 200)).toMatchObject({ name: asset.name });
  });

  it("reaches what the list names", async () => {
    const reads = ["/info", "/changelog", "/registered_users/", "/categories", `/categories/${category.id}`];
    const ofUser = ["", "/summary", "/gaids"].map((rest) => `/registered_users/${user.id}${rest}`);
    const ofAsset = ["activities", "balance", "utxos", "summary", "assignments"].map(at);
    for (const path of [...reads, ...ofUser, ...ofAsset, `/gaids/${gaid}/validate`]) {
      await manager.call("GET", path, 200);
    }
    const second = await manager.call("POST", "/registered_users/add", 201, {
      is_company: true,
      name: random("Company"),
    });
    await manager.call("PUT", `/registered_users/${second.id}/edit`, 200, { name: random("Renamed") });
    const { gaid: own } = await world.control.do("/wallets", {});
    await manager.call("POST", `/registered_users/${second.id}/gaids/add`, 200, own);
    await manager.call("POST", `/registered_users/${second.id}/gaids/set-default`, 200, own);
    await manager.call("DELETE", `/registered_users/${second.id}/delete`, 204);
    const assignments = [{ registered_user: user.id, amount: 9, ready_for_distribution: false }];
    const [draft] = await manager.call("POST", at("assignments/create"), 200, { assignments });
    expect(draft.creator).toBe(id);
    const path = at(`assignments/${draft.id}`);
    expect(await manager.call("PUT", `${path}/unlock`, 200)).toMatchObject({ ready_for_distribution: true });
    expect(await manager.call("PUT", `${path}/lock`, 200)).toMatchObject({ ready_for_distribution: false });
    await manager.call("GET", path, 200);
    await manager.call("DELETE", `${path}/delete`, 204);
  });

  it("reaches nothing else", async () => {
    for (const path of ["/assets", "/managers", at("distributions/create/"), at("ownerships"), at("txs")]) {
      await manager.call("GET", path, 403);
    }
    const member = `/categories/${category.id}/registered_users/${user.id}`;
    await manager.call("PUT", `${member}/remove`, 403);
    await manager.call("POST", "/assets/issue", 403, {});
    await manager.call("PUT", `/registered_users/${user.id}/categories/add`, 404, {
      categories: [category.id],
    });
    await manager.call("POST", "/registered_users/validate-gaid", 404, gaid);
  });
});

describe("in the end", () => {
  it("the token changes with a refresh and with the password, and the older ones stop working", async () => {
    const before = issuer;
    const { token } = await issuer.call("GET", "/user/refresh-token", 200);
    await before.call("GET", "/assets/", 401);
    issuer = await Python.logIn("issuer", "issuer-password");
    const headers = { authorization: `token ${token}` };
    expect((await requests("GET", `${world.api}/assets/`, { headers })).status).toBe(200);
    const changed = await issuer.call("POST", "/user/change-password", 200, { password: "a-new-password-1" });
    expect(changed).toMatchObject({ username: "issuer", password: "a-new-password-1" });
    await issuer.call("GET", "/assets/", 401);
    issuer = await Python.logIn("issuer", "a-new-password-1");
  });

  it("a category is taken from the asset and deleted, and the asset is hidden", async () => {
    const path = `/categories/${category.id}`;
    const removed = await issuer.call("PUT", `${path}/assets/${asset.asset_uuid}/remove`, 200);
    expect(removed.assets).toEqual([]);
    await issuer.call("DELETE", `${path}/delete`, 204);
    await issuer.call("DELETE", at("delete"), 204);
    await issuer.call("GET", `/assets/${asset.asset_uuid}`, 404);
    expect(await issuer.call("GET", "/assets", 200)).toEqual([]);
  });
});
