import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { noticesOf } from "@/server/notices/collect";
import { turnClock } from "@/server/platform/clock";
import { addUser, mine } from "@/server/sandbox/amp/testing";
import { countLacking } from "@/server/services/blinders";
import { readOverview } from "@/server/services/overview";
import { approveBlinders, issueUntold } from "@/server/treasury/blinders/testing";
import { approve, assign, work } from "@/server/treasury/testing";
import { listBooks } from "./books-store";
import { findWalk, saveSeen } from "./lacking-store";
import { openWatchBench, type WatchBench } from "./testing";
import { runDueLooks } from "./watch";

let bench: WatchBench;

beforeAll(async () => {
  bench = await openWatchBench();
});
afterAll(() => bench?.close());
afterEach(async () => {
  turnClock(0);
  bench.proxy.heal();
  await bench.forgetAssets();
});

const MINUTE_MS = 60_000;

/** Until the asset's turn came. */
async function lookAt(uuid: string) {
  const before = (await booksOf(uuid))?.booksAt?.getTime();
  for (let round = 0; round < 4; round += 1) {
    await bench.look();
    const at = (await booksOf(uuid))?.booksAt?.getTime();
    if (at !== undefined && at !== before) return;
  }
}

const booksOf = async (uuid: string) =>
  (await listBooks(bench.actor.workspaceId)).find(({ assetUuid }) => assetUuid === uuid);

/** What a workspace is told of, once it has lasted for a while. */
async function toldOf(uuid: string): Promise<string[]> {
  turnClock(16 * MINUTE_MS);
  const told = (await noticesOf(bench.actor.workspaceId)).notices.filter(({ path }) => path.includes(uuid));
  turnClock(0);
  return told.map(({ key }) => key);
}

const alertsOf = async (uuid: string): Promise<string[]> =>
  (await readOverview(bench.actor)).alerts.flatMap((alert) =>
    "asset" in alert && alert.asset.assetUuid === uuid ? [alert.kind] : [],
  );

/** An order at AMP that this desk never asked for. */
async function orderElsewhere(uuid: string): Promise<string> {
  const holder = await addUser(bench.sandbox, bench.amp, `Elsewhere ${uuid.slice(0, 6)}`);
  await assign(bench.amp, uuid, holder.id, 40);
  return (await bench.amp.get(`/assets/${uuid}/distributions/create/`)).body.distribution_uuid;
}

describe("blinders that AMP lacks", () => {
  it("are told of until AMP has been told, each time under the same key", async () => {
    const uuid = await issueUntold(bench);
    bench.made.push(uuid);
    await lookAt(uuid);
    expect(await booksOf(uuid)).toMatchObject({ lacking: 2, lackingSince: expect.any(Date), orders: [] });
    const { lackingSince: since } = (await booksOf(uuid)) ?? {};
    await lookAt(uuid);
    expect((await booksOf(uuid))?.lackingSince).toEqual(since);
    expect((await noticesOf(bench.actor.workspaceId)).notices).toEqual([]);
    expect(await toldOf(uuid)).toEqual([`blinders:${uuid}`]);
    await approveBlinders(bench, uuid);
    await work();
    await lookAt(uuid);
    expect(await booksOf(uuid)).toMatchObject({ lacking: 0, lackingSince: null });
    expect(await toldOf(uuid)).toEqual([]);
  });
});

describe("blinders that this desk told AMP", () => {
  it("are known in the next round, without the books being read anew", async () => {
    const uuid = await issueUntold(bench);
    bench.made.push(uuid);
    await lookAt(uuid);
    const { booksAt } = (await booksOf(uuid)) ?? {};
    expect((await booksOf(uuid))?.lacking).toBe(2);
    const from = bench.proxy.seen.length;
    await runDueLooks(0, 1);
    const asked = () => bench.proxy.seen.slice(from).filter(({ path }) => path.includes(`${uuid}/txs/`));
    expect(asked()).toEqual([]);
    await approveBlinders(bench, uuid);
    await work();
    const told = asked().length;
    await runDueLooks(0, 1);
    expect(asked().length).toBeGreaterThan(told);
    expect(await booksOf(uuid)).toMatchObject({ lacking: 0, lackingSince: null, booksAt });
    const seen = asked().length;
    await runDueLooks(0, 1);
    expect(asked()).toHaveLength(seen);
  });
});

describe("the hint of how many outputs lack blinders", () => {
  it("has those that the page read now, and of the others those that the watch has found", async () => {
    const uuid = await issueUntold(bench);
    bench.made.push(uuid);
    expect(await countLacking(bench.actor, uuid)).toBe(2);
    await lookAt(uuid);
    const from = bench.proxy.seen.length;
    expect(await countLacking(bench.actor, uuid)).toBe(2);
    const asked = bench.proxy.seen.slice(from).filter(({ path }) => path.includes(`${uuid}/txs`));
    expect(asked.map(({ path }) => path)).toEqual([expect.stringContaining("count=1&")]);
    const key = { workspaceId: bench.actor.workspaceId, assetUuid: uuid };
    const between = (count: number) =>
      Array.from({ length: count }, (_, place) => ({
        ...{ txid: "b".repeat(60) + String(1_000 + place), position: 300 + place, outputs: 3 },
      }));
    // A few are asked for: AMP knows nothing of this one.
    await saveSeen(key, await findWalk(key), between(1));
    expect(await countLacking(bench.actor, uuid)).toBe(2);
    await saveSeen(key, await findWalk(key), between(30));
    expect(await countLacking(bench.actor, uuid)).toBe(2 + 30 * 3);
  });
});

describe("an order that AMP keeps open", () => {
  it("is told of on the overview and in a notice, until it is cancelled", async () => {
    const { uuid } = await bench.newAsset();
    const order = await orderElsewhere(uuid);
    await lookAt(uuid);
    expect((await booksOf(uuid))?.orders).toMatchObject([{ distributionUuid: order }]);
    expect(await alertsOf(uuid)).toContain("foreign-orders");
    expect(await toldOf(uuid)).toContain(`order:${order}`);
    await bench.amp.delete(`/assets/${uuid}/distributions/${order}/cancel`);
    await lookAt(uuid);
    expect((await booksOf(uuid))?.orders).toEqual([]);
    expect(await alertsOf(uuid)).not.toContain("foreign-orders");
    expect(await toldOf(uuid)).not.toContain(`order:${order}`);
  });

  it("is not told of at any moment of a distribution by this desk", async () => {
    const { uuid } = await bench.distributable();
    await approve(bench.actor, uuid);
    const seen: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      await work();
      // As if it had never been read, so that each look reads it.
      turnClock(step * 20 * MINUTE_MS);
      await lookAt(uuid);
      seen.push((await booksOf(uuid))?.orders);
      await mine(bench.sandbox, 1);
    }
    expect(seen).toEqual([[], [], []]);
  });
});

describe("the watch", () => {
  const isOfBooks = ({ path }: { path: string }) => /\/(txs|assignments)(\?|$)/.test(path);
  async function callsOf(rounds: number) {
    const from = bench.proxy.seen.length;
    for (let round = 0; round < rounds; round += 1) await runDueLooks(0, 1);
    return bench.proxy.seen.slice(from).filter(isOfBooks);
  }

  it("reads an asset's books once in a quarter of an hour, and assignments only where there are any", async () => {
    const [plain, ordered] = [await bench.newAsset(), await bench.newAsset()];
    for (const { uuid } of [plain, ordered]) await lookAt(uuid);
    expect(await callsOf(2)).toEqual([]);
    turnClock(16 * MINUTE_MS);
    const calls = await callsOf(3);
    const isOf = (uuid: string) => calls.filter(({ path }) => path.includes(uuid));
    expect(isOf(plain.uuid).map(({ path }) => path.split("/").at(-1)?.split("?")[0])).toEqual(["txs"]);
    await orderElsewhere(ordered.uuid);
    turnClock(32 * MINUTE_MS);
    const later = (await callsOf(3)).filter(({ path }) => path.includes(ordered.uuid));
    expect(later).toHaveLength(2);
  });

  it("goes on with its looks when the books cannot be read, and keeps what it knew", async () => {
    const { uuid } = await bench.newAsset();
    const order = await orderElsewhere(uuid);
    await lookAt(uuid);
    bench.proxy.fail(({ path }) => isOfBooks({ path }), "bad-gateway");
    await bench.look();
    expect((await bench.watched(uuid))?.problem).toBeNull();
    expect((await booksOf(uuid))?.orders).toMatchObject([{ distributionUuid: order }]);
  });
});
