import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchesOf } from "@/lib/domain/batches";
import { type OperationState, walletTag } from "@/lib/domain/operation";
import { build } from "@/server/bin/launch/build.mjs";
import { pool } from "@/server/db/client";
import { readBalances } from "@/server/elements/wallet";
import { isFullRun, numberOf } from "@/server/platform/testing";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { KillableWorker } from "./kills/testing-worker";
import type { Operation } from "./store";
import { expectSupply, type SupplyAsset, supplyAsset } from "./supply/testing";
import { type Bench, openBench, operationOf, ownersAtAmp, type ReadyAsset, readyAsset } from "./testing";
import { decide, rowsOf } from "./testing-batches";
import { DESK_ENTRY, runDesk } from "./testing-desks";

/**
 * Two workers and two desks, each a process of its own, over one database, one AMP account and one wallet. The people
 * at the desks start, pause, continue, retry and cancel by chance; blocks come meanwhile.
 */
const SEED = numberOf("DESKS_SEED", 20_261_121);
const ACTS = numberOf("DESKS_ACTS", 20, 300);
const PATIENCE_MS = isFullRun ? 60 * 60_000 : 120_000;
const BATCH = 2;
const BLOCK_MS = 150;

const root = path.resolve(import.meta.dirname, "../..");
const dir = `.data/treasury-desks-${process.pid}`;
let bench: Bench;
let workers: KillableWorker[] = [];
let paying: ReadyAsset[];
let supply: SupplyAsset;

beforeAll(async () => {
  for (const only of ["worker", DESK_ENTRY]) await build({ root, dir, only, say: () => {} });
  bench = await openBench(() => ({ TREASURY_BATCH_SIZE: `${BATCH}` }));
  paying = [await readyAsset(bench, [5, 6, 7]), await readyAsset(bench, [8, 9])];
  supply = await supplyAsset(bench);
  workers = [new KillableWorker(root, dir), new KillableWorker(root, dir)];
}, 120_000);
afterAll(async () => {
  for (const worker of workers) worker.strike();
  for (const worker of workers) await worker.ended();
  await bench?.close();
  fs.rmSync(path.join(root, dir), { recursive: true, force: true });
});

/** Nobody waits for a retry, and a block comes now and then, until `isOver`. */
async function whileBlocksCome(isOver: () => Promise<boolean> | boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await isOver())) {
    if (Date.now() > until)
      throw new Error(`It does not end. ${workers.map(({ output }) => output).join("")}`);
    await pool().query("update operations set next_run_at = to_timestamp(0) where next_run_at > now()");
    await mine(bench.sandbox, 1);
    await sleep(BLOCK_MS);
  }
}

const openOnes = async (): Promise<{ id: string; state: OperationState }[]> =>
  (await pool().query("select id, state from operations where state not in ('done', 'cancelled', 'failed')"))
    .rows;

/** What is left is brought to its end by one person who answers what the operations ask. */
async function finishAll(): Promise<void> {
  await whileBlocksCome(async () => {
    const open = await openOnes();
    for (const { id, state } of open) {
      const { problem } = await operationOf(id);
      // A worker may have gone on meanwhile.
      const answer = (decision: "continue" | "retry" | "cancel") =>
        decide(bench, id, decision).catch(() => {});
      if (state === "paused") await answer("continue");
      if (state === "stopped") await answer(problem?.mayRetry ? "retry" : "cancel");
    }
    return open.length === 0;
  });
}

interface Entry {
  txid: string;
  comment?: string;
  confirmations: number;
}

/** Batch by batch, what a distribution must have paid: all of a done one, and of a cancelled one what it says was sent. */
function paidBatches({ intent, facts, state }: Operation<"distribution">) {
  const batches = batchesOf(intent, BATCH);
  return batches.slice(0, state === "done" ? batches.length : (facts.sentBatches ?? []).length);
}

describe("two workers and two desks on one database", () => {
  it(
    "leave one transaction for each batch, one after the other, and books that add up",
    async () => {
      for (const worker of workers) worker.start();
      const assets = [
        ...paying.map(({ uuid, holders }) => ({ uuid, holders: holders.map(({ id }) => id) })),
        { uuid: supply.uuid, holders: [] },
      ];
      let isOver = false;
      const desks = Promise.all(
        [SEED, SEED + 1].map((seed) => runDesk(root, dir, { seed, acts: ACTS, assets })),
      ).finally(() => {
        isOver = true;
      });
      await Promise.all([desks, whileBlocksCome(() => isOver)]);
      await finishAll();
      const operations = await allOperations();
      console.info(summaryOf((await desks).flat(), operations));

      const entries: Entry[] = await callNode(bench.sandbox, "listtransactions", ["*", 100_000]);
      const depths = operations.flatMap((operation) => depthsOf(operation, entries));
      depths.sort((one, other) => one - other);
      // A block takes all there is, so two that were under way at once would lie in the same block or in neighbours.
      const gaps = depths.slice(1).map((depth, place) => depth - (depths[place] ?? 0));
      expect(gaps, "payments one after the other").not.toEqual([]);
      expect(Math.min(...gaps), "blocks between two payments").toBeGreaterThanOrEqual(2);

      for (const asset of paying) await expectBooks(asset, operations);
      await expectSupplyBooks(operations);
    },
    2 * PATIENCE_MS,
  );
});

async function allOperations(): Promise<Operation[]> {
  const { rows } = await pool().query("select id from operations order by created_at");
  return Promise.all(rows.map(({ id }) => operationOf(id)));
}

/** The confirmations of an operation's transactions, of which there is one per batch or none at all. */
function depthsOf(operation: Operation, entries: Entry[]): number[] {
  expect(["done", "cancelled"], operation.problem?.message).toContain(operation.state);
  if (operation.kind !== "distribution") {
    const { txid } = operation.facts;
    const found = entries.find((entry) => entry.txid === txid);
    expect(found !== undefined, `${operation.kind} ${operation.state}`).toBe(operation.state === "done");
    return found ? [found.confirmations] : [];
  }
  const paid = paidBatches(operation as Operation<"distribution">).length;
  const batches = batchesOf((operation as Operation<"distribution">).intent, BATCH);
  return batches.flatMap((_, batch) => {
    const own = entries.filter(({ comment }) => comment === walletTag(operation.id, batch));
    const txids = new Map(own.map(({ txid, confirmations }) => [txid, confirmations]));
    expect(txids.size, `transactions of batch ${batch}, ${operation.state}`).toBe(batch < paid ? 1 : 0);
    return [...txids.values()];
  });
}

/** AMP's owners, AMP's assignments and the wallet say what the operations say, and nothing is held back any more. */
async function expectBooks(asset: ReadyAsset, operations: Operation[]): Promise<void> {
  const own = operations.filter(({ assetUuid }) => assetUuid === asset.uuid) as Operation<"distribution">[];
  const parts = own.flatMap(paidBatches).flatMap(({ assignments }) => assignments);
  const owned = new Map<string, number>();
  for (const { gaid, amountSats } of parts) owned.set(gaid, (owned.get(gaid) ?? 0) + Number(amountSats));
  const owners = (await ownersAtAmp(bench, asset)).map(({ gaid, amount }) => [gaid, amount] as const);
  expect(new Map(owners)).toEqual(owned);
  const rows = await rowsOf(bench, asset);
  const distributed = rows.filter((row) => row.is_distributed).map(({ id }) => id);
  expect(distributed.sort()).toEqual(parts.map(({ assignmentId }) => assignmentId).sort());
  const left = rows.filter((row) => !row.is_distributed);
  expect(left.filter((row) => !row.ready_for_distribution)).toEqual([]);
  const paid = parts.reduce((sum, { amountSats }) => sum + amountSats, 0n);
  expect(await walletSats(asset.assetId)).toBe(ISSUED - paid);
}

const ISSUED = 10_000_000n;

const walletSats = async (assetId: string) => (await readBalances(bench.node, 0)).byAsset.get(assetId) ?? 0n;

async function expectSupplyBooks(operations: Operation[]): Promise<void> {
  const sumOf = (kind: "reissuance" | "burn") =>
    operations
      .filter((one) => one.kind === kind && one.state === "done")
      .reduce((sum, { intent }) => sum + (intent as { totalSats: bigint }).totalSats, 0n);
  const [reissued, burned] = [sumOf("reissuance"), sumOf("burn")];
  supply.expected = { ...supply.expected, reissued: Number(reissued), burned: Number(burned) };
  await expectSupply(bench, supply);
  expect(await walletSats(supply.assetId)).toBe(ISSUED + reissued - burned);
}

function summaryOf(acts: string[], operations: Operation[]): string {
  const count = (words: string[]) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts]
      .sort()
      .map(([word, times]) => `${word} ${times}`)
      .join(", ");
  };
  const ends = operations.map(({ kind, state }) => `${kind} ${state}`);
  return `seed ${SEED}\n  acts: ${count(acts)}\n  operations: ${count(ends)}`;
}
