import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { transferBetweenHolders } from "../green/transfer";
import { startTestSandbox, type TestSandbox } from "../testing";
import {
  type AmpCaller,
  callNode,
  confirmPayload,
  issue,
  mine,
  newGaid,
  ownedSats,
  sendOrder,
  signIn,
} from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

afterAll(() => sandbox.stop());

async function addUser(name: string, gaid?: string): Promise<number> {
  const { body } = await amp.post("/registered_users/add", { name, is_company: false, GAID: gaid });
  return body.id;
}

const assign = (uuid: string, registeredUser: number, amount: number, rest: object = {}) =>
  amp.post(`/assets/${uuid}/assignments/create`, {
    assignments: [{ registered_user: registeredUser, amount, ready_for_distribution: true, ...rest }],
  });

describe("from issue to first holders", () => {
  let uuid: string;
  let assetId: string;
  let alice: { id: number; gaid: string };
  let bob: { id: number; gaid: string };
  let category: number;
  let order: Wire;
  let txid: string;

  it("issues to the node, which sees the asset after a block", async () => {
    const issued = await issue(sandbox, amp);
    [uuid, assetId] = [issued.asset_uuid, issued.asset_id];
    expect(issued).toMatchObject({ amount: 10_000_000, vin: 0, ticker: null, reissuance_amount: 0 });
    expect((await amp.get(`/assets/${uuid}/ownerships`)).body).toEqual([
      { owner: "1", amount: 10_000_000, GAID: null },
    ]);
    await mine(sandbox, 1);
    const coins = await callNode(sandbox, "listunspent");
    expect(coins.some((coin: { asset: string }) => coin.asset === assetId)).toBe(true);
  });

  it("authorises after three confirmations, once", async () => {
    const path = `/assets/${uuid}/register-authorized`;
    expect((await amp.get(path)).body.Error).toContain("3 confirmations");
    await mine(sandbox, 2);
    expect((await amp.get(path)).body).toMatchObject({ is_authorized: true, asset_uuid: uuid });
    const again = await amp.get(path);
    expect([again.status, again.body.Error]).toEqual([400, "The asset is already authorized."]);
  });

  it("keeps a restricted asset from users outside its category", async () => {
    alice = { gaid: await newGaid(sandbox), id: 0 };
    bob = { gaid: await newGaid(sandbox), id: 0 };
    alice.id = await addUser("Alice Ames", alice.gaid);
    bob.id = await addUser("Bernard Okafor", bob.gaid);
    category = (await amp.post("/categories/add", { name: "Accredited EU", description: "KYC level 2" })).body
      .id;
    const required = await amp.put(`/categories/${category}/assets/${uuid}/add`);
    expect(required.body).toMatchObject({ assets: [uuid], registered_users: [] });
    expect((await amp.get(`/assets/${uuid}`)).body.requirements).toEqual([category]);
    const refused = await assign(uuid, alice.id, 250_000);
    expect([refused.status, refused.body.Error]).toEqual([
      400,
      "The registered user is not in every category that the asset requires.",
    ]);
  });

  it("assigns one at a time and within the treasury balance", async () => {
    for (const { id } of [alice, bob]) await amp.put(`/categories/${category}/registered_users/${id}/add`);
    const created = await assign(uuid, alice.id, 250_000);
    expect(created.status).toBe(200);
    expect(created.body[0]).toMatchObject({ amount: 250_000, GAID: alice.gaid, is_distributed: false });
    await assign(uuid, bob.id, 1);
    const tooMuch = await assign(uuid, bob.id, 9_750_000);
    expect(tooMuch.body.Error).toContain("not enough in the treasury balance");
    const two = await amp.post(`/assets/${uuid}/assignments/create`, {
      assignments: [1, 2].map((amount) => ({ registered_user: bob.id, amount })),
    });
    expect([two.status, Object.keys(two.body)]).toEqual([400, ["assignments"]]);
    for (const stranger of [999_999, 2 ** 40])
      expect((await assign(uuid, stranger, 1)).body).toHaveProperty("registered_user");
    for (const amount of [-1, 1.5, "1", null, 2_100_000_000_000_001])
      expect((await assign(uuid, bob.id, amount as number)).body).toHaveProperty("amount");
    for (const vesting of [-1, 1.5, 253_402_300_800, "2030-01-01"])
      expect((await assign(uuid, bob.id, 1, { vesting_timestamp: vesting })).body).toHaveProperty(
        "vesting_timestamp",
      );
    expect((await assign(uuid, bob.id, 0)).body).toEqual({
      amount: ["Ensure this value is greater than or equal to 1."],
    });
  });

  it("hands out an order with exact decimals and never the same assignment twice", async () => {
    const answer = await amp.get(`/assets/${uuid}/distributions/create/`);
    order = answer.body;
    expect(order).toMatchObject({
      command: "distribute",
      min_supported_client_script_version: 2,
      base_url: `${sandbox.url}/api/{}`,
      asset_id: assetId,
    });
    expect(Object.values(order.map_address_amount).map(String)).toEqual(["0.00250000", "0.00000001"]);
    expect(new Set(Object.values(order.map_address_asset))).toEqual(new Set([assetId]));
    expect((await amp.get(`/assets/${uuid}/distributions/create/`)).body).toEqual({
      Error: "No assignments are ready for distribution.",
    });
    expect((await amp.get(`/assets/${uuid}/distributions/${order.distribution_uuid}`)).status).toBe(404);
    const [pending] = (await amp.get(`/assets/${uuid}/assignments`)).body;
    expect(pending).toMatchObject({ distribution_uuid: order.distribution_uuid, is_distributed: false });
    const locked = await amp.put(`/assets/${uuid}/assignments/${pending.id}/lock`);
    expect(locked.body.Error).toContain("already part of a distribution");
  });

  it("calls the broadcast transaction pending, not lost", async () => {
    txid = await sendOrder(sandbox, order);
    expect((await amp.get(`/assets/${uuid}/balance`)).body.lost_outputs).toEqual([]);
  });

  it("refuses a confirm that comes too early or pays something else", async () => {
    const path = `/assets/${uuid}/distributions/${order.distribution_uuid}/confirm`;
    await mine(sandbox, 1);
    const early = await amp.post(path, await confirmPayload(sandbox, txid, assetId));
    expect(early.body.Error).toContain("needs 2 confirmations, it has 1");
    await mine(sandbox, 1);
    const payload = await confirmPayload(sandbox, txid, assetId);
    const { details } = payload.tx_data;
    const wrong = { ...payload, tx_data: { txid, details: details.slice(1) } };
    expect((await amp.post(path, wrong)).body.Error).toContain("do not pay");
    const blind = details.map((entry: object) => ({ ...entry, amountblinder: "1".repeat(64) }));
    expect((await amp.post(path, { ...payload, tx_data: { txid, details: blind } })).body.Error).toContain(
      "blinders",
    );
    const noChange = await amp.post(path, { ...payload, change_data: [] });
    expect(noChange.body.Error).toContain("neither in the order nor in change_data");
    expect((await amp.get(`/assets/${uuid}/ownerships`)).body).toHaveLength(1);
  });

  it("takes the confirm, the same one again, and no other", async () => {
    const path = `/assets/${uuid}/distributions/${order.distribution_uuid}/confirm`;
    const payload = await confirmPayload(sandbox, txid, assetId);
    expect((await amp.post(path, payload)).status).toBe(200);
    expect((await amp.post(path, payload)).status).toBe(200);
    const other = await amp.post(path, { ...payload, tx_data: { ...payload.tx_data, txid: "0".repeat(64) } });
    expect([other.status, other.body.Error]).toEqual([
      400,
      "The distribution is already confirmed by another transaction.",
    ]);
    expect((await amp.delete(`/assets/${uuid}/distributions/${order.distribution_uuid}/cancel`)).status).toBe(
      400,
    );
  });

  it("shows owners, balances, movements and the distribution", async () => {
    const owners = (await amp.get(`/assets/${uuid}/ownerships`)).body;
    const holders = [
      { owner: String(alice.id), amount: 250_000, GAID: alice.gaid },
      { owner: String(bob.id), amount: 1, GAID: bob.gaid },
    ];
    expect(owners[0]).toEqual({ owner: "1", amount: 9_749_999, GAID: null });
    expect(owners).toHaveLength(3);
    expect(owners).toEqual(expect.arrayContaining(holders));
    expect((await amp.get(`/assets/${uuid}/balance`)).body).toEqual({
      confirmed_balance: owners,
      lost_outputs: [],
      reissuance_lost_outputs: [],
    });
    const activities = (await amp.get(`/assets/${uuid}/activities`)).body;
    expect(activities.map((row: { type: string; amount: number }) => [row.type, row.amount])).toEqual([
      ["issuance", 10_000_000],
      ["distribution", 250_000],
      ["distribution", 1],
    ]);
    expect(activities[1]).toMatchObject({ registered_user: alice.id, GAID: alice.gaid, txid });
    const shown = (await amp.get(`/assets/${uuid}/distributions/${order.distribution_uuid}`)).body;
    expect(shown.transactions[0].assignments).toHaveLength(2);
    expect((await amp.get(`/gaids/${alice.gaid}/balance/${uuid}`)).body.balance).toBe(250_000);
    expect((await amp.get(`/assets/${uuid}/summary`)).body).toMatchObject({
      issued: 10_000_000,
      assigned: 0,
      distributed: 250_001,
      registered_users: 2,
      active_registered_users: 2,
      active_green_subaccounts: 2,
    });
    expect((await amp.get(`/registered_users/${alice.id}/summary`)).body[0]).toMatchObject({
      assignments_sum: 250_000,
      distributions_sum: 250_000,
      balance: 250_000,
    });
  });

  it("remembers who owned what at an earlier block", async () => {
    const [first] = (await amp.get(`/assets/${uuid}/txs?count=1`)).body;
    expect(first).toMatchObject({ is_issuance: true, inputs: [] });
    const then = (await amp.get(`/assets/${uuid}/ownerships?height=${first.blockheight}`)).body;
    expect(then).toEqual([{ owner: "1", amount: 10_000_000, GAID: null }]);
    expect((await amp.get(`/assets/${uuid}/ownerships/${first.blockheight}`)).body).toEqual(then);
    expect((await amp.get(`/assets/${uuid}/ownerships?height=${first.blockheight - 1}`)).body).toEqual([]);
  });

  it("follows a transfer between holders and refuses one to a stranger", async () => {
    const move = (to: string, amountSats: bigint) =>
      sandbox.world.write((unit) =>
        transferBetweenHolders(unit, { assetUuid: uuid, fromGaid: alice.gaid, to: { gaid: to }, amountSats }),
      );
    await expect(move(await newGaid(sandbox), 1n)).rejects.toThrow("belongs to no registered user");
    await move(bob.gaid, 50_000n);
    expect(await ownedSats(amp, uuid)).toBe(10_000_000);
    await mine(sandbox, 1);
    const [latest] = (await amp.get(`/assets/${uuid}/activities?sortorder=desc&count=1`)).body;
    expect(latest).toMatchObject({ type: "transfer", amount: 50_000, GAID: bob.gaid });
    const [tx] = (await amp.get(`/assets/${uuid}/txs?sortorder=desc&count=1`)).body;
    expect(tx).toMatchObject({ is_issuance: false, is_reissuance: false, is_distribution: false });
    expect(tx.inputs[0]).toMatchObject({ registered_user: alice.id, amount: 250_000, is_treasury: false });
  });

  it("refuses a holder's blacklisted output and counts it on", async () => {
    const utxos = (await amp.get(`/assets/${uuid}/utxos`)).body;
    const { txid: id, vout } = utxos.find((row: { gaid: string }) => row.gaid === alice.gaid);
    const marked = await amp.post(`/assets/${uuid}/utxos/blacklist`, [{ txid: id, vout }]);
    expect(marked.body).toMatchObject([{ blacklisted: true, registered_user: alice.id, amount: 200_000 }]);
    expect((await amp.get(`/assets/${uuid}/summary`)).body.blacklisted).toBe(200_000);
    const move = sandbox.world.write((unit) =>
      transferBetweenHolders(unit, {
        assetUuid: uuid,
        fromGaid: alice.gaid,
        to: { gaid: bob.gaid },
        amountSats: 1n,
      }),
    );
    await expect(move).rejects.toThrow();
    expect(await ownedSats(amp, uuid)).toBe(10_000_000);
    await amp.post(`/assets/${uuid}/utxos/whitelist`, [{ txid: id, vout }]);
    expect((await amp.get(`/assets/${uuid}/summary`)).body.blacklisted).toBe(0);
    const unknown = await amp.post(`/assets/${uuid}/utxos/blacklist`, [{ txid: "0".repeat(64), vout: 0 }]);
    expect(unknown.status).toBe(400);
  });

  it("refuses to delete a user who holds something", async () => {
    expect((await amp.delete(`/registered_users/${bob.id}/delete`)).body.Error).toContain("holds a balance");
  });
});
