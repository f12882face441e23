import { describe, expect, it } from "vitest";
import { batchSumsOf, tallyOf } from "@/lib/domain/batches";
import { deskEnv } from "@/server/platform/env";
import { approve, readyAsset, sendsOf, takenAtAmp, toAmp, work } from "./testing";
import {
  addReady,
  decide,
  EIGHT,
  FOUR,
  finish,
  holdersWith,
  paid,
  readiness,
  rowsOf,
  stateOf,
  txidsOfBatches,
} from "./testing-batches";
import { sharedBench } from "./testing-bench";

const bench = sharedBench({ TREASURY_BATCH_SIZE: "3" });

describe("a distribution of more recipients than one transaction takes", () => {
  it("goes out in three transactions, each confirmed at AMP, everybody paid once, locks as before", async () => {
    const asset = await readyAsset(bench, EIGHT);
    await addReady(bench, asset, 5);
    const own = (await rowsOf(bench, asset)).find(({ amount }) => amount === 5);
    await bench.amp.put(`/assets/${asset.uuid}/assignments/${own?.id}/lock`);
    const id = await approve(bench.actor, asset.uuid);
    await addReady(bench, asset, 7);
    const { state, facts } = await finish(bench, id);
    expect([state, facts.held, facts.batchSize, facts.batch]).toEqual(["done", [], 3, 2]);
    const txids = await txidsOfBatches(bench, id, 4);
    expect(txids.map((some) => some.length)).toEqual([1, 1, 1, 0]);
    expect(facts.sentBatches?.map(({ txid }) => [txid])).toEqual(txids.slice(0, 3));
    expect(facts.sentBatches?.map(({ recipients, totalSats }) => [recipients, totalSats])).toEqual([
      [3, 60n],
      [3, 150n],
      [2, 150n],
    ]);
    expect(await paid(bench, asset)).toEqual(holdersWith(asset, EIGHT));
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/distributions`);
    expect(body.map((row: { distribution_uuid: string }) => row.distribution_uuid).sort()).toEqual(
      facts.sentBatches?.map(({ distributionUuid }) => distributionUuid).sort(),
    );
    // A person's lock stays; what became ready outside the approval is neither sent nor left locked.
    expect(await readiness(bench, asset)).toEqual({ 5: false, 7: true });
  });

  it("holds back what becomes ready between two batches", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    await work();
    await addReady(bench, asset, 7);
    const { state } = await finish(bench, id);
    expect([state, await paid(bench, asset)]).toEqual(["done", holdersWith(asset, FOUR)]);
    expect(await readiness(bench, asset)).toEqual({ 7: true });
  });

  it("holds back what becomes ready after AMP was asked in vain", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toAmp("/distributions/create"), "cut-before");
    await work();
    expect(await stateOf(id)).toBe("ordering");
    await addReady(bench, asset, 7);
    bench.proxy.heal();
    expect((await finish(bench, id)).state).toBe("done");
    expect([await paid(bench, asset), await readiness(bench, asset)]).toEqual([
      holdersWith(asset, FOUR),
      { 7: true },
    ]);
  });

  it("keeps the size it was approved with", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    const before = deskEnv().TREASURY_BATCH_SIZE;
    await work();
    deskEnv().TREASURY_BATCH_SIZE = 1;
    const { facts } = await finish(bench, id);
    deskEnv().TREASURY_BATCH_SIZE = before;
    expect(facts.sentBatches?.map(({ recipients }) => recipients)).toEqual([3, 1]);
  });

  it.each(["/lock", "/unlock"])("survives lost answers of %s", async (part) => {
    const asset = await readyAsset(bench, EIGHT);
    const id = await approve(bench.actor, asset.uuid);
    deskEnv().TREASURY_SETTLE_MS = 1;
    bench.proxy.fail(toAmp(part), "cut-after", 2);
    bench.proxy.fail(toAmp(part), "bad-gateway", 1);
    expect((await finish(bench, id)).state).toBe("done");
    expect([await paid(bench, asset), await readiness(bench, asset)]).toEqual([
      holdersWith(asset, EIGHT),
      {},
    ]);
  });

  it("stops before the order when a later assignment is gone, and a cancel keeps what was sent", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    await work();
    const last = (await rowsOf(bench, asset)).find(({ amount }) => amount === 40);
    await bench.amp.delete(`/assets/${asset.uuid}/assignments/${last?.id}/delete`);
    expect(await finish(bench, id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    await decide(bench, id, "cancel");
    const { state, facts } = await finish(bench, id);
    expect([state, facts.sentBatches?.length, await paid(bench, asset)]).toEqual([
      "cancelled",
      1,
      holdersWith(asset, [10, 20, 30]),
    ]);
  });
});

describe("a pause", () => {
  it("waits for the batch on its way, loses nothing, and ends with continue", async () => {
    const asset = await readyAsset(bench, EIGHT);
    const id = await approve(bench.actor, asset.uuid);
    await work();
    expect(await stateOf(id)).toBe("sent");
    await decide(bench, id, "pause");
    await expect(decide(bench, id, "pause")).rejects.toMatchObject({ code: "CONFLICT" });
    const pausedAt = await finish(bench, id);
    expect([pausedAt.state, pausedAt.facts.sentBatches?.length, pausedAt.nextRunAt]).toEqual([
      "paused",
      1,
      null,
    ]);
    await work();
    expect([await takenAtAmp(bench, asset), sendsOf(bench, id, 1)]).toEqual([3, []]);
    await decide(bench, id, "continue");
    expect((await finish(bench, id)).state).toBe("done");
    expect(await paid(bench, asset)).toEqual(holdersWith(asset, EIGHT));
  });

  it("takes effect at once before the first order, and can be taken back on the way", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    await decide(bench, id, "pause");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["paused", 0]);
    await decide(bench, id, "continue");
    await work();
    await decide(bench, id, "pause");
    await decide(bench, id, "continue");
    expect((await finish(bench, id)).state).toBe("done");
    await expect(decide(bench, id, "pause")).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("cancelling a distribution that was partly sent", () => {
  it("is refused while a batch is on its way, then says what was sent and frees the rest", async () => {
    const asset = await readyAsset(bench, EIGHT);
    const id = await approve(bench.actor, asset.uuid);
    await work();
    await expect(decide(bench, id, "cancel")).rejects.toMatchObject({ code: "CONFLICT" });
    await decide(bench, id, "pause");
    await finish(bench, id);
    await decide(bench, id, "cancel");
    const operation = await finish(bench, id);
    expect([operation.state, operation.facts.held]).toEqual(["cancelled", []]);
    const [[txid]] = (await txidsOfBatches(bench, id, 1)) as [[string]];
    expect(operation.facts.sentBatches).toMatchObject([{ txid, recipients: 3, totalSats: 60n }]);
    expect(tallyOf(operation, batchSumsOf(operation))).toMatchObject({
      sentRecipients: 3,
      leftRecipients: 5,
      leftSats: 300n,
    });
    expect(await paid(bench, asset)).toEqual(holdersWith(asset, [10, 20, 30]));
    expect(await readiness(bench, asset)).toEqual({ 40: true, 50: true, 60: true, 70: true, 80: true });
  });
});
