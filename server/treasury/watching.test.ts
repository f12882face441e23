import { beforeEach, describe, expect, it } from "vitest";
import { canClose } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import { type NodeClient, RpcError } from "@/server/elements/rpc";
import type { StepContext } from "./step";
import type { Operation } from "./store";
import { watch } from "./watching";

const operation = {
  kind: "distribution",
  intent: { assetId: "a" },
  facts: { txid: "t" },
} as unknown as Operation;

let confirmations: number;
let isInMempool: boolean;
let isMinedMeanwhile: boolean;
beforeEach(() => {
  confirmations = 0;
  isInMempool = true;
  isMinedMeanwhile = false;
});

/** Answers as the node does whose wallet made the transaction. */
const node = {
  call: async (method: string) => {
    if (method === "gettransaction") return { confirmations, details: [] };
    if (method === "getmempoolentry" && isMinedMeanwhile) confirmations = 1;
    if (method === "getmempoolentry" && !isInMempool)
      throw new RpcError(method, -5, "Transaction not in mempool");
    return [];
  },
} as unknown as NodeClient;

const context = { node, pollMs: 7 } as unknown as StepContext;
const look = () => watch(operation, context);

describe("a transaction that waits for its block", () => {
  it("is looked for again while the mempool holds it", async () => {
    const { state, problem, againInMs } = await look();
    expect([state, problem, againInMs]).toEqual(["sent", undefined, 7]);
  });

  it("is told of as soon as the mempool holds it no more, may be closed, and is followed on", async () => {
    isInMempool = false;
    const { state, problem = null, againInMs } = await look();
    expect([state, problem?.code, againInMs !== null]).toEqual(["sent", "left-mempool", true]);
    expect(canClose({ state, problem })).toBe(true);
    isInMempool = true;
    expect((await look()).problem).toBeUndefined();
  });

  it("is told of when no block has taken it for an hour, until one does", async () => {
    const at = new Date(Date.now() - 61 * 60_000);
    const waiting = (txid: string) =>
      watch({ ...operation, facts: { txid: "t", waitsSince: { txid, at } } } as Operation, context);
    const { state, problem, facts, againInMs } = await waiting("t");
    expect([state, problem?.message, facts?.waitsSince?.at, againInMs]).toEqual([
      "sent",
      worksText.longInMempool,
      at,
      7,
    ]);
    // What an earlier batch's transaction waited for does not count.
    const other = await waiting("earlier");
    expect(other.problem).toBeUndefined();
    expect(other.facts?.waitsSince).toMatchObject({ txid: "t" });
    expect(Number(other.facts?.waitsSince?.at)).toBeGreaterThan(at.getTime());
    confirmations = 1;
    const taken = await waiting("t");
    expect([taken.problem, taken.facts?.waitsSince]).toEqual([undefined, undefined]);
  });

  it("has not left the mempool when a block takes it between the two looks", async () => {
    [isInMempool, isMinedMeanwhile] = [false, true];
    const { state, problem } = await look();
    expect([state, problem]).toEqual(["sent", undefined]);
  });

  it("is not asked for in the mempool once a block has it", async () => {
    [confirmations, isInMempool] = [1, false];
    expect(await look()).toMatchObject({ state: "sent", facts: { confirmations: 1 } });
    expect((await look()).problem).toBeUndefined();
    confirmations = 2;
    expect((await look()).state).toBe("confirming");
  });
});
