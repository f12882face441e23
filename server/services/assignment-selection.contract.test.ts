import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { MassChange } from "@/lib/domain/assignment";
import { findActor } from "@/server/auth/store";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { assign, type Bench, openBench, type ReadyAsset, readyAsset } from "@/server/treasury/testing";
import { changeAssignments, matchingAssignments } from "./assignment-selection";
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
  matchingAssignments(actor, asset.uuid, { limit: 1, filters }, change);
const run = (change: MassChange, ids: number[]) =>
  changeAssignments(bench.actor, { assetUuid: asset.uuid, ids, change });

it("counts and adds up all that match, on whatever page, and passes over what a change has nothing to do for", async () => {
  const all = await matching("lock");
  expect(all.ids).toHaveLength(MANY + 2);
  expect(new Set(all.ids).size).toBe(MANY + 2);
  expect(all).toMatchObject({ totalSats: BigInt(MANY * AMOUNT + 300), leftOut: 0 });
  expect(await matching("unlock")).toEqual({ ids: [], totalSats: 0n, leftOut: MANY + 2 });

  const [second] = asset.holders.slice(1);
  const ofOne = await matching("lock", { user: String(second?.id) });
  expect(ofOne).toMatchObject({ totalSats: 200n, leftOut: 0 });
  expect((await run("lock", ofOne.ids)).map(({ outcome }) => outcome)).toEqual(["done"]);
  expect(await matching("unlock")).toEqual({ ids: ofOne.ids, totalSats: 200n, leftOut: MANY + 1 });
  const left = await matching("lock");
  expect(left.ids).not.toContain(ofOne.ids[0]);
  expect(left).toMatchObject({ totalSats: all.totalSats - 200n, leftOut: 1 });
  expect(await matching("lock", { state: "locked" })).toEqual({ ids: [], totalSats: 0n, leftOut: 1 });
});

it("goes on with the rest when it is chosen again after it stopped half-way", async () => {
  const before = await matching("lock");
  const part = before.ids.slice(0, 20);
  await run("lock", part);
  const rest = await matching("lock");
  expect(rest.ids).toEqual(before.ids.slice(20));
  // The one of a hundred is the first.
  expect(rest.totalSats).toBe(before.totalSats - BigInt((part.length - 1) * AMOUNT + 100));
});

it("lets AMP judge each one as it is at its turn", async () => {
  const { ids } = await matching("lock");
  const [gone = 0, there = 0] = ids;
  await bench.amp.delete(`/assets/${asset.uuid}/assignments/${gone}/delete`);
  expect((await run("lock", [gone, there])).map(({ outcome }) => outcome)).toEqual(["refused", "done"]);
});

it("offers no other change, and nothing to a manager without the asset", async () => {
  for (const change of ["delete", "constructor", undefined])
    await expect(matching(change)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  const account = { username: "manager", password: "manager-password" };
  const secret = await signIn({ environment: "sandbox", method: "password", ...account });
  const manager = (await findActor(secret)) as Actor;
  await expect(matching("lock", {}, manager)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
