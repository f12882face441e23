import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import {
  approve,
  type Bench,
  forgetOperations,
  openBench,
  operationOf,
  type ReadyAsset,
  readyAsset,
  toNode,
  work,
} from "./testing";

/** A bench for all tests of a file, filled before the first; each begins without open operations and faults. */
export function sharedBench(env: Record<string, string> = {}): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    Object.assign(process.env, env);
    Object.assign(bench, await openBench());
  });
  afterAll(() => bench.close?.());
  beforeEach(forgetOperations);
  afterEach(() => bench.proxy.heal());
  return bench;
}

/** Another asset for each test of a file. */
export function assetPerTest(bench: Bench): ReadyAsset {
  const asset = {} as ReadyAsset;
  beforeEach(async () => {
    Object.assign(asset, await readyAsset(bench));
  });
  return asset;
}

/** Approves what is ready and leaves it with AMP's order stored, just before the node is told to send. */
export async function stopBeforeSending(bench: Bench, { uuid }: ReadyAsset): Promise<string> {
  const id = await approve(bench.actor, uuid);
  bench.proxy.fail(toNode("signmessage"), "cut-before");
  await work();
  bench.proxy.heal();
  expect((await operationOf(id)).state).toBe("ordered");
  return id;
}
