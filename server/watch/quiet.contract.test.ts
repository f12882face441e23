import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { supplyGapSats } from "@/lib/domain/watch";
import { addUser, confirmPayload, issue, mine, sendOrder } from "@/server/sandbox/amp/testing";
import { approve, assign, operationOf, toAmp, toNode, work } from "@/server/treasury/testing";
import { noteLook } from "./pace";
import { authorizableAssets } from "./store";
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

describe("nothing is wrong", () => {
  it("after an issuance, and the look shows AMP's figures and the wallet's", async () => {
    const { uuid } = await bench.newAsset({ reissuable: true });
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

  it("with an asset that could be authorised, whose time is kept until it is", async () => {
    const { asset_uuid: uuid } = await issue(bench.sandbox, bench.amp, { restricted: false });
    bench.made.push(uuid);
    const waiting = async () => {
      await bench.look();
      const found = await authorizableAssets(bench.actor.workspaceId, new Date(Date.now() + 60_000));
      return found.find(({ assetUuid }) => assetUuid === uuid)?.since;
    };
    await mine(bench.sandbox, 1);
    expect(await waiting()).toBeUndefined();
    await mine(bench.sandbox, 2);
    const since = await waiting();
    expect(since).toBeInstanceOf(Date);
    expect(await waiting()).toEqual(since);
    expect(await bench.alertsOf(uuid)).toEqual([]);
    await bench.amp.get(`/assets/${uuid}/register-authorized`);
    expect(await waiting()).toBeUndefined();
  });

  it("at any moment of a distribution by this desk", async () => {
    const asset = await bench.distributable();
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
    const { uuid, assetId } = await bench.newAsset({ reissuable: true });
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
    const { uuid, assetId } = await bench.newAsset();
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

it("costs three calls of AMP and one of the node per asset when nothing is in question", async () => {
  const { uuid } = await bench.newAsset();
  await bench.look();
  const from = bench.proxy.seen.length;
  await runDueLooks(0, 1);
  const calls = bench.proxy.seen.slice(from);
  expect(calls.filter(({ path }) => path.includes(uuid))).toHaveLength(3);
  expect(calls.filter(toNode("listunspent"))).toHaveLength(1);
});

it("leaves AMP in peace after a look that took long, but not while something is under way or in question", async () => {
  const [quiet, moved] = [await bench.newAsset(), await bench.newAsset()];
  const sent = await bench.distributable();
  await bench.look();
  await bench.sendOutside(moved.assetId);
  await bench.look();
  await approve(bench.actor, sent.uuid);
  noteLook(bench.actor.workspaceId, quiet.uuid, 60_000);
  const from = bench.proxy.seen.length;
  await runDueLooks(0, 1);
  const calls = bench.proxy.seen.slice(from);
  const isLookedAt = ({ uuid }: { uuid: string }) => calls.some(({ path }) => path.endsWith(`${uuid}/utxos`));
  noteLook(bench.actor.workspaceId, quiet.uuid, 0);
  expect([quiet, moved, sent].map(isLookedAt)).toEqual([false, true, true]);
});

it("looks again at what it could not look at, however long the other looks took", async () => {
  const [failing, heavy] = [await bench.newAsset(), await bench.newAsset()];
  await bench.look();
  bench.proxy.fail(toAmp(`/assets/${failing.uuid}/utxos`), "bad-gateway");
  await runDueLooks(0, 1);
  bench.proxy.heal();
  noteLook(bench.actor.workspaceId, heavy.uuid, 60_000);
  expect((await bench.watched(failing.uuid))?.problem).toEqual(expect.any(String));
  await runDueLooks(0, 1);
  noteLook(bench.actor.workspaceId, heavy.uuid, 0);
  expect((await bench.watched(failing.uuid))?.problem).toBeNull();
});
