import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { mine } from "@/server/sandbox/amp/testing";
import { acknowledge } from "@/server/services/watch";
import { approveSupply, supplyAsset, workToTheEnd } from "@/server/treasury/supply/testing";
import { approve, forgetOperations, operationOf, readyAsset, toAmp, work } from "@/server/treasury/testing";
import { EIGHT, finish } from "@/server/treasury/testing-batches";
import { knownTokens, missAssets } from "./store";
import { openWatchBench, type WatchBench } from "./testing";
import { runDueLooks } from "./watch";

let bench: WatchBench;

beforeAll(async () => {
  bench = await openWatchBench({ TREASURY_BATCH_SIZE: "4" });
});
afterAll(() => bench?.close());
afterEach(async () => {
  bench.proxy.heal();
  await forgetOperations();
  await bench.forgetAssets();
});

it("sees what was moved of one asset while AMP answers badly for another", async () => {
  const [bad, moved] = [await bench.newAsset(), await bench.newAsset()];
  await bench.sendOutside(moved.assetId);
  bench.proxy.fail(toAmp(`/assets/${bad.uuid}/utxos`), "bad-gateway");
  await bench.look();
  expect(await bench.alertsOf(moved.uuid)).toMatchObject([{ kind: "moved" }]);
  expect([(await bench.watched(bad.uuid))?.problem, (await bench.watched(moved.uuid))?.problem]).toEqual([
    expect.any(String),
    null,
  ]);
  expect(await bench.round()).toMatchObject({
    problem: expect.stringContaining("1 of "),
    reason: "partly",
  });
});

it("looks again at what it found although AMP goes away before the round has ended", async () => {
  const moved = await bench.newAsset();
  await bench.look();
  const last = await bench.newAsset();
  await bench.look();
  await bench.sendOutside(moved.assetId);
  // The order of the round: whoever had no good look for longest comes first.
  await pool().query("update watch_assets set good_at = now() - interval '1 day' where asset_uuid = $1", [
    moved.uuid,
  ]);
  let isAway = false;
  bench.proxy.fail(({ path }) => {
    isAway ||= path.includes(last.uuid);
    return isAway && !path.includes(moved.uuid) && path.startsWith("/api");
  }, "bad-gateway");
  await bench.look();
  expect(await bench.alertsOf(moved.uuid)).toMatchObject([{ kind: "moved", state: "open" }]);
  expect([(await bench.watched(moved.uuid))?.problem, (await bench.watched(last.uuid))?.problem]).toEqual([
    null,
    (await bench.round())?.problem,
  ]);
});

it("notices that a batch which AMP had booked has lost, while the next one is under way", async () => {
  const asset = await readyAsset(bench, EIGHT);
  bench.made.push(asset.uuid);
  const id = await approve(bench.actor, asset.uuid);
  for (let round = 0; round < 6 && !(await operationOf(id)).facts.sentBatches; round += 1) {
    await work();
    await mine(bench.sandbox, 1);
  }
  const { facts } = await operationOf(id);
  const [first] = facts.sentBatches ?? [];
  expect(facts.txid).not.toBe(first?.txid);
  await bench.control.do("/reorganise", { blocks: 4, conflict: [first?.txid] });
  await bench.look();
  expect(await bench.alertsOf(asset.uuid)).toContainEqual(
    expect.objectContaining({ kind: "conflict", subject: first?.txid, operationId: id }),
  );
});

it("knows the desk's own reissuance after days without a look, even of an operation that ended badly", async () => {
  const asset = await supplyAsset(bench);
  bench.made.push(asset.uuid);
  await bench.look();
  await workToTheEnd(bench, await approveSupply(bench.actor, "reissuance", asset, 500n));
  await mine(bench.sandbox, 61);
  await pool().query("update operations set state = 'cancelled', updated_at = now() - interval '2 days'");
  await bench.look();
  expect(await bench.alertsOf(asset.uuid)).toEqual([]);
  expect((await bench.watched(asset.uuid))?.problem).toBeNull();
});

it("does not hold it against a done operation that another wallet knows nothing of it", async () => {
  const asset = await readyAsset(bench);
  bench.made.push(asset.uuid);
  const id = await approve(bench.actor, asset.uuid);
  const { state, facts } = await finish(bench, id);
  expect([state, facts.blockHeight]).toEqual(["done", expect.any(Number)]);
  const strange = "f".repeat(64);
  await pool().query("update operations set facts = replace(facts, $1, $2) where id = $3", [
    facts.txid,
    strange,
    id,
  ]);
  expect((await operationOf(id)).facts.txid).toBe(strange);
  await bench.look();
  expect(await bench.alertsOf(asset.uuid)).toEqual([]);
});

it("keeps acknowledged alerts of a moved token listed, and never opens them again", async () => {
  const { uuid, tokenId } = await bench.newAsset({ reissuable: true });
  // The second time it leaves a place that AMP has never known: the desk's memory alone tells of it.
  for (let times = 0; times < 2; times += 1) {
    await bench.look();
    await bench.sendOutside(tokenId, "0.00000001");
  }
  await bench.look();
  const alerts = await bench.alertsOf(uuid);
  for (const { id } of alerts) await acknowledge(bench.actor, { alertId: id, reason: "Moved by ourselves" });
  for (let times = 0; times < 3; times += 1) await bench.look();
  const acknowledged = { kind: "moved", isToken: true, state: "acknowledged" };
  expect(alerts).toHaveLength(2);
  expect(await bench.alertsOf(uuid)).toMatchObject([acknowledged, acknowledged]);
});

it("still knows where a token was after AMP has left the asset out of its list for a round", async () => {
  const { uuid, tokenId } = await bench.newAsset({ reissuable: true });
  await bench.look();
  // As in a round in which AMP does not list it: it is hidden, and what is known of it stays.
  await missAssets(bench.actor.workspaceId, [randomUUID()]);
  expect(await bench.watched(uuid)).toBeUndefined();
  await bench.sendOutside(tokenId, "0.00000001");
  await bench.look();
  expect(await bench.alertsOf(uuid)).toMatchObject([{ kind: "moved", isToken: true }]);
  expect(await bench.watched(uuid)).toBeDefined();
  for (let round = 0; round < 10; round += 1) await missAssets(bench.actor.workspaceId, [randomUUID()]);
  expect(await knownTokens(bench.actor.workspaceId, uuid)).toEqual([]);
});

it("says that tokens are missing which it has never seen", async () => {
  const { uuid, tokenId } = await bench.newAsset({ reissuable: true });
  const coins: { txid: string; vout: number; asset: string }[] = await bench.rpc("listunspent", [0]);
  const own = coins.filter(({ asset }) => asset === tokenId).map(({ txid, vout }) => ({ txid, vout }));
  await bench.rpc("lockunspent", [false, own]);
  await bench.look();
  await bench.rpc("lockunspent", [true]);
  expect(await bench.alertsOf(uuid)).toMatchObject([{ kind: "tokens" }]);
});

it("looks at once when the shared clock was put back behind its last look", async () => {
  await pool().query("update watch_rounds set looked_at = now() + interval '1 day'");
  await runDueLooks(60, 1);
  expect((await bench.round())?.lookedAt.getTime()).toBeLessThan(Date.now() + 60_000);
});
