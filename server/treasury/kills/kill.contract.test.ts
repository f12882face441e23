import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationKind } from "@/lib/domain/intent";
import { isFinal } from "@/lib/domain/operation";
import { build } from "@/server/bin/launch/build.mjs";
import { isFullRun, numberOf } from "@/server/platform/testing";
import { mine } from "@/server/sandbox/amp/testing";
import { readJournal } from "../journal-store";
import { machines } from "../machines";
import { type Bench, openBench, operationOf } from "../testing";
import { sampled } from "../testing-sampled";
import {
  aim,
  isHeld,
  type KillPoint,
  openGate,
  pointsOf,
  resetWrites,
  watchWrites,
  wordsOf,
} from "./testing-points";
import { blindersScene, distributionScene, lbtcScene, type Scene, supplyScene } from "./testing-scenes";
import { KillableWorker } from "./testing-worker";

/**
 * A worker in a process of its own is killed at every place where it touches the world: before and after each call of
 * AMP and the node, in the middle of each write. Another one takes over, and in the end everything has come about once.
 */

/** `npm test` takes every so-manieth point, of each kind one at least; `npm run test:full` all of them. */
const EVERY = isFullRun ? 1 : numberOf("KILLS_EVERY", 90);
const PATIENCE_MS = 30_000;
/** Steps that only a person's decision or an unclear end leads to; they have tests of their own. */
const ASIDE = new Set(["cancel", "look", "free"]);

const root = path.resolve(import.meta.dirname, "../../..");
const dir = `.data/treasury-kill-${process.pid}`;
let bench: Bench;
let worker: KillableWorker;

beforeAll(async () => {
  await build({ root, dir, only: "worker", say: () => {} });
  bench = await openBench(() => ({ TREASURY_BATCH_SIZE: "1" }));
  await watchWrites();
  worker = new KillableWorker(root, dir);
}, 60_000);
afterAll(async () => {
  worker?.strike();
  await worker?.ended();
  await bench?.close();
  fs.rmSync(path.join(root, dir), { recursive: true, force: true });
});

const SCENES: Record<OperationKind, (bench: Bench) => Promise<Scene>> = {
  distribution: distributionScene,
  reissuance: (at) => supplyScene(at, "reissuance"),
  burn: (at) => supplyScene(at, "burn"),
  blinders: blindersScene,
  lbtc: lbtcScene,
};
const KINDS = Object.keys(SCENES) as OperationKind[];

/** The chain grows until the operation is at its end. */
async function untilDone(operationId: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { state, problem } = await operationOf(operationId);
    if (isFinal(state)) return expect(state).toBe("done");
    if (Date.now() > until)
      throw new Error(`It stays ${state}: ${problem?.message ?? "no problem"}. ${worker.output}`);
    await mine(bench.sandbox, 1);
    await sleep(60);
  }
}

/** @returns the operation's id and what the worker asked of AMP and the node */
async function runWhole(scene: Scene) {
  const operationId = await scene.approve();
  await resetWrites(null);
  const from = bench.proxy.seen.length;
  worker.start();
  await untilDone(operationId);
  worker.strike();
  await worker.ended();
  await scene.verify(operationId);
  return { operationId, seen: bench.proxy.seen.slice(from) };
}

async function runKilled(scene: Scene, point: KillPoint): Promise<void> {
  const operationId = await scene.approve();
  await resetWrites(point);
  let isStruck = false;
  const strike = () => {
    isStruck = true;
    worker.strike();
  };
  aim(bench.proxy, point, strike);
  worker.start();
  const until = Date.now() + PATIENCE_MS;
  while (!isStruck) {
    if (Date.now() > until) throw new Error(`It never came to: ${wordsOf(point)}. ${worker.output}`);
    if (point.at === "write" && (await isHeld())) strike();
    await mine(bench.sandbox, 1);
    await sleep(20);
  }
  await worker.ended();
  await openGate();
  bench.proxy.heal();
  worker.start();
  await untilDone(operationId);
  worker.strike();
  await worker.ended();
  await scene.verify(operationId);
}

describe.each(KINDS)("a %s", (kind) => {
  test(
    "comes about once, wherever the worker is killed",
    async () => {
      const scene = await SCENES[kind](bench);
      const { operationId, seen } = await runWhole(scene);
      const points = await pointsOf(seen);
      const steps = new Set((await readJournal(operationId)).map(({ step }) => step));
      for (const plan of Object.values(machines[kind]))
        if (!plan.isQuiet && !ASIDE.has(plan.step))
          expect([...steps], "steps with a point").toContain(plan.step);
      // Of each kind other places: the first one of all says little.
      const chosen = sampled(points, EVERY, 17 * KINDS.indexOf(kind));
      console.info(
        `${kind}: ${chosen.length} of ${points.length} points\n  ${points.map(wordsOf).join("\n  ")}`,
      );
      for (const point of chosen) {
        try {
          await runKilled(scene, point);
        } catch (error) {
          worker.strike();
          await worker.ended();
          await openGate();
          bench.proxy.heal();
          throw new Error(`Killed ${wordsOf(point)}: ${error instanceof Error ? error.message : error}`, {
            cause: error,
          });
        }
      }
    },
    30_000 + (600_000 * 4) / EVERY,
  );
});
