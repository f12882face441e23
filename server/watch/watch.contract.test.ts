import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WATCHED_BLOCKS } from "@/lib/domain/reconcile";
import { supplyGapSats } from "@/lib/domain/watch";
import { pool } from "@/server/db/client";
import { addUser, confirmPayload, issue, mine, sendOrder } from "@/server/sandbox/amp/testing";
import { previewDistribution } from "@/server/services/distributions";
import { acknowledge, viewWatch } from "@/server/services/watch";
import {
  approve,
  assign,
  operationOf,
  type ReadyAsset,
  readyAsset,
  toAmp,
  toNode,
  work,
} from "@/server/treasury/testing";
import { openWatchBench, type WatchBench } from "./testing";
import { runDueLooks } from "./watch";

let bench: WatchBench;

beforeAll(async () => {
  bench = await openWatchBench();
});
afterAll(() => bench?.close());
/** A look looks at every asset of the account: each test leaves with its own ones. */
const made: string[] = [];
afterEach(async () => {
  bench.proxy.heal();
  for (const uuid of made.splice(0)) await bench.amp.delete(`/assets/${uuid}/delete`);
});

async function distributable(): Promise<ReadyAsset> {
  const asset = await readyAsset(bench);
  made.push(asset.uuid);
  return asset;
}

/** An authorised asset of its own, with a token when it can be reissued. */
async function newAsset(options: { reissuable?: boolean } = {}) {
  const issued = await issue(bench.sandbox, bench.amp, { restricted: false, ...options });
  await mine(bench.sandbox, 3);
  const uuid: string = issued.asset_uuid;
  made.push(uuid);
  await bench.amp.get(`/assets/${uuid}/register-authorized`);
  return { uuid, assetId: issued.asset_id as string, tokenId: issued.reissuance_token_id as string };
}

const sendOutside = async (assetId: string, amount = "0.00000007") =>
  bench.rpc("sendtoaddress", {
    address: await bench.rpc("getnewaddress"),
    amount,
    assetlabel: assetId,
  } as unknown as unknown[]);

const preflight = async (assetUuid: string) =>
  (await previewDistribution(bench.actor, assetUuid)).checks.find(({ id }) => id === "no-alert")?.isOk;

describe("nothing is wrong", () => {
  it("after an issuance, and the look shows AMP's figures and the wallet's", async () => {
    const { uuid } = await newAsset({ reissuable: true });
    await bench.look();
    const watched = await bench.watched(uuid);
    expect(watched).toMatchObject({ problem: null, goodAt: expect.any(Date) });
    expect(watched?.figures).toMatchObject({
      issuedSats: 10_000_000n,
      treasurySats: 10_000_000n,
      walletSats: 10_000_000n,
      trackedCoins: 1,
      walletCoins: 1,
      ampTokens: 1n,
      walletTokens: 1n,
    });
    expect(await bench.alertsOf(uuid)).toEqual([]);
  });

  it("at any moment of a distribution by this desk", async () => {
    const asset = await distributable();
    const id = await approve(bench.actor, asset.uuid);
    await work();
    await bench.look();
    for (let block = 0; block < 2; block += 1) {
      await mine(bench.sandbox, 1);
      await bench.look();
      await work();
      await bench.look();
    }
    expect((await operationOf(id)).state).toBe("done");
    expect(await bench.alertsOf(asset.uuid)).toEqual([]);
    const figures = (await bench.watched(asset.uuid))?.figures;
    expect(figures && [figures.holdersSats, figures.treasurySats, supplyGapSats(figures)]).toEqual([
      250_001n,
      9_749_999n,
      0n,
    ]);
  });

  it("while AMP's orders are carried out by hand on the node", async () => {
    const { uuid, assetId } = await newAsset({ reissuable: true });
    const holder = await addUser(bench.sandbox, bench.amp, "By hand");
    await assign(bench.amp, uuid, holder.id, 40);
    const { body: order } = await bench.amp.get(`/assets/${uuid}/distributions/create/`);
    const txid = await sendOrder(bench.sandbox, order);
    await bench.look();
    await mine(bench.sandbox, 2);
    await bench.look();
    const confirm = `/assets/${uuid}/distributions/${order.distribution_uuid}/confirm`;
    await bench.amp.post(confirm, await confirmPayload(bench.sandbox, txid, assetId));
    await bench.look();
    await bench.amp.post(`/assets/${uuid}/burn-request`, { amount: 100 });
    const burnt = await bench.rpc("destroyamount", [assetId, "0.00000100"]);
    await bench.look();
    await mine(bench.sandbox, 2);
    await bench.look();
    const { change_data } = await confirmPayload(bench.sandbox, burnt, assetId);
    await bench.amp.post(`/assets/${uuid}/burn-confirm`, { tx_data: { txid: burnt }, change_data });
    await bench.amp.post(`/assets/${uuid}/reissue-request`, { amount_to_reissue: 500 });
    const reissued = await bench.rpc("reissueasset", [assetId, "0.00000500"]);
    await bench.look();
    await mine(bench.sandbox, 2);
    await bench.look();
    const { details } = await bench.rpc("gettransaction", [reissued.txid]);
    const issuances: { txid: string }[] = await bench.rpc("listissuances");
    await bench.amp.post(`/assets/${uuid}/reissue-confirm`, {
      details,
      reissuance_output: reissued,
      listissuances: issuances.filter((entry) => entry.txid === reissued.txid),
    });
    await bench.look();
    expect(await bench.alertsOf(uuid)).toEqual([]);
    expect((await bench.watched(uuid))?.figures).toMatchObject({
      issuedSats: 10_000_000n,
      reissuedSats: 500n,
      burnedSats: 100n,
      holdersSats: 40n,
      treasurySats: 10_000_360n,
      lostSats: 0n,
    });
  });

  it("when a person has locked the treasury's coins in the wallet", async () => {
    const { uuid, assetId } = await newAsset();
    const coins: { asset: string; txid: string; vout: number }[] = await bench.rpc("listunspent", [0]);
    const own = coins.filter(({ asset }) => asset === assetId).map(({ txid, vout }) => ({ txid, vout }));
    await bench.rpc("lockunspent", [false, own]);
    await bench.look();
    expect(own).toHaveLength(1);
    expect(await bench.alertsOf(uuid)).toEqual([]);
    expect((await bench.watched(uuid))?.figures).toMatchObject({ trackedCoins: 1, walletCoins: 0 });
    await bench.rpc("lockunspent", [true, own]);
  });
});

describe("moved outside of AMP", () => {
  it("is found within one cycle, blocks the pre-flight, and goes on by a person's reason", async () => {
    const asset = await distributable();
    expect(await preflight(asset.uuid)).toBe(true);
    const txid = await sendOutside(asset.assetId);
    await bench.look();
    expect(await bench.alertsOf(asset.uuid)).toMatchObject([{ kind: "moved", txid, state: "open" }]);
    expect(await preflight(asset.uuid)).toBe(false);
    const [alert] = await bench.alertsOf(asset.uuid);
    const input = { alertId: alert?.id ?? "" };
    await expect(acknowledge(bench.actor, { ...input, reason: " ok " })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await acknowledge(bench.actor, { ...input, reason: "Our own test payment" });
    await bench.look();
    expect(await preflight(asset.uuid)).toBe(true);
    expect(await bench.alertsOf(asset.uuid)).toMatchObject([{ state: "acknowledged" }]);
    await expect(acknowledge(bench.actor, { ...input, reason: "Once more" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { rows } = await pool().query("select detail from audit_entries where action = $1", [
      "treasury.alert-acknowledged",
    ]);
    expect(rows.map(({ detail }) => detail.explanation)).toContain("Our own test payment");
  });

  it("stops an operation that was about to send, and nothing is sent", async () => {
    const asset = await distributable();
    const id = await approve(bench.actor, asset.uuid);
    // AMP notices nothing: only the watch stands between the order and the payment.
    await pool().query(
      `insert into watch_alerts (id, workspace_id, asset_uuid, asset_name, kind, subject, is_token, state, raised_at, seen_at)
       values (gen_random_uuid(), $1, $2, 'A', 'moved', 'x:0', false, 'open', now(), now())`,
      [bench.actor.workspaceId, asset.uuid],
    );
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    expect((await operationOf(id)).problem?.message).toContain("moved outside of AMP");
    expect(bench.proxy.seen.filter(toNode("sendmany")).some(({ body }) => body.includes(id))).toBe(false);
  });

  it("is found when the reissuance token alone is moved", async () => {
    const { uuid, tokenId } = await newAsset({ reissuable: true });
    await bench.look();
    const txid = await sendOutside(tokenId, "0.00000001");
    await bench.look();
    expect(await bench.alertsOf(uuid)).toMatchObject([{ kind: "moved", isToken: true, txid }]);
    await bench.look();
    await bench.look();
    expect(await bench.alertsOf(uuid)).toHaveLength(1);
  });
});

describe("a transaction of an operation", () => {
  const sentOperation = async (blocks: number) => {
    const asset = await distributable();
    const id = await approve(bench.actor, asset.uuid);
    await work();
    await mine(bench.sandbox, blocks);
    await work();
    const { txid = "" } = (await operationOf(id)).facts;
    return { asset, id, txid };
  };

  it("that a reorganisation puts back into the mempool is told until it is in a block again", async () => {
    const { asset, id, txid } = await sentOperation(1);
    await bench.control.do("/reorganise", { blocks: 1, remine: false });
    await bench.look();
    expect(await bench.alertsOf(asset.uuid)).toMatchObject([
      { kind: "reorganised", subject: txid, operationId: id },
    ]);
    await mine(bench.sandbox, 2);
    await bench.look();
    expect(await bench.alertsOf(asset.uuid)).toHaveLength(1);
    await work();
    await bench.look();
    expect(await bench.alertsOf(asset.uuid)).toEqual([]);
    const closed = (await viewWatch(bench.actor))?.alerts.filter(({ subject }) => subject === txid);
    expect(closed).toMatchObject([{ state: "closed", closedAt: expect.any(Date) }]);
  });

  it("that lost against another one stops the asset", async () => {
    const { asset, id, txid } = await sentOperation(2);
    expect((await operationOf(id)).state).toBe("done");
    await bench.control.do("/reorganise", { blocks: 2, conflict: [txid] });
    await bench.look();
    const alerts = await bench.alertsOf(asset.uuid);
    expect(alerts).toContainEqual(
      expect.objectContaining({ kind: "conflict", subject: txid, operationId: id }),
    );
    expect(await preflight(asset.uuid)).toBe(false);
  });

  it("that lost stays told after an hour of blocks, although a person let operations go on", async () => {
    const { asset, txid } = await sentOperation(2);
    await bench.control.do("/reorganise", { blocks: 2, conflict: [txid] });
    await bench.look();
    const conflictOf = async () => (await bench.alertsOf(asset.uuid)).find(({ subject }) => subject === txid);
    const alert = await conflictOf();
    await acknowledge(bench.actor, { alertId: alert?.id ?? "", reason: "Paid again by hand" });
    await mine(bench.sandbox, WATCHED_BLOCKS + 1);
    await pool().query("update operations set updated_at = now() - interval '2 days'");
    for (let times = 0; times < 3; times += 1) await bench.look();
    expect(await conflictOf()).toMatchObject({ kind: "conflict", state: "acknowledged" });
  });
});

describe("nothing can be concluded", () => {
  it.each([
    ["AMP", toAmp("/utxos")],
    ["AMP from the first call on", toAmp("")],
    ["the node", toNode()],
    ["the wallet's coins", toNode("listunspent")],
  ])("while %s is away, and the last good look is told", async (_, matches) => {
    const { uuid } = await newAsset();
    await bench.look();
    const good = await bench.watched(uuid);
    bench.proxy.fail(matches, "cut-before");
    await bench.look();
    const away = await bench.watched(uuid);
    expect(away).toMatchObject({ goodAt: good?.goodAt, figures: good?.figures });
    expect(away?.problem).not.toBeNull();
    expect((await bench.round())?.problem).not.toBeNull();
    expect(await bench.alertsOf(uuid)).toEqual([]);
  });

  it("while AMP refuses the token, and an open alert stays as it is", async () => {
    const { uuid, assetId } = await newAsset();
    await sendOutside(assetId);
    await bench.look();
    await pool().query("update workspaces set is_token_valid = false");
    for (let times = 0; times < 3; times += 1) await bench.look();
    await pool().query("update workspaces set is_token_valid = true");
    expect((await bench.watched(uuid))?.problem).toContain("token");
    expect(await bench.alertsOf(uuid)).toHaveLength(1);
  });
});

it("is looked at once by several workers, and again when its time has come", async () => {
  const rounds = () => bench.proxy.seen.filter(({ path }) => /\/assets\/?$/.test(path)).length;
  await runDueLooks(0, 1);
  const before = rounds();
  await Promise.all(Array.from({ length: 4 }, () => runDueLooks(3_600, 1)));
  expect(rounds()).toBe(before);
  await pool().query("update watch_rounds set looked_at = now() - interval '1 hour'");
  await Promise.all(Array.from({ length: 4 }, () => runDueLooks(60, 1)));
  expect(rounds()).toBe(before + 1);
});

it("costs at most six calls per asset when nothing is in question", async () => {
  const { uuid } = await newAsset();
  await bench.look();
  const from = bench.proxy.seen.length;
  await bench.look();
  const calls = bench.proxy.seen.slice(from);
  expect(calls.filter(({ path }) => path.includes(uuid))).toHaveLength(4);
  expect(calls.filter(toNode("listunspent"))).toHaveLength(1);
});
