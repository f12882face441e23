import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { withOperationLock } from "./lock";
import { moveOperation } from "./store";
import { approveSupply, expectCarriedOut, supplyAsset } from "./supply/testing";
import {
  approve,
  type Bench,
  expectDoneOnce,
  openBench,
  operationOf,
  type ReadyAsset,
  readyAsset,
  sendsOf,
  toAmp,
  toNode,
  txidsOf,
  work,
} from "./testing";

let bench: Bench;
let asset: ReadyAsset;

beforeAll(async () => {
  bench = await openBench();
});
beforeEach(async () => {
  asset = await readyAsset(bench);
});
afterAll(() => bench?.close());

const control = (path: string, body: object) =>
  fetch(`${bench.sandbox.url}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("a worker whose host's clock is ahead", () => {
  it("waits as long as any other for a payment without an answer", async () => {
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toNode("sendmany"), "cut-before", 1);
    await work();
    expect((await operationOf(id)).state).toBe("unknown");
    const realTime = Date.now.bind(Date);
    const ahead = vi
      .spyOn(Date, "now")
      .mockImplementation(() => realTime() + 4 * deskEnv().TREASURY_SETTLE_MS);
    await work().finally(() => ahead.mockRestore());
    expect([(await operationOf(id)).state, sendsOf(bench, id)]).toEqual(["unknown", [expect.anything()]]);
    await turnedBy(2 * deskEnv().TREASURY_SETTLE_MS, work);
    await expectDoneOnce(bench, asset, id);
  });
});

/** Time goes by for everybody. */
async function turnedBy(ms: number, then: () => Promise<void>): Promise<void> {
  turnClock(ms);
  await then().finally(() => turnClock(0));
}

describe("a worker that comes too late", () => {
  it("cannot store what it saw once somebody else has gone on", async () => {
    const id = await approve(bench.actor, asset.uuid);
    const stale = await operationOf(id);
    await work();
    expect(await moveOperation(stale, { state: "done", nextRunAt: null }, null)).toBeNull();
    await expectDoneOnce(bench, asset, id);
  });

  it("is told when the connection with its lock is gone, and survives it", async () => {
    const id = await approve(bench.actor, asset.uuid);
    const seen = await new Promise<unknown>((resolve) => {
      void withOperationLock(id, async (assertHeld) => {
        await assertHeld();
        await pool().query(
          "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 42 and database = (select oid from pg_database where datname = current_database())",
        );
        await assertHeld().then(() => resolve(null), resolve);
      }).catch(() => {});
    });
    expect(seen).toMatchObject({ code: "CONFLICT" });
    await work();
    await expectDoneOnce(bench, asset, id);
  });
});

describe("a transaction that was sent", () => {
  it("is sent again neither by a late effect nor by the attempt after it", async () => {
    const id = await approve(bench.actor, asset.uuid);
    await work();
    const sent = await operationOf(id);
    expect(sent.state).toBe("sent");
    // As if its answer had been lost and it had been taken for unsent before it landed.
    const { txid: _, ...facts } = sent.facts;
    await moveOperation(sent, { state: "ordered", facts, nextRunAt: new Date(0) }, null);
    await work();
    expect(await txidsOf(bench, id)).toHaveLength(1);
    await expectDoneOnce(bench, asset, id);
  });

  it("is confirmed to AMP with its change even when that was spent while AMP was away", async () => {
    const id = await approve(bench.actor, asset.uuid);
    await work();
    await work();
    bench.proxy.fail(toAmp("/confirm"), "bad-gateway");
    await mine(bench.sandbox, REQUIRED_CONFIRMATIONS);
    await work();
    expect((await operationOf(id)).facts.changeData).toContain("amountblinder");
    bench.proxy.heal();
    await work();
    expect((await operationOf(id)).state).toBe("done");
  });

  it("goes back to waiting when a reorganisation took it out of the chain before AMP was told", async () => {
    const id = await approve(bench.actor, asset.uuid);
    await work();
    bench.proxy.fail(toAmp("/confirm"), "bad-gateway");
    await mine(bench.sandbox, REQUIRED_CONFIRMATIONS);
    await work();
    expect((await operationOf(id)).state).toBe("confirming");
    expect(
      (await control("reorganise", { blocks: REQUIRED_CONFIRMATIONS, remine: false })).status,
    ).toBeLessThan(300);
    bench.proxy.heal();
    await work();
    expect((await operationOf(id)).state).not.toBe("done");
    await expectDoneOnce(bench, asset, id);
  });
});

describe("a reissuance", () => {
  it("is finished after a look when its transaction had lost and came back", async () => {
    const supply = await supplyAsset(bench);
    const id = await approveSupply(bench.actor, "reissuance", supply, 50n);
    await work();
    const sent = await operationOf(id);
    expect(sent.state).toBe("sent");
    await moveOperation(sent, { state: "unknown", nextRunAt: new Date(0) }, null);
    await expectCarriedOut(bench, supply, id, "reissuance", 50n);
    expect(await callNode(bench.sandbox, "listlockunspent")).toEqual([]);
  });
});
