import { describe, expect, it } from "vitest";
import { worksText } from "@/lib/messages/works";
import { turnClock } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { newGaid } from "@/server/sandbox/amp/testing";
import { setMembership, setRequirement } from "@/server/services/categories";
import { decideOperation } from "@/server/services/operations";
import { setDefaultGaid } from "@/server/services/user-changes";
import {
  approve,
  askedOfAmp,
  expectDoneOnce,
  operationOf,
  type ReadyAsset,
  readyAsset,
  takenAtAmp,
  toAmp,
  work,
} from "./testing";
import { restrictedAsset, sharedBench } from "./testing-bench";

const bench = sharedBench();
const retry = (operationId: string) => decideOperation(bench.actor, { operationId, decision: "retry" });

/** What the operation says, once it was seen that AMP was asked for nothing. */
async function stoppedUnasked(id: string, { uuid }: Pick<ReadyAsset, "uuid">): Promise<string> {
  await work();
  const { state, problem } = await operationOf(id);
  expect([state, problem?.mayRetry]).toEqual(["stopped", true]);
  expect(await askedOfAmp(bench, uuid, "distributions/create")).toBe(0);
  expect(await takenAtAmp(bench, { uuid })).toBe(0);
  return problem?.message ?? "";
}

async function otherDefault({
  uuid,
  holders: [holder],
}: ReadyAsset): Promise<{ gaid: string; back(): Promise<void> }> {
  const [userId, own] = [holder?.id ?? 0, holder?.gaid ?? ""];
  const gaid = await newGaid(bench.sandbox);
  await bench.amp.post(`/registered_users/${userId}/gaids/add`, gaid);
  const set = (to: string) =>
    setDefaultGaid(bench.actor, { userId, gaid: to, openAssignments: 1, isStopConfirmed: true });
  await set(gaid);
  expect(await takenAtAmp(bench, { uuid })).toBe(0);
  return { gaid, back: () => set(own) };
}

describe("an approved distribution of which AMP would send something else", () => {
  it("asks AMP for nothing when a default GAID was changed, and goes on once it is as it was", async () => {
    const asset = await readyAsset(bench);
    const id = await approve(bench.actor, asset.uuid);
    const { gaid, back } = await otherDefault(asset);
    const message = await stoppedUnasked(id, asset);
    expect(message).toContain(gaid);
    expect(message).toContain(asset.holders[0]?.gaid);
    expect(message).toContain("AMP was not asked for an order");
    await retry(id);
    await stoppedUnasked(id, asset);
    await back();
    await retry(id);
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("asks AMP for nothing when somebody left a required category", async () => {
    const asset = await restrictedAsset(bench);
    const id = await approve(bench.actor, asset.uuid);
    const [, second] = asset.holders;
    const member = { categoryId: asset.category, userId: second?.id ?? 0 };
    await setMembership(bench.actor, { ...member, isMember: false });
    const message = await stoppedUnasked(id, asset);
    expect(message).toContain(`Member 20 of ${asset.uuid} is not in the category “Told ${asset.uuid}”`);
    await setMembership(bench.actor, { ...member, isMember: true });
    await retry(id);
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("asks AMP for nothing when the asset requires more by now", async () => {
    const asset = await restrictedAsset(bench);
    const id = await approve(bench.actor, asset.uuid);
    const { body } = await bench.amp.post("/categories/add", { name: `More ${asset.uuid}` });
    await setRequirement(bench.actor, { categoryId: body.id, assetUuid: asset.uuid, isRequired: true });
    expect(await stoppedUnasked(id, asset)).toContain(`More ${asset.uuid}`);
  });

  it("asks AMP for nothing while the asset is locked", async () => {
    const asset = await readyAsset(bench);
    const id = await approve(bench.actor, asset.uuid);
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    expect(await stoppedUnasked(id, asset)).toBe(worksText.assetLocked);
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await retry(id);
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("compares again before it asks anew what it asked for long ago in vain", async () => {
    const asset = await readyAsset(bench);
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toAmp("/distributions/create"), "cut-before");
    await work();
    bench.proxy.heal();
    expect((await operationOf(id)).state).toBe("ordering");
    const { back } = await otherDefault(asset);
    turnClock(2 * deskEnv().AMP_TIMEOUT_MS);
    try {
      const message = await stoppedUnasked(id, asset);
      expect(message).not.toContain("AMP was not asked");
      await back();
      await retry(id);
      await work();
    } finally {
      turnClock(0);
    }
    expect((await operationOf(id)).state).toBe("sent");
  });
});
