import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { setNextRun } from "@/server/assigning/due-batches-store";
import { turnClock } from "@/server/platform/clock";
import { runDueUserJobs } from "@/server/register/runner";
import { signInManager } from "@/server/requests/testing";
import { approve, assign, expectDoneOnce, operationOf, work } from "@/server/treasury/testing";
import { assetPerTest, sharedBench } from "@/server/treasury/testing-bench";
import { carryBatch } from "./assignment-batches";
import { deleteAssignment, setAssignmentLock } from "./assignment-changes";
import { editAssignment } from "./assignment-edits";
import { readAssignmentJob, startAssignmentJob } from "./assignment-jobs";
import { deleting, listing, SETTLED_MS } from "./testing-batches";

const bench = sharedBench();
const asset = assetPerTest(bench);
let manager: Actor;
beforeEach(async () => {
  manager = await signInManager();
  const managers: { id: number; username: string }[] = (await bench.amp.get("/managers")).body;
  const { id } = managers.find(({ username }) => username === "manager") ?? { id: 0 };
  await bench.amp.put(`/managers/${id}/assets/${asset.uuid}/add`);
});

afterEach(() => turnClock(0));

const atAmp = async (): Promise<{ id: number; amount: number; ready_for_distribution: boolean }[]> =>
  (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
const of = (assignmentId: number) => ({ assetUuid: asset.uuid, assignmentId });
const edited = (assignmentId: number) => ({
  ...{ ...of(assignmentId), intentId: randomUUID(), amount: "9" },
  ...{ isReady: true, wasReady: true, vestsAt: null },
});
const elsewhere = { code: "CONFLICT", message: text.approvedElsewhere };

async function endOfJob(change: "lock" | "delete", id: number) {
  const meant = { change, ids: [id] };
  const input = { intentId: randomUUID(), assetUuid: asset.uuid, meant };
  const { jobId } = await startAssignmentJob(manager, input);
  await runDueUserJobs();
  const { rows } = await readAssignmentJob(manager, asset.uuid, jobId, { limit: 1, filters: {} });
  return rows.rows[0];
}

describe("a manager beside the issuer's distribution", () => {
  it("changes, locks, unlocks and deletes nothing that it was approved with", async () => {
    const [{ id = 0 } = {}] = await atAmp();
    const operationId = await approve(bench.actor, asset.uuid);
    await expect(deleteAssignment(manager, of(id))).rejects.toMatchObject(elsewhere);
    await expect(editAssignment(manager, edited(id))).rejects.toMatchObject(elsewhere);
    for (const isLocked of [true, false])
      await expect(setAssignmentLock(manager, { ...of(id), isLocked })).rejects.toMatchObject(elsewhere);
    for (const change of ["lock", "delete"] as const)
      expect(await endOfJob(change, id)).toMatchObject({ state: "failed", problem: elsewhere.message });
    await work();
    await expectDoneOnce(bench, asset, operationId);
  });

  it("does not unlock what it holds back, and changes all others", async () => {
    const operationId = await approve(bench.actor, asset.uuid);
    const [holder] = asset.holders;
    const make = async (amount: number) =>
      (await assign(bench.amp, asset.uuid, holder?.id ?? 0, amount)).body[0].id as number;
    const [held, own] = [await make(7), await make(8)];
    await setAssignmentLock(manager, { ...of(own), isLocked: true });
    await work();
    expect((await operationOf(operationId)).facts.held).toEqual([held]);
    const unlock = (id: number) => setAssignmentLock(manager, { ...of(id), isLocked: false });
    await expect(unlock(held)).rejects.toMatchObject(elsewhere);
    await unlock(own);
    await deleteAssignment(manager, of(own));
    expect((await atAmp()).find(({ id }) => id === held)?.ready_for_distribution).toBe(false);
  });
});

describe("two accounts at one assignment", () => {
  it("do not delete what the other one is changing", async () => {
    const [{ id = 0 } = {}] = await atAmp();
    bench.proxy.fail(listing, "bad-gateway", 9);
    await editAssignment(bench.actor, edited(id));
    bench.proxy.heal();
    const begun = { code: "CONFLICT", message: text.changeBegunElsewhere };
    await expect(deleteAssignment(manager, of(id))).rejects.toMatchObject(begun);
    await expect(editAssignment(manager, edited(id))).rejects.toMatchObject(begun);
  });

  /** A manager's change whose DELETE got no answer, and which nobody goes on with. */
  async function leftChange(assignmentId: number) {
    bench.proxy.fail(deleting, "cut-before", 1);
    const { batch } = await editAssignment(manager, edited(assignmentId));
    bench.proxy.heal();
    expect(batch.rows.map(({ state }) => state)).toEqual(["deleting"]);
    await setNextRun(batch.id, null);
    return { assetUuid: asset.uuid, batchId: batch.id };
  }

  it("wait for a change that rests only while it may still land, and it makes no second one then", async () => {
    const [{ id = 0 } = {}, ...others] = await atAmp();
    const left = await leftChange(id);
    const begun = { code: "CONFLICT", message: text.changeBegunElsewhere };
    await expect(deleteAssignment(bench.actor, of(id))).rejects.toMatchObject(begun);
    turnClock(SETTLED_MS);
    await deleteAssignment(bench.actor, of(id));
    await carryBatch(manager, left);
    const { batch } = await carryBatch(manager, left);
    expect(batch.rows).toMatchObject([{ state: "deleted", problem: text.goneMeanwhile }]);
    expect(await atAmp()).toEqual(others);
  });
});
