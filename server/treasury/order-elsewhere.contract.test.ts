import { beforeEach, describe, expect, it } from "vitest";
import { listForeignOrders } from "@/server/services/foreign-orders";
import { moveOperation } from "./store";
import { approve, expectDoneOnce, operationOf, sendsOf, takenAtAmp, toAmp, work } from "./testing";
import { decide } from "./testing-batches";
import { assetPerTest, sharedBench } from "./testing-bench";

const bench = sharedBench();
const asset = assetPerTest(bench);

/** With the official tool, whose script may be about to pay it. @returns the order's UUID */
async function orderElsewhere(): Promise<string> {
  const { body } = await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
  return body.distribution_uuid;
}

const elsewhere = { message: expect.stringContaining("another distribution"), mayRetry: true };

describe("an order that somebody else asked for once AMP had refused ours", () => {
  let id: string;
  let order: string;

  beforeEach(async () => {
    id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toAmp("/distributions/create"), "refused");
    await work();
    bench.proxy.heal();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    order = await orderElsewhere();
  });

  it("is not paid when a person tries again", async () => {
    await decide(bench, id, "retry");
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: elsewhere });
    expect([sendsOf(bench, id), (await operationOf(id)).facts.order]).toEqual([[], undefined]);
    const foreign = await listForeignOrders(bench.actor, asset.uuid);
    expect(foreign.map(({ distributionUuid }) => distributionUuid)).toEqual([order]);
    await bench.amp.delete(`/assets/${asset.uuid}/distributions/${order}/cancel`);
    await decide(bench, id, "retry");
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("stays at AMP when a person cancels ours", async () => {
    await decide(bench, id, "cancel");
    await work();
    expect([(await operationOf(id)).state, await takenAtAmp(bench, asset)]).toEqual(["cancelled", 2]);
  });
});

describe("an order that somebody else asked for before AMP was asked for ours", () => {
  it("is not paid by a worker that comes back after its last look", async () => {
    const id = await approve(bench.actor, asset.uuid);
    const facts = { batch: 0, held: [], comparedAt: new Date() };
    await moveOperation(await operationOf(id), { state: "ordering", facts, nextRunAt: new Date(0) }, null);
    await orderElsewhere();
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: elsewhere });
    expect([sendsOf(bench, id), (await operationOf(id)).facts.order]).toEqual([[], undefined]);
  });

  it("is ours when AMP made it and then refused to tell the assignments", async () => {
    const id = await approve(bench.actor, asset.uuid);
    const isMade = () => bench.proxy.seen.some(toAmp(`${asset.uuid}/distributions/create`));
    bench.proxy.fail((request) => isMade() && toAmp("/assignments")(request), "refused");
    await work();
    bench.proxy.heal();
    expect(await operationOf(id)).toMatchObject({ state: "ordering", problem: { mayRetry: true } });
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("is taken for ours where an answer of AMP's was lost", async () => {
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toAmp("/distributions/create"), "cut-after", 1);
    await work();
    await work();
    await expectDoneOnce(bench, asset, id);
  });
});
