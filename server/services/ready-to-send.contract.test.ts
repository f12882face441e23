import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bench, openBench, type ReadyAsset, readyAsset, toAmp } from "@/server/treasury/testing";
import { readLockImpact } from "./asset-settings";
import { getAsset } from "./assets";
import { setAssignmentLock } from "./assignment-changes";
import { listAssignments } from "./assignments";
import { readOverview } from "./overview";
import { readyOf } from "./ready-to-send";

let bench: Bench;
let asset: ReadyAsset;

beforeAll(async () => {
  bench = await openBench();
  asset = await readyAsset(bench, [100, 200]);
}, 120_000);
afterAll(() => bench?.close());

async function readySats(requirements: number[] = []): Promise<bigint | undefined> {
  const found = await getAsset(bench.actor, asset.uuid);
  const restricted = { ...found, transferRestricted: requirements.length > 0, requirements };
  return (await readyOf(bench.actor, [restricted])).get(asset.uuid);
}

async function isProposed(): Promise<boolean> {
  const { steps } = await readOverview(bench.actor);
  return steps.some((step) => step.kind === "distribute" && step.asset.assetUuid === asset.uuid);
}

it("proposes a distribution only while something can be sent now", async () => {
  expect([await readySats(), await isProposed()]).toEqual([300n, true]);
  // Nobody is in a category that there is not.
  expect(await readySats([999_999])).toBe(0n);
  const { rows } = await listAssignments(bench.actor, asset.uuid, { limit: 50, filters: {} });
  const hold = (amount: bigint) => {
    const assignmentId = rows.find((row) => row.amount === amount)?.id ?? 0;
    return setAssignmentLock(bench.actor, { assetUuid: asset.uuid, assignmentId, isLocked: true });
  };
  await hold(100n);
  expect([await readySats(), await isProposed()]).toEqual([200n, true]);
  await hold(200n);
  expect([await readySats(), await isProposed()]).toEqual([0n, false]);
});

it("names no asset of which AMP does not tell in time", async () => {
  const found = await getAsset(bench.actor, asset.uuid);
  bench.proxy.fail(toAmp("/assignments"), "cut-before");
  expect(await readyOf(bench.actor, [found])).toEqual(new Map());
  bench.proxy.heal();
  expect([...(await readyOf(bench.actor, [found])).keys()]).toEqual([asset.uuid]);
  bench.proxy.fail(toAmp("/assignments"), "cut-before");
  await expect(readLockImpact(bench.actor, asset.uuid)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  bench.proxy.heal();
});
