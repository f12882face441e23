import { describe, expect, it } from "vitest";
import type { OperationState } from "@/lib/domain/operation";
import { lbtcSteps } from "./lbtc-steps";

const marks = (state: OperationState, facts: object = {}, problem: string | null = null) =>
  lbtcSteps({ state, facts, problem: problem ? { message: problem, mayRetry: true } : null }).map(
    (step) => step.state,
  );

describe("the journey of a payment in L-BTC", () => {
  it("goes from the approval to two confirmations", () => {
    expect(marks("requested")).toEqual(["done", "current", "todo", "todo"]);
    expect(marks("signed", { txid: "t" })).toEqual(["done", "done", "current", "todo"]);
    expect(marks("sent", { txid: "t" })).toEqual(["done", "done", "done", "waiting"]);
    expect(marks("done")).toEqual(["done", "done", "done", "done"]);
  });

  it("says where it waits and where it stopped", () => {
    expect(marks("ordered", {}, "The wallet is locked.")).toEqual(["done", "waiting", "todo", "todo"]);
    expect(marks("stopped")).toEqual(["done", "blocked", "todo", "todo"]);
    expect(marks("stopped", { txid: "t" })).toEqual(["done", "done", "blocked", "todo"]);
    expect(lbtcSteps({ state: "sent", facts: { confirmations: 1 }, problem: null })[3]?.aside).toContain(
      "1 of 2",
    );
  });
});
