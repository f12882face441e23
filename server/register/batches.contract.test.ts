import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { pool } from "@/server/db/client";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { noticesOf } from "@/server/notices/collect";
import { turnClock } from "@/server/platform/clock";
import { signInManager } from "@/server/requests/testing";
import { decideBatch, readBatch, startBatch } from "@/server/services/assignment-batches";
import { editAssignment } from "@/server/services/assignment-edits";
import { creating, SETTLED_MS } from "@/server/services/testing-batches";
import { listWork } from "@/server/services/unfinished-work";
import { type ReadyAsset, readyAsset, signInAtDesk, toAmp } from "@/server/treasury/testing";
import { runDueBatches } from "./batches";
import { mortalBench } from "./testing-mortal";

const bench = mortalBench("assignment_batch_rows");
let asset: ReadyAsset;
beforeEach(async () => {
  asset = await readyAsset(bench, [1]);
});

const created = (since: number) => bench.proxy.seen.slice(since).filter(creating).length;

const amountsAtAmp = async (): Promise<number[]> =>
  (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body
    .map(({ amount }: { amount: number }) => amount)
    .sort((a: number, b: number) => a - b);

async function approve(amounts: bigint[], actor: Actor = bench.actor): Promise<string> {
  const registeredUser = asset.holders[0]?.id ?? 0;
  const rows = amounts.map((amountSats) => ({ registeredUser, amountSats, isReady: false, vestsAt: null }));
  return (await startBatch(actor, { intentId: randomUUID(), assetUuid: asset.uuid, rows })).batchId;
}
const view = (batchId: string, actor: Actor = bench.actor) => readBatch(actor, asset.uuid, batchId);
const decide = (
  batchId: string,
  decision: Parameters<typeof decideBatch>[1]["decision"],
  actor: Actor = bench.actor,
) => decideBatch(actor, { assetUuid: asset.uuid, batchId, decision });

/** Rounds of the worker, until nothing is due. */
async function work(): Promise<void> {
  for (let round = 0; round < 40 && (await runDueBatches()) > 0; round++);
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => 1_000n + BigInt(at));

describe("a batch of assignments", () => {
  it("is carried out by the worker without a page, and found again meanwhile", async () => {
    const batchId = await approve(upTo(45));
    expect(await amountsAtAmp()).toEqual([1]);
    expect(await listWork(bench.actor, null)).toMatchObject([{ id: batchId, tone: "info" }]);
    await work();
    const { batch, next } = await view(batchId);
    expect([batch.isCarried, batch.problem, next]).toEqual([false, null, null]);
    expect(batch.closedAt).not.toBeNull();
    expect(await amountsAtAmp()).toEqual([1, ...upTo(45).map(Number)]);
    expect(await listWork(bench.actor, null)).toEqual([]);
    const { rows } = await pool().query(
      "select distinct person_name from audit_entries where detail ->> 'batch' = $1",
      [batchId],
    );
    expect(rows).toEqual([{ person_name: bench.actor.personName }]);
  });

  it("of a killed worker is carried on by the next one, and nothing is made twice", async () => {
    const batchId = await approve([11n, 12n, 12n, 13n]);
    // Between what AMP answered for the second row and its being written down.
    await dieAt(4);
    await runDueBatches();
    await liveOn();
    expect(await amountsAtAmp()).toEqual([1, 11, 12]);
    expect((await view(batchId)).batch.rows.map(({ state }) => state)).toContain("sending");
    turnClock(61_000);
    await work();
    expect((await view(batchId)).batch.closedAt).not.toBeNull();
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 12, 13]);
  });

  it("looks for a lost answer, and asks again only when it is certain that nothing was made", async () => {
    const batchId = await approve([11n, 12n]);
    const since = bench.proxy.seen.length;
    bench.proxy.fail(creating, "cut-after", 1);
    await work();
    expect(await amountsAtAmp()).toEqual([1, 11, 12]);
    expect(created(since)).toBe(2);

    const other = await approve([21n, 22n]);
    bench.proxy.fail(creating, "cut-before", 1);
    await work();
    expect(await view(other)).toMatchObject({ next: "later", batch: { isCarried: true } });
    turnClock(4_000);
    await work();
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 22]);
    turnClock(SETTLED_MS);
    await work();
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 21, 22]);
    for (const id of [batchId, other]) expect((await view(id)).batch.closedAt).not.toBeNull();
  });

  it("whose every answer is lost is told of after the time of other stuck work, however often it asks", async () => {
    const batchId = await approve([11n]);
    const told = async () =>
      (await noticesOf(bench.actor.workspaceId)).notices.filter(({ path }) => path.includes(batchId));
    const since = bench.proxy.seen.length;
    bench.proxy.fail(creating, "cut-before");
    for (const minutes of [0, 4, 8, 12]) {
      turnClock(minutes * 60_000);
      await work();
    }
    expect(created(since)).toBeGreaterThan(2);
    expect(await told()).toEqual([]);
    turnClock(16 * 60_000);
    await work();
    expect(await told()).toMatchObject([{ key: `batch:${batchId}:waiting`, topic: "work" }]);
    expect(await listWork(bench.actor, null)).toMatchObject([{ id: batchId, tone: "waiting" }]);
    bench.proxy.heal();
    turnClock(20 * 60_000);
    await work();
    expect(await told()).toEqual([]);
    expect(await amountsAtAmp()).toEqual([1, 11]);
  });

  it("waits while it is paused, goes on when a person says so, and while AMP is away", async () => {
    const batchId = await approve([11n, 12n]);
    await decide(batchId, "pause");
    await work();
    expect(await amountsAtAmp()).toEqual([1]);
    bench.proxy.fail(() => true, "bad-gateway");
    await decide(batchId, "continue");
    await work();
    expect((await view(batchId)).batch).toMatchObject({ isCarried: true, problem: expect.any(String) });
    bench.proxy.heal();
    turnClock(4_000);
    await work();
    expect((await view(batchId)).batch).toMatchObject({ isCarried: false, problem: null });
    expect(await amountsAtAmp()).toEqual([1, 11, 12]);
    for (const decision of ["pause", "continue"] as const)
      await expect(decide(batchId, decision)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("stays paused when that was said while a part was being carried out", async () => {
    const batchId = await approve(upTo(25));
    const round = runDueBatches();
    await expect.poll(amountsAtAmp).toContain(1_000);
    await decide(batchId, "pause");
    await round;
    const made = (await amountsAtAmp()).length;
    expect(made).toBeLessThan(26);
    await work();
    expect(await amountsAtAmp()).toHaveLength(made);
    await decide(batchId, "drop");
    expect((await view(batchId)).batch).toMatchObject({ isCarried: false, closedAt: expect.any(Date) });
  });

  it("is not asked for when it was paused while another one was being carried on", async () => {
    await approve(upTo(25));
    const paused = await approve([9_001n, 9_002n]);
    const round = runDueBatches();
    await expect.poll(amountsAtAmp).toContain(1_000);
    await decide(paused, "pause");
    await round;
    await work();
    expect(await amountsAtAmp()).toEqual([1, ...upTo(25).map(Number)]);
    expect((await view(paused)).batch).toMatchObject({ isCarried: false, closedAt: null });
    await decide(paused, "continue");
    await work();
    expect(await amountsAtAmp()).toEqual([1, ...upTo(25).map(Number), 9_001, 9_002]);
  });

  it("goes on when a person says, whatever a part that was being carried out says later", async () => {
    const batchId = await approve([11n]);
    bench.proxy.fail(creating, "cut-after", 1, async () => {
      await decide(batchId, "pause");
      await decide(batchId, "continue");
    });
    await runDueBatches();
    expect((await view(batchId)).next).toBe("later");
    expect(await runDueBatches()).toBe(1);
    expect((await view(batchId)).batch.closedAt).not.toBeNull();
  });

  it("that meets an error of the desk says so, and is not tried all the time", async () => {
    const batchId = await approve([11n]);
    await dieAt(1);
    await runDueBatches();
    await liveOn();
    expect((await view(batchId)).batch).toMatchObject({ isCarried: true, problem: text.ownError });
    turnClock(4_000);
    expect(await runDueBatches()).toBe(0);
    turnClock(61_000);
    await work();
    expect((await view(batchId)).batch).toMatchObject({ isCarried: false, problem: null });
    expect(await amountsAtAmp()).toEqual([1, 11]);
  });

  it("rests when AMP refuses the token, and after a new sign-in until a person continues it", async () => {
    const batchId = await approve([11n]);
    const { body } = await bench.amp.get("/user/refresh-token");
    await work();
    const resting = { isCarried: false, problem: text.signedOut };
    bench.actor = await signInAtDesk();
    Object.assign(bench.amp, { token: body.token });
    turnClock(61_000);
    await work();
    expect((await view(batchId)).batch).toMatchObject(resting);
    await decide(batchId, "continue");
    await work();
    expect(await amountsAtAmp()).toEqual([1, 11]);
  });

  it("of a manager waits when the asset is granted no more, and nothing is sent", async () => {
    const manager = await signInManager();
    const managers: { id: number; username: string }[] = (await bench.amp.get("/managers")).body;
    const id = managers.find(({ username }) => username === "manager")?.id;
    const grant = (verb: "add" | "remove") => bench.amp.put(`/managers/${id}/assets/${asset.uuid}/${verb}`);
    /** As the next request makes it: what is granted is asked once for each. */
    const asNow = (): Actor => ({ ...manager });
    await grant("add");
    const batchId = await approve([11n, 12n], asNow());
    await grant("remove");
    const since = bench.proxy.seen.length;
    await work();
    // Not even what it would begin with is asked for.
    expect(bench.proxy.seen.slice(since).filter(toAmp("/assignments"))).toEqual([]);
    await grant("add");
    const { batch } = await view(batchId, asNow());
    expect(batch).toMatchObject({ isCarried: false, problem: expect.any(String) });
    await decide(batchId, "continue", asNow());
    await work();
    expect(await amountsAtAmp()).toEqual([1, 11, 12]);
  });
});

it("the change of an assignment is finished by the worker when its request could not", async () => {
  const [{ id }] = (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
  bench.proxy.fail(creating, "cut-after", 1);
  const { batch } = await editAssignment(bench.actor, {
    ...{ intentId: randomUUID(), assetUuid: asset.uuid, assignmentId: id },
    ...{ amount: "150", isReady: true, wasReady: true, vestsAt: null },
  });
  expect(batch).toMatchObject({ isCarried: true, rows: [{ state: "sending" }] });
  turnClock(4_000);
  await work();
  expect((await view(batch.id)).batch).toMatchObject({ isCarried: false, rows: [{ state: "created" }] });
  expect(await amountsAtAmp()).toEqual([150]);
});
