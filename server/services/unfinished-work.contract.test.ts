import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bench, openBench, readyAsset, toAmp } from "@/server/treasury/testing";
import { getAsset } from "./assets";
import { startBatch } from "./assignment-batches";
import { readWork } from "./unfinished-work";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());

it("a batch that waits is named by its asset, and stands there while AMP is away", async () => {
  const { uuid, holders } = await readyAsset(bench, [1]);
  const rows = [{ registeredUser: holders[0]?.id ?? 0, amountSats: 2n, isReady: true, vestsAt: null }];
  const { batchId } = await startBatch(bench.actor, { intentId: randomUUID(), assetUuid: uuid, rows });
  const { name } = await getAsset(bench.actor, uuid);
  const titled = (title: string) => [
    { id: batchId, title: expect.stringMatching(new RegExp(`^${title}: `)) },
  ];
  expect(await readWork(bench.actor)).toMatchObject(titled(name));
  bench.proxy.fail(toAmp("/assets/"), "bad-gateway");
  expect(await readWork(bench.actor)).toMatchObject(titled(uuid));
});
