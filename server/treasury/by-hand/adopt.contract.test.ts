import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deskEnv } from "@/server/platform/env";
import { confirmPayload, mine, sendOrder } from "@/server/sandbox/amp/testing";
import { exportList } from "@/server/services/exports";
import { adoptOrder, listForeignOrders } from "@/server/services/foreign-orders";
import { readIntentRows } from "@/server/services/shown-intents";
import { approve, sendsOf, takenAtAmp, toAmp, toNode, txidsOf, work } from "../testing";
import { addReady, decide, distributionOf, stateOf } from "../testing-batches";
import { assetPerTest } from "../testing-bench";
import { adopt, approveByHand, expectOwners, tamper } from "./testing";
import { byHandBench, letTimePass } from "./testing-bench";

/** Orders that AMP keeps open and this desk did not start. */

const bench = byHandBench();
const asset = assetPerTest(bench);

/** Somebody else asks AMP. */
const orderElsewhere = async () => (await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`)).body;
const listed = () => listForeignOrders(bench.actor, asset.uuid);

describe("orders that nobody here started", () => {
  it("are listed with their recipients, also after an operation was closed, and never the desk's own", async () => {
    expect(await listed()).toEqual([]);
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toAmp("/distributions/create"), "cut-after");
    await work();
    bench.proxy.heal();
    expect([await stateOf(id), await listed()]).toEqual(["ordering", []]);
    bench.proxy.fail(toNode("signmessage"), "cut-before");
    await work();
    expect([await stateOf(id), await listed()]).toEqual(["ordered", []]);
    await decide(bench, id, "by-hand");
    await work();
    await decide(bench, id, "close");
    const [order, ...more] = await listed();
    expect([more, order?.leftBy]).toEqual([[], id]);
    expect(order?.intent).toMatchObject({ totalSats: 250_001n, adopts: order?.distributionUuid });
    expect(order?.intent.assignments.map(({ gaid }) => gaid)).toEqual(asset.holders.map(({ gaid }) => gaid));
    const { intentHash = "", distributionUuid = "" } = order ?? {};
    const seen = { intentHash, order: distributionUuid };
    const { rows } = await readIntentRows(bench.actor, asset.uuid, seen, 0);
    expect(rows).toEqual(order?.intent.assignments);
    for (const other of [
      { ...seen, order: id },
      { ...seen, intentHash: "ab" },
      { ...seen, order: null },
    ])
      await expect(readIntentRows(bench.actor, asset.uuid, other, 0)).rejects.toMatchObject({
        code: "CONFLICT",
      });
  });

  it("are a file with each recipient once, whichever order it belongs to", async () => {
    await orderElsewhere();
    await addReady(bench, asset, 77);
    await orderElsewhere();
    const { chunks } = await exportList(bench.actor, "foreign-orders", { format: "json", of: asset.uuid });
    let text = "";
    for await (const chunk of chunks) text += chunk;
    const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };
    const members = (await listed()).flatMap(({ distributionUuid, intent }) =>
      intent.assignments.map((member) => [distributionUuid, member.assignmentId, `${member.amountSats}`]),
    );
    expect(rows.map((row) => [row.distribution_uuid, row.assignment_id, row.amount_sats])).toEqual(members);
    expect(new Set(rows.map((row) => row.distribution_uuid)).size).toBe(2);
  });

  it("are told apart from each other, and cannot be taken over when they are not what was seen", async () => {
    const one = await orderElsewhere();
    await addReady(bench, asset, 77);
    const two = await orderElsewhere();
    const orders = await listed();
    expect(orders.map(({ distributionUuid }) => distributionUuid).sort()).toEqual(
      [one.distribution_uuid, two.distribution_uuid].sort(),
    );
    expect(new Set(orders.map(({ intentHash }) => intentHash)).size).toBe(2);
    const input = {
      intentId: randomUUID(),
      assetUuid: asset.uuid,
      distributionUuid: one.distribution_uuid,
      intentHash: orders.find((order) => order.distributionUuid === two.distribution_uuid)?.intentHash ?? "",
      wish: "follow" as const,
    };
    await expect(adoptOrder(bench.actor, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(adoptOrder({ ...bench.actor, role: "manager" }, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("an order that was taken over", () => {
  it("is never sent by itself, and once when a person says that nobody else runs it", async () => {
    await orderElsewhere();
    const id = await adopt(bench, asset);
    letTimePass();
    await work();
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
    deskEnv().TREASURY_SETTLE_MS = 60_000;
    await decide(bench, id, "automatic");
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
    letTimePass();
    await work();
    expect(sendsOf(bench, id)).toHaveLength(1);
    await mine(bench.sandbox, 2);
    await work();
    expect(await stateOf(id)).toBe("done");
    expect(await txidsOf(bench, id)).toHaveLength(1);
    await expectOwners(bench, asset);
  });

  it("is confirmed and not paid twice when it was paid already", async () => {
    const txid = await sendOrder(bench.sandbox, await orderElsewhere());
    const id = await adopt(bench, asset);
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "sent", facts: { txid } });
    await mine(bench.sandbox, 2);
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["done", 0]);
    await expectOwners(bench, asset);
  });

  it("is confirmed, too, when an operation of this desk had paid it and was closed while that was unclear", async () => {
    const closed = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toNode("sendmany"), "cut-after", 1, () =>
      bench.proxy.fail(toNode("listtransactions"), "cut-before"),
    );
    await work();
    expect(await stateOf(closed)).toBe("unknown");
    await decide(bench, closed, "close");
    bench.proxy.heal();
    const [txid] = await txidsOf(bench, closed);
    const id = await adopt(bench, asset);
    await mine(bench.sandbox, 2);
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "done", facts: { txid } });
    await expectOwners(bench, asset);
  });

  it("is followed through AMP when whoever asked for it finishes it", async () => {
    const order = await orderElsewhere();
    const id = await adopt(bench, asset);
    await work();
    const txid = await sendOrder(bench.sandbox, order);
    await mine(bench.sandbox, 2);
    const path = `/assets/${asset.uuid}/distributions/${order.distribution_uuid}/confirm`;
    await bench.amp.post(path, await confirmPayload(bench.sandbox, txid, asset.assetId));
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "done", facts: { txid } });
    expect(sendsOf(bench, id)).toEqual([]);
  });

  it("stops when it was paid, but not as it was ordered", async () => {
    const order = await orderElsewhere();
    const [address = ""] = Object.keys(order.map_address_amount);
    order.map_address_amount[address] = 0.00000005;
    await sendOrder(bench.sandbox, order);
    const id = await adopt(bench, asset);
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining("not as ordered"), mayRetry: false },
    });
    await decide(bench, id, "cancel");
    await work();
    const { state, problem } = await distributionOf(id);
    const words = expect.stringContaining("not as ordered");
    expect([state, problem?.message, await takenAtAmp(bench, asset)]).toEqual(["stopped", words, 2]);
  });

  it("is followed by the transaction that fits when another one pays its addresses, too", async () => {
    const order = await orderElsewhere();
    const [address = ""] = Object.keys(order.map_address_amount);
    const other = { ...order.map_address_amount, [address]: 0.00000005 };
    await sendOrder(bench.sandbox, { ...order, map_address_amount: other });
    const txid = await sendOrder(bench.sandbox, order);
    const id = await adopt(bench, asset);
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "sent", facts: { txid } });
  });

  it("goes on by hand after it stopped, and comes back no sooner than any other", async () => {
    await orderElsewhere();
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    const id = await adopt(bench, asset);
    await work();
    expect(await stateOf(id)).toBe("stopped");
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await decide(bench, id, "retry");
    expect(await stateOf(id)).toBe("by-hand");
    await decide(bench, id, "automatic");
    await work();
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
  });

  it("is looked at before it is cancelled, where it stopped too", async () => {
    await orderElsewhere();
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    const id = await adopt(bench, asset);
    await work();
    await decide(bench, id, "cancel");
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    expect(await stateOf(id)).toBe("by-hand");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["by-hand", 2]);
  });

  it("is judged by the wallet that a closed operation saw before it", async () => {
    const closed = await approveByHand(bench, asset.uuid);
    await work();
    await tamper(closed, ({ byHand, ...facts }) => ({
      ...facts,
      ...(byHand?.before ? { byHand: { before: { ...byHand.before, balanceSats: 5n } } } : {}),
    }));
    await decide(bench, closed, "close");
    const id = await adopt(bench, asset, "cancel");
    letTimePass();
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "by-hand",
      problem: { message: expect.stringContaining("balance") },
    });
    expect(await takenAtAmp(bench, asset)).toBe(2);
  });

  it("is cancelled at AMP when nobody paid it, after the time in which a payment may still land", async () => {
    await orderElsewhere();
    const id = await adopt(bench, asset, "cancel");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["by-hand", 2]);
    letTimePass();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
  });

  it("is not cancelled but confirmed when it turns out to be paid", async () => {
    const txid = await sendOrder(bench.sandbox, await orderElsewhere());
    const id = await adopt(bench, asset, "cancel");
    letTimePass();
    await mine(bench.sandbox, 2);
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "done", facts: { txid } });
    await expectOwners(bench, asset);
  });

  it("is taken over once by fifty clicks", async () => {
    await orderElsewhere();
    const takes = await Promise.allSettled(Array.from({ length: 50 }, () => adopt(bench, asset)));
    const ids = takes.flatMap((take) => (take.status === "fulfilled" ? [take.value] : []));
    expect(ids).toHaveLength(1);
    expect(await stateOf(ids[0] ?? "")).toBe("by-hand");
  });
});
