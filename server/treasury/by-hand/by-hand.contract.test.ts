import { afterEach, describe, expect, it, vi } from "vitest";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { pool } from "@/server/db/client";
import { attachByHand, downloadOrder } from "@/server/services/by-hand";
import { readJournal } from "../journal-store";
import { approve, readyAsset, sendsOf, toAmp, toNode, work } from "../testing";
import { decide, distributionOf, FOUR, holdersWith, paid, stateOf } from "../testing-batches";
import { assetPerTest } from "../testing-bench";
import { approveByHand, expectOwners, officialClient, payOrder } from "./testing";
import { byHandBench, handOutOf, letTimePass } from "./testing-bench";

/** AMP's order handed out, and run by a client of its own. */

const bench = byHandBench({ TREASURY_BATCH_SIZE: "3" });
const asset = assetPerTest(bench);
afterEach(() => vi.restoreAllMocks());

const sendsSeen = () => bench.proxy.seen.filter(toNode("sendmany")).length;
const fileOf = async (id: string) => (await downloadOrder(bench.actor, id)).text;

/** @returns what the sandbox answered to questions for an order, letter by letter, whether it arrived or not */
function listenToAmp(): string[] {
  const answers: string[] = [];
  const fetched = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...input) => {
    const response = await fetched(...input);
    const url = String(input[0]);
    const isAnswer = url.startsWith(bench.sandbox.url) && url.includes("/distributions/create");
    if (isAnswer) answers.push(await response.clone().text());
    return response;
  });
  return answers;
}

const handOut = () => handOutOf(bench, asset);

describe("AMP's order", () => {
  it("is downloaded letter by letter as AMP answered, and written into the audit log", async () => {
    const answers = listenToAmp();
    const id = await handOut();
    const file = await downloadOrder(bench.actor, id);
    expect(answers).toHaveLength(1);
    expect(file).toMatchObject({ text: answers[0], isRebuilt: false });
    expect(file.text).toMatch(/0\.00000001\b/);
    const { distributionUuid } = (await distributionOf(id)).facts.order ?? {};
    expect(file.name).toBe(`amp-distribution-${distributionUuid}.json`);
    const { rows } = await pool().query(
      "select action, outcome from audit_entries where action = 'distribution.order-downloaded'",
    );
    expect(rows).toContainEqual({ action: "distribution.order-downloaded", outcome: "ok" });
    const by = bench.actor.personName;
    expect((await distributionOf(id)).facts.byHand?.taken).toEqual([{ by, at: expect.any(Date) }]);
    const lines = (await readJournal(id)).map(({ step, detail }) => [step, detail.by]);
    expect(lines).toContainEqual(["download", by]);
  });

  it("has everything that the official client reads when AMP's answer got lost", async () => {
    const answers = listenToAmp();
    const id = await approveByHand(bench, asset.uuid);
    bench.proxy.fail(toAmp("/distributions/create"), "cut-after", 1);
    await work();
    await work();
    const file = await downloadOrder(bench.actor, id);
    expect([file.isRebuilt, answers.length]).toEqual([true, 1]);
    const answered = parseExactJson(answers[0] ?? "") as Record<string, unknown>;
    // The desk names the address under which it knows AMP, here the proxy's.
    const expected = { ...answered, base_url: `${bench.proxy.url}/api/{}` };
    expect(parseExactJson(file.text)).toEqual(expected);
    expect(printExactJson(answered.map_address_amount)).toMatch(/:0\.00250000,.*:0\.00000001\b/);
    expect(file.text).toContain(printExactJson(answered.map_address_amount));
    await officialClient(bench).distribute(file.text);
    await work();
    expect(await stateOf(id)).toBe("done");
    await expectOwners(bench, asset);
  });

  it("cannot be downloaded while the worker has it, nor by somebody of another workspace", async () => {
    const id = await approve(bench.actor, asset.uuid);
    await expect(fileOf(id)).rejects.toMatchObject({ code: "CONFLICT" });
    const stranger = { ...bench.actor, workspaceId: crypto.randomUUID() };
    await expect(downloadOrder(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(downloadOrder({ ...bench.actor, role: "manager" }, id)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("is not handed out for the first time when AMP wants it no more", async () => {
    const id = await approveByHand(bench, asset.uuid);
    bench.proxy.fail(toAmp("/lost-outputs"), "cut-before");
    await work();
    await expect(fileOf(id)).rejects.toMatchObject({ code: "CONFLICT" });
    bench.proxy.heal();
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    await work();
    expect(await distributionOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await decide(bench, id, "retry");
    await work();
    expect(await stateOf(id)).toBe("by-hand");
  });
});

describe("an order that is run elsewhere", () => {
  it("is never sent by the worker, whatever happens", async () => {
    const before = sendsSeen();
    const id = await handOut();
    letTimePass();
    for (let round = 0; round < 4; round += 1) await work();
    expect([await stateOf(id), sendsSeen() - before]).toEqual(["by-hand", 0]);
  });

  it("is followed through AMP when a client of its own pays and confirms it", async () => {
    const id = await handOut();
    const before = sendsSeen();
    const txid = await officialClient(bench).distribute(await fileOf(id));
    await work();
    const { state, problem, facts } = await distributionOf(id);
    expect([state, problem, sendsSeen() - before]).toEqual(["done", null, 0]);
    expect(facts.sentBatches).toMatchObject([{ txid, recipients: 2, totalSats: 250_001n }]);
    await expectOwners(bench, asset);
  });

  it("stays elsewhere for each of its batches", async () => {
    Object.assign(asset, await readyAsset(bench, FOUR));
    const id = await approveByHand(bench, asset.uuid);
    const files: string[] = [];
    for (let batch = 0; batch < 2; batch += 1) {
      await work();
      const file = await fileOf(id);
      files.push(file);
      await officialClient(bench).distribute(file);
      await work();
    }
    await work();
    expect(new Set(files).size).toBe(2);
    expect(await stateOf(id)).toBe("done");
    expect(await paid(bench, asset)).toEqual(holdersWith(asset, FOUR));
  });

  it("is handed out while the node is away, and then neither sent nor cancelled by the desk", async () => {
    const id = await approveByHand(bench, asset.uuid);
    bench.proxy.fail(toNode(), "cut-before");
    await work();
    expect((await fileOf(id)).length).toBeGreaterThan(0);
    bench.proxy.heal();
    await work();
    expect((await distributionOf(id)).facts.byHand).toMatchObject({ isBlind: true });
    await expect(decide(bench, id, "automatic")).rejects.toMatchObject({ code: "CONFLICT" });
    await decide(bench, id, "cancel");
    letTimePass();
    await work();
    expect(await distributionOf(id)).toMatchObject({
      state: "by-hand",
      problem: { message: expect.stringContaining("node was away") },
    });
    await officialClient(bench).distribute((await fileOf(id)) ?? "");
    await work();
    expect(await stateOf(id)).toBe("done");
  });

  it("comes back like any other when the node came back before anybody downloaded it", async () => {
    const id = await approveByHand(bench, asset.uuid);
    bench.proxy.fail(toNode(), "cut-before");
    await work();
    bench.proxy.heal();
    await work();
    const { byHand } = (await distributionOf(id)).facts;
    expect([byHand?.isBlind, byHand?.before?.balanceSats]).toEqual([undefined, expect.any(BigInt)]);
  });

  it("can be paused between its batches", async () => {
    Object.assign(asset, await readyAsset(bench, FOUR));
    const id = await handOut();
    await decide(bench, id, "pause");
    await officialClient(bench).distribute(await fileOf(id));
    await work();
    expect(await stateOf(id)).toBe("paused");
    await decide(bench, id, "continue");
    await work();
    expect([await stateOf(id), (await distributionOf(id)).facts.batch]).toEqual(["by-hand", 1]);
  });

  it.each(["by the worker", "elsewhere"])(
    "begins no further batch when its payment is attached after a cancel, run %s",
    async (where) => {
      Object.assign(asset, await readyAsset(bench, FOUR));
      const id = where === "elsewhere" ? await handOut() : await approve(bench.actor, asset.uuid);
      bench.proxy.fail(toNode("signmessage"), "cut-before");
      await work();
      const txid = await payOrder(bench, id);
      await decide(bench, id, "cancel");
      await work();
      bench.proxy.heal();
      await attachByHand(bench.actor, { operationId: id, txid });
      await work();
      await work();
      const { state, facts } = await distributionOf(id);
      expect([state, facts.batch, sendsOf(bench, id, 1).length]).toEqual(["paused", 1, 0]);
    },
  );

  it("may be chosen while the worker waits, and given back before it is handed out", async () => {
    const id = await approve(bench.actor, asset.uuid);
    bench.proxy.fail(toNode("signmessage"), "cut-before");
    await work();
    expect(await stateOf(id)).toBe("ordered");
    await decide(bench, id, "by-hand");
    await decide(bench, id, "automatic");
    await decide(bench, id, "by-hand");
    bench.proxy.heal();
    await work();
    expect([await stateOf(id), sendsOf(bench, id).length]).toEqual(["by-hand", 0]);
  });
});
