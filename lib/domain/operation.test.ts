import { describe, expect, it } from "vitest";
import { type DistributionIntent, distributionText } from "./intent";
import {
  afterConfirmations,
  afterSend,
  canCancel,
  canClose,
  canContinue,
  canPause,
  canSayUnsent,
  type OperationProblem,
  type OperationState,
  pausesAtOnce,
} from "./operation";
import { findMismatch, type OrderedAssignment, type StoredOrder } from "./stored-order";

const intent: DistributionIntent = {
  assetUuid: "d22ad697-1829-5642-a74f-b7409c14d8be",
  assetId: "aa".repeat(32),
  assetName: "Alpine Growth Fund",
  ticker: "AGF",
  precision: 2,
  totalSats: 300n,
  assignments: [
    { assignmentId: 1, registeredUser: 11, userName: "Ann", gaid: "GA1", amountSats: 100n },
    { assignmentId: 2, registeredUser: 12, userName: "Ben", gaid: "GA2", amountSats: 200n },
  ],
};
const order: StoredOrder = { distributionUuid: "u", assetId: intent.assetId, amounts: { a: 100n, b: 200n } };
const assignments: OrderedAssignment[] = [
  ordered({
    assignmentId: 1,
    receivingAddress: "a",
    amountSats: 100n,
    registeredUser: 11,
    receivingGaid: "GA1",
  }),
  ordered({
    assignmentId: 2,
    receivingAddress: "b",
    amountSats: 200n,
    registeredUser: 12,
    receivingGaid: "GA2",
  }),
];

const mismatch = (order: StoredOrder, rows: OrderedAssignment[], isAnswer = true) =>
  findMismatch(intent, order, rows, isAnswer);

function ordered(row: Omit<OrderedAssignment, "distributionUuid">): OrderedAssignment {
  return { ...row, distributionUuid: "u" };
}

describe("AMP's order against the approved intent", () => {
  it("agrees when every assignment is paid exactly its amount and nobody else is", () => {
    expect(mismatch(order, assignments)).toBeNull();
  });

  it("finds another asset", () => {
    expect(mismatch({ ...order, assetId: "bb".repeat(32) }, assignments)).toMatch(/another asset/);
  });

  it("finds an assignment that goes to another GAID or another user than the approved one", () => {
    for (const change of [{ receivingGaid: "GA3" }, { registeredUser: 13 }]) {
      const rows = assignments.map((row) => (row.assignmentId === 2 ? { ...row, ...change } : row));
      expect(mismatch(order, rows)).toMatch(/assignment 2 of Ben/);
    }
  });

  it("does not need AMP to name the GAID", () => {
    const rows = assignments.map((row) => ({ ...row, receivingGaid: null }));
    expect(mismatch(order, rows)).toBeNull();
  });

  it("finds an amount that differs by one sat", () => {
    expect(mismatch({ ...order, amounts: { a: 101n, b: 200n } }, assignments)).toMatch(/101 instead of 100/);
  });

  it("finds amounts that were swapped between two people", () => {
    expect(mismatch({ ...order, amounts: { a: 200n, b: 100n } }, assignments)).not.toBeNull();
  });

  it("finds an assignment that was left out", () => {
    const [first] = assignments as [OrderedAssignment];
    expect(mismatch({ ...order, amounts: { a: 100n } }, [first])).toMatch(/leaves out .* Ben/);
  });

  describe("of an AMP that fills no addresses before the confirmation", () => {
    const bare = assignments.map((row) => ({ ...row, receivingAddress: null }));

    it("goes by the assignments that the order took and by its amounts", () => {
      expect(mismatch(order, bare)).toBeNull();
      expect(mismatch({ ...order, amounts: { a: 200n, b: 100n } }, bare)).toBeNull();
      expect(mismatch({ ...order, amounts: { a: 100n, b: 201n } }, bare)).toMatch(/amounts/);
      expect(mismatch({ ...order, amounts: { ...order.amounts, c: 1n } }, bare)).toMatch(/amounts/);
      expect(mismatch(order, bare.slice(0, 1))).toMatch(/leaves out .* Ben/);
      expect(mismatch(order, [...bare, { ...bare[0], assignmentId: 3 } as OrderedAssignment])).toMatch(
        /1 address/,
      );
      const other = (change: Partial<OrderedAssignment>) =>
        bare.map((row) => (row.assignmentId === 2 ? { ...row, ...change } : row));
      expect(mismatch(order, other({ amountSats: 201n }))).toMatch(/201 instead of 200/);
      expect(mismatch(order, other({ receivingGaid: "GA3" }))).toMatch(/assignment 2 of Ben/);
      expect(mismatch(order, other({ registeredUser: 13 }))).toMatch(/assignment 2 of Ben/);
    });

    it("cannot be told for an order that was found by looking", () => {
      expect(mismatch({ ...order, amounts: {} }, bare, false)).toMatch(/no address/);
    });
  });

  it("finds an address that nobody approved", () => {
    expect(mismatch({ ...order, amounts: { ...order.amounts, c: 1n } }, assignments)).toMatch(/1 address/);
  });
});

describe("the state machine", () => {
  it("never returns to sending after an unclear end", () => {
    const reached: OperationState[] = [afterSend({ kind: "no-answer" }), afterConfirmations(-1)];
    expect(reached).toEqual(["unknown", "unknown"]);
  });

  it("waits for two confirmations", () => {
    expect([0, 1, 2, 3].map(afterConfirmations)).toEqual(["sent", "sent", "confirming", "confirming"]);
  });

  it("offers cancelling only while the node was certainly not told to send", () => {
    const all: OperationState[] = [
      "requested",
      "ordering",
      "ordered",
      "sending",
      "sent",
      "confirming",
      "unknown",
      "done",
      "stopped",
    ];
    expect(all.filter(canCancel)).toEqual(["requested", "ordering", "ordered", "stopped"]);
  });
});

describe("a person's last word", () => {
  const problem = (mayRetry: boolean) => ({ message: "", mayRetry });

  it("closes only what gets no further by itself", () => {
    const closable = (state: OperationState, of: OperationProblem | null) => canClose({ state, problem: of });
    expect(closable("unknown", null)).toBe(true);
    expect([problem(false), problem(true)].map((of) => closable("stopped", of))).toEqual([true, false]);
    expect([null, problem(true)].map((of) => closable("confirming", of))).toEqual([false, true]);
    expect([null, problem(true)].map((of) => closable("cancelling", of))).toEqual([false, true]);
    for (const state of ["sending", "sent", "ordered", "done"] as const)
      expect(closable(state, problem(false))).toBe(false);
    expect(closable("sent", { ...problem(false), code: "left-mempool" })).toBe(true);
  });

  it("closes what is being broadcast whenever something stands against it, whatever that is", () => {
    const closable = (of: OperationProblem | null) => canClose({ state: "broadcasting", problem: of });
    expect([null, problem(true), problem(false)].map(closable)).toEqual([false, true, true]);
  });

  it("calls a payment unsent only while no transaction is known", () => {
    const unclear = { kind: "distribution", state: "unknown", facts: {} } as const;
    expect(canSayUnsent(unclear)).toBe(true);
    expect(canSayUnsent({ ...unclear, facts: { txid: "t" } })).toBe(false);
    expect(canSayUnsent({ ...unclear, state: "sent" })).toBe(false);
    expect(canSayUnsent({ ...unclear, kind: "burn" })).toBe(false);
  });
});

describe("a pause", () => {
  const distribution = (state: OperationState, facts = {}) => ({
    kind: "distribution" as const,
    state,
    facts,
  });
  const all: OperationState[] = [
    "requested",
    "holding",
    "ordering",
    "sent",
    "stopped",
    "paused",
    "cancelling",
    "done",
  ];

  it("is offered while another order is to come, at once only before it is asked for", () => {
    expect(all.filter((state) => canPause(distribution(state), false))).toEqual([
      "requested",
      "holding",
      "ordering",
      "sent",
    ]);
    expect(all.filter((state) => canPause(distribution(state), true))).toEqual(["requested", "holding"]);
    expect(all.filter(pausesAtOnce)).toEqual(["requested", "holding"]);
  });

  it("is not offered twice, nor for what is one transaction by nature", () => {
    expect(canPause(distribution("sent", { isPausing: true }), false)).toBe(false);
    expect(canPause({ kind: "burn", state: "requested", facts: {} }, true)).toBe(false);
  });

  it("ends with continue, also while it only waits for the batch on its way", () => {
    expect(all.filter((state) => canContinue(distribution(state)))).toEqual(["paused"]);
    expect(canContinue(distribution("sent", { isPausing: true }))).toBe(true);
    expect(canContinue(distribution("by-hand", { isPausing: true }))).toBe(true);
  });
});

describe("the text a person approves", () => {
  it("does not depend on the order of the rows", () => {
    expect(distributionText({ ...intent, assignments: [...intent.assignments].reverse() })).toBe(
      distributionText(intent),
    );
  });

  it("changes with any amount, user or wallet", () => {
    const changed = (part: Partial<(typeof intent.assignments)[number]>) =>
      distributionText({
        ...intent,
        assignments: intent.assignments.map((row, i) => (i === 0 ? { ...row, ...part } : row)),
      });
    for (const part of [{ amountSats: 99n }, { registeredUser: 13 }, { gaid: "GA9" }]) {
      expect(changed(part)).not.toBe(distributionText(intent));
    }
  });
});
