import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { walletTag } from "@/lib/domain/operation";
import { ampAs } from "@/server/auth/amp-session";
import { sendMany } from "@/server/elements/wallet";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { decideOperation, previewDistribution, startDistribution } from "@/server/services/distributions";
import { cancelOperation } from "./decisions";
import { withOperationLock } from "./lock";
import { runDueOperations } from "./runner";
import { insertOperation, readJournal } from "./store";
import {
  approve,
  askedOfAmp,
  assign,
  type Bench,
  dieDuring,
  openBench,
  operationOf,
  type ReadyAsset,
  readyAsset,
  sendsOf,
  signInAtDesk,
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
afterEach(() => bench.proxy.heal());

const start = () => approve(bench.actor, asset.uuid);
const stateOf = async (id: string) => (await operationOf(id)).state;
const decide = (operationId: string, decision: "cancel" | "retry" | "look") =>
  decideOperation(bench.actor, { operationId, decision });
const conflict = { code: "CONFLICT" };

const ownersAtAmp = async () => {
  const rows: { GAID: string | null; amount: number }[] = (
    await bench.amp.get(`/assets/${asset.uuid}/ownerships`)
  ).body;
  return rows.filter(({ GAID }) => GAID !== null).map(({ GAID, amount }) => ({ gaid: GAID, amount }));
};
const holders = () => asset.holders.map(({ gaid, amount }) => ({ gaid, amount }));

const takenAtAmp = async () => {
  const rows: { distribution_uuid: string | null }[] = (
    await bench.amp.get(`/assets/${asset.uuid}/assignments`)
  ).body;
  return rows.filter((row) => row.distribution_uuid !== null).length;
};

/** Mines, lets the worker confirm, and looks at what the world shows. */
async function expectDoneOnce(operationId: string): Promise<void> {
  await mine(bench.sandbox, 2);
  await work();
  expect(await operationOf(operationId)).toMatchObject({ state: "done", problem: null, nextRunAt: null });
  expect(await txidsOf(bench, operationId)).toHaveLength(1);
  expect(await ownersAtAmp()).toEqual(holders());
}

/** Leaves the operation with AMP's order stored, just before the node is told to send. */
async function stopBeforeSending(): Promise<string> {
  const id = await start();
  bench.proxy.fail(toNode("signmessage"), "cut-before");
  await work();
  bench.proxy.heal();
  expect(await stateOf(id)).toBe("ordered");
  return id;
}

describe("a distribution", () => {
  it("pays every holder in one tagged transaction and tells AMP", async () => {
    const id = await start();
    await work();
    expect(await stateOf(id)).toBe("sent");
    const [params, ...more] = sendsOf(bench, id);
    expect(more).toEqual([]);
    // Position 9 is `ignoreblindfail`: with its default, true, the node would send unblinded.
    expect([params?.[3], params?.[9]]).toEqual([`${id}:0`, false]);
    await mine(bench.sandbox, 1);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "sent", facts: { confirmations: 1 } });
    expect(await ownersAtAmp()).toEqual([]);
    await mine(bench.sandbox, 1);
    await work();
    const { state, facts } = await operationOf(id);
    expect([state, await txidsOf(bench, id)]).toEqual(["done", [facts.txid]]);
    expect(await ownersAtAmp()).toEqual(holders());
    const steps = (await readJournal(id)).map(({ step, phase }) => `${step} ${phase}`);
    expect(steps).toEqual([
      "order intent",
      "order outcome",
      "send intent",
      "send outcome",
      "watch outcome",
      "watch outcome",
      "confirm intent",
      "confirm outcome",
    ]);
  });

  it("is not done again by a worker that meets it at its end", async () => {
    const id = await start();
    await work();
    await expectDoneOnce(id);
    await work();
    expect(sendsOf(bench, id)).toHaveLength(1);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });

  it("is sent once by many workers at the same moment", async () => {
    const id = await start();
    await Promise.all(Array.from({ length: 6 }, () => runDueOperations(1)));
    await work();
    expect(sendsOf(bench, id)).toHaveLength(1);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
    await expectDoneOnce(id);
  });
});

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
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp()]).toEqual(["unknown", [], 2]);
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
    await expectDoneOnce(id);
    expect(sendsOf(bench, id)).toEqual([]);
  });

  it("after AMP made the order meets that order again", async () => {
    const id = await start();
    await dieDuring(id, "order");
    const { body: order } = await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
    await work();
    expect((await operationOf(id)).facts.order?.distributionUuid).toBe(order.distribution_uuid);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
    await expectDoneOnce(id);
  });

  it("before AMP heard of the order lets the next one ask", async () => {
    const id = await start();
    await dieDuring(id, "order");
    await work();
    await expectDoneOnce(id);
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
    await expectDoneOnce(id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("together with the payment itself is not replaced by a second payment", async () => {
    const id = await start();
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    for (let round = 0; round < 3; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "unknown",
      problem: { message: expect.stringContaining("never sent a second time") },
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
    await expectDoneOnce(id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("from AMP's order is made up for by finding the order", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("/distributions/create"), "cut-after");
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "ordering", problem: { mayRetry: true } });
    bench.proxy.heal();
    await work();
    await expectDoneOnce(id);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });

  it("from AMP's confirmation is asked for again", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("/confirm"), "cut-after", 1);
    await work();
    expect(await stateOf(id)).toBe("confirming");
    await expectDoneOnce(id);
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
    await expectDoneOnce(id);
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
    await expectDoneOnce(id);
  });

  it("leaves the operation requested while it is AMP from the start", async () => {
    const id = await start();
    bench.proxy.fail(toAmp(""), "cut-before");
    await work();
    expect(["requested", "ordering"]).toContain(await stateOf(id));
    bench.proxy.heal();
    await work();
    await expectDoneOnce(id);
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
    await expectDoneOnce(id);
  });
});

describe("an order that is not what was approved", () => {
  it("stops for good, and cancelling it frees AMP's assignments", async () => {
    const id = await start();
    await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, 77);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: "AMP's order pays 1 address(es) that nobody approved.", mayRetry: false },
    });
    await expect(decide(id, "retry")).rejects.toMatchObject(conflict);
    expect(await takenAtAmp()).toBe(3);
    await decide(id, "cancel");
    expect([await stateOf(id), await takenAtAmp(), sendsOf(bench, id)]).toEqual(["cancelled", 0, []]);
    const again = await start();
    await work();
    expect(await stateOf(again)).toBe("sent");
  });

  it("stops when an approved assignment was locked meanwhile", async () => {
    const id = await start();
    const rows: { id: number }[] = (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
    await bench.amp.put(`/assets/${asset.uuid}/assignments/${rows[0]?.id}/lock`);
    await work();
    const { state, problem } = await operationOf(id);
    expect([state, problem?.mayRetry, sendsOf(bench, id)]).toEqual(["stopped", false, []]);
    expect(problem?.message).toContain(`leaves out the assignment ${rows[0]?.id}`);
  });

  it("is left alone when somebody else asked for it, because it may already be paid", async () => {
    const id = await start();
    const { body: foreign } = await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining("another distribution"), mayRetry: true },
    });
    await decide(id, "retry");
    await work();
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp()]).toEqual(["stopped", [], 2]);
    await bench.amp.delete(`/assets/${asset.uuid}/distributions/${foreign.distribution_uuid}/cancel`);
    await decide(id, "retry");
    await work();
    await expectDoneOnce(id);
  });

  it("stops when AMP refuses the order, and is tried again by a person's choice", async () => {
    const id = await start();
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await decide(id, "retry");
    await work();
    await expectDoneOnce(id);
  });
});

describe("one asset", () => {
  it("has one open operation", async () => {
    const id = await start();
    const { intent, intentHash, workspaceId } = await operationOf(id);
    const second = {
      workspaceId,
      assetUuid: asset.uuid,
      requestedBy: "issuer",
      requestId: "r",
      intent,
      intentHash,
    };
    await expect(insertOperation(second)).rejects.toMatchObject(conflict);
    await expect(start()).rejects.toMatchObject({ code: "REJECTED" });
    await work();
    await expectDoneOnce(id);
    await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, 5);
    expect(await start()).not.toBe(id);
  });

  it("gets one operation from two people who approve at the same moment", async () => {
    const { intentHash } = await previewDistribution(bench.actor, asset.uuid);
    const approvals = Array.from({ length: 2 }, () =>
      startDistribution(bench.actor, { intentId: randomUUID(), assetUuid: asset.uuid, intentHash }),
    );
    const ends = await Promise.allSettled(approvals);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is not distributed when what was approved has changed before it was stored", async () => {
    const { intentHash } = await previewDistribution(bench.actor, asset.uuid);
    await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, 5);
    const input = { intentId: randomUUID(), assetUuid: asset.uuid, intentHash };
    await expect(startDistribution(bench.actor, input)).rejects.toMatchObject(conflict);
  });
});

describe("a person's decision", () => {
  it("does not meet a running step", async () => {
    const id = await start();
    await withOperationLock(id, async () => {
      await expect(decide(id, "cancel")).rejects.toMatchObject(conflict);
    });
    await decide(id, "cancel");
    expect(await stateOf(id)).toBe("cancelled");
  });

  it("cannot cancel what was sent", async () => {
    const id = await start();
    await work();
    await expect(cancelOperation(id, await ampAs(bench.actor))).rejects.toMatchObject(conflict);
    await expectDoneOnce(id);
    await expect(decide(id, "cancel")).rejects.toMatchObject(conflict);
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
    await expectDoneOnce(id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("does not keep a person from cancelling, and AMP's assignments are free again", async () => {
    const id = await start();
    await callNode(bench.sandbox, "walletlock");
    await work();
    expect(await takenAtAmp()).toBe(2);
    await decide(id, "cancel");
    await unlock();
    await work();
    expect([await stateOf(id), await takenAtAmp(), sendsOf(bench, id)]).toEqual(["cancelled", 0, []]);
  });
});
