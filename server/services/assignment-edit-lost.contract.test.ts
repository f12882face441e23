import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { turnClock } from "@/server/platform/clock";
import {
  approve,
  type Bench,
  forgetOperations,
  openBench,
  type ReadyAsset,
  readyAsset,
} from "@/server/treasury/testing";
import { carryBatch } from "./assignment-batches";
import { editAssignment } from "./assignment-edits";
import { deleting, SETTLED_MS } from "./testing-batches";

let bench: Bench;
let asset: ReadyAsset;
let path: string;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());
beforeEach(async () => {
  asset = await readyAsset(bench, [100]);
  const [{ id }] = (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
  path = `/assets/${asset.uuid}/assignments/${id}`;
});
afterEach(async () => {
  bench.proxy.heal();
  turnClock(0);
  await forgetOperations();
});

const amountsAtAmp = async () =>
  (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body.map(
    ({ amount }: { amount: number }) => amount,
  );
/** What got lost on its way there lands now. */
const deleteLands = async () => (await bench.amp.delete(`${path}/delete`)).status;

/** A change to 150 whose DELETE is on its way to AMP, for all that the desk can tell. */
async function lostChange() {
  bench.proxy.fail(deleting, "cut-before", 1);
  const { batch, next } = await editAssignment(bench.actor, {
    ...{ intentId: randomUUID(), assetUuid: asset.uuid, assignmentId: Number(path.split("/").at(-1)) },
    ...{ amount: "150", isReady: true, wasReady: true, vestsAt: null },
  });
  expect([batch.rows[0]?.state, next]).toEqual(["deleting", "later"]);
  return async () => {
    const view = await carryBatch(bench.actor, { assetUuid: asset.uuid, batchId: batch.id });
    return { state: view.batch.rows[0]?.state, next: view.next, isClosed: view.batch.closedAt !== null };
  };
}

const open = { state: "deleting", next: "later", isClosed: false };
const made = { state: "created", next: null, isClosed: true };
const refused = { state: "refused", next: null, isClosed: true };

describe("a change whose DELETE got no answer", () => {
  const meanwhile: [string, () => Promise<unknown>][] = [
    ["a distribution was approved with it", () => approve(bench.actor, asset.uuid)],
    ["somebody held it back", () => bench.amp.put(`${path}/lock`)],
    ["it is in an order", () => bench.amp.get(`/assets/${asset.uuid}/distributions/create/`)],
  ];

  it.each(meanwhile)("is not called unchanged while it may still land: %s", async (_, happens) => {
    const carry = await lostChange();
    await happens();
    expect(await carry()).toEqual(open);
    turnClock(SETTLED_MS);
    expect(await carry()).toEqual(refused);
    expect(await amountsAtAmp()).toEqual([100]);
  });

  it.each(meanwhile.slice(0, 2))("makes the new one when it lands after all: %s", async (_, happens) => {
    const carry = await lostChange();
    await happens();
    expect(await carry()).toEqual(open);
    expect(await deleteLands()).toBe(204);
    expect(await carry()).toEqual(made);
    expect(await amountsAtAmp()).toEqual([150]);
  });

  it("counts from the last time it was asked", async () => {
    const carry = await lostChange();
    turnClock(SETTLED_MS);
    bench.proxy.fail(deleting, "cut-before", 1);
    expect(await carry()).toEqual(open);
    await bench.amp.put(`${path}/lock`);
    expect(await carry()).toEqual(open);
    turnClock(2 * SETTLED_MS);
    expect(await carry()).toEqual(refused);
  });
});
