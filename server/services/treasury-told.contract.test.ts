import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { signInManager } from "@/server/requests/testing";
import {
  approve,
  type Bench,
  openBench,
  operationOf,
  type ReadyAsset,
  readyAsset,
  work,
} from "@/server/treasury/testing";
import { lookUpAssignees } from "./assignees";
import { readGridPage } from "./assignment-batches";
import { createAssignment, readAssignmentsPage } from "./assignments";

let bench: Bench;
let asset: ReadyAsset;
let manager: Actor;

beforeAll(async () => {
  bench = await openBench();
  asset = await readyAsset(bench, [5]);
  const [one] = (await bench.amp.get("/managers")).body;
  await bench.amp.put(`/managers/${one.id}/unlock`);
  await bench.amp.put(`/managers/${one.id}/assets/${asset.uuid}/add`);
  manager = await signInManager();
});
afterAll(() => bench?.close());

const balancesAsked = () => bench.proxy.seen.filter(({ path }) => path.endsWith("/balance")).length;

it("is asked for once while a manager looks at what is free and types, and again when something is decided", async () => {
  bench.proxy.seen.splice(0);
  const { free } = await readAssignmentsPage(manager, asset.uuid, { limit: 25, filters: {} });
  const looks = [
    await lookUpAssignees(manager, { assetUuid: asset.uuid, texts: ["1"] }),
    await readGridPage(manager, asset.uuid),
    await lookUpAssignees(manager, { assetUuid: asset.uuid, texts: ["12"] }),
  ];
  expect(looks.map(({ freeSats }) => freeSats)).toEqual([free.sats, free.sats, free.sats]);
  expect(balancesAsked()).toBe(1);
  const [holder] = asset.holders;
  const wish = { registeredUser: holder?.id ?? 0, amount: "1", isReady: false, vestsAt: null };
  await createAssignment(manager, { intentId: crypto.randomUUID(), assetUuid: asset.uuid, ...wish });
  expect(balancesAsked()).toBe(2);
});

it("says how old it is, and is asked for again after a minute", async () => {
  const read = () => readGridPage(manager, asset.uuid);
  const { freshness } = await read();
  expect(freshness.source).toBe("mirror");
  const asked = balancesAsked();
  const later = performance.now() + 61_000;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => later);
  const anew = await read().finally(() => clock.mockRestore());
  expect(balancesAsked()).toBe(asked + 1);
  expect(anew.freshness.asOf.getTime()).toBeGreaterThan(freshness.asOf.getTime());
});

it("is not asked for by the worker, which needs to know of lost outputs alone", async () => {
  const { uuid } = await readyAsset(bench, [5]);
  const id = await approve(bench.actor, uuid);
  bench.proxy.seen.splice(0);
  for (let rounds = 0; rounds < 8 && !(await operationOf(id)).facts.txid; rounds++) await work();
  expect((await operationOf(id)).facts.txid).toMatch(/^[0-9a-f]{64}$/);
  const asked = bench.proxy.seen.map(({ path }) => path);
  expect(asked).toContain(`/api/assets/${uuid}/lost-outputs`);
  expect(balancesAsked()).toBe(0);
});

it("is read row by row, to what AMP tells whole", async () => {
  const amp = await ampAs(manager);
  const input = { path: { assetUuid: asset.uuid } };
  const { confirmedBalance } = await amp.call("getBalance", input);
  const rows: unknown[] = [];
  for await (const portion of amp.rows("getBalance", input)) rows.push(...portion);
  expect(rows).toEqual(confirmedBalance);
  expect(rows).not.toHaveLength(0);
});
