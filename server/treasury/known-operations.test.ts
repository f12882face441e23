import { expect, it } from "vitest";
import type { OperationFacts, OperationState } from "@/lib/domain/operation";
import { WATCHED_BLOCKS } from "@/lib/domain/reconcile";
import { sentInSight } from "./known-operations";

const HEIGHT = 1_000;
const OLD = HEIGHT - WATCHED_BLOCKS;
const inSight = (state: OperationState, facts: OperationFacts, named: string[] = []) =>
  sentInSight([{ id: "o", state, facts }], HEIGHT, new Map(named.map((txid) => [txid, "o"])));
const txids = (...input: Parameters<typeof inSight>) => inSight(...input).map(({ txid }) => txid);
const booked = (txid: string, blockHeight: number | null) => ({
  txid,
  blockHeight,
  distributionUuid: "d",
  recipients: 1,
  totalSats: 1n,
});

it("keeps booked batches of open, done and cancelled operations in sight for some blocks", () => {
  const sentBatches = [booked("old", OLD), booked("young", OLD + 1), booked("no height", null)];
  const states: OperationState[] = ["sent", "done", "cancelled", "failed"];
  for (const state of states) expect(txids(state, { sentBatches })).toEqual(["young", "no height"]);
  expect(txids("sent", { sentBatches, txid: "current" })).toEqual(["young", "no height", "current"]);
});

it("never lets go of an open operation's current transaction, and leaves out what was only signed", () => {
  const facts = { txid: "t", blockHeight: OLD };
  expect([txids("sent", facts), txids("confirming", facts)]).toEqual([["t"], ["t"]]);
  const signed: OperationState[] = ["signed", "stopped", "cancelled"];
  for (const state of signed) expect(txids(state, { txid: "t" })).toEqual([]);
});

it("lets go of a done operation after some blocks, unless an open alert names its transaction", () => {
  const facts = { txid: "t", blockHeight: OLD };
  expect(txids("done", facts)).toEqual([]);
  expect(inSight("done", facts, ["t"])).toEqual([
    { operationId: "o", txid: "t", wasInBlock: true, isSettled: true },
  ]);
});
