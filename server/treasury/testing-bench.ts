import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { addUser, issue, mine } from "@/server/sandbox/amp/testing";
import {
  approve,
  assign,
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
    Object.assign(bench, await openBench(() => env));
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

/** An asset that requires a category, with an assignment for each of its two members. */
export async function restrictedAsset({ sandbox, amp }: Bench): Promise<ReadyAsset & { category: number }> {
  const { asset_uuid: uuid, asset_id: assetId } = await issue(sandbox, amp, { restricted: true });
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuid}/register-authorized`);
  const { body } = await amp.post("/categories/add", { name: `Told ${uuid}` });
  await amp.put(`/categories/${body.id}/assets/${uuid}/add`);
  const holders = [];
  for (const amount of [10, 20]) {
    const { id, gaid } = await addUser(sandbox, amp, `Member ${amount} of ${uuid}`);
    await amp.put(`/categories/${body.id}/registered_users/${id}/add`);
    await assign(amp, uuid, id, amount);
    holders.push({ id, gaid, amount });
  }
  return { uuid, assetId, holders, category: body.id };
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
