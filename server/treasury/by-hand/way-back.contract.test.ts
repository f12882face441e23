import { describe, expect, it } from "vitest";
import type { HandedOut } from "@/lib/domain/by-hand";
import { sendMany } from "@/server/elements/wallet";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { controlCaller } from "@/server/sandbox/control/testing";
import { downloadOrder } from "@/server/services/by-hand";
import { approve, expectDoneOnce, sendsOf, takenAtAmp, toAmp, toNode, txidsOf, work } from "../testing";
import { addReady, decide, distributionOf, stateOf } from "../testing-batches";
import { assetPerTest } from "../testing-bench";
import { expectOwners, officialClient, payOrder, SPENT, tamper } from "./testing";
import { byHandBench, handOutOf, letTimePass } from "./testing-bench";

const bench = byHandBench();
const asset = assetPerTest(bench);

const handOut = () => handOutOf(bench, asset);

describe("an order that comes back from elsewhere", () => {
  it("is sent once by the worker, after the time in which a payment may still land", async () => {
    const id = await handOut();
    await decide(bench, id, "automatic");
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
    await expect(downloadOrder(bench.actor, id)).rejects.toMatchObject({ code: "CONFLICT" });
    letTimePass();
    await work();
    expect(sendsOf(bench, id)).toHaveLength(1);
    await mine(bench.sandbox, 2);
    await work();
    expect(await stateOf(id)).toBe("done");
    expect(await txidsOf(bench, id)).toHaveLength(1);
    await expectOwners(bench, asset);
  });

  it("stays by hand when the wallet has paid it meanwhile", async () => {
    const id = await handOut();
    await payOrder(bench, id);
    await decide(bench, id, "automatic");
    letTimePass();
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "by-hand",
      problem: { message: expect.stringContaining("attach that transaction"), mayRetry: false },
    });
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
  });

  it("stays by hand when the balance changed and nothing explains it", async () => {
    const id = await handOut();
    const { gaid = "" } = asset.holders[0] ?? {};
    const { address } = (await bench.amp.get(`/gaids/${gaid}/address`)).body;
    await sendMany(bench.node, [{ address, amountSats: 3n, assetId: asset.assetId }], "");
    await decide(bench, id, "cancel");
    letTimePass();
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "by-hand",
      problem: { message: expect.stringContaining("balance") },
    });
    expect(await takenAtAmp(bench, asset)).toBe(2);
  });

  it("stays by hand when coins of the treasury were spent, by whatever wallet", async () => {
    const id = await handOut();
    const spend = (handed?: HandedOut): HandedOut => ({
      ...handed,
      ...(handed?.before ? { before: { ...handed.before, coins: [SPENT] } } : {}),
    });
    await decide(bench, id, "automatic");
    letTimePass();
    bench.proxy.fail(toNode("signmessage"), "cut-before", 1);
    await work();
    expect(await stateOf(id)).toBe("ordered");
    await tamper(id, (facts) => ({ ...facts, returned: spend(facts.returned) }));
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
    await decide(bench, id, "cancel");
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "by-hand",
      problem: { message: expect.stringContaining("treasury were spent") },
    });
  });

  it("comes back although a holder paid something in meanwhile", async () => {
    const first = await approve(bench.actor, asset.uuid);
    await work();
    await expectDoneOnce(bench, asset, first);
    await addReady(bench, asset, 7);
    const id = await handOut();
    const { gaid: from = "" } = asset.holders[0] ?? {};
    const to = await callNode(bench.sandbox, "getnewaddress");
    await bench.amp.post(`/assets/${asset.uuid}/treasury-addresses/add`, [to]);
    const send = { from, to, asset_uuid: asset.uuid, amount: 1000 };
    await controlCaller(bench.sandbox).do("/wallets/send", send);
    await mine(bench.sandbox, 2);
    await decide(bench, id, "automatic");
    letTimePass();
    await work();
    expect([(await distributionOf(id)).problem, sendsOf(bench, id).length]).toEqual([null, 1]);
  });

  it("is not cancelled while the node is away", async () => {
    const id = await handOut();
    await decide(bench, id, "cancel");
    letTimePass();
    bench.proxy.fail(toAmp("/cancel"), "cut-before", 1);
    await work();
    expect(await stateOf(id)).toBe("cancelling");
    bench.proxy.fail(toNode("getblockchaininfo"), "cut-before");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelling", 2]);
  });

  it("is cancelled at AMP only when nobody paid it", async () => {
    const id = await handOut();
    await decide(bench, id, "cancel");
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["by-hand", 2]);
    letTimePass();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
  });

  it("is not sent when its payment lands between the look and the sending", async () => {
    const id = await handOut();
    await decide(bench, id, "automatic");
    letTimePass();
    bench.proxy.fail(toNode("signmessage"), "cut-before", 1);
    await work();
    expect(await stateOf(id)).toBe("ordered");
    await payOrder(bench, id);
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["stopped", 0]);
  });

  it("can be left elsewhere after all", async () => {
    const id = await handOut();
    await decide(bench, id, "automatic");
    await decide(bench, id, "by-hand");
    letTimePass();
    await work();
    expect(await stateOf(id)).toBe("by-hand");
    await officialClient(bench).distribute((await downloadOrder(bench.actor, id)).text);
    await work();
    expect(await stateOf(id)).toBe("done");
  });
});
