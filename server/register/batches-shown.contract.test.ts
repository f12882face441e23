import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { refreshAssignments } from "@/server/mirror/assignments";
import { turnClock } from "@/server/platform/clock";
import { decideBatch, startBatch } from "@/server/services/assignment-batches";
import { creating } from "@/server/services/testing-batches";
import { type ReadyAsset, readyAsset } from "@/server/treasury/testing";
import { runDueBatches } from "./batches";
import { mortalBench } from "./testing-mortal";

const bench = mortalBench("assignment_batch_rows");
let asset: ReadyAsset;

beforeAll(async () => {
  await pool().query(`
    create table marks (key text);
    create function note_mark() returns trigger language plpgsql as
      $$ begin insert into marks values (new.key); return null; end $$;
    create trigger note_mark after update on mirror_copies for each row
      when (new.kind = 'assignments' and new.stale_at is distinct from old.stale_at) execute function note_mark()`);
});
beforeEach(async () => {
  asset = await readyAsset(bench, [1]);
  await refreshAssignments(bench.actor, asset.uuid);
});

/** How often the asset's list was said to be another one. */
const marks = async (): Promise<number> =>
  (await pool().query("select from marks where key = $1", [asset.uuid])).rows.length;

async function approve(count: number): Promise<string> {
  const registeredUser = asset.holders[0]?.id ?? 0;
  const one = { registeredUser, amountSats: 1n, isReady: false, vestsAt: null };
  const rows = Array.from({ length: count }, (_, at) => ({ ...one, amountSats: 1_000n + BigInt(at) }));
  return (await startBatch(bench.actor, { intentId: randomUUID(), assetUuid: asset.uuid, rows })).batchId;
}

async function work(): Promise<void> {
  for (let round = 0; round < 40 && (await runDueBatches()) > 0; round++);
}

it("has the list read again for its end, and not for each of its parts", async () => {
  await approve(45);
  await work();
  expect(await marks()).toBe(1);
});

it("leaves the list alone as long as it changes nothing", async () => {
  await approve(2);
  bench.proxy.fail(() => true, "bad-gateway");
  for (const seconds of [0, 4, 8]) {
    turnClock(seconds * 1_000);
    await work();
  }
  expect(await marks()).toBe(0);
});

it("has it read again while it rests, because a call may have changed something", async () => {
  await approve(1);
  bench.proxy.fail(creating, "cut-after", 1);
  await runDueBatches();
  expect(await marks()).toBeGreaterThan(0);
});

it("has it read again when a person pauses it between two parts", async () => {
  const batchId = await approve(2);
  await decideBatch(bench.actor, { assetUuid: asset.uuid, batchId, decision: "pause" });
  expect(await marks()).toBe(1);
});
