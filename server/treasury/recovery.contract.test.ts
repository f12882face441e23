import { describe, expect, it } from "vitest";
import { walletTag } from "@/lib/domain/operation";
import { sendMany } from "@/server/elements/wallet";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { readJournal } from "./journal-store";
import {
  approve,
  askedOfAmp,
  dieDuring,
  expectDoneOnce,
  operationOf,
  sendsOf,
  takenAtAmp,
  toAmp,
  toNode,
  txidsOf,
  work,
} from "./testing";
import { decide, stateOf } from "./testing-batches";
import { assetPerTest, sharedBench, stopBeforeSending } from "./testing-bench";

/** What a worker finds that another one, or a call without an answer, left behind. */

const bench = sharedBench();
const asset = assetPerTest(bench);

const start = () => approve(bench.actor, asset.uuid);
const conflict = { code: "CONFLICT" };

describe("a worker that dies", () => {
  it("before the node was told leaves an operation that only looks and never sends", async () => {
    const id = await stopBeforeSending(bench, asset);
    await dieDuring(id, "send");
    for (let round = 0; round < 3; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({ state: "unknown", problem: { mayRetry: false } });
    expect([sendsOf(bench, id), await txidsOf(bench, id)]).toEqual([[], []]);
    await expect(decide(bench, id, "retry")).rejects.toMatchObject(conflict);
    await expect(decide(bench, id, "cancel")).rejects.toMatchObject(conflict);
    await decide(bench, id, "look");
    await work();
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp(bench, asset)]).toEqual([
      "unknown",
      [],
      2,
    ]);
  });

  it("after the node sent leaves a transaction that is found by its tag", async () => {
    const id = await stopBeforeSending(bench, asset);
    const { order } = (await operationOf(id)).facts;
    const payments = Object.entries(order?.amounts ?? {}).map(([address, amountSats]) => ({
      address,
      amountSats,
      assetId: asset.assetId,
    }));
    await dieDuring(id, "send");
    const txid = await sendMany(bench.node, payments, walletTag(id, 0));
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "sent", facts: { txid } });
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toEqual([]);
  });

  it("after AMP made the order meets that order again", async () => {
    const id = await start();
    await dieDuring(id, "order");
    const { body: order } = await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
    await work();
    expect((await operationOf(id)).facts.order?.distributionUuid).toBe(order.distribution_uuid);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
    await expectDoneOnce(bench, asset, id);
  });

  it("before AMP heard of the order lets the next one ask", async () => {
    const id = await start();
    await dieDuring(id, "order");
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });
});

describe("an answer that gets lost", () => {
  it("from AMP's confirmation ends the operation, also where AMP refuses to hear it twice", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("/confirm"), "cut-after", 1);
    await work();
    expect(await stateOf(id)).toBe("confirming");
    bench.proxy.fail(toAmp("/confirm"), "refused");
    await expectDoneOnce(bench, asset, id);
  });

  it("is looked up only: what AMP refuses and has not booked is told again", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("/confirm"), "refused", 1);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "confirming", problem: { mayRetry: true } });
    await expectDoneOnce(bench, asset, id);
  });

  it("from the node's payment ends in looking, and the payment is found", async () => {
    const id = await start();
    bench.proxy.fail(toNode("sendmany"), "cut-after");
    await work();
    expect(await stateOf(id)).toBe("sent");
    const steps = (await readJournal(id)).map(({ step, phase, detail }) => [step, phase, detail.answer]);
    expect(steps).toContainEqual(["send", "outcome", "none"]);
    expect(steps).toContainEqual(["look", "outcome", undefined]);
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("together with the payment itself is not replaced by a second payment", async () => {
    const id = await start();
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    for (let round = 0; round < 3; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "unknown",
      problem: { message: expect.stringContaining("only when it is certain") },
    });
    expect([sendsOf(bench, id).length, await txidsOf(bench, id)]).toEqual([1, []]);
  });

  it("from a payment that lands late is found at a later look", async () => {
    const id = await start();
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work();
    const [params] = sendsOf(bench, id);
    expect(await stateOf(id)).toBe("unknown");
    await callNode(bench.sandbox, "sendmany", params);
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("from AMP's order is made up for by finding the order", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("/distributions/create"), "cut-after");
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "ordering", problem: { mayRetry: true } });
    bench.proxy.heal();
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });

  it("from AMP's confirmation is asked for again", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("/confirm"), "cut-after", 1);
    await work();
    expect(await stateOf(id)).toBe("confirming");
    await expectDoneOnce(bench, asset, id);
  });
});

describe("an operation whose end nobody knows", () => {
  it("can be closed by a person, which sends nothing and frees the asset", async () => {
    const id = await stopBeforeSending(bench, asset);
    await dieDuring(id, "send");
    await work();
    expect(await stateOf(id)).toBe("unknown");
    await decide(bench, id, "close");
    await work();
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp(bench, asset)]).toEqual([
      "failed",
      [],
      2,
    ]);
    await expect(decide(bench, id, "retry")).rejects.toMatchObject(conflict);
  });
});
