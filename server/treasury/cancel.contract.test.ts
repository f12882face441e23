import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { walletTag } from "@/lib/domain/operation";
import { readChange, readTransaction, sendMany } from "@/server/elements/wallet";
import { deskEnv } from "@/server/platform/env";
import { mine, turn } from "@/server/sandbox/amp/testing";
import { setAssignmentLock } from "@/server/services/assignment-changes";
import { withOperationLock } from "./lock";
import { approve, expectDoneOnce, readyAsset, sendsOf, takenAtAmp, toAmp, toNode, work } from "./testing";
import {
  addReady,
  contextOf,
  type Distribution,
  decide,
  distributionOf,
  FOUR,
  readiness,
  rowsOf,
  stateOf,
} from "./testing-batches";
import { assetPerTest, sharedBench, stopBeforeSending } from "./testing-bench";

/** How an operation ends that is cancelled, closed or called unsent while something is still on its way. */

const bench = sharedBench({ TREASURY_BATCH_SIZE: "3" });
const asset = assetPerTest(bench);
beforeEach(() => {
  deskEnv().TREASURY_SETTLE_MS = 60_000;
});

const start = () => approve(bench.actor, asset.uuid);
const conflict = { code: "CONFLICT" };
const letTimePass = () => {
  deskEnv().TREASURY_SETTLE_MS = 1;
};
/** A request that got lost on its way there and lands now. */
const orderLands = () => bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);

async function unknownSend(): Promise<string> {
  const id = await start();
  bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
  await work();
  expect(await stateOf(id)).toBe("unknown");
  return id;
}

async function payOrder(id: string, comment: string): Promise<string> {
  const { order } = (await distributionOf(id)).facts;
  const entries = Object.entries(order?.amounts ?? {});
  const payments = entries.map(([address, amountSats]) => ({ address, amountSats, assetId: asset.assetId }));
  return sendMany(bench.node, payments, comment);
}

/** As the issuer's own script does it. */
async function confirmByHand(
  operation: Distribution,
  distributionUuid: string | null | undefined,
  txid: string,
): Promise<void> {
  const { amp } = await contextOf(bench, operation);
  const { details } = await readTransaction(bench.node, txid);
  const changeData = await readChange(bench.node, txid, asset.assetId);
  const path = { assetUuid: asset.uuid, distributionUuid: distributionUuid ?? "" };
  await amp.call("confirmDistribution", { path, body: { txData: { txid, details }, changeData } });
}

describe("a payment that a person calls unsent", () => {
  it("is followed to its end when it landed after all", async () => {
    const id = await unknownSend();
    await decide(bench, id, "not-sent");
    const txid = await payOrder(id, walletTag(id, 0));
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "sent", problem: null, facts: { txid } });
    await expectDoneOnce(bench, asset, id);
  });

  it("frees the assignments only when it can no longer land", async () => {
    const id = await unknownSend();
    await decide(bench, id, "not-sent");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelling", 2]);
    letTimePass();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("is not accepted while nothing is unclear", async () => {
    const id = await stopBeforeSending(bench, asset);
    await expect(decide(bench, id, "not-sent")).rejects.toMatchObject(conflict);
  });
});

describe("an effect at AMP that comes after the cancel", () => {
  it("is cancelled too when it is the order", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("/distributions/create"), "cut-before", 1);
    await work();
    await decide(bench, id, "cancel");
    await work();
    expect(await stateOf(id)).toBe("cancelling");
    await orderLands();
    letTimePass();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
  });

  it("is cancelled too when it is an earlier question of two", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("/distributions/create"), "cut-before", 1);
    await work();
    bench.proxy.fail(toNode("signmessage"), "cut-before");
    await work();
    bench.proxy.heal();
    expect(await stateOf(id)).toBe("ordered");
    await decide(bench, id, "cancel");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelling", 0]);
    await orderLands();
    letTimePass();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
  });

  it("is taken back when it is a lock", async () => {
    const id = await start();
    await addReady(bench, asset, 7);
    bench.proxy.fail(toAmp("/lock"), "cut-before");
    await work();
    bench.proxy.heal();
    await decide(bench, id, "cancel");
    await work();
    expect(await stateOf(id)).toBe("releasing");
    const late = (await rowsOf(bench, asset)).find(({ amount }) => amount === 7);
    await bench.amp.put(`/assets/${asset.uuid}/assignments/${late?.id}/lock`);
    letTimePass();
    await work();
    const { state, facts } = await distributionOf(id);
    expect([state, facts.held]).toEqual(["cancelled", []]);
    expect(await readiness(bench, asset)).toMatchObject({ 7: true });
  });
});

describe("a distribution after a cancelled one", () => {
  afterEach(() => turn(bench.sandbox, { noDistributionAfterCancel: false }));

  it("stops with AMP's words and sends nothing where AMP takes none any more", async () => {
    await turn(bench.sandbox, { noDistributionAfterCancel: true });
    const cancelled = await stopBeforeSending(bench, asset);
    await decide(bench, cancelled, "cancel");
    letTimePass();
    await work();
    expect([await stateOf(cancelled), await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
    const next = await start();
    await work();
    expect(await distributionOf(next)).toMatchObject({
      ...{ state: "stopped" },
      problem: { message: expect.stringContaining("A distribution of the asset was cancelled.") },
    });
    expect(sendsOf(bench, next)).toEqual([]);
  });
});

describe("an order that somebody paid by hand", () => {
  async function paidByHand() {
    const id = await stopBeforeSending(bench, asset);
    const txid = await payOrder(id, "");
    await work();
    await mine(bench.sandbox, 2);
    expect(await distributionOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: false } });
    return { id, txid };
  }

  it("is not cancelled before AMP has it, and recorded as sent once AMP has it", async () => {
    const { id, txid } = await paidByHand();
    await decide(bench, id, "cancel");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["stopped", 2]);
    const operation = await distributionOf(id);
    await confirmByHand(operation, operation.facts.order?.distributionUuid, txid);
    await decide(bench, id, "cancel");
    await work();
    const { state, facts } = await distributionOf(id);
    expect([state, facts.sentBatches]).toMatchObject([
      "cancelled",
      [{ txid, recipients: 2, totalSats: 250_001n, distributionUuid: facts.order?.distributionUuid }],
    ]);
  });

  it("can be closed by a person, which leaves AMP's order as it is", async () => {
    const { id } = await paidByHand();
    await decide(bench, id, "close");
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["failed", 2]);
  });

  it("is recorded as sent too when the desk never saw AMP's answer", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("/distributions/create"), "cut-after");
    await work();
    bench.proxy.heal();
    const operation = await distributionOf(id);
    expect([operation.state, operation.facts.order]).toEqual(["ordering", undefined]);
    const { amp, node } = await contextOf(bench, operation);
    const rows = await amp.call("listAssignments", { path: { assetUuid: asset.uuid } });
    const payments = rows.map(({ receivingAddress, amount }) => ({
      address: receivingAddress ?? "",
      amountSats: amount,
      assetId: asset.assetId,
    }));
    const txid = await sendMany(node, payments, "");
    await mine(bench.sandbox, 2);
    await confirmByHand(operation, rows[0]?.distributionUuid, txid);
    await decide(bench, id, "cancel");
    await work();
    const { state, facts } = await distributionOf(id);
    expect([state, facts.sentBatches]).toMatchObject(["cancelled", [{ txid, recipients: 2 }]]);
  });
});

describe("between the steps of a distribution", () => {
  it("a person's lock of what it holds back is refused, of anything else it is not", async () => {
    Object.assign(asset, await readyAsset(bench, FOUR));
    const id = await start();
    await work();
    const row = async (wanted: number) =>
      (await rowsOf(bench, asset)).find(({ amount }) => amount === wanted)?.id ?? 0;
    const lock = async (amount: number) =>
      setAssignmentLock(bench.actor, {
        assetUuid: asset.uuid,
        assignmentId: await row(amount),
        isLocked: true,
      });
    expect((await distributionOf(id)).facts.held).toEqual([await row(40)]);
    await expect(lock(40)).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining("holds this assignment back"),
    });
    await addReady(bench, asset, 7);
    await lock(7);
    expect(await readiness(bench, asset)).toMatchObject({ 7: false });
  });

  it("a decision waits for the running step", async () => {
    const id = await start();
    const before = await stateOf(id);
    let decided: Promise<void> | undefined;
    await withOperationLock(id, async () => {
      decided = decide(bench, id, "cancel");
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await stateOf(id)).toBe(before);
    });
    await decided;
    expect(await stateOf(id)).toBe("cancelling");
  });
});
