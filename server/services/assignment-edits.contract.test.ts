import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { inLanguage } from "@/server/platform/stored-words";
import {
  approve as approveDistribution,
  assign,
  forgetOperations,
  readyAsset,
} from "@/server/treasury/testing";
import { carryBatch, decideBatch, readBatch, unfinishedBatches } from "./assignment-batches";
import { deleteAssignment } from "./assignment-changes";
import { editAssignment } from "./assignment-edits";
import {
  type AtAmp,
  batchesBench,
  creating,
  deleting,
  listing,
  SUPPLY,
  statesOf,
  VESTS,
} from "./testing-batches";

const { bench, asset, goOnWith, atAmp, amountsAtAmp } = batchesBench();

describe("the change of an assignment", () => {
  let old: AtAmp;
  beforeAll(async () => {
    goOnWith(await readyAsset(bench, [100]));
    [old] = (await atAmp()) as [AtAmp];
  });

  const edit = (amount: string, assignmentId = old.id) =>
    editAssignment(bench.actor, {
      ...{ intentId: randomUUID(), assetUuid: asset.uuid, assignmentId, amount },
      ...{ isReady: true, wasReady: true, vestsAt: VESTS },
    });
  const again = (batchId: string) => carryBatch(bench.actor, { assetUuid: asset.uuid, batchId });

  it("changes nothing when AMP would refuse the new one", async () => {
    await expect(edit(String(SUPPLY + 1n))).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await atAmp()).toEqual([old]);
  });

  it("deletes and makes anew, found again after a lost answer at either half", async () => {
    bench.proxy.fail(deleting, "cut-after", 1);
    const first = await edit("150");
    expect(statesOf(first)).toEqual(["deleting"]);
    expect(await atAmp()).toEqual([]);
    expect(await unfinishedBatches(bench.actor, asset.uuid)).toMatchObject([
      { id: first.batch.id, kind: "edit" },
    ]);
    bench.proxy.fail(creating, "cut-after", 1);
    expect(statesOf(await again(first.batch.id))).toEqual(["sending"]);
    expect(statesOf(await again(first.batch.id))).toEqual(["created"]);
    expect(await atAmp()).toMatchObject([{ amount: 150, vesting_timestamp: VESTS.getTime() / 1000 }]);
    expect(await unfinishedBatches(bench.actor, asset.uuid)).toEqual([]);
    [old] = (await atAmp()) as [AtAmp];
  });

  it("goes on with what was approved under its id, and takes no other change meanwhile", async () => {
    const form = { intentId: randomUUID(), assetUuid: asset.uuid, assignmentId: old.id };
    const ready = { isReady: true, wasReady: true, vestsAt: VESTS };
    const send = (amount: string) => editAssignment(bench.actor, { ...form, ...ready, amount });
    bench.proxy.fail(deleting, "cut-before", 1);
    expect(statesOf(await send("160"))).toEqual(["deleting"]);
    await expect(send("170")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(edit("180")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await atAmp()).toEqual([old]);
    expect(statesOf(await send("160"))).toEqual(["created"]);
    expect(await amountsAtAmp()).toEqual([160]);
    [old] = (await atAmp()) as [AtAmp];
  });

  it("asks again to delete what AMP never heard of", async () => {
    bench.proxy.fail(deleting, "cut-before", 1);
    const first = await edit("200");
    expect(statesOf(first)).toEqual(["deleting"]);
    expect(statesOf(await again(first.batch.id))).toEqual(["created"]);
    expect(await amountsAtAmp()).toEqual([200]);
    [old] = (await atAmp()) as [AtAmp];
  });

  it("keeps its hands off what somebody else held back or deleted meanwhile", async () => {
    const path = `/assets/${asset.uuid}/assignments/${old.id}`;
    bench.proxy.fail(listing, "bad-gateway", 9);
    const begun = await edit("210");
    expect(statesOf(begun)).toEqual(["waiting"]);
    bench.proxy.heal();
    await bench.amp.put(`${path}/lock`);
    expect(statesOf(await again(begun.batch.id))).toEqual(["refused"]);
    await expect(edit("220")).rejects.toThrow(/^Somebody else has changed this assignment/);
    expect(await atAmp()).toMatchObject([{ id: old.id, amount: 200, ready_for_distribution: false }]);
    await bench.amp.put(`${path}/unlock`);
    await expect(edit("220", 999_999_999)).rejects.toThrow(/^Somebody else has deleted this assignment/);
    expect(await amountsAtAmp()).toEqual([200]);
  });

  it("offers to restore the old one when the new one is refused", async () => {
    let taken = 0;
    const takeAll = async () => {
      const { body } = await assign(bench.amp, asset.uuid, old.registered_user, Number(SUPPLY) - 250);
      taken = body[0].id;
    };
    bench.proxy.fail(deleting, "cut-after", 1);
    const { batch } = await edit("300");
    await takeAll();
    const stopped = await again(batch.id);
    expect(stopped.batch.rows).toMatchObject([
      { state: "deleted", problem: expect.stringMatching(/treasury/i) },
    ]);
    speech.dictionaries = { de: german };
    const inGerman = await inLanguage("de", () => readBatch(bench.actor, asset.uuid, batch.id));
    expect(inGerman.batch.rows[0]?.problem).toMatch(/treasury/i);
    expect(inGerman.batch.rows[0]?.problem).not.toBe(stopped.batch.rows[0]?.problem);
    expect(stopped.next).toBeNull();
    expect(await unfinishedBatches(bench.actor, asset.uuid)).toMatchObject([{ stuck: 1 }]);
    await decideBatch(bench.actor, { assetUuid: asset.uuid, batchId: batch.id, decision: "restore" });
    expect(statesOf(await again(batch.id))).toEqual(["created"]);
    const restored = (await atAmp()).find(({ id }) => id !== taken);
    expect(restored).toMatchObject({ amount: 200, ready_for_distribution: true });
    await bench.amp.delete(`/assets/${asset.uuid}/assignments/${taken}/delete`);
    [old] = (await atAmp()) as [AtAmp];
  });
});

describe("a distribution under way", () => {
  beforeAll(async () => {
    goOnWith(await readyAsset(bench, [1, 2, 3]));
  });

  it("keeps what it was approved with from being changed and deleted", async () => {
    const [first, second] = (await atAmp()) as [AtAmp, AtAmp];
    const one = { assetUuid: asset.uuid, assignmentId: first.id };
    const ready = { isReady: true, wasReady: true, vestsAt: null };
    const changed = { ...one, ...ready, intentId: randomUUID(), amount: "9" };
    // A change that was written down before, and could not begin.
    bench.proxy.fail(listing, "bad-gateway", 9);
    const begun = { ...changed, intentId: randomUUID(), assignmentId: second.id };
    expect(statesOf(await editAssignment(bench.actor, begun))).toEqual(["waiting"]);
    bench.proxy.heal();
    await approveDistribution(bench.actor, asset.uuid);
    const { intentId: batchId } = begun;
    expect(statesOf(await carryBatch(bench.actor, { ...one, batchId }))).toEqual(["refused"]);
    await expect(editAssignment(bench.actor, changed)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(deleteAssignment(bench.actor, one)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await amountsAtAmp()).toEqual([1, 2, 3]);
    await forgetOperations();
  });
});
