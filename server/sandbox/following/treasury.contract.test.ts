import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { build } from "@/server/bin/launch/build.mjs";
import { previewBlinders, startBlinders } from "@/server/services/blinders";
import { KillableWorker } from "@/server/treasury/kills/testing-worker";
import { approveSupply } from "@/server/treasury/supply/testing";
import { approve } from "@/server/treasury/testing";
import { openSandboxNode, realNode } from "./testing";
import {
  alertsOf,
  assignEach,
  blindersAtAmp,
  blindersInWallet,
  expectNothingLost,
  ISSUED,
  moveOutside,
  type NodeAsset,
  type NodeBench,
  newAsset,
  openNodeBench,
  ownersOf,
  taggedTxids,
  toMethod,
  untilDone,
} from "./testing-bench";

/**
 * The treasury on an Elements node with AMP following it. `npm test` puts a second sandbox in the node's place;
 * `npm run test:node` takes the node that ELEMENTS_RPC_URL names.
 */
const isReal = process.env.AMPDESK_TEST_NODE === "1";

const root = path.resolve(import.meta.dirname, "../../..");
const dir = `.data/treasury-node-${process.pid}`;
const PATIENCE_MS = 300_000;
let bench: NodeBench;
let asset: NodeAsset;
let worker: KillableWorker | undefined;
const paid = new Map<string | null, number>();

beforeAll(async () => {
  bench = await openNodeBench(isReal ? realNode() : await openSandboxNode());
  asset = await newAsset(bench);
}, PATIENCE_MS);
afterEach(() => bench.proxy.heal());
afterAll(async () => {
  worker?.strike();
  await worker?.ended();
  fs.rmSync(path.join(root, dir), { recursive: true, force: true });
  await bench?.close();
}, PATIENCE_MS);

/** Each holder's amount was paid by one transaction of its own, and AMP knows. */
async function expectPaid(operationId: string, amounts: number[]): Promise<void> {
  for (const batch of amounts.keys())
    expect(await taggedTxids(bench, operationId, batch), `transactions of batch ${batch}`).toHaveLength(1);
  for (const [place, amount] of amounts.entries()) {
    const { gaid = "" } = asset.holders[place] ?? {};
    paid.set(gaid, (paid.get(gaid) ?? 0) + amount);
  }
  const owners = await ownersOf(bench, asset);
  owners.delete(null);
  expect(owners).toEqual(paid);
  await expectNothingLost(bench, asset);
}

it(
  "tells AMP the blinders of what was issued",
  async () => {
    const assetUuid = asset.uuid;
    const { intentHash } = await previewBlinders(bench.actor, assetUuid);
    const wish = { assetUuid, intentId: randomUUID(), intentHash };
    await untilDone(bench, (await startBlinders(bench.actor, wish)).operationId);
    expect(await blindersAtAmp(bench, asset)).toEqual(await blindersInWallet(bench, asset));
  },
  PATIENCE_MS,
);

it(
  "distributes in two transactions",
  async () => {
    await assignEach(bench, asset, [250_000, 1]);
    const operationId = await approve(bench.actor, asset.uuid);
    await untilDone(bench, operationId);
    await expectPaid(operationId, [250_000, 1]);
  },
  PATIENCE_MS,
);

it(
  "pays once when the answer of sendmany is lost",
  async () => {
    await assignEach(bench, asset, [300]);
    const operationId = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toMethod("sendmany"), "cut-after");
    await untilDone(bench, operationId);
    await expectPaid(operationId, [300]);
  },
  PATIENCE_MS,
);

it(
  "pays once when the worker is killed while it sends",
  async () => {
    await build({ root, dir, only: "worker", say: () => {} });
    const killed = new KillableWorker(root, dir);
    worker = killed;
    await assignEach(bench, asset, [40, 50]);
    const operationId = await approve(bench.actor, asset.uuid);
    let isStruck = false;
    bench.proxy.fail(toMethod("sendmany"), "cut-after", 1, () => {
      isStruck = true;
      killed.strike();
    });
    killed.start();
    while (!isStruck) await sleep(20);
    await killed.ended();
    killed.start();
    await untilDone(bench, operationId, () => sleep(50));
    killed.strike();
    await killed.ended();
    await expectPaid(operationId, [40, 50]);
  },
  PATIENCE_MS,
);

it(
  "reissues and burns",
  async () => {
    const supply = { ...asset, expected: { issued: ISSUED, reissued: 0, burned: 0 }, txidsBefore: [] };
    await untilDone(bench, await approveSupply(bench.actor, "reissuance", supply, 700n));
    await untilDone(bench, await approveSupply(bench.actor, "burn", supply, 50n));
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/summary`);
    expect(body).toMatchObject({ issued: ISSUED, reissued: 700, burned: 50 });
    await expectNothingLost(bench, asset);
  },
  PATIENCE_MS,
);

it(
  "finds nothing to watch, until something leaves the treasury outside",
  async () => {
    expect(await alertsOf(bench, asset), "after all operations").toEqual([]);
    await moveOutside(bench, asset, 9n);
    expect(await alertsOf(bench, asset)).toEqual(["moved"]);
    await bench.wallets.mine(1);
  },
  PATIENCE_MS,
);
