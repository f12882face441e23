import { describe, expect, it } from "vitest";
import {
  batchesOf,
  batchRows,
  batchSumsOf,
  currentPart,
  isLastBatch,
  tallyOf,
  withBatchSent,
  withNextBatch,
} from "./batches";
import { forecastOf } from "./forecast";
import { type DistributionIntent, distributionText } from "./intent";
import type { OperationFacts, OperationState, SentBatch, WholeOperation } from "./operation";

const intentOf = (ids: number[], batchSize?: number): DistributionIntent => ({
  assetUuid: "d22ad697-1829-5642-a74f-b7409c14d8be",
  assetId: "aa".repeat(32),
  assetName: "Alpine Growth Fund",
  ticker: "AGF",
  precision: 2,
  totalSats: ids.reduce((sum, id) => sum + BigInt(id), 0n),
  ...(batchSize === undefined ? {} : { batchSize }),
  assignments: ids.map((id) => ({
    assignmentId: id,
    registeredUser: 10 + id,
    userName: `User ${id}`,
    gaid: `GA${id}`,
    amountSats: BigInt(id),
  })),
});

const operationWith = (
  facts: OperationFacts,
  state: OperationState,
  intent = intentOf([1, 2, 3, 4, 5, 6, 7, 8], 3),
): WholeOperation<"distribution"> => ({
  id: "o",
  kind: "distribution",
  assetUuid: intent.assetUuid,
  state,
  requestedBy: "issuer",
  intent,
  intentHash: "",
  facts,
  problem: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});

/** As its page shows them. */
const rowsOf = (operation: WholeOperation<"distribution">) => batchRows(operation, batchSumsOf(operation));

const sentBatch = (txid: string): SentBatch => ({
  txid,
  distributionUuid: `d-${txid}`,
  recipients: 3,
  totalSats: 6n,
  blockHeight: 7,
});
const idsOf = (batches: DistributionIntent[]) =>
  batches.map(({ assignments }) => assignments.map(({ assignmentId }) => assignmentId));

describe("the batches of a distribution", () => {
  it("hold every assignment once, in the order of their ids, however the rows came", () => {
    const ids = [8, 3, 5, 1, 7, 2, 6, 4];
    expect(idsOf(batchesOf(intentOf(ids), 3))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ]);
    expect(batchesOf(intentOf([...ids].reverse()), 3)).toEqual(batchesOf(intentOf(ids), 3));
  });

  it("add up to the whole, to the sat", () => {
    const intent = intentOf(Array.from({ length: 5_000 }, (_, index) => index + 1));
    const batches = batchesOf(intent, 60);
    expect([batches.length, batches.at(-1)?.assignments.length]).toEqual([84, 20]);
    expect(batches.reduce((sum, { totalSats }) => sum + totalSats, 0n)).toBe(intent.totalSats);
  });

  it("are one when the operation was stored before there were batches", () => {
    const operation = operationWith({}, "ordered", intentOf([1, 2, 3]));
    expect(idsOf([currentPart(operation)])).toEqual([[1, 2, 3]]);
    expect(isLastBatch(operation)).toBe(true);
  });

  it("keep the size that the operation began with", () => {
    const operation = operationWith({ batchSize: 2, batch: 1 }, "ordering");
    expect(idsOf([currentPart(operation)])).toEqual([[3, 4]]);
  });

  it("need a size of at least one", () => {
    expect(() => batchesOf(intentOf([1]), 0)).toThrow(RangeError);
  });

  it("are part of what a person approves", () => {
    expect(distributionText(intentOf([1, 2], 1))).not.toBe(distributionText(intentOf([1, 2], 2)));
  });
});

describe("the facts between two batches", () => {
  it("name a booked batch once, although AMP was told twice", () => {
    const once = withBatchSent({}, sentBatch("a"));
    expect(withBatchSent(once, sentBatch("a")).sentBatches).toEqual([sentBatch("a")]);
  });

  it("carry nothing of the last order into the next", () => {
    const order = { distributionUuid: "u", assetId: "a", amounts: {} };
    const facts = { batch: 1, batchSize: 3, held: [9], order, txid: "t", confirmations: 2, blockHeight: 5 };
    expect(withNextBatch({ ...facts, askedAt: new Date(0) })).toEqual({ batch: 2, batchSize: 3, held: [9] });
  });
});

describe("what a page shows of the batches", () => {
  it("says which are booked, which is on its way and which wait", () => {
    const facts = { batch: 1, batchSize: 3, sentBatches: [sentBatch("a")], txid: "b", confirmations: 1 };
    expect(rowsOf(operationWith(facts, "sent"))).toMatchObject([
      { state: "confirmed", txid: "a", blockHeight: 7, totalSats: 6n },
      { state: "current", at: "sent", txid: "b", confirmations: 1 },
      { state: "waiting", recipients: 2, txid: null },
    ]);
  });

  it("says what was sent and what was not after a cancel", () => {
    const operation = operationWith({ batch: 1, batchSize: 3, sentBatches: [sentBatch("a")] }, "cancelled");
    expect(rowsOf(operation).map(({ state }) => state)).toEqual(["confirmed", "not-sent", "not-sent"]);
    expect(tallyOf(operation, batchSumsOf(operation))).toEqual({
      sentBatches: 1,
      sentRecipients: 3,
      sentSats: 6n,
      leftRecipients: 5,
      leftSats: 30n,
    });
  });

  it("never calls a batch unsent when nobody knows", () => {
    const facts = { batch: 1, batchSize: 3, sentBatches: [sentBatch("a")] };
    expect(rowsOf(operationWith(facts, "failed")).map(({ state }) => state)).toEqual([
      "confirmed",
      "unclear",
      "not-sent",
    ]);
  });

  it("shows a distribution that ended before there were batches as one booked transaction", () => {
    expect(rowsOf(operationWith({ txid: "t" }, "done", intentOf([1, 2])))).toMatchObject([
      { state: "confirmed", txid: "t", recipients: 2 },
    ]);
  });
});

describe("the forecast", () => {
  it("counts two blocks for each transaction and the one under way", () => {
    expect(forecastOf([60, 60, 3])).toMatchObject({
      transactions: 3,
      recipients: 123,
      blocks: 7,
      minutes: 7,
    });
    expect(forecastOf([])).toMatchObject({ transactions: 0, blocks: 0, feeSats: 0n });
  });

  it.each([
    [3, 24_595],
    [10, 57_868],
    [40, 200_900],
    [60, 296_200],
    [70, 343_849],
  ])("asks for no less than %i recipients cost on a real node, and hardly more", (recipients, weight) => {
    const fee = Number(forecastOf([recipients]).feeSats);
    const recorded = weight / 4 / 10;
    expect(fee).toBeGreaterThanOrEqual(recorded);
    expect(fee).toBeLessThan(recorded * 1.01);
  });
});
