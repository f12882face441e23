import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_ROWS } from "@/lib/contracts/portion";
import { allBehind } from "@/lib/contracts/testing-portion";
import type { Actor } from "@/lib/domain/actor";
import { batchSumsOf } from "@/lib/domain/batches";
import type { DistributionIntent, IntentAssignment, SupplyIntent } from "@/lib/domain/intent";
import type { OperationFacts } from "@/lib/domain/operation";
import { encodeJson } from "@/lib/json";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { readJournal } from "@/server/treasury/journal-store";
import { findOperation, insertOperation, moveOperation, type Operation } from "@/server/treasury/store";
import { allAssets } from "./assets";
import { exportList } from "./exports";
import { getAssignmentsOf, getEarlierJournal, getOperation, getOperationNews } from "./operations";
import { signIn } from "./sign-in";

const RECIPIENTS = 3_000;
const LINES = 120;

let sandbox: TestSandbox;
let desk: TestDesk;
let actor: Actor;
let manager: Actor;
let assets: string[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  [actor, manager] = await Promise.all([atDesk("issuer"), atDesk("manager")]);
  assets = (await allAssets(actor)).map(({ assetUuid }) => assetUuid);
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

async function atDesk(username: "issuer" | "manager"): Promise<Actor> {
  const account = { username, password: `${username}-password` };
  const found = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!found) throw new Error("Nobody is signed in.");
  return found;
}

/** Numbers with gaps and in no order, amounts beyond what a float holds. */
const ASSIGNMENTS: IntentAssignment[] = Array.from({ length: RECIPIENTS }, (_, at) => {
  const assignmentId = ((at * 7_919) % RECIPIENTS) * 3 + 5;
  const amountSats = 9_007_199_254_740_993n + BigInt(assignmentId);
  return { assignmentId, registeredUser: at, userName: `Ada ${at}`, gaid: `GA${at}`, amountSats };
});
const SORTED = ASSIGNMENTS.toSorted((a, b) => a.assignmentId - b.assignmentId);

async function stored(intent: Pick<DistributionIntent, "batchSize" | "adopts">, facts: OperationFacts) {
  const [assetUuid = ""] = assets;
  const totalSats = ASSIGNMENTS.reduce((sum, { amountSats }) => sum + amountSats, 0n);
  const asset = { assetUuid, assetId: "", assetName: "Harbour Bond", ticker: "HB", precision: 2, totalSats };
  const operation = await insertOperation(
    {
      ...{ workspaceId: actor.workspaceId, assetUuid, requestedBy: "Ada", requestId: randomUUID() },
      ...{ kind: "distribution", intentHash: "ab".repeat(32) },
      intent: { ...asset, ...intent, assignments: ASSIGNMENTS },
    },
    { state: "sent", facts },
  );
  return operation as Operation<"distribution">;
}

/** One open operation per asset is all there may be. */
const ended = (operation: Operation) => moveOperation(operation, { state: "done", nextRunAt: null }, null);

async function shown(id: string) {
  const { operation } = await getOperation(actor, id);
  if (operation.kind !== "distribution") throw new Error("It is no distribution.");
  return operation.intent;
}

describe("the page of a distribution to thousands", () => {
  it.each([
    ["of the size that was approved", { batchSize: 60 }, {}],
    ["of the size that it began with", { batchSize: 60 }, { batchSize: 7, batch: 3 }],
    ["of one transaction, as those before there were batches", {}, {}],
    ["that took an order over", { adopts: "d" }, { batch: 0 }],
  ])("has the sums of all its transactions and the first rows: %s", async (_, intent, facts) => {
    const operation = await stored(intent, facts);
    const { batches, assignments, ...head } = await shown(operation.id);
    expect(batches).toEqual(batchSumsOf(operation));
    expect(assignments).toEqual({
      rows: SORTED.slice(0, FIRST_ROWS),
      total: RECIPIENTS,
      next: SORTED[FIRST_ROWS - 1]?.assignmentId,
    });
    const { assignments: _all, ...approved } = operation.intent;
    expect(head).toEqual(approved);
    await ended(operation);
  });

  it("gives the rest by the page, each once", async () => {
    const operation = await stored({ batchSize: 60 }, {});
    const { assignments } = await shown(operation.id);
    expect(await allBehind(assignments, (after) => getAssignmentsOf(actor, operation.id, after))).toEqual(
      SORTED,
    );
    await ended(operation);
  });

  it("is small, at first and at each look, whatever the worker keeps for itself", async () => {
    const held = ASSIGNMENTS.map(({ assignmentId }) => assignmentId);
    const operation = await stored({ batchSize: 60 }, { held });
    expect(encodeJson(operation).length).toBeGreaterThan(300_000);
    expect(encodeJson(await getOperation(actor, operation.id)).length).toBeLessThan(12_000);
    const news = await getOperationNews(actor, operation.id);
    expect(encodeJson(news).length).toBeLessThan(1_500);
    expect(news.operation).toMatchObject({ id: operation.id, state: "sent" });
    expect(news.operation).not.toHaveProperty("intent");
    await ended(operation);
  });

  it("has the end of its journal, and what was before by the page", async () => {
    let operation: Operation | null = await stored({ batchSize: 60 }, {});
    const { id } = operation;
    for (let at = 0; at < LINES && operation; at += 1) {
      const entry = { step: "send", phase: "outcome" as const, detail: { batch: at } };
      operation = await moveOperation(operation, { state: "sent", nextRunAt: null }, entry);
    }
    const all = await readJournal(id);
    expect(all).toHaveLength(LINES);
    let { journal } = await getOperation(actor, id);
    expect(journal).toEqual({ lines: all.slice(-50), earlier: 70 });
    expect((await getOperationNews(actor, id)).journal).toEqual(journal);
    const seen = [...journal.lines];
    while (journal.earlier > 0) {
      journal = await getEarlierJournal(actor, id, seen[0]?.id ?? 0n);
      seen.unshift(...journal.lines);
    }
    expect(seen).toEqual(all);
    expect(await getEarlierJournal(actor, id, all[0]?.id ?? 0n)).toEqual({ lines: [], earlier: 0 });
    if (operation) await ended(operation);
  });

  it("opens to nobody else, in none of its parts", async () => {
    const operation = await stored({}, {});
    const { id } = operation;
    const ofAnother = { ...actor, workspaceId: randomUUID() };
    const reads: ((who: Actor) => Promise<unknown>)[] = [
      (who) => getOperation(who, id),
      (who) => getOperationNews(who, id),
      (who) => getAssignmentsOf(who, id, 0),
      (who) => getEarlierJournal(who, id, 1n),
    ];
    for (const read of reads) {
      await expect(read(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(read(ofAnother)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await ended(operation);
  });
});

describe("the file of those whom a distribution pays", () => {
  const fileOf = async (params: Record<string, string>, who = actor) => {
    let text = "";
    const { chunks } = await exportList(who, "distribution-intent", { format: "json", ...params });
    for await (const chunk of chunks) text += chunk;
    return JSON.parse(text) as { about: Record<string, string>; rows: Record<string, string>[] };
  };

  it("has everybody whom an approved one pays, with the hash that was approved", async () => {
    const operation = await stored({ batchSize: 60 }, {});
    const { about, rows } = await fileOf({ of: operation.assetUuid, operation: operation.id });
    expect(Object.values(about)).toContain(operation.intentHash);
    expect(rows).toHaveLength(RECIPIENTS);
    expect(rows.map(({ amount_sats }) => amount_sats).sort()).toEqual(
      ASSIGNMENTS.map(({ amountSats }) => String(amountSats)).sort(),
    );
    for (const of of [assets[1] ?? "", randomUUID()]) {
      await expect(fileOf({ of, operation: operation.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const asManager = fileOf({ of: operation.assetUuid, operation: operation.id }, manager);
    await expect(asManager).rejects.toMatchObject({ code: "FORBIDDEN" });
    await ended(operation);
  });

  it("is none of what is no distribution", async () => {
    const [assetUuid = ""] = assets;
    const burn = await insertOperation({
      ...{ workspaceId: actor.workspaceId, assetUuid, requestedBy: "Ada", requestId: randomUUID() },
      ...{ kind: "burn", intentHash: "", intent: { assetUuid } as SupplyIntent },
    });
    await expect(fileOf({ of: assetUuid, operation: burn.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getAssignmentsOf(actor, burn.id, 0)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findOperation(burn.id)).not.toBeNull();
    await ended(burn);
  });
});
