import { describe, expect, it } from "vitest";
import { inverseSteps, noCounts, progressOf, type StepResult, type UserStep } from "./user-jobs";

const join: UserStep = { kind: "join", categoryId: 11 };
const create: UserStep = { kind: "create", name: "Carol", isCompany: false, gaid: null };
const row = (steps: UserStep[], results: StepResult[] = steps.map(() => "done")) => ({ steps, results });

describe("what takes a row back", () => {
  it("goes backwards through what was done", () => {
    const steps: UserStep[] = [
      { kind: "rename", name: "New", before: "Old" },
      join,
      { kind: "leave", categoryId: 12 },
    ];
    expect(inverseSteps(row(steps), "archive")).toEqual([
      { kind: "join", categoryId: 12 },
      { kind: "leave", categoryId: 11 },
      { kind: "rename", name: "Old", before: "New" },
    ]);
  });

  it("leaves alone what AMP had so already, and what was not reached", () => {
    expect(inverseSteps(row([join, { kind: "leave", categoryId: 12 }], ["already"]), "archive")).toEqual([]);
  });

  it("puts a new user aside, or deletes it after its categories", () => {
    expect(inverseSteps(row([create, join]), "archive")).toEqual([{ kind: "archive" }]);
    expect(inverseSteps(row([create, join]), "delete")).toEqual([
      { kind: "leave", categoryId: 11 },
      { kind: "delete" },
    ]);
  });

  it("cannot take a GAID away", () => {
    expect(inverseSteps(row([{ kind: "add-gaid", gaid: "GA1" }]), "delete")).toEqual([]);
  });

  it("does not take an undo back", () => {
    expect(inverseSteps(row([{ kind: "archive" }]), "archive")).toEqual([]);
  });
});

describe("progress", () => {
  const counts = {
    ...noCounts(),
    queued: 3,
    running: 1,
    done: 4,
    failed: 1,
    unknown: 1,
    refused: 5,
    same: 2,
  };

  it("counts the rows that have something to do", () => {
    expect(progressOf({ state: "running", counts })).toEqual({ done: 5, total: 10 });
    expect(progressOf({ state: "done", counts: { ...counts, queued: 0, running: 0 } })).toEqual({
      ...{ done: 6, total: 6 },
    });
  });

  it("of the check counts every row", () => {
    expect(progressOf({ state: "checking", counts: { ...counts, unchecked: 8 } })).toEqual({
      ...{ done: 17, total: 25 },
    });
  });
});
