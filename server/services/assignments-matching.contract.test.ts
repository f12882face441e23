import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { MassChange } from "@/lib/domain/assignment";
import { findActor } from "@/server/auth/store";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { assign, type Bench, openBench, type ReadyAsset, readyAsset } from "@/server/treasury/testing";
import { setAssignmentLock } from "./assignment-changes";
import { countMatching, matchingAssignments } from "./assignments-matching";
import { signIn } from "./sign-in";

let bench: Bench;
let asset: ReadyAsset;

/** More than a page of the list. */
const MANY = 55;
const AMOUNT = 7;

beforeAll(async () => {
  bench = await openBench();
  asset = await readyAsset(bench, [100, 200]);
  const [holder] = asset.holders;
  for (let made = 0; made < MANY; made++) await assign(bench.amp, asset.uuid, holder?.id ?? 0, AMOUNT);
  await assignmentsChanged(bench.actor, asset.uuid);
}, 120_000);
afterAll(() => bench?.close());

const matching = (change: string | undefined, filters: Record<string, string> = {}, actor = bench.actor) =>
  countMatching(actor, asset.uuid, { filters }, change);
const idsOf = async (change: MassChange, filters: Record<string, string> = {}) =>
  (await matchingAssignments(bench.actor, asset.uuid, { filters }, change)).map(({ id }) => id);
async function hold(ids: number[]): Promise<void> {
  for (const assignmentId of ids)
    await setAssignmentLock(bench.actor, { assetUuid: asset.uuid, assignmentId, isLocked: true });
}

it("counts and adds up all that match, on whatever page, and passes over what a change has nothing to do for", async () => {
  const all = await matching("lock");
  expect(new Set(await idsOf("lock")).size).toBe(MANY + 2);
  expect(all).toMatchObject({ count: MANY + 2, totalSats: BigInt(MANY * AMOUNT + 300), leftOut: 0 });
  expect(await matching("unlock")).toMatchObject({ count: 0, totalSats: 0n, leftOut: MANY + 2 });

  const [second] = asset.holders.slice(1);
  const filters = { user: String(second?.id) };
  const ofOne = await idsOf("lock", filters);
  expect(await matching("lock", filters)).toMatchObject({ count: 1, totalSats: 200n, leftOut: 0 });
  await hold(ofOne);
  expect(await idsOf("unlock")).toEqual(ofOne);
  expect(await matching("unlock")).toMatchObject({ totalSats: 200n, leftOut: MANY + 1 });
  expect(await idsOf("lock")).not.toContain(ofOne[0]);
  const left = await matching("lock");
  expect(left).toMatchObject({ totalSats: all.totalSats - 200n, leftOut: 1 });
  expect(left.digest).not.toBe(all.digest);
  expect(await matching("lock", { state: "locked" })).toMatchObject({ count: 0, totalSats: 0n, leftOut: 1 });
});

it("counts the rest when part of it is held back already", async () => {
  const before = await matching("lock");
  const ids = await idsOf("lock");
  const part = ids.slice(0, 20);
  await hold(part);
  expect(await idsOf("lock")).toEqual(ids.slice(20));
  // The one of a hundred is the first.
  const rest = await matching("lock");
  expect(rest.totalSats).toBe(before.totalSats - BigInt((part.length - 1) * AMOUNT + 100));
});

it("offers no other change, and nothing to a manager without the asset", async () => {
  for (const change of ["delete", "constructor", undefined])
    await expect(matching(change)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  const account = { username: "manager", password: "manager-password" };
  const secret = await signIn({ environment: "sandbox", method: "password", ...account });
  const manager = (await findActor(secret)) as Actor;
  await expect(matching("lock", {}, manager)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
