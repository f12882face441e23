import { describe, expect, it } from "vitest";
import { walletTag } from "@/lib/domain/operation";
import { sendMany } from "@/server/elements/wallet";
import { deskEnv } from "@/server/platform/env";
import { callNode, confirmPayload, mine } from "@/server/sandbox/amp/testing";
import { attachByHand } from "@/server/services/by-hand";
import { approve, ownersAtAmp, readyAsset, toAmp, toNode, work } from "../testing";
import { distributionOf, stateOf } from "../testing-batches";
import { assetPerTest } from "../testing-bench";
import { expectOwners, payOrder } from "./testing";
import { byHandBench, handOutOf } from "./testing-bench";

/** A transaction that somebody made by hand is compared with AMP's order, and followed from there. */

const bench = byHandBench();
const asset = assetPerTest(bench);

const handOut = () => handOutOf(bench, asset);

const attach = (operationId: string, txid: string) => attachByHand(bench.actor, { operationId, txid });
const refusal = (words: string) => ({ code: "REJECTED", message: expect.stringContaining(words) });

async function expectFinished(id: string, txid: string): Promise<void> {
  await work();
  await work();
  const { state, problem, facts } = await distributionOf(id);
  expect([state, problem, facts.txid]).toEqual(["done", null, txid]);
  await expectOwners(bench, asset);
}

describe("the transaction of an order that is run elsewhere", () => {
  it("is attached when it pays the order exactly, confirmed to AMP, and nothing is sent", async () => {
    const id = await handOut();
    const sends = () => bench.proxy.seen.filter(toNode("sendmany")).length;
    const before = sends();
    const txid = await payOrder(bench, id);
    await attach(id, txid);
    expect(await stateOf(id)).toBe("sent");
    await expectFinished(id, txid);
    expect(sends()).toBe(before);
  });

  it("waits for its confirmations like any other", async () => {
    const id = await handOut();
    const { order } = (await distributionOf(id)).facts;
    const payments = Object.entries(order?.amounts ?? {}).map(([address, amountSats]) => ({
      ...{ address, amountSats, assetId: asset.assetId },
    }));
    const txid = await sendMany(bench.node, payments, "");
    await attach(id, txid);
    await work();
    expect([await stateOf(id), await ownersAtAmp(bench, asset)]).toEqual(["sent", []]);
    await mine(bench.sandbox, 2);
    await expectFinished(id, txid);
  });

  it("may have been confirmed to AMP by its own client already", async () => {
    const id = await handOut();
    const { order } = (await distributionOf(id)).facts;
    const txid = await payOrder(bench, id);
    const path = `/assets/${asset.uuid}/distributions/${order?.distributionUuid}/confirm`;
    await bench.amp.post(path, await confirmPayload(bench.sandbox, txid, asset.assetId));
    await attach(id, txid);
    await expectFinished(id, txid);
  });

  it("ends well when AMP's answer to the confirm gets lost", async () => {
    const id = await handOut();
    const txid = await payOrder(bench, id);
    await attach(id, txid);
    bench.proxy.fail(toAmp("/confirm"), "cut-after", 1);
    await work();
    expect(await stateOf(id)).toBe("confirming");
    await expectFinished(id, txid);
  });

  it("waits where the desk's own payment gave no answer, until that one can no longer land", async () => {
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work();
    expect(await stateOf(id)).toBe("unknown");
    const txid = await payOrder(bench, id);
    const refused = { code: "UNAVAILABLE", message: expect.stringContaining("seconds") };
    await expect(attach(id, txid)).rejects.toMatchObject(refused);
    deskEnv().TREASURY_SETTLE_MS = 1;
    await attach(id, txid);
    await expectFinished(id, txid);
  });

  it("is not confirmed when the desk's own payment landed beside it", async () => {
    const id = await handOut();
    const txid = await payOrder(bench, id);
    await attach(id, txid);
    const { order } = (await distributionOf(id)).facts;
    const payments = Object.entries(order?.amounts ?? {}).map(([address, amountSats]) => ({
      ...{ address, amountSats, assetId: asset.assetId },
    }));
    const own = await sendMany(bench.node, payments, walletTag(id, 0));
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining(own) },
    });
  });

  it("ends an operation that stopped because somebody else had paid", async () => {
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toNode("signmessage"), "cut-before");
    await work();
    const txid = await payOrder(bench, id);
    bench.proxy.heal();
    await work();
    expect(await stateOf(id)).toBe("stopped");
    await attach(id, txid);
    await expectFinished(id, txid);
  });
});

describe("a transaction that is something else", () => {
  const first = (entry: { amountSats: bigint }) => ({ ...entry, amountSats: entry.amountSats + 1n });

  it.each<[string, Parameters<typeof payOrder>[2], string]>([
    ["another amount", ([a, ...rest]) => (a ? [{ ...a, ...first(a) }, ...rest] : rest), "instead of"],
    ["one recipient less", (all) => all.slice(1), "does not pay"],
    [
      "somebody else besides",
      (all) => [...all, { ...(all[0] as (typeof all)[number]), address: "stranger", amountSats: 9n }],
      "which the order does not know",
    ],
  ])("is refused when it pays %s", async (_, change, words) => {
    const id = await handOut();
    const { gaid = "" } = asset.holders[0] ?? {};
    const stranger: string = (await bench.amp.get(`/gaids/${gaid}/address`)).body.address;
    const named = (all: { address: string; amountSats: bigint; assetId: string }[]) =>
      all.map((one) => (one.address === "stranger" ? { ...one, address: stranger } : one));
    const txid = await payOrder(bench, id, (all) => named(change?.(all) ?? all));
    await expect(attach(id, txid)).rejects.toMatchObject(refusal(words));
    await work();
    expect([await stateOf(id), (await distributionOf(id)).facts.txid]).toEqual(["by-hand", undefined]);
  });

  it("is refused when it pays in another asset", async () => {
    const id = await handOut();
    const other = await readyAsset(bench, [5]);
    const txid = await payOrder(bench, id, (all) => all.map((one) => ({ ...one, assetId: other.assetId })));
    await expect(attach(id, txid)).rejects.toMatchObject(refusal("in another asset"));
  });

  it("is refused when the wallet does not know it, or did not send it", async () => {
    const id = await handOut();
    await expect(attach(id, "ab".repeat(32))).rejects.toMatchObject(refusal("does not know it"));
    const entries = await callNode(bench.sandbox, "listtransactions", ["*", 1000]);
    const received = entries.find(
      (entry: { category: string; asset: string }) =>
        entry.category === "receive" && entry.asset === asset.assetId,
    );
    await expect(attach(id, received.txid)).rejects.toMatchObject(refusal("did not send it"));
  });

  it("is refused when it belongs to another operation", async () => {
    const id = await approve(bench.actor, asset.uuid);
    await work();
    const { txid = "" } = (await distributionOf(id)).facts;
    await mine(bench.sandbox, 2);
    await work();
    expect(await stateOf(id)).toBe("done");
    const { id: holder = 0 } = asset.holders[0] ?? {};
    await bench.amp.post(`/assets/${asset.uuid}/assignments/create`, {
      assignments: [{ registered_user: holder, amount: 4, ready_for_distribution: true }],
    });
    const next = await handOut();
    await expect(attach(next, txid)).rejects.toMatchObject(refusal("another operation"));
  });

  it("is not compared while AMP is away, and attached afterwards", async () => {
    const id = await handOut();
    const txid = await payOrder(bench, id);
    bench.proxy.fail(toAmp("/assignments"), "cut-before");
    await expect(attach(id, txid)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await stateOf(id)).toBe("by-hand");
    bench.proxy.heal();
    await attach(id, txid);
    await expect(attach(id, txid)).rejects.toMatchObject({ code: "CONFLICT" });
    await expectFinished(id, txid);
  });
});
