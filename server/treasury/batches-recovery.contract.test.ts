import { beforeAll, describe, expect, it } from "vitest";
import { batchRows, batchSumsOf, currentBatch } from "@/lib/domain/batches";
import type { JournalEntry } from "@/lib/domain/journal";
import type { OperationState } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import { deskEnv } from "@/server/platform/env";
import { mine } from "@/server/sandbox/amp/testing";
import { distributionMachine } from "./distribution-machine";
import { moveOperation, type Operation } from "./store";
import { approve, readyAsset, work } from "./testing";
import {
  addReady,
  contextOf,
  type Distribution,
  decide,
  distributionOf,
  EIGHT,
  FOUR,
  finish,
  holdersWith,
  paid,
  readiness,
  stateOf,
  txidsOfBatches,
} from "./testing-batches";
import { sharedBench } from "./testing-bench";

const bench = sharedBench({ TREASURY_BATCH_SIZE: "3" });
beforeAll(() => {
  deskEnv().TREASURY_SETTLE_MS = 1;
});

const planIn = ({ state }: Operation) => {
  const plan = distributionMachine[state];
  if (!plan) throw new Error(`Nothing is done in ${state}.`);
  return plan;
};

/** One step as the runner makes it; a death leaves the outcome unwritten, or the step undone as well. */
async function step(id: string, death?: "after its intent" | "after its effect"): Promise<void> {
  const operation = await distributionOf(id);
  const plan = planIn(operation);
  const context = await contextOf(bench, operation);
  expect((await plan.ready?.(operation, context)) ?? null).toBeNull();
  const facts = { ...operation.facts, ...(await plan.marks?.(operation, context)) };
  const entry: JournalEntry = { step: plan.step, phase: "intent", detail: {} };
  const intended = { state: plan.during, facts, nextRunAt: new Date(0) };
  const during = (await moveOperation(operation, intended, entry)) as Distribution | null;
  if (death === "after its intent") return;
  if (!during) throw new Error("Somebody else moved the operation.");
  const outcome = await plan.run(during, context);
  if (death) return;
  const nextRunAt = outcome.againInMs === null ? null : new Date(0);
  const change = { state: outcome.state, nextRunAt, problem: outcome.problem ?? null };
  await moveOperation(during, outcome.facts ? { ...change, facts: outcome.facts } : change, null);
}

/** Found only by dying while sending, which the deaths in `ordered` do. */
const AFTER_SENDING: OperationState[] = ["sending", "unknown"];
const BOUNDARIES = Object.keys(distributionMachine)
  .filter((state) => !AFTER_SENDING.includes(state as OperationState))
  .flatMap((state) =>
    (["after its intent", "after its effect"] as const).map((death) => ({
      state: state as OperationState,
      step: distributionMachine[state as OperationState]?.step,
      death,
    })),
  );

/** Brings a distribution of two batches to this state, in its second batch where it has one. */
async function bringTo(state: OperationState, id: string): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const operation = await distributionOf(id);
    const batch = currentBatch(operation.facts);
    if (operation.state === state && (batch === 1 || state === "requested")) return;
    if (state === "cancelling" && operation.state === "ordered" && batch === 1)
      await decide(bench, id, "cancel");
    else if (state === "by-hand" && operation.state === "ordered" && batch === 1) {
      await decide(bench, id, "by-hand");
      await work();
    } else if (operation.state === "sent") {
      await mine(bench.sandbox, 2);
      await step(id);
    } else await step(id);
  }
  throw new Error(`${state} is never reached.`);
}

describe("a worker that dies in the second batch", () => {
  it.each(BOUNDARIES)(
    "in $state ($step), $death, leaves one transaction per batch",
    async ({ state, death }) => {
      const asset = await readyAsset(bench, FOUR);
      const id = await approve(bench.actor, asset.uuid);
      await addReady(bench, asset, 7);
      await bringTo(state, id);
      await step(id, death);
      if (state === "by-hand") await decide(bench, id, "automatic");
      const end = await finish(bench, id);
      const isWhole = state !== "cancelling";
      expect(end.state).toBe(isWhole ? "done" : "cancelled");
      const txids = await txidsOfBatches(bench, id, 2);
      expect(txids.map((some) => some.length)).toEqual([1, isWhole ? 1 : 0]);
      expect(await paid(bench, asset)).toEqual(holdersWith(asset, isWhole ? FOUR : [10, 20, 30]));
      expect(await readiness(bench, asset)).toEqual(isWhole ? { 7: true } : { 7: true, 40: true });
    },
  );

  it("while sending, and is closed by a person, lets go what it held back and calls the batch unclear", async () => {
    const asset = await readyAsset(bench, EIGHT);
    const id = await approve(bench.actor, asset.uuid);
    await bringTo("ordered", id);
    await step(id, "after its intent");
    deskEnv().TREASURY_SETTLE_MS = 60_000;
    await work();
    deskEnv().TREASURY_SETTLE_MS = 1;
    expect(await stateOf(id)).toBe("unknown");
    await decide(bench, id, "close");
    const end = await finish(bench, id);
    expect(batchRows(end, batchSumsOf(end)).map(({ state }) => state)).toEqual([
      "confirmed",
      "unclear",
      "not-sent",
    ]);
    expect([end.state, end.problem?.message]).toEqual(["failed", worksText.closed]);
    expect(await readiness(bench, asset)).toMatchObject({ 70: true, 80: true });
  });
});
