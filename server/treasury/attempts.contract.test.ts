import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { worksText } from "@/lib/messages/works";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { loggedBy } from "@/server/platform/testing-log";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { runDueOperations } from "./runner";
import { expectDoneOnce, operationOf, sendsOf, toAmp, toNode, work } from "./testing";
import { assetPerTest, sharedBench, stopBeforeSending } from "./testing-bench";

/** By what an attempt to pay is judged afterwards: when the node was told, and what its wallet showed right before. */

const bench = sharedBench();
const asset = assetPerTest(bench);

const beforeSendOf = async (id: string) => (await operationOf(id)).facts.beforeSend;
const wake = (id: string) =>
  pool().query("update operations set next_run_at = to_timestamp(0) where id = $1", [id]);

/** A statement of the runner waits for a row that another one holds. */
const isHeldUp = async () =>
  (
    await pool().query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
  ).rowCount === 1;

describe("a payment whose intent was stored late", () => {
  it("is not told to the node by what was seen before, and is dated by the end of the wait", async () => {
    const id = await stopBeforeSending(bench, asset);
    await wake(id);
    const blocker = await pool().connect();
    await blocker.query("begin");
    await blocker.query("select 1 from operations where id = $1 for no key update", [id]);
    const running = runDueOperations(1);
    await expect.poll(isHeldUp, { timeout: 60_000 }).toBe(true);
    await sleep(4_000);
    await blocker.query("commit");
    blocker.release();
    await running;
    const { state, facts } = await operationOf(id);
    expect([state, facts.beforeSend, sendsOf(bench, id)]).toEqual(["ordered", undefined, []]);
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("waits from the end of the call on, not from its beginning", async () => {
    const id = await stopBeforeSending(bench, asset);
    let toldAt = 0;
    const minute = 60_000;
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1, () => {
      toldAt = Date.now();
      turnClock(minute);
    });
    await work().finally(() => turnClock(0));
    const at = (await beforeSendOf(id))?.at.getTime() ?? 0;
    expect([(await operationOf(id)).state, at > toldAt + minute / 2]).toEqual(["unknown", true]);
  });

  it("waits anew, and not until then, when the shared clock was put back", async () => {
    const id = await stopBeforeSending(bench, asset);
    const settleMs = deskEnv().TREASURY_SETTLE_MS;
    turnClock(10 * settleMs);
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work().finally(() => turnClock(0));
    await work();
    expect([(await operationOf(id)).state, sendsOf(bench, id)]).toEqual(["unknown", [expect.anything()]]);
    turnClock(2 * settleMs);
    await work().finally(() => turnClock(0));
    await expectDoneOnce(bench, asset, id);
  });
});

describe("a payment that the node certainly refused", () => {
  it("leaves nothing behind by which a later movement of the asset would look like its effect", async () => {
    const id = await stopBeforeSending(bench, asset);
    await lockedRightBefore(id);
    expect(await operationOf(id)).toMatchObject({
      state: "ordered",
      problem: { code: "wallet-locked", message: worksText.walletLocked },
    });
    expect(await beforeSendOf(id)).toBeUndefined();
    await callNode(bench.sandbox, "walletpassphrase", ["pw", 3600]);
  });

  it("keeps what was written down before an attempt that nobody has explained", async () => {
    const id = await stopBeforeSending(bench, asset);
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work();
    const first = await beforeSendOf(id);
    turnClock(2 * deskEnv().TREASURY_SETTLE_MS);
    await lockedRightBefore(id).finally(() => turnClock(0));
    expect([(await operationOf(id)).state, await beforeSendOf(id)]).toEqual(["ordered", first]);
    await callNode(bench.sandbox, "walletpassphrase", ["pw", 3600]);
  });
});

/** The wallet closes in the moment before the node is told to send. */
async function lockedRightBefore(id: string): Promise<void> {
  await callNode(bench.sandbox, "encryptwallet", ["pw"]).catch(() => {});
  await callNode(bench.sandbox, "walletpassphrase", ["pw", 3600]);
  let locking: Promise<unknown> | undefined;
  bench.proxy.fail((request) => {
    if (toNode("getrpcinfo")(request)) locking ??= callNode(bench.sandbox, "walletlock");
    return false;
  }, "cut-before");
  await work();
  await locking;
  bench.proxy.heal();
  expect((await operationOf(id)).problem?.message).toBe(worksText.walletLocked);
}

describe("a payment that may have been sent", () => {
  it("says so as long as nobody can look", async () => {
    const id = await stopBeforeSending(bench, asset);
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work();
    bench.proxy.fail(toNode(), "cut-before");
    await work();
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "unknown",
      problem: { message: worksText.unknownSend, mayRetry: false },
    });
  });
});

describe("locks and orders of AMP without an answer", () => {
  it("are dated by the end of the wait for them", async () => {
    const id = await stopBeforeSending(bench, asset);
    await pool().query("update operations set state = 'holding' where id = $1", [id]);
    const minute = 60_000;
    bench.proxy.fail(toAmp("/assignments"), "cut-before", 3, () => turnClock(minute));
    const toldAt = Date.now();
    await work().finally(() => turnClock(0));
    const { lockingAt } = (await operationOf(id)).facts;
    expect(lockingAt?.getTime()).toBeGreaterThan(toldAt + minute / 2);
  });
});

describe("a round of the worker", () => {
  it("goes on with the others when one operation cannot even be stored", async () => {
    const id = await stopBeforeSending(bench, asset);
    await pool().query("update operations set next_run_at = null");
    const broken = await pool().query<{ id: string }>(
      `insert into operations (id, workspace_id, kind, asset_uuid, state, requested_by, request_id, intent, intent_hash, facts, next_run_at, created_at, updated_at)
       select gen_random_uuid(), workspace_id, kind, gen_random_uuid(), 'ordered', requested_by, request_id, intent, intent_hash, '{', to_timestamp(0), created_at, updated_at
       from operations where id = $1 returning id`,
      [id],
    );
    const strange = await pool().query<{ id: string }>(
      `insert into operations (id, workspace_id, kind, asset_uuid, state, requested_by, request_id, intent, intent_hash, facts, next_run_at, created_at, updated_at)
       select gen_random_uuid(), workspace_id, kind, gen_random_uuid(), 'of-tomorrow', requested_by, request_id, intent, intent_hash, '{}', to_timestamp(1), created_at, updated_at
       from operations where id = $1 returning id`,
      [id],
    );
    await wake(id);
    expect(await loggedBy("error", () => runDueOperations(1))).toMatchObject([
      { event: "treasury.operation-failed", operation: broken.rows[0]?.id },
      { event: "treasury.no-plan", operation: strange.rows[0]?.id },
    ]);
    expect((await operationOf(id)).state).toBe("sent");
    expect(await operationOf(strange.rows[0]?.id ?? "")).toMatchObject({
      nextRunAt: null,
      problem: { message: worksText.unknownKind },
    });
    await pool().query("delete from operations where id = $1", [broken.rows[0]?.id]);
    await mine(bench.sandbox, 1);
  });
});

describe("an operation that was moved in the future", () => {
  it("is due at once, since the shared clock was put back", async () => {
    const id = await stopBeforeSending(bench, asset);
    await pool().query("update operations set next_run_at = null where id <> $1", [id]);
    await pool().query(
      "update operations set updated_at = now() + interval '1 day', next_run_at = now() + interval '1 day' where id = $1",
      [id],
    );
    await runDueOperations(1);
    expect((await operationOf(id)).state).toBe("sent");
  });
});
