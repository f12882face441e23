import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { printUnits } from "@/lib/domain/units";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { nodeText as germanNode } from "@/lib/messages/de/node";
import { nodeText } from "@/lib/messages/node";
import { inLanguage } from "@/server/platform/stored-words";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { getOperation } from "@/server/services/operations";
import {
  approve,
  askedOfAmp,
  expectDoneOnce,
  operationOf,
  sendsOf,
  signInAtDesk,
  takenAtAmp,
  toAmp,
  toNode,
  work,
} from "./testing";
import { decide, stateOf } from "./testing-batches";
import { assetPerTest, sharedBench, stopBeforeSending } from "./testing-bench";

/** An operation that waits for AMP, the node or a person goes on as if nothing had been, or not at all. */

const bench = sharedBench();
const asset = assetPerTest(bench);

/** What a person who reads German is told of what it waits for, by the page and by its journal. */
async function readInGerman(id: string) {
  speech.dictionaries = { de: german };
  const { operation, journal } = await inLanguage("de", () => getOperation(bench.actor, id));
  return [operation.problem?.message, journal.lines.at(-1)?.detail.waits];
}

const start = () => approve(bench.actor, asset.uuid);

describe("something that is away", () => {
  it("delays AMP's confirmation and changes nothing else", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("/confirm"), "bad-gateway", 2);
    for (let round = 0; round < 2; round += 1) {
      await work();
      expect(await operationOf(id)).toMatchObject({
        state: "confirming",
        problem: { message: expect.stringContaining("AMP did not answer"), mayRetry: true },
      });
    }
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("leaves the operation ordered while it is the node, and goes on when it is back", async () => {
    const id = await start();
    bench.proxy.fail(toNode(), "cut-before");
    await work();
    const { state, problem, nextRunAt } = await operationOf(id);
    expect([state, problem?.message]).toEqual(["ordered", nodeText.unreachable]);
    const [inGerman, waits] = await readInGerman(id);
    expect(inGerman).not.toBe(problem?.message);
    expect([inGerman, waits]).toEqual(Array(2).fill(germanNode.unreachable));
    expect(nextRunAt?.getTime()).toBeGreaterThan(Date.now());
    bench.proxy.heal();
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "sent", problem: null });
    await expectDoneOnce(bench, asset, id);
  });

  it("leaves the operation at its beginning while it is AMP from the start", async () => {
    const id = await start();
    bench.proxy.fail(toAmp(""), "cut-before");
    await work();
    expect(await stateOf(id)).toBe("holding");
    bench.proxy.heal();
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });

  it("waits for a new sign-in when it is AMP's consent, and then goes on", async () => {
    const id = await start();
    await work();
    await mine(bench.sandbox, 2);
    const { body } = await bench.amp.get("/user/refresh-token");
    for (let round = 0; round < 2; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "confirming",
      problem: { message: expect.stringContaining("Sign in again") },
    });
    bench.actor = await signInAtDesk();
    Object.assign(bench.amp, { token: body.token });
    await expectDoneOnce(bench, asset, id);
  });
});

describe("a locked wallet", () => {
  const PASSPHRASE = "correct horse";
  const unlock = () => callNode(bench.sandbox, "walletpassphrase", [PASSPHRASE, 3600]);

  beforeAll(() => callNode(bench.sandbox, "encryptwallet", [PASSPHRASE]));
  beforeEach(unlock);

  it("leaves the operation ordered until it is unlocked", async () => {
    const id = await start();
    await callNode(bench.sandbox, "walletlock");
    for (let round = 0; round < 2; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "ordered",
      problem: { message: expect.stringContaining("The treasury wallet is locked") },
    });
    expect(sendsOf(bench, id)).toEqual([]);
    await unlock();
    await work();
    await expectDoneOnce(bench, asset, id);
    expect(sendsOf(bench, id)).toHaveLength(1);
  });

  it("leaves it ordered as well when its time runs out between the look and the payment", async () => {
    const id = await start();
    let locking: Promise<unknown> | undefined;
    bench.proxy.fail((request) => {
      if (toNode("listtransactions")(request)) locking ??= callNode(bench.sandbox, "walletlock");
      return false;
    }, "cut-before");
    await work();
    await locking;
    expect(await operationOf(id)).toMatchObject({
      state: "ordered",
      problem: { message: expect.stringContaining("The treasury wallet is locked") },
    });
    expect(sendsOf(bench, id)).toHaveLength(1);
    bench.proxy.heal();
    await unlock();
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("does not keep a person from cancelling, and AMP's assignments are free again", async () => {
    const id = await start();
    await callNode(bench.sandbox, "walletlock");
    await work();
    expect(await takenAtAmp(bench, asset)).toBe(2);
    await decide(bench, id, "cancel");
    await unlock();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset), sendsOf(bench, id)]).toEqual([
      "cancelled",
      0,
      [],
    ]);
  });
});

describe("an order that waited", () => {
  it("is not paid when somebody cancelled it at AMP meanwhile", async () => {
    const id = await stopBeforeSending(bench, asset);
    const { facts } = await operationOf(id);
    await bench.amp.delete(`/assets/${asset.uuid}/distributions/${facts.order?.distributionUuid}/cancel`);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: false } });
    expect(sendsOf(bench, id)).toEqual([]);
  });

  it("is not paid a second time when the issuer's own script paid it meanwhile", async () => {
    const id = await stopBeforeSending(bench, asset);
    const { order } = (await operationOf(id)).facts;
    const entries = Object.entries(order?.amounts ?? {});
    const amounts = Object.fromEntries(entries.map(([address, sats]) => [address, printUnits(sats, 8)]));
    const assets = Object.fromEntries(entries.map(([address]) => [address, order?.assetId]));
    const params = ["", amounts, 0, "", [], false, 1, "UNSET", assets];
    const txid = await callNode(bench.sandbox, "sendmany", params);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining(String(txid)), mayRetry: false },
    });
    expect(sendsOf(bench, id)).toEqual([]);
  });
});

describe("a cancelled operation", () => {
  it("is never sent, although AMP's answer to the cancel was lost", async () => {
    const id = await stopBeforeSending(bench, asset);
    await decide(bench, id, "cancel");
    bench.proxy.fail(toAmp("/cancel"), "cut-after");
    await work();
    expect(await stateOf(id)).toBe("cancelling");
    bench.proxy.heal();
    await work();
    expect([await stateOf(id), await takenAtAmp(bench, asset), sendsOf(bench, id)]).toEqual([
      "cancelled",
      0,
      [],
    ]);
  });
});
