import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WATCHED_BLOCKS } from "@/lib/domain/reconcile";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { pool } from "@/server/db/client";
import { inLanguage } from "@/server/platform/stored-words";
import { mine } from "@/server/sandbox/amp/testing";
import { acknowledge, viewWatch } from "@/server/services/watch";
import { newPayee } from "@/server/treasury/lbtc/testing";
import { approve, operationOf, toAmp, toNode, work } from "@/server/treasury/testing";
import { openWatchBench, type WatchBench } from "./testing";
import { runDueLooks } from "./watch";

let bench: WatchBench;

beforeAll(async () => {
  bench = await openWatchBench();
});
afterAll(() => bench?.close());
afterEach(async () => {
  bench.proxy.heal();
  await bench.forgetAssets();
});

describe("moved outside of AMP", () => {
  it("is found within one cycle, blocks the pre-flight, and goes on by a person's reason", async () => {
    const asset = await bench.distributable();
    expect(await bench.preflight(asset.uuid)).toBe(true);
    const txid = await bench.sendOutside(asset.assetId);
    await bench.look();
    expect(await bench.alertsOf(asset.uuid)).toMatchObject([{ kind: "moved", txid, state: "open" }]);
    expect(await bench.preflight(asset.uuid)).toBe(false);
    const [alert] = await bench.alertsOf(asset.uuid);
    const input = { alertId: alert?.id ?? "" };
    await expect(acknowledge(bench.actor, { ...input, reason: " ok " })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await acknowledge(bench.actor, { ...input, reason: "Our own test payment" });
    await bench.look();
    expect(await bench.preflight(asset.uuid)).toBe(true);
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
    const asset = await bench.distributable();
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
    const { uuid, tokenId } = await bench.newAsset({ reissuable: true });
    await bench.look();
    const txid = await bench.sendOutside(tokenId, "0.00000001");
    await bench.look();
    expect(await bench.alertsOf(uuid)).toMatchObject([{ kind: "moved", isToken: true, txid }]);
    await bench.look();
    await bench.look();
    expect(await bench.alertsOf(uuid)).toHaveLength(1);
  });
});

describe("a transaction of an operation", () => {
  const sentOperation = async (blocks: number) => {
    const asset = await bench.distributable();
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
    expect(await bench.preflight(asset.uuid)).toBe(false);
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
    ["AMP's list of outputs", toAmp("/utxos"), "partly"],
    ["AMP from the first call on", toAmp(""), "away"],
    ["the node", toNode(), "away"],
    ["the wallet's coins", toNode("listunspent"), "away"],
  ])("while %s is away, and the last good look is told", async (_, matches, reason) => {
    const { uuid } = await bench.newAsset();
    await bench.look();
    const good = await bench.watched(uuid);
    bench.proxy.fail(matches, "cut-before");
    await bench.look();
    const away = await bench.watched(uuid);
    expect(away).toMatchObject({ goodAt: good?.goodAt, figures: good?.figures });
    expect(away?.problem).not.toBeNull();
    expect(await bench.round()).toMatchObject({ problem: expect.any(String), reason });
    expect(await bench.alertsOf(uuid)).toEqual([]);
  });

  it("while AMP refuses the token, and an open alert stays as it is", async () => {
    const { uuid, assetId } = await bench.newAsset();
    await bench.sendOutside(assetId);
    await bench.look();
    await pool().query("update workspaces set is_token_valid = false");
    for (let times = 0; times < 3; times += 1) await bench.look();
    await pool().query("update workspaces set is_token_valid = true");
    expect((await bench.round())?.reason).toBe("signed-out");
    const problem = (await bench.watched(uuid))?.problem;
    expect(problem).toContain("token");
    speech.dictionaries = { de: german };
    const inGerman = await inLanguage("de", () => bench.watched(uuid));
    expect(inGerman?.problem).toMatch(/token/i);
    expect(inGerman?.problem).not.toBe(problem);
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

it("knows since when the wallet has little L-BTC for fees, until it has more", async () => {
  await bench.look();
  expect((await bench.round())?.lowFeeSince).toBeNull();
  const { address } = await newPayee(bench);
  await bench.rpc("lockunspent", [true]);
  const { bitcoin } = await bench.rpc("getbalance", []);
  await bench.rpc("sendtoaddress", [address, String(bitcoin), "", "", true]);
  await bench.look();
  const since = (await bench.round())?.lowFeeSince;
  expect(since).toBeInstanceOf(Date);
  await bench.look();
  expect((await bench.round())?.lowFeeSince).toEqual(since);
  await bench.control.do("/fund", { wallet: "treasury", amount: "0.01" });
  await mine(bench.sandbox, 2);
  await bench.look();
  expect((await bench.round())?.lowFeeSince).toBeNull();
});
