import { describe, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { ownersCopied } from "@/server/mirror/balances";
import { freshHolders } from "@/server/mirror/holders";
import { freshUtxos } from "@/server/mirror/utxos";
import { pageReads, withRequestId } from "@/server/platform/request-context";
import { getAsset } from "@/server/services/assets";
import { freeBalance, shownFree } from "@/server/services/assignments";
import { approveSupply, supplyAsset, workUpTo } from "./supply/testing";
import { approve, operationOf, type ReadyAsset, readyAsset, toNode, work } from "./testing";
import { decide, finish } from "./testing-batches";
import { sharedBench } from "./testing-bench";

/** What an operation has sent is owned by others, however the operation ends. */

const bench = sharedBench({ TREASURY_BATCH_SIZE: "1" });

type Some = Pick<ReadyAsset, "uuid">;
const isCopied = async ({ uuid }: Some) => (await ownersCopied(bench.actor)).has(uuid);

/** Copies as of lists that take more than one portion: pages are served from them. */
async function copy({ uuid }: Some): Promise<void> {
  await Promise.all([freshHolders(bench.actor, uuid), freshUtxos(bench.actor, uuid)]);
  await pool().query("update mirror_copies set row_count = 5000 where key = $1", [uuid]);
}

async function expectReadAgain(asset: Some): Promise<void> {
  expect(await isCopied(asset)).toBe(false);
  const one = await getAsset(bench.actor, asset.uuid);
  expect(await shownFree(bench.actor, one)).toBe(await freeBalance(bench.actor, one));
  const { body } = await bench.amp.get(`/assets/${asset.uuid}/utxos`);
  expect((await freshUtxos(bench.actor, asset.uuid)).rowCount).toBe(body.length);
  expect(await isCopied(asset)).toBe(true);
}

/** The first of two is paid, and a person paused it. */
async function partlyPaid(asset: ReadyAsset): Promise<string> {
  const id = await approve(bench.actor, asset.uuid);
  await decide(bench, id, "pause");
  await decide(bench, id, "continue");
  await work();
  await decide(bench, id, "pause");
  const { state, facts } = await finish(bench, id);
  expect([state, facts.sentBatches?.length]).toEqual(["paused", 1]);
  return id;
}

describe("copies from before a distribution that paid a part", () => {
  const ends: [string, (id: string) => Promise<unknown>][] = [
    ["paused", async () => {}],
    ["holding", (id) => decide(bench, id, "continue")],
    ["cancelled", (id) => decide(bench, id, "cancel").then(() => finish(bench, id))],
  ];
  it.each(ends)("are read again when it is %s", async (state, end) => {
    const asset = await readyAsset(bench);
    await copy(asset);
    const id = await partlyPaid(asset);
    await end(id);
    expect((await operationOf(id)).state).toBe(state);
    await expectReadAgain(asset);
  });

  it("are shown to pages, with their age, for some seconds of a distribution that goes on", async () => {
    const asset = await readyAsset(bench);
    await copy(asset);
    const read = async () => (await freshUtxos(bench.actor, asset.uuid)).generation;
    const onPage = () => withRequestId("r-1", read, pageReads());
    const first = await onPage();
    const id = await partlyPaid(asset);
    // From just before the last step, however long all of them took.
    const young =
      "update mirror_copies set started_at = (select updated_at - interval '1 ms' from operations where id = $2)";
    await pool().query(`${young} where key = $1`, [asset.uuid, id]);
    expect(await onPage()).toBe(first);
    const older = "update mirror_copies set started_at = started_at - interval '21 s' where key = $1";
    await pool().query(older, [asset.uuid]);
    const second = await onPage();
    expect(second).toBeGreaterThan(first);
    await decide(bench, id, "continue");
    await copy(asset);
    const third = await read();
    expect((await finish(bench, id)).state).toBe("done");
    expect(await onPage()).toBeGreaterThan(third);
  });

  it("are read again for what is no page at once", async () => {
    const asset = await readyAsset(bench);
    await copy(asset);
    const { generation } = await freshUtxos(bench.actor, asset.uuid);
    await partlyPaid(asset);
    expect((await freshUtxos(bench.actor, asset.uuid)).generation).toBeGreaterThan(generation);
  });

  it("are read again when a person closed it and nobody knows whether it paid", async () => {
    const asset = await readyAsset(bench);
    await copy(asset);
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "unknown", facts: { beforeSend: {} } });
    expect(await isCopied(asset)).toBe(false);
    await copy(asset);
    await decide(bench, id, "close");
    expect(await isCopied(asset)).toBe(false);
    await copy(asset);
    expect(await isCopied(asset)).toBe(true);
  });

  it("are served on while nothing was sent", async () => {
    const asset = await readyAsset(bench);
    await copy(asset);
    const id = await approve(bench.actor, asset.uuid);
    await decide(bench, id, "cancel");
    expect((await finish(bench, id)).state).toBe("cancelled");
    expect(await isCopied(asset)).toBe(true);
  });
});

describe("copies from before a burn", () => {
  it("are old once it may be with the network, and when it ended so", async () => {
    const asset = await supplyAsset(bench);
    await copy(asset);
    const id = await approveSupply(bench.actor, "burn", asset, 3_000n);
    await workUpTo(bench, id, { state: "signed", hasDraft: false });
    bench.proxy.fail(toNode("sendrawtransaction"), "cut-after", 1);
    bench.proxy.fail(toNode("gettransaction"), "cut-before", 1);
    await work();
    expect((await operationOf(id)).state).toBe("broadcasting");
    expect(await isCopied(asset)).toBe(false);
    await copy(asset);
    expect(await isCopied(asset)).toBe(true);
    const close = "update operations set state = 'failed', updated_at = clock_timestamp() where id = $1";
    await pool().query(close, [id]);
    expect(await isCopied(asset)).toBe(false);
  });
});
