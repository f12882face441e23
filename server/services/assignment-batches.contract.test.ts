import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/domain/actor";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { whileAlone } from "@/server/assigning/carrier";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { newGaid } from "@/server/sandbox/amp/testing";
import { assign, readyAsset } from "@/server/treasury/testing";
import { lookUpAssignees } from "./assignees";
import { carryBatch, decideBatch, readBatch, startBatch, unfinishedBatches } from "./assignment-batches";
import { signIn } from "./sign-in";
import { batchesBench, creating, SETTLED_MS, SUPPLY, statesOf, VESTS } from "./testing-batches";
import { listUsers } from "./users";

const { bench, asset, goOnWith, atAmp, amountsAtAmp, row, approve } = batchesBench();

describe("a batch of assignments", () => {
  beforeAll(async () => {
    goOnWith(await readyAsset(bench, [1]));
  });

  it("makes each row once over answers that are lost and requests that never arrived", async () => {
    const { carry, input } = await approve([11n, 12n, 12n, 13n]);
    bench.proxy.fail(creating, "cut-after", 1);
    expect(statesOf(await carry())).toEqual(["sending", "waiting", "waiting", "waiting"]);
    bench.proxy.fail(creating, "cut-before", 1);
    // The first is found; the second, equal to the third, never arrived.
    expect(statesOf(await carry())).toEqual(["created", "sending", "waiting", "waiting"]);
    const waiting = await carry();
    expect(statesOf(waiting)).toEqual(["created", "sending", "created", "created"]);
    expect(waiting.next).toBe("later");
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 13]);
    // Before it is certain nothing is asked again, however often somebody looks.
    await carry();
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 13]);
    turnClock(SETTLED_MS);
    const done = await carry();
    expect(statesOf(done)).toEqual(["created", "created", "created", "created"]);
    expect(done.batch.closedAt).not.toBeNull();
    expect(new Set(done.batch.rows.map(({ assignmentId }) => assignmentId)).size).toBe(4);
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 12, 13]);
    // The same approval again begins nothing, another one under its id is refused.
    await startBatch(bench.actor, input);
    await carry();
    expect(await amountsAtAmp()).toEqual([1, 11, 12, 12, 13]);
    const other = { ...input, rows: [row(99n)] };
    await expect(startBatch(bench.actor, other)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("makes each row once when two carry it on at the same moment", async () => {
    const { carry } = await approve([21n, 22n, 23n]);
    const before = (await atAmp()).length;
    const views = await Promise.all([carry(), carry(), carry()]);
    // Whoever found somebody else at it asks after a pause, not at once.
    expect(views.filter(({ next }) => next === "now")).toEqual([]);
    await carry();
    expect((await atAmp()).length).toBe(before + 3);
  });

  it("reads the whole list to begin with and to look for a lost answer, and else the open ones alone", async () => {
    const { carry } = await approve(Array.from({ length: 41 }, (_, at) => 1_000n + BigInt(at)));
    const reads = async () => {
      bench.proxy.seen.splice(0);
      await carry();
      return bench.proxy.seen.flatMap(({ method, path }) => {
        const [, query = "whole"] = path.split("/assignments");
        return method === "GET" && path.includes("/assignments") ? [query || "whole"] : [];
      });
    };
    expect(await reads()).toEqual(["whole"]);
    bench.proxy.fail(creating, "cut-after", 1);
    expect(await reads()).toEqual(["?distributed=false"]);
    expect(await reads()).toEqual(["whole"]);
    while ((await carry()).next !== null);
    const made = (await amountsAtAmp()).filter((amount) => amount >= 1_000 && amount < 1_041);
    expect(made).toEqual(Array.from({ length: 41 }, (_, at) => 1_000 + at));
  });

  it("keeps the zone's moment and the ready toggle as they were approved", async () => {
    const rows = [{ ...row(31n), isReady: true, vestsAt: VESTS }];
    const { batchId } = await startBatch(bench.actor, {
      intentId: randomUUID(),
      assetUuid: asset.uuid,
      rows,
    });
    await carryBatch(bench.actor, { assetUuid: asset.uuid, batchId });
    const made = (await atAmp()).find(({ amount }) => amount === 31);
    expect(made).toMatchObject({ ready_for_distribution: true, vesting_timestamp: VESTS.getTime() / 1000 });
  });

  it("is refused whole when the treasury has less, and row by row when it has less meanwhile", async () => {
    await expect(approve([SUPPLY])).rejects.toMatchObject({ code: "CONFLICT" });
    const { carry, batchId } = await approve([SUPPLY / 2n, 41n]);
    const taken = await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, Number(SUPPLY / 2n));
    expect(statesOf(await carry())).toEqual(["refused", "created"]);
    await bench.amp.delete(`/assets/${asset.uuid}/assignments/${taken.body[0].id}/delete`);
    await decideBatch(bench.actor, { assetUuid: asset.uuid, batchId, decision: "retry" });
    expect(statesOf(await carry())).toEqual(["created", "created"]);
    const half = (await atAmp()).find(({ amount }) => amount === Number(SUPPLY / 2n));
    await bench.amp.delete(`/assets/${asset.uuid}/assignments/${half?.id}/delete`);
  });

  it("is decided about as soon as others leave off", async () => {
    const { carry, batchId } = await approve([61n]);
    let others: Promise<boolean> | undefined;
    await new Promise<void>((isHeld) => {
      others = whileAlone(bench.actor, asset.uuid, async () => {
        isHeld();
        await sleep(600);
      });
    });
    await decideBatch(bench.actor, { assetUuid: asset.uuid, batchId, decision: "drop" });
    expect(await others).toBe(true);
    expect(statesOf(await carry())).toEqual(["dropped"]);
  });
});

describe("a file of ten thousand rows", () => {
  const ROWS = 10_000;
  let rows: ReturnType<typeof row>[];
  const approve10k = (intentId: string, some = rows) =>
    startBatch(bench.actor, { intentId, assetUuid: asset.uuid, rows: some });
  const heads = () => unfinishedBatches(bench.actor, asset.uuid);
  /** How often PostgreSQL and AMP are asked. */
  async function costOf(work: () => Promise<unknown>): Promise<[queries: number, calls: number]> {
    const asked = vi.spyOn(pool(), "query");
    const since = bench.proxy.seen.length;
    await work();
    const cost: [number, number] = [asked.mock.calls.length, bench.proxy.seen.length - since];
    asked.mockRestore();
    return cost;
  }

  beforeAll(async () => {
    goOnWith(await readyAsset(bench, [1, 2]));
    rows = Array.from({ length: ROWS }, (_, at) => row(1n, at % 2));
  });

  it("is checked with as many questions as a single row, and written down whole as batches of a thousand", async () => {
    const one = await costOf(() => approve10k(randomUUID(), rows.slice(0, 1)));
    const before = (await heads()).length;
    const intentId = randomUUID();
    const made = await costOf(() => approve10k(intentId));
    expect(made[1]).toBe(one[1]);
    expect(made[0]).toBeLessThanOrEqual(one[0] + 2);
    const batches = (await heads()).slice(before);
    expect(batches).toHaveLength(10);
    expect(batches[0]?.id).toBe(intentId);
    expect(batches.filter(({ id }) => !z.uuid().safeParse(id).success)).toEqual([]);
    expect(batches.map(({ counts }) => counts.waiting)).toEqual(Array(10).fill(1_000));
    const views = await Promise.all(batches.map(({ id }) => readBatch(bench.actor, asset.uuid, id)));
    const stored = views.flatMap(({ batch }) => batch.rows.map(({ wanted }) => wanted.registeredUser));
    expect(stored).toEqual(rows.map(({ registeredUser }) => registeredUser));
    // The same form again is the same batches, and none of them with other contents.
    expect(await approve10k(intentId)).toEqual({ batchId: intentId, batches: 10 });
    await expect(approve10k(intentId, rows.slice(1))).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await heads()).toHaveLength(before + 10);
  });

  it("is refused whole when the treasury has less, or a row is no user's", async () => {
    const before = (await heads()).length;
    const tooMuch = rows.map((one) => ({ ...one, amountSats: SUPPLY / 9_000n }));
    await expect(approve10k(randomUUID(), tooMuch)).rejects.toMatchObject({ code: "CONFLICT" });
    const stranger = [...rows.slice(1), { ...row(1n), registeredUser: 999_999 }];
    await expect(approve10k(randomUUID(), stranger)).rejects.toMatchObject({
      message: assignmentBatchesText.unknownUser(ROWS),
    });
    expect(await heads()).toHaveLength(before);
  });

  it("has a thousand texts looked up with as many questions as one", async () => {
    const texts = Array.from({ length: 1_000 }, (_, at) => `Nobody ${at}`);
    const look = (some: string[]) => () =>
      lookUpAssignees(bench.actor, { assetUuid: asset.uuid, texts: some });
    await look(["Nobody"])();
    expect(await costOf(look(texts))).toEqual(await costOf(look(texts.slice(0, 1))));
  });
});

describe("a manager", () => {
  it("assigns for a granted asset, and is refused any other", async () => {
    const elsewhere = asset.uuid;
    goOnWith(await readyAsset(bench, [5]));
    const manager = await managerOf(asset.uuid);
    const [holder] = asset.holders;
    const texts = [String(holder?.id), holder?.gaid ?? "", `HOLDER ${holder?.gaid.slice(-4)}`, "Nobody"];
    const lookUp = async (actor: Actor) => {
      bench.proxy.seen.splice(0);
      const found = await lookUpAssignees(actor, { assetUuid: asset.uuid, texts });
      return { ...found, asked: bench.proxy.seen.map(({ path }) => path) };
    };
    const ofIssuer = await lookUp(bench.actor);
    const { assignees, freeSats, asked } = await lookUp(manager);
    expect(ofIssuer).toMatchObject({ assignees, freeSats });
    // What the desk has a copy of is not asked of AMP beside it.
    const besides = (paths: string[]) => paths.filter((path) => /\/balance$|distributed=/.test(path));
    expect(besides(ofIssuer.asked)).toEqual([]);
    expect(besides(asked)).toHaveLength(1);
    expect(assignees).toMatchObject([
      { kind: "one", userId: holder?.id, hasWallet: true, missing: [], openSats: 5n },
      { kind: "one", userId: holder?.id },
      { kind: "one", userId: holder?.id },
      { kind: "none" },
    ]);
    expect(freeSats).toBe(SUPPLY - 5n);
    // Another GAID of the holder's is found, and AMP pays to the default one all the same.
    const second = await newGaid(bench.sandbox);
    await bench.amp.post(`/registered_users/${holder?.id}/gaids/add`, second);
    const byGaids = { assetUuid: asset.uuid, texts: [second, holder?.gaid ?? ""] };
    expect((await lookUpAssignees(bench.actor, byGaids)).assignees).toMatchObject([
      { userId: holder?.id, paidTo: holder?.gaid },
      { userId: holder?.id, paidTo: null },
    ]);
    const { rows } = await listUsers(bench.actor, { q: second, limit: 5, filters: {} });
    expect(rows.map(({ id }) => id)).toEqual([holder?.id]);
    expect((await listUsers(manager, { q: second, limit: 5, filters: {} })).rows).toEqual([]);
    const input = { intentId: randomUUID(), assetUuid: asset.uuid, rows: [row(6n)] };
    const { batchId } = await startBatch(manager, input);
    await carryBatch(manager, { assetUuid: asset.uuid, batchId });
    expect(await amountsAtAmp()).toEqual([5, 6]);
    // Another workspace's batch is not theirs, nor an asset that was not granted.
    const foreign = { assetUuid: asset.uuid, batchId };
    await expect(carryBatch(bench.actor, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const outside = { ...input, intentId: randomUUID(), assetUuid: elsewhere };
    await expect(startBatch(manager, outside)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

async function managerOf(assetUuid: string): Promise<Actor> {
  const [manager] = (await bench.amp.get("/managers")).body;
  await bench.amp.put(`/managers/${manager.id}/unlock`);
  await bench.amp.put(`/managers/${manager.id}/assets/${assetUuid}/add`);
  const account = { username: "manager", password: "manager-password" };
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("The session is not there.");
  return actor;
}
