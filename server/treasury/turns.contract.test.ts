import { describe, expect, it } from "vitest";
import type { OperationState } from "@/lib/domain/operation";
import { isFinal } from "@/lib/domain/operation";
import { pool } from "@/server/db/client";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { readJournal } from "./journal-store";
import { runDueOperations } from "./runner";
import { moveOperation, type Operation } from "./store";
import { approve, operationOf, readyAsset, work } from "./testing";
import { contextOf, EIGHT, stateOf } from "./testing-batches";
import { sharedBench } from "./testing-bench";
import { mayBeOwnTurn, ownTurn } from "./turns";

const bench = sharedBench({ TREASURY_BATCH_SIZE: "3" });

describe("two operations of one wallet", () => {
  const openBroadcasts = async (ids: string[]) => {
    const entries: { txid: string; comment?: string; confirmations: number }[] = await callNode(
      bench.sandbox,
      "listtransactions",
      ["*", 1000],
    );
    const open = entries.filter(
      ({ comment = "", confirmations }) => confirmations < 2 && ids.some((id) => comment.startsWith(id)),
    );
    return new Set(open.map(({ txid }) => txid)).size;
  };

  it("never have two open broadcasts, and the longer one lets the other in between its batches", async () => {
    const [long, short] = [await readyAsset(bench, EIGHT), await readyAsset(bench, [11])];
    const ids = [await approve(bench.actor, long.uuid), await approve(bench.actor, short.uuid)] as const;
    const order: string[] = [];
    for (let round = 0; round < 40; round += 1) {
      await work();
      expect(await openBroadcasts([...ids])).toBeLessThanOrEqual(1);
      for (const id of ids) if ((await stateOf(id)) === "sent" && order.at(-1) !== id) order.push(id);
      const states = await Promise.all(ids.map(stateOf));
      if (states.every(isFinal)) break;
      await mine(bench.sandbox, 1);
    }
    expect(await Promise.all(ids.map(stateOf))).toEqual(["done", "done"]);
    expect(order).toEqual([ids[0], ids[1], ids[0]]);
  });

  it("wait with a sentence, and leave no line in the journal for each look", async () => {
    const assets = [await readyAsset(bench, [11]), await readyAsset(bench, [12])];
    const ids = [];
    for (const { uuid } of assets) ids.push(await approve(bench.actor, uuid));
    for (let round = 0; round < 3; round += 1) await work();
    const states = await Promise.all(ids.map(operationOf));
    expect(states.map(({ state }) => state).sort()).toEqual(["ordered", "sent"]);
    const waiting = states.find(({ state }) => state === "ordered");
    expect(waiting?.problem?.message).toContain("Another operation of this wallet");
    const before = (await readJournal(waiting?.id ?? "")).length;
    for (let round = 0; round < 3; round += 1) await work();
    expect(await readJournal(waiting?.id ?? "")).toHaveLength(before);
  });

  it("ask neither AMP nor the node while they only wait for their turn", async () => {
    const assets = [await readyAsset(bench, [11]), await readyAsset(bench, [12])];
    const ids = [];
    for (const { uuid } of assets) ids.push(await approve(bench.actor, uuid));
    for (let round = 0; round < 3; round += 1) await work();
    const operations = await Promise.all(ids.map(operationOf));
    const waiting = operations.find(({ state }) => state === "ordered");
    const look = async () => {
      const from = bench.proxy.seen.length;
      await pool().query("update operations set next_run_at = now() + interval '1 hour'");
      await wake(waiting?.id ?? "");
      await runDueOperations(1);
      return bench.proxy.seen.slice(from);
    };
    expect(await look()).toEqual([]);
    expect((await operationOf(waiting?.id ?? "")).problem?.message).toContain(
      "Another operation of this wallet",
    );
    await mine(bench.sandbox, 2);
    for (const { id } of operations) await wake(id);
    await runDueOperations(1);
    expect((await look()).length).toBeGreaterThan(0);
  });

  it("let an earlier one pass although a later one was granted its turn and has not used it", async () => {
    const [first, second] = [await orderedOperation(11), await orderedOperation(12)];
    const context = await contextOf(bench, first);
    await ownTurn(first, context);
    const stopped = await moved(first, "stopped");
    await ownTurn(second, context);
    await moved(stopped, "ordered");
    const look = async (operation: Operation) => {
      await mayBeOwnTurn(operation, context);
      await ownTurn(operation, context);
    };
    await expect(look(second)).rejects.toMatchObject({ code: "CONFLICT" });
    await look(first);
  });

  it("asked for their turn in the same moment, one passes", async () => {
    const operations: Operation[] = [];
    for (const amount of [11, 12, 13]) operations.push(await orderedOperation(amount));
    const context = await contextOf(bench, operations[0] as Operation);
    for (let round = 0; round < 5; round += 1) {
      const ends = await Promise.allSettled(operations.map((operation) => ownTurn(operation, context)));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  it("do not overtake one that was let through while the earlier one stood still", async () => {
    const [first, second] = [await orderedOperation(11), await orderedOperation(12)];
    const context = await contextOf(bench, first);
    await ownTurn(first, context);
    await expect(ownTurn(second, context)).rejects.toMatchObject({ code: "CONFLICT" });
    const stopped = await moved(first, "stopped");
    await ownTurn(second, context);
    await moved(stopped, "ordered");
    await expect(ownTurn(first, context)).rejects.toMatchObject({ code: "CONFLICT" });
    // Had it not sent by then, the earlier one would be first again: nobody waits for ever.
    await expect(ownTurn(second, context)).rejects.toMatchObject({ code: "CONFLICT" });
    await ownTurn(first, context);
  });
});

async function orderedOperation(amount: number): Promise<Operation> {
  const { uuid } = await readyAsset(bench, [amount]);
  const operation = await operationOf(await approve(bench.actor, uuid));
  return moved(operation, "ordered");
}

const wake = (id: string) =>
  pool().query("update operations set next_run_at = to_timestamp(0) where id = $1", [id]);

async function moved(operation: Operation, state: OperationState): Promise<Operation> {
  const next = await moveOperation(operation, { state, nextRunAt: null }, null);
  if (!next) throw new Error("Somebody else moved it.");
  return next;
}
