import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { pool } from "@/server/db/client";
import { deskEnv } from "@/server/platform/env";
import { mine } from "@/server/sandbox/amp/testing";
import { getAmpDistribution, listAmpDistributions } from "@/server/services/amp-distributions";
import { previewDistribution, startDistribution } from "@/server/services/distributions";
import { decideOperation } from "@/server/services/operations";
import type { Decision } from "./decisions";
import { readJournal } from "./journal-store";
import { withOperationLock } from "./lock";
import { runDueOperations } from "./runner";
import { insertOperation } from "./store";
import {
  approve,
  askedOfAmp,
  assign,
  expectDoneOnce,
  holdersOf,
  operationOf,
  ownersAtAmp,
  sendsOf,
  takenAtAmp,
  toAmp,
  txidsOf,
  work,
} from "./testing";
import { assetPerTest, sharedBench } from "./testing-bench";

const bench = sharedBench();
const asset = assetPerTest(bench);

const start = () => approve(bench.actor, asset.uuid);
const stateOf = async (id: string) => (await operationOf(id)).state;
const decide = (operationId: string, decision: Decision) =>
  decideOperation(bench.actor, { operationId, decision });
const conflict = { code: "CONFLICT" };

describe("a distribution", () => {
  it("pays every holder in one tagged transaction and tells AMP", async () => {
    const id = await start();
    await work();
    expect(await stateOf(id)).toBe("sent");
    const [params, ...more] = sendsOf(bench, id);
    expect(more).toEqual([]);
    // Position 9 is `ignoreblindfail`: with its default, true, the node would send unblinded.
    expect([params?.[3], params?.[9]]).toEqual([`${id}:0`, false]);
    await mine(bench.sandbox, 1);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "sent", facts: { confirmations: 1 } });
    expect(await ownersAtAmp(bench, asset)).toEqual([]);
    await mine(bench.sandbox, 1);
    await work();
    const { state, facts } = await operationOf(id);
    expect([state, await txidsOf(bench, id)]).toEqual(["done", [facts.txid]]);
    expect(await ownersAtAmp(bench, asset)).toEqual(holdersOf(asset));
    const steps = (await readJournal(id)).map(({ step, phase }) => `${step} ${phase}`);
    expect(steps).toEqual([
      "hold intent",
      "hold outcome",
      "order intent",
      "order outcome",
      "send intent",
      "send outcome",
      "watch outcome",
      "watch outcome",
      "confirm intent",
      "confirm outcome",
    ]);
  });

  it("is listed as AMP has booked it, also where another tool ran it", async () => {
    const everything = { limit: 50, filters: {} };
    const list = () => listAmpDistributions(bench.actor, asset.uuid, everything);
    const id = await start();
    await work();
    const { facts } = await operationOf(id);
    const distributionUuid = facts.order?.distributionUuid ?? "";
    const detail = (query: Partial<ListQuery> = {}) =>
      getAmpDistribution(bench.actor, asset.uuid, distributionUuid, { ...everything, ...query });
    expect((await list()).rows).toEqual([]);
    await expect(detail()).rejects.toMatchObject({ code: "NOT_FOUND" });
    // As if AMP's list were a long one: what is copied of it is served until this desk changes something.
    await pool().query("update mirror_copies set row_count = 100000 where kind = 'distributions'");
    expect((await list()).freshness.source).toBe("mirror");
    await expectDoneOnce(bench, asset, id);
    const row = { distributionUuid, status: "CONFIRMED", txids: [facts.txid], recipients: 2 };
    const last = { confirmedAt: expect.any(Date), blockHeight: expect.any(Number) };
    const booked = { ...row, ...last, totalSats: 250_001n, operationId: id };
    expect((await list()).rows).toEqual([booked]);
    const { distribution, recipients: page } = await detail();
    expect(distribution).toEqual(booked);
    const recipients = page.rows;
    const paid = recipients.map((one) => [one.registeredUser, one.amountSats, one.txid]);
    const owed = asset.holders.map((one) => [one.id, BigInt(one.amount), facts.txid]);
    expect(new Set(paid)).toEqual(new Set(owed));
    expect(recipients.map((one) => one.userName)).toEqual(recipients.map(() => expect.any(String)));
    const first = await detail({ limit: 1 });
    expect(first.recipients).toMatchObject({ total: 2, rows: [recipients[0]] });
    const next = await detail({ limit: 1, cursor: first.recipients.nextCursor ?? "" });
    expect(next).toMatchObject({
      distribution: booked,
      recipients: { rows: [recipients[1]], nextCursor: null },
    });
    const found = async (q: string) => (await detail({ q })).recipients.rows;
    const [, second] = recipients;
    expect(await found(`${second?.userName}`.toUpperCase())).toEqual([second]);
    expect(await found(second?.txid.slice(0, 10) ?? "")).toEqual(recipients);
    expect(await found("Nobody of them")).toEqual([]);
    await pool().query("update operations set facts = '{}' where id = $1", [id]);
    expect((await list()).rows).toEqual([{ ...booked, operationId: null }]);
    bench.proxy.fail(toAmp("/distributions"), "bad-gateway", 9);
    expect(await list()).toMatchObject({
      rows: [{ ...booked, operationId: null }],
      freshness: { source: "mirror", failure: expect.any(String) },
    });
  });

  it("is not done again by a worker that meets it at its end", async () => {
    const id = await start();
    await work();
    await expectDoneOnce(bench, asset, id);
    await work();
    expect(sendsOf(bench, id)).toHaveLength(1);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
  });

  it("is sent once by many workers at the same moment", async () => {
    const id = await start();
    await Promise.all(Array.from({ length: 6 }, () => runDueOperations(1)));
    await work();
    expect(sendsOf(bench, id)).toHaveLength(1);
    expect(await askedOfAmp(bench, asset.uuid, "distributions/create")).toBe(1);
    await expectDoneOnce(bench, asset, id);
  });
});

describe("an order that is not what was approved", () => {
  it("stops for good, and cancelling it frees AMP's assignments", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("/distributions/create"), "cut-before");
    await work();
    bench.proxy.heal();
    await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, 77);
    // The question that seemed lost arrives after all.
    await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: "AMP's order pays 1 address(es) that nobody approved.", mayRetry: false },
    });
    await expect(decide(id, "retry")).rejects.toMatchObject(conflict);
    expect(await takenAtAmp(bench, asset)).toBe(3);
    await decide(id, "cancel");
    await work();
    // The order that was found need not be the answer to the question.
    expect([await stateOf(id), await takenAtAmp(bench, asset)]).toEqual(["cancelling", 0]);
    const settleMs = deskEnv().TREASURY_SETTLE_MS;
    deskEnv().TREASURY_SETTLE_MS = 1;
    await work();
    deskEnv().TREASURY_SETTLE_MS = settleMs;
    expect([await stateOf(id), await takenAtAmp(bench, asset), sendsOf(bench, id)]).toEqual([
      "cancelled",
      0,
      [],
    ]);
    const again = await start();
    await work();
    expect(await stateOf(again)).toBe("sent");
  });

  it("is not asked for while an approved assignment is locked, and is once it is unlocked", async () => {
    const id = await start();
    const rows: { id: number }[] = (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
    await bench.amp.put(`/assets/${asset.uuid}/assignments/${rows[0]?.id}/lock`);
    await work();
    const { state, problem } = await operationOf(id);
    expect([state, problem?.mayRetry, sendsOf(bench, id)]).toEqual(["stopped", true, []]);
    expect(problem?.message).toContain(`The assignment ${rows[0]?.id}`);
    expect(await takenAtAmp(bench, asset)).toBe(0);
    await bench.amp.put(`/assets/${asset.uuid}/assignments/${rows[0]?.id}/unlock`);
    await decide(id, "retry");
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("is left alone when somebody else asked for it, because it may already be paid", async () => {
    const id = await start();
    const { body: foreign } = await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining("another distribution"), mayRetry: true },
    });
    await decide(id, "retry");
    await work();
    expect([await stateOf(id), sendsOf(bench, id), await takenAtAmp(bench, asset)]).toEqual([
      "stopped",
      [],
      2,
    ]);
    await bench.amp.delete(`/assets/${asset.uuid}/distributions/${foreign.distribution_uuid}/cancel`);
    await decide(id, "retry");
    await work();
    await expectDoneOnce(bench, asset, id);
  });

  it("stops when AMP refuses the order, and is tried again by a person's choice", async () => {
    const id = await start();
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await decide(id, "retry");
    await work();
    await expectDoneOnce(bench, asset, id);
  });
});

describe("one asset", () => {
  it("has one open operation", async () => {
    const id = await start();
    const second = { ...(await operationOf(id)), requestedBy: "issuer", requestId: "r" };
    const link = { href: routes.distribution(asset.uuid, id), label: operationsText.underWay.follow };
    await expect(insertOperation(second)).rejects.toMatchObject({ ...conflict, link });
    await expect(start()).rejects.toMatchObject({ code: "REJECTED", link });
    // What is ordered by now is in no list any more: the one that is open is said all the same.
    const { intentHash } = await operationOf(id);
    await work();
    const again = { intentId: randomUUID(), assetUuid: asset.uuid, intentHash };
    await expect(startDistribution(bench.actor, again)).rejects.toMatchObject({ code: "REJECTED", link });
    await work();
    await expectDoneOnce(bench, asset, id);
    await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, 5);
    expect(await start()).not.toBe(id);
  });

  it("gets one operation from two people who approve at the same moment", async () => {
    const { intentHash } = await previewDistribution(bench.actor, asset.uuid);
    const approvals = Array.from({ length: 2 }, () =>
      startDistribution(bench.actor, { intentId: randomUUID(), assetUuid: asset.uuid, intentHash }),
    );
    const ends = await Promise.allSettled(approvals);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is not distributed when what was approved has changed before it was stored", async () => {
    const { intentHash } = await previewDistribution(bench.actor, asset.uuid);
    await assign(bench.amp, asset.uuid, asset.holders[0]?.id ?? 0, 5);
    const input = { intentId: randomUUID(), assetUuid: asset.uuid, intentHash };
    await expect(startDistribution(bench.actor, input)).rejects.toMatchObject(conflict);
  });
});

describe("a person's decision", () => {
  it("does not meet a running step, however long that takes", async () => {
    const id = await start();
    await withOperationLock(id, async () => {
      await expect(decide(id, "cancel")).rejects.toMatchObject(conflict);
    });
    await decide(id, "cancel");
    expect(await stateOf(id)).toBe("cancelling");
    await work();
    expect(await stateOf(id)).toBe("cancelled");
  });

  it("cannot cancel what was sent", async () => {
    const id = await start();
    await work();
    await expect(decide(id, "cancel")).rejects.toMatchObject(conflict);
    await expectDoneOnce(bench, asset, id);
    await expect(decide(id, "cancel")).rejects.toMatchObject(conflict);
  });
});
