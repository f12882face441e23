import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { walletTag } from "@/lib/domain/operation";
import { printUnits } from "@/lib/domain/units";
import { sendMany } from "@/server/elements/wallet";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { decideOperation } from "@/server/services/operations";
import type { Decision } from "./decisions";
import { readJournal } from "./store";
import {
  approve,
  askedOfAmp,
  type Bench,
  dieDuring,
  expectDoneOnce,
  forgetOperations,
  openBench,
  operationOf,
  type ReadyAsset,
  readyAsset,
  sendsOf,
  signInAtDesk,
  takenAtAmp,
  toAmp,
  toNode,
  txidsOf,
  work,
} from "./testing";

let bench: Bench;
let asset: ReadyAsset;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());

beforeEach(async () => {
  asset = await readyAsset(bench);
});
afterEach(async () => {
  bench.proxy.heal();
  await forgetOperations();
});

const start = () => approve(bench.actor, asset.uuid);
const stateOf = async (id: string) => (await operationOf(id)).state;
const decide = (operationId: string, decision: Decision) =>
  decideOperation(bench.actor, { operationId, decision });
const conflict = { code: "CONFLICT" };

/** Leaves the operation with AMP's order stored, just before the node is told to send. */
async function stopBeforeSending(): Promise<string> {
  const id = await start();
  bench.proxy.fail(toNode("signmessage"), "cut-before");
  await work();
  bench.proxy.heal();
  expect(await stateOf(id)).toBe("ordered");
  return id;
}

describe("a worker that dies", () => {
  it("before the node was told leaves an operation that only looks and never sends", async () => {
    const id = await stopBeforeSending();
    await dieDuring(id, "send");
    for (let round = 0; round < 3; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({ state: "unknown", problem: { mayRetry: false } });
    expect([sendsOf(bench, id), await txidsOf(bench, id)]).toEqual([[], []]);
    await expect(decide(id, "retry")).rejects.toMatchObject(conflict);
    await expect(decide(id, "cancel")).rejects.toMatchObject(conflict);
    await decide(id, "look");
    await work();
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp(bench, asset)]).toEqual([
      "unknown",
      [],
      2,
    ]);
  });

  it("after the node sent leaves a transaction that is found by its tag", async () => {
    const id = await stopBeforeSending();
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

describe("something that is away", () => {
  it("delays AMP's confirmation and changes nothing else", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("/confirm"), "bad-gateway", 2);
    for (let round = 0; round < 2; round += 1) {
      await work();
      expect(await operationOf(id)).toMatchObject({
        state: "confirming",
        problem: { message: expect.stringContaining("AMP did not answer"), mayRetry: true },
      });
    }
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("leaves the operation ordered while it is the node, and goes on when it is back", async () => {
    const id = await start();
    bench.proxy.fail(toNode(), "cut-before");
    await work();
    const { state, problem, nextRunAt } = await operationOf(id);
    expect([state, problem?.message]).toEqual(["ordered", "The treasury node cannot be reached."]);
    expect(nextRunAt?.getTime()).toBeGreaterThan(Date.now());
    bench.proxy.heal();
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "sent", problem: null });
    await expectDoneOnce(bench, asset, id);
  });

  it("leaves the operation at its beginning while it is AMP from the start", async () => {
    const id = await start();
    bench.proxy.fail(toAmp(""), "cut-before");
    await work();
    expect(await stateOf(id)).toBe("holding");
    bench.proxy.heal();
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });

  it("waits for a new sign-in when it is AMP's consent, and then goes on", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    const { body } = await bench.amp.get("/user/refresh-token");
    for (let round = 0; round < 2; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "confirming",
      problem: { message: expect.stringContaining("Sign in again") },
    });
    bench.actor = await signInAtDesk();
    Object.assign(bench.amp, { token: body.token });
    await expectDoneOnce(bench, asset, id);
  });
});

describe("a locked wallet", () => {
  const PASSPHRASE = "correct horse";
  const unlock = () => callNode(bench.sandbox, "walletpassphrase", [PASSPHRASE, 3600]);

  beforeAll(() => callNode(bench.sandbox, "encryptwallet", [PASSPHRASE]));
  beforeEach(unlock);

  it("leaves the operation ordered until it is unlocked", async () => {
    const id = await start();
    await callNode(bench.sandbox, "walletlock");
    for (let round = 0; round < 2; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "ordered",
      problem: { message: expect.stringContaining("The treasury wallet is locked") },
    });
    expect(sendsOf(bench, id)).toEqual([]);
    await unlock();
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("does not keep a person from cancelling, and AMP's assignments are free again", async () => {
    const id = await start();
    await callNode(bench.sandbox, "walletlock");
    await work();
    expect(await takenAtAmp(bench, asset)).toBe(2);
    await decide(id, "cancel");
    await unlock();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset), sendsOf(bench, id)]).toEqual([
      "cancelled",
      0,
      [],
    ]);
  });
});

describe("an order that waited", () => {
  it("is not paid when somebody cancelled it at AMP meanwhile", async () => {
    const id = await stopBeforeSending();
    const { facts } = await operationOf(id);
    await bench.amp.delete(`/assets/${asset.uuid}/distributions/${facts.order?.distributionUuid}/cancel`);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: false } });
    expect(sendsOf(bench, id)).toEqual([]);
  });

  it("is not paid a second time when the issuer's own script paid it meanwhile", async () => {
    const id = await stopBeforeSending();
    const { order } = (await operationOf(id)).facts;
    const entries = Object.entries(order?.amounts ?? {});
    const amounts = Object.fromEntries(entries.map(([address, sats]) => [address, printUnits(sats, 8)]));
    const assets = Object.fromEntries(entries.map(([address]) => [address, order?.assetId]));
    const params = ["", amounts, 0, "", [], false, 1, "UNSET", assets];
    const txid = await callNode(bench.sandbox, "sendmany", params);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining(String(txid)), mayRetry: false },
    });
    expect(sendsOf(bench, id)).toEqual([]);
  });
});

describe("a cancelled operation", () => {
  it("is never sent, although AMP's answer to the cancel was lost", async () => {
    const id = await stopBeforeSending();
    await decide(id, "cancel");
    bench.proxy.fail(toAmp("/cancel"), "cut-after");
    await work();
    expect(await stateOf(id)).toBe("cancelling");
    bench.proxy.heal();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset), sendsOf(bench, id)]).toEqual([
      "cancelled",
      0,
      [],
    ]);
  });
});

describe("an operation whose end nobody knows", () => {
  it("can be closed by a person, which sends nothing and frees the asset", async () => {
    const id = await stopBeforeSending();
    await dieDuring(id, "send");
    await work();
    expect(await stateOf(id)).toBe("unknown");
    await decide(id, "close");
    await work();
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp(bench, asset)]).toEqual([
      "failed",
      [],
      2,
    ]);
    await expect(decide(id, "retry")).rejects.toMatchObject(conflict);
  });
});
