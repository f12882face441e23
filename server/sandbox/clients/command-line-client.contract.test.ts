import { afterAll, beforeAll, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { requests } from "./testing-python";
import { IssuerWorld } from "./testing-world";

/** The third-party Python command line client: no slashes, and one status that it takes per call. */

let world: IssuerWorld;
let asset: Wire;
let alice: { id: number; gaid: string };

beforeAll(async () => {
  world = await IssuerWorld.open();
  asset = await world.asset({ restricted: true });
  alice = await world.user("Alice Ames");
});
afterAll(() => world?.stop());

async function call(method: string, path: string, status: number, json?: unknown): Promise<Wire> {
  const headers = { "content-type": "application/json", authorization: `token ${world.issuer.token}` };
  const answer = await requests(method, `${world.api}${path}`, { headers, json });
  const words = answer.status === status ? "" : answer.text;
  expect([method, path, answer.status, words]).toEqual([method, path, status, ""]);
  return answer.text === "" ? undefined : answer.json();
}

const at = (rest = "") => `/assets/${asset.asset_uuid}${rest}`;

it("lists and edits assets, and prints what lock and unlock answer", async () => {
  expect(await call("GET", "/assets", 200)).toHaveLength(1);
  expect(await call("GET", at(), 200)).toMatchObject({ asset_id: asset.asset_id });
  const edit = { issuer_authorization_endpoint: "https://issuer.example.com" };
  expect(await call("PUT", at("/edit"), 200, edit)).toMatchObject(edit);
  await call("PUT", at("/edit"), 200, { issuer_authorization_endpoint: "" });
  expect(await call("PUT", at("/lock"), 200)).toMatchObject({ is_locked: true });
  expect(await call("PUT", at("/unlock"), 200)).toMatchObject({ is_locked: false });
});

it("asks with GET for both registrations", async () => {
  expect(await call("GET", at("/register-authorized"), 400)).toEqual({
    Error: expect.stringContaining("already authorized"),
  });
  await call("GET", at("/register"), 400);
  await call("POST", at("/register"), 405);
  await call("POST", at("/register-authorized"), 405);
});

it("sends treasury addresses as a bare array", async () => {
  const address = await world.node("getnewaddress");
  await call("POST", at("/treasury-addresses/add"), 200, [address]);
  expect(await call("GET", at("/treasury-addresses"), 200)).toContain(address);
});

it("keeps users and sends their GAIDs as bare strings", async () => {
  expect(await call("GET", "/registered_users", 200)).toHaveLength(1);
  const bob = await call("POST", "/registered_users/add", 201, { name: "Bob", is_company: false });
  expect(bob).toMatchObject({ GAID: null, categories: [] });
  const { gaids } = await world.control.do("/wallets", { count: 2 });
  const path = `/registered_users/${bob.id}`;
  for (const gaid of gaids) {
    expect(await call("GET", `/gaids/${gaid}/validate`, 200)).toMatchObject({ is_valid: true });
    await call("POST", `${path}/gaids/add`, 200, gaid);
  }
  expect(await call("GET", `${path}/gaids`, 200)).toEqual(gaids);
  expect(await call("GET", path, 200)).toMatchObject({ GAID: gaids[0] });
  await call("POST", `${path}/gaids/set-default`, 200, gaids[1]);
  expect(await call("PUT", `${path}/edit`, 200, { name: "Robert" })).toMatchObject({ GAID: gaids[1] });
  const { address } = await call("GET", `/gaids/${gaids[1]}/address`, 200);
  expect((await world.node("validateaddress", address)).isvalid).toBe(true);
  expect((await call("GET", `/gaids/${gaids[1]}/address`, 200)).address).not.toBe(address);
  await call("DELETE", `${path}/delete`, 204);
});

it("keeps categories and their members", async () => {
  const { id } = await call("POST", "/categories/add", 201, { name: "Accredited", description: "" });
  const member = `/categories/${id}/registered_users/${alice.id}`;
  expect(await call("PUT", `${member}/add`, 200)).toMatchObject({ registered_users: [alice.id] });
  expect(await call("PUT", `${member}/remove`, 200)).toMatchObject({ registered_users: [] });
  await call("PUT", `${member}/add`, 200);
  expect(await call("PUT", `/categories/${id}/assets/${asset.asset_uuid}/add`, 200)).toMatchObject({
    assets: [asset.asset_uuid],
  });
  expect(await call("GET", "/categories", 200)).toHaveLength(1);
});

it("assigns, asks for assignments by state, cancels, and distributes", async () => {
  const assignments = [{ registered_user: alice.id, amount: 300, ready_for_distribution: true }];
  const [{ id }] = await call("POST", at("/assignments/create"), 200, { assignments });
  expect(await call("GET", at(`/assignments/${id}`), 200)).toMatchObject({ id, amount: 300 });
  const cancelled = await call("GET", at("/distributions/create/"), 200);
  await call("DELETE", at(`/distributions/${cancelled.distribution_uuid}/cancel`), 200);
  const [extra] = await call("POST", at("/assignments/create"), 200, { assignments });
  await call("DELETE", at(`/assignments/${extra.id}/delete`), 204);
  const file = await world.file("GET", at("/distributions/create/"));
  expect(await call("GET", at("/assignments?distributed=true"), 200)).toEqual([]);
  await world.client().distribute(file);
  expect(await call("GET", at("/assignments?distributed=true"), 200)).toMatchObject([{ id }]);
  expect(await call("GET", at("/assignments?distributed=false"), 200)).toEqual([]);
  const [distribution] = await call("GET", at("/distributions"), 200);
  // it walks through one distribution as through a list and so meets the names of its fields
  const one = await call("GET", at(`/distributions/${distribution.distribution_uuid}`), 200);
  expect(Object.keys(one)).toEqual(Object.keys(distribution));
});

it("blacklists and whitelists outpoints given as a bare array", async () => {
  const utxos: Wire[] = await call("GET", at("/utxos"), 200);
  const held = utxos.find(({ gaid }) => gaid === alice.gaid);
  const places = [{ txid: held.txid, vout: held.vout }];
  expect(await call("POST", at("/utxos/blacklist"), 200, places)).toMatchObject([{ blacklisted: true }]);
  expect(await call("POST", at("/utxos/whitelist"), 200, places)).toMatchObject([{ blacklisted: false }]);
  expect(await call("GET", at("/ownerships"), 200)).toContainEqual({
    ...{ owner: String(alice.id), amount: 300, GAID: alice.gaid },
  });
});

it("hands the amounts of a reissue and a burn to the older script as they came", async () => {
  const older = world.client({ edition: "older" });
  await older.reissue(await world.reissueFile(asset, 40));
  await older.burn(await world.burnFile(asset, 15));
  expect(await world.books(asset)).toMatchObject({ reissued: 40, burned: 15, lost: [] });
});

it("creates a manager by id, unlocks it, attaches the asset and asks as the manager who it is", async () => {
  const credentials = { username: "desk", password: "desk-password-1" };
  const answer = await requests("POST", `${world.api}/managers/create`, {
    headers: { authorization: `token ${world.issuer.token}` },
    json: credentials,
  });
  const { id } = answer.json();
  expect(await call("PUT", `/managers/${id}/unlock`, 200)).toMatchObject({ is_locked: false });
  await call("PUT", `/managers/${id}/assets/${asset.asset_uuid}/add`, 200);
  const all: Wire[] = await call("GET", "/managers", 200);
  const login = await requests("POST", `${world.api}/user/obtain_token`, { json: credentials });
  const headers = { authorization: `token ${login.json().token}` };
  const me = await requests("GET", `${world.api}/managers/me`, { headers });
  expect(me.json()).toEqual(all.find((manager) => manager.id === id));
});

it("changes its password, logs in with it and deletes the asset", async () => {
  const changed = await call("POST", "/user/change-password", 200, { password: "another-password-1" });
  const headers = { authorization: `token ${changed.token}` };
  const gone = await requests("DELETE", `${world.api}${at("/delete")}`, { headers });
  expect([gone.status, gone.text]).toEqual([204, ""]);
});
