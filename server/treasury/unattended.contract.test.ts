import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentBatch } from "@/lib/domain/batches";
import { isFinal } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { nodeUrl } from "@/server/db/testing";
import { createNodeClient } from "@/server/elements/rpc";
import { walletPages } from "@/server/elements/wallet";
import { deskEnv } from "@/server/platform/env";
import { isFullRun } from "@/server/platform/testing";
import { mine, signIn as signInAtAmp } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signIn, signOut } from "@/server/services/sign-in";
import { readJournal } from "./journal-store";
import { runDueOperations } from "./runner";
import { findOperation, listOperations, type Operation } from "./store";
import { approve, type Bench, openBench, readyAsset, signInAtDesk, work } from "./testing";
import { decide, distributionOf, holdersWith, paid, stateOf } from "./testing-batches";

/** A distribution so long that nobody stays for it: `npm run test:full` takes 5,000 assignments. */
const ASSIGNMENTS = isFullRun ? 5000 : 60;
const BATCH = isFullRun ? 60 : 20;
const BATCHES = Math.ceil(ASSIGNMENTS / BATCH);
const PATIENCE_MS = isFullRun ? 60 * 60_000 : 120_000;
/** Small enough that the sum of all stays below what a test asset is issued with. */
const amounts = Array.from({ length: ASSIGNMENTS }, (_, place) => 1 + (place % 1000));
const PERSON = { username: "issuer", password: "issuer-password" };

let bench: Bench;
let restarted: TestSandbox | undefined;

beforeAll(async () => {
  bench = await openBench(() => ({ TREASURY_BATCH_SIZE: `${BATCH}` }));
  deskEnv().TREASURY_SETTLE_MS = 1;
});
afterAll(async () => {
  await restarted?.stop({ keepDatabase: true });
  await bench?.close();
});

/**
 * Works to the end, a block whenever the operation has seen the last one; `between` runs as each batch begins. Where it
 * asks for a new token somebody signs in and leaves at once.
 */
async function attendNobody(id: string, between: (batch: number) => Promise<void>) {
  let [begun, blocks, visits] = [-1, 0, 0];
  for (;;) {
    const operation = await distributionOf(id);
    if (isFinal(operation.state)) return { blocks, visits };
    expect(operation.nextRunAt, operation.problem?.message ?? "").not.toBeNull();
    const batch = currentBatch(operation.facts);
    if (batch > begun) {
      begun = batch;
      await between(batch);
    }
    if (operation.problem?.message === worksText.tokenRefused) {
      await comeAndGo(async () => {});
      visits += 1;
    }
    await work();
    if ((await stateOf(id)) !== "sent") continue;
    await mine(bench.sandbox, 1);
    blocks += 1;
  }
}

/** AMP and the node go away and come back; meanwhile the worker goes on asking. */
async function restartNode(id: string): Promise<void> {
  await bench.sandbox.stop({ keepDatabase: true });
  await work();
  expect((await distributionOf(id)).problem?.mayRetry).toBe(true);
  restarted = await startTestSandbox({ databaseUrl: bench.sandbox.databaseUrl });
  bench.proxy.moveTo(restarted.url);
  Object.assign(bench, { sandbox: restarted, amp: await signInAtAmp(restarted, "issuer") });
}

/** AMP refuses the stored token from now on. */
async function replaceToken(): Promise<void> {
  expect((await bench.amp.get("/user/refresh-token")).status).toBe(200);
  bench.amp = await signInAtAmp(bench.sandbox, "issuer");
}

/** @returns what was done while signed in; afterwards the session is worth nothing */
async function comeAndGo<T>(act: (actor: Bench["actor"]) => Promise<T>): Promise<T> {
  const secret = await signIn({ environment: "sandbox", method: "password", ...PERSON });
  const actor = await findActor(secret);
  if (!actor) throw new Error("The session is not there.");
  const done = await act(actor);
  await signOut(actor, secret);
  expect(await findActor(secret)).toBeNull();
  return done;
}

/** The wallet's transactions by the batch that their comment names. */
async function sentByBatch(id: string): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for await (const entries of walletPages(createNodeClient(nodeUrl(bench.sandbox.url), 10_000))) {
    for (const { comment = "", txid } of entries) {
      if (comment.startsWith(id)) found.set(comment, (found.get(comment) ?? new Set()).add(txid));
    }
  }
  return found;
}

describe("a distribution that nobody attends", () => {
  it(`pays ${ASSIGNMENTS} assignments once, past a restart of the node and a new token, in two blocks each`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const asset = await readyAsset(bench, amounts);
    await pool().query("update sessions set ended_at = now() where ended_at is null");
    const id = await comeAndGo((actor) => approve(actor, asset.uuid));
    const seen = await attendNobody(id, async (batch) => {
      if (batch === Math.floor(BATCHES / 3)) await restartNode(id);
      if (batch === Math.floor((2 * BATCHES) / 3)) await replaceToken();
    });
    expect(await distributionOf(id)).toMatchObject({ state: "done", problem: null });
    expect(seen).toEqual({ blocks: 2 * BATCHES, visits: 1 });
    const sent = await sentByBatch(id);
    expect([sent.size, ...[...sent.values()].map(({ size }) => size)]).toEqual([
      BATCHES,
      ...Array.from({ length: BATCHES }, () => 1),
    ]);
    expect(await paid(bench, asset)).toEqual(holdersWith(asset, amounts));
    const { rows } = await pool().query("select 1 from sessions where ended_at is null");
    expect(rows).toEqual([]);
  });

  it("keeps its journal to a handful of lines per transaction", async () => {
    const { rows } = await pool().query("select id from operations");
    const lines = await readJournal(rows[0].id);
    // Holding back takes a step for each two seconds that AMP takes.
    const steps = lines.filter(({ step }) => step !== "hold");
    expect(steps.length).toBeLessThanOrEqual(12 * BATCHES + 10);
  });
});

describe("a list of operations", () => {
  it("counts the assignments without reading them", async () => {
    const { rows } = await pool().query("select workspace_id from operations");
    const [listed] = await listOperations(rows[0].workspace_id, { limit: 1 });
    const totalSats = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
    expect(listed).toMatchObject({ items: ASSIGNMENTS, intent: { totalSats, batchSize: BATCH } });
    expect(listed?.intent).not.toHaveProperty("assignments");
    const { facts } = (await findOperation(listed?.id ?? "")) as Operation;
    expect(facts.sentBatches?.length).toBeGreaterThan(0);
    expect(listed?.facts).toEqual({
      ...{ txid: facts.txid, confirmations: facts.confirmations, booked: facts.sentBatches?.length },
    });
  });
});

describe("a pause while hundreds are being held back", () => {
  it("is heard between two of the steps, before all of them are locked", {
    timeout: PATIENCE_MS,
  }, async () => {
    bench.actor = await signInAtDesk(); // the first test has replaced the token
    const asset = await readyAsset(
      bench,
      Array.from({ length: BATCH + 30 }, () => 5),
    );
    const id = await approve(bench.actor, asset.uuid);
    await slowLocks(500);
    const worker = (async () => {
      // A worker rests between two rounds.
      for (; (await stateOf(id)) !== "paused"; await sleep(400)) await runDueOperations(1);
    })();
    while ((await stateOf(id)) === "requested") await sleep(20);
    await decide(bench, id, "pause");
    await worker;
    const { facts, nextRunAt } = await distributionOf(id);
    const rows: { ready_for_distribution: boolean }[] = (
      await bench.amp.get(`/assets/${asset.uuid}/assignments`)
    ).body;
    const locked = rows.filter((row) => !row.ready_for_distribution).length;
    expect(nextRunAt).toBeNull();
    expect(facts.held).toHaveLength(30);
    expect(locked).toBeGreaterThan(0);
    expect(locked).toBeLessThan(30);
  });
});

async function slowLocks(ms: number): Promise<void> {
  const fault = { surface: "amp", target: "lockAssignment", kind: "latency", ms };
  const response = await fetch(`${bench.sandbox.url}/control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
  expect(response.status).toBe(200);
}
