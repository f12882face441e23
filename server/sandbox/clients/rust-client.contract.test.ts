import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Wire } from "@/server/platform/testing";
import * as models from "./testing-models";
import { rustClient } from "./testing-rust";
import { IssuerWorld } from "./testing-world";

/** The third-party Rust client: what its tests did against the test service. */

let world: IssuerWorld;
let asset: Wire;
const { raw, call, tell, rpc } = rustClient(() => world);

beforeAll(async () => {
  world = await IssuerWorld.open();
});
afterAll(() => world?.stop());

const at = (rest = "") => `/assets/${asset.asset_uuid}${rest}`;
const any = z.unknown();

async function confirmed(txid: string) {
  await world.mine(3);
  const { details, confirmations } = await rpc("gettransaction", txid);
  expect(confirmations).toBe(3);
  const coins: Wire[] = await rpc("listunspent");
  const change = coins.filter((coin) => coin.txid === txid && coin.asset === asset.asset_id);
  return { details, change };
}
describe("its live tests", () => {
  const users: { id: number; gaid: string }[] = [];
  let category: number;

  it("issue with everything said, and read the asset back", async () => {
    const request = {
      name: "Rust Test Asset",
      amount: 1_000_000_000,
      destination_address: await rpc("getnewaddress"),
      domain: "example.com",
      ticker: "RUST",
      pubkey: "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
      precision: 8,
      is_confidential: false,
      is_reissuable: true,
      reissuance_amount: 1,
      reissuance_address: await rpc("getnewaddress"),
      transfer_restricted: true,
    };
    asset = await call("POST", "/assets/issue", models.IssueResponse, request);
    const echoed = models.IssueResponse.pick(
      Object.fromEntries(Object.keys(request).map((k) => [k, true])) as never,
    );
    expect(echoed.parse(asset)).toEqual(request);
    const [listed, ...more] = await call("GET", "/assets", z.array(models.Asset));
    expect(more).toEqual([]);
    expect(listed).toEqual(await call("GET", at(), models.Asset));
  });

  it("authorize with GET and branch on the words of a repeat", async () => {
    await expect(call("POST", at("/register-authorized"), any)).rejects.toThrow("405");
    await world.mine(3);
    expect((await call("GET", at("/register-authorized"), models.Asset)).is_authorized).toBe(true);
    await expect(call("GET", at("/register-authorized"), any)).rejects.toThrow("already authorized");
  });

  it("register with GET and meet the exact body of a repeat", async () => {
    await expect(call("POST", at("/register"), any)).rejects.toThrow("405");
    await world.control.do("/sites/proof", { asset_uuid: asset.asset_uuid });
    expect((await call("GET", at("/register"), models.Asset)).is_registered).toBe(true);
    const { status, text } = await raw("GET", at("/register"));
    expect([status, JSON.parse(text)]).toEqual([400, { Error: "The asset is already registered." }]);
  });

  it("edit, lock and unlock", async () => {
    const edit = { issuer_authorization_endpoint: "https://example.com/authorize" };
    expect(await call("PUT", at("/edit"), models.Asset, edit)).toMatchObject(edit);
    expect((await call("PUT", at("/lock"), models.Asset)).is_locked).toBe(true);
    expect((await call("PUT", at("/unlock"), models.Asset)).is_locked).toBe(false);
  });

  it("write the memo as a bare string, an object being refused", async () => {
    expect(await call("GET", at("/memo"), z.string())).toBe("");
    await tell("POST", at("/memo/set"), "Genehmigt am 1. März — “ok”");
    expect(await call("GET", at("/memo"), z.string())).toBe("Genehmigt am 1. März — “ok”");
    await expect(tell("POST", at("/memo/set"), { memo: "as an object" })).rejects.toThrow("400");
  });

  it("add treasury addresses and branch on the words of a refusal", async () => {
    const address = await rpc("getnewaddress");
    await tell("POST", at("/treasury-addresses/add"), [address]);
    const again = tell("POST", at("/treasury-addresses/add"), [address]);
    await expect(again).rejects.toThrow("already been added");
    for (const bad of ["not an address", `VJL${"a".repeat(80)}`, "el1qqtest"]) {
      await expect(tell("POST", at("/treasury-addresses/add"), [bad])).rejects.toThrow("Invalid value");
    }
    const known = await call("GET", at("/treasury-addresses"), z.array(z.string()));
    expect(known).toEqual(
      expect.arrayContaining([address, asset.destination_address, asset.reissuance_address]),
    );
    await tell("DELETE", at("/treasury-addresses/delete"), [address]);
    expect(await call("GET", at("/treasury-addresses"), z.array(z.string()))).not.toContain(address);
  });

  it("register users with GAIDs, one default and unique among all", async () => {
    const sent = { name: "Rust One", is_company: false };
    const one = await call("POST", "/registered_users/add", models.RegisteredUser, sent);
    const { gaids } = await world.control.do("/wallets", { count: 2 });
    const path = `/registered_users/${one.id}`;
    for (const gaid of gaids) await tell("POST", `${path}/gaids/add`, gaid);
    await tell("POST", `${path}/gaids/set-default`, gaids[1]);
    expect(await call("GET", path, models.RegisteredUser)).toMatchObject({ GAID: gaids[1] });
    expect(await call("GET", `${path}/gaids`, z.array(z.string()))).toEqual(gaids);
    const two = { name: "Rust Two", is_company: true, GAID: gaids[0] };
    const taken = call("POST", "/registered_users/add", models.RegisteredUser, two);
    await expect(taken).rejects.toThrow("GAID was already created");
    const owner = await call("GET", `/gaids/${gaids[0]}/registered_user`, models.RegisteredUser);
    expect(owner.id).toBe(one.id);
    expect((await call("PUT", `${path}/edit`, models.RegisteredUser, { name: "Rust 1" })).name).toBe(
      "Rust 1",
    );
    users.push({ id: one.id, gaid: gaids[1] });
    expect(await call("GET", "/registered_users", z.array(models.RegisteredUser))).toHaveLength(1);
  });

  it("tie users and asset to a category, a repeat saying “already”", async () => {
    const sent = { name: "Rust category", description: "of the tests" };
    category = (await call("POST", "/categories/add", models.Category, sent)).id;
    const path = `/categories/${category}`;
    expect(await call("PUT", `${path}/edit`, models.Category, { name: "Renamed" })).toMatchObject({
      ...{ name: "Renamed", description: "of the tests" },
    });
    for (const member of [`assets/${asset.asset_uuid}`, `registered_users/${users[0]?.id}`]) {
      await call("PUT", `${path}/${member}/add`, models.Category);
      await expect(call("PUT", `${path}/${member}/add`, any)).rejects.toThrow("already");
    }
    const [listed] = await call("GET", "/categories", z.array(models.Category));
    expect(listed).toMatchObject({ registered_users: [users[0]?.id], assets: [asset.asset_uuid] });
  });

  it("assign, distribute without the trailing slash and confirm with blinders", async () => {
    const user = users[0]?.id;
    const assign = (amount: number) =>
      call("POST", at("/assignments/create"), z.array(models.Assignment), {
        assignments: [{ registered_user: user, amount, ready_for_distribution: true }],
      });
    await expect(assign(2_000_000_000)).rejects.toThrow("not enough in the treasury balance");
    for (const amount of [1, 250_000_000]) expect(await assign(amount)).toHaveLength(1);
    const order = await call("GET", at("/distributions/create"), z.record(z.string(), any));
    const { distribution_uuid: uuid } = order;
    const sent = ["", order.map_address_amount, 0, "", [], false, 1, "UNSET", order.map_address_asset];
    const txid = await rpc("sendmany", ...sent);
    const { details, change } = await confirmed(txid);
    await tell("POST", at(`/distributions/${uuid}/confirm`), {
      ...{ tx_data: { details, txid }, change_data: change },
    });
    const distributions = await call("GET", at("/distributions"), z.array(models.Distribution));
    expect(distributions[0]?.transactions[0]?.assignments.map(({ amount }) => amount).sort()).toEqual([
      ...[1, 250_000_000],
    ]);
    expect(distributions[0]).toEqual(await call("GET", at(`/distributions/${uuid}`), models.Distribution));
    const assignments = await call("GET", at("/assignments"), z.array(models.Assignment));
    expect(assignments.map(({ is_distributed: done }) => done)).toEqual([true, true]);
  });

  it("reissue, name the token's new address, and burn, whose confirm has an empty body", async () => {
    const reissue = { amount_to_reissue: 100_000_000 };
    const order = await call("POST", at("/reissue-request"), z.object({ amount: z.number() }), reissue);
    expect(order.amount).toBe(1);
    const output = await rpc("reissueasset", asset.asset_id, order.amount);
    const { details } = await confirmed(output.txid);
    const all: Wire[] = await rpc("listissuances");
    const confirm = {
      details,
      reissuance_output: output,
      listissuances: all.filter(({ txid }) => txid === output.txid),
    };
    const result = await call("POST", at("/reissue-confirm"), models.ReissueResult, confirm);
    expect(result).toEqual({ ...output, reissuance_amount: 100_000_000 });
    const coins: Wire[] = await rpc("listunspent");
    const token = coins.find((coin) => coin.asset === asset.reissuance_token_id);
    const { confidential } = await rpc("getaddressinfo", token.address);
    await tell("POST", at("/treasury-addresses/add"), [confidential]).catch((error) => {
      expect(String(error)).toContain("already been added");
    });
    const burn = await call("POST", at("/burn-request"), z.object({ amount: z.number() }), { amount: 1 });
    const txid = await rpc("destroyamount", asset.asset_id, burn.amount);
    const { change } = await confirmed(txid);
    const answer = await raw("POST", at("/burn-confirm"), { tx_data: { txid }, change_data: change });
    expect([answer.status, answer.text]).toEqual([200, ""]);
  });

  it("read every report into its model; ownerships add up to the circulating supply", async () => {
    const summary = await call("GET", at("/summary"), models.Summary);
    expect(summary).toMatchObject({ issued: 1e9, reissued: 1e8, burned: 1, reissuance_tokens: 1 });
    const owners = await call("GET", at("/ownerships"), z.array(models.Ownership));
    const owned = owners.reduce((sum, { amount }) => sum + amount, 0);
    expect(owned).toBe(summary.issued + summary.reissued - summary.burned);
    const { issuer } = await call("GET", at(), models.Asset);
    expect(owners).toContainEqual(expect.objectContaining({ owner: String(issuer), GAID: null }));
    const lost = models.Balance.omit({ confirmed_balance: true });
    expect(await call("GET", at("/lost-outputs"), lost)).toEqual({
      ...{ lost_outputs: [], reissuance_lost_outputs: [] },
    });
    const txs = await call("GET", at("/txs"), z.array(models.AssetTx));
    expect(txs).toHaveLength(4);
    for (const tx of txs) expect(await call("GET", at(`/txs/${tx.txid}`), models.AssetTx)).toEqual(tx);
    await call("GET", at("/reissuances"), z.array(models.Reissuance));
    await call("GET", at("/utxos"), z.array(models.Utxo));
    await call("GET", at("/activities"), z.array(models.Activity));
  });

  it("read balances by GAID, zeros included, and a fresh address", async () => {
    const { gaid = "" } = users[0] ?? {};
    const expected = { asset_uuid: asset.asset_uuid, asset_id: asset.asset_id, balance: 250_000_001 };
    expect(await call("GET", `/gaids/${gaid}/balance`, z.array(models.GaidBalance))).toEqual([expected]);
    const one = await call("GET", `/gaids/${gaid}/balance/${asset.asset_uuid}`, models.GaidBalance);
    expect(one).toEqual(expected);
    const { gaid: empty } = await world.control.do("/wallets", {});
    expect(await call("GET", `/gaids/${empty}/balance`, z.array(models.GaidBalance))).toMatchObject([
      { balance: 0 },
    ]);
    const { address } = await call("GET", `/gaids/${gaid}/address`, z.object({ address: z.string() }));
    expect(address).toMatch(/^vj/);
    const validity = z.object({ is_valid: z.boolean(), error: z.string().optional() });
    expect((await call("GET", `/gaids/${gaid}/validate`, validity)).is_valid).toBe(true);
  });

  it("lock, unlock and attach managers, taking any success, and detach with POST", async () => {
    const sent = { username: "rust-manager", password: "rust-password-1" };
    const { id } = await call("POST", "/managers/create", models.Manager, sent);
    await tell("PUT", `/managers/${id}/unlock`);
    await tell("PUT", `/managers/${id}/assets/${asset.asset_uuid}/add`);
    expect((await call("GET", `/managers/${id}`, models.Manager)).assets).toEqual([asset.asset_uuid]);
    await tell("POST", `/managers/${id}/assets/${asset.asset_uuid}/remove`);
    await tell("PUT", `/managers/${id}/lock`);
    const all = await call("GET", "/managers", z.array(models.Manager));
    expect(all.find((manager) => manager.id === id)).toMatchObject({ is_locked: true, assets: [] });
  });

  it("clean up: cancel what is pending, delete assignment, user, category and asset", async () => {
    const second = await world.user("Rust Cleanup");
    await tell("PUT", `/categories/${category}/registered_users/${second.id}/add`);
    const assignments = [{ registered_user: second.id, amount: 9, ready_for_distribution: true }];
    const [made] = await call("POST", at("/assignments/create"), z.array(models.Assignment), { assignments });
    const order = await call("GET", at("/distributions/create"), z.object({ distribution_uuid: z.uuid() }));
    await expect(tell("DELETE", at(`/assignments/${made?.id}/delete`))).rejects.toThrow("400");
    await tell("DELETE", at(`/distributions/${order.distribution_uuid}/cancel`));
    for (const path of [
      at(`/assignments/${made?.id}/delete`),
      `/registered_users/${second.id}/delete`,
      `/categories/${category}/delete`,
      at("/delete"),
    ]) {
      expect(await raw("DELETE", path)).toMatchObject({ status: 204, text: "" });
    }
    expect(await call("GET", "/assets", z.array(models.Asset))).toEqual([]);
  });
});
