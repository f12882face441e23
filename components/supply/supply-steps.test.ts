import { describe, expect, it } from "vitest";
import type { OperationFacts, OperationState } from "@/lib/domain/operation";
import { supplySteps } from "./supply-steps";

const ordered: OperationFacts = { supply: { outpoints: [{ txid: "aa", vout: 0 }] } };
const signed: OperationFacts = { ...ordered, txid: "bb" };

const marks = (state: OperationState, facts: OperationFacts = {}, message?: string) =>
  supplySteps({ state, facts, problem: message ? { message, mayRetry: true } : null })
    .map((step) => `${step.id}:${step.state}`)
    .join(" ");

describe("the steps of a reissuance or a burn", () => {
  it("go from the approval to AMP's confirmation, one at a time", () => {
    const current = (["requested", "ordered", "signed", "sent", "confirming"] as const).map((state) =>
      supplySteps({ state, facts: {}, problem: null }).findIndex((step) => step.state !== "done"),
    );
    expect(current).toEqual([1, 2, 3, 4, 5]);
    expect(marks("done", signed)).not.toMatch(/current|waiting|blocked|todo/);
  });

  it("wait for blocks and for whoever has to act, and work otherwise", () => {
    expect(marks("sent", signed)).toContain("confirmations:waiting");
    expect(marks("broadcasting", signed)).toContain("broadcast:current");
    expect(marks("broadcasting", signed, "The node does not answer.")).toContain("broadcast:waiting");
  });

  it("say by what is stored how far a stopped one came", () => {
    expect(marks("stopped")).toContain("order:blocked");
    expect(marks("cancelled", ordered)).toContain("order:done sign:blocked broadcast:todo");
    expect(marks("stopped", signed)).toContain("sign:done broadcast:blocked confirmations:todo");
  });

  it("show a conflict where the confirmations are missing, without a negative count", () => {
    const facts = { ...signed, confirmations: -2 };
    expect(marks("unknown", facts)).toContain("broadcast:done confirmations:blocked");
    expect(supplySteps({ state: "unknown", facts, problem: null }).some((step) => step.aside)).toBe(false);
  });

  it("count no more confirmations than are asked for", () => {
    const [, , , , step] = supplySteps({ state: "done", facts: { confirmations: 9 }, problem: null });
    expect(step?.aside).toBe("2 of 2 confirmations");
  });
});
