import { afterAll, beforeAll, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { assignmentsChanged } from "@/server/mirror/assignments";
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
  return (await readyOf(bench.actor, [restricted])).get(asset.uuid)?.sats;
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

it("asks AMP for short lists once in a while, however often somebody looks, and at once after an own change", async () => {
  const { actor, proxy } = bench;
  const asked = async (look: () => Promise<unknown>) => {
    const before = proxy.seen.length;
    await look();
    const paths = proxy.seen.slice(before).map(({ path }) => path.replace(/\?.*/, ""));
    return ["/assignments", "/registered_users/"].map(
      (end) => paths.filter((one) => one.endsWith(end)).length,
    );
  };
  const look = () => readOverview(actor);
  const older = (seconds: number) =>
    pool().query("update mirror_copies set started_at = started_at - $1 * interval '1 second'", [seconds]);
  const { rows } = await listAssignments(actor, asset.uuid, { limit: 50, filters: {} });
  expect(await asked(look)).toEqual([0, 0]);
  await older(20);
  const { asOf } = await readOverview(actor);
  expect(await asked(look)).toEqual([0, 0]);
  expect(Date.now() - asOf.getTime()).toBeGreaterThan(15_000);
  // The list itself is AMP's answer to whoever opens it.
  expect(await asked(() => listAssignments(actor, asset.uuid, { limit: 50, filters: {} }))).toEqual([1, 1]);
  await older(50);
  expect(await asked(look)).toEqual([1, 1]);
  const assignmentId = rows[0]?.id ?? 0;
  await setAssignmentLock(actor, { assetUuid: asset.uuid, assignmentId, isLocked: false });
  expect(await asked(look)).toEqual([1, 0]);
  expect(await isProposed()).toBe(true);
});

it("names no asset of which AMP does not tell in time", async () => {
  const found = await getAsset(bench.actor, asset.uuid);
  await assignmentsChanged(bench.actor, asset.uuid);
  bench.proxy.fail(toAmp("/assignments"), "cut-before");
  expect(await readyOf(bench.actor, [found])).toEqual(new Map());
  bench.proxy.heal();
  expect([...(await readyOf(bench.actor, [found])).keys()]).toEqual([asset.uuid]);
  bench.proxy.fail(toAmp("/assignments"), "cut-before");
  await expect(readLockImpact(bench.actor, asset.uuid)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  bench.proxy.heal();
});
