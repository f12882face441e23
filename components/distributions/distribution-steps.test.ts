import { expect, it } from "vitest";
import type { OperationFacts, OperationState, OperationView } from "@/lib/domain/operation";
import { distributionSteps } from "./distribution-steps";

const order = { distributionUuid: "u", assetId: "aa".repeat(32), amounts: {} };
const stepsOf = (state: OperationState, facts: OperationFacts) => {
  const operation = { kind: "distribution", state, facts, problem: null } as unknown as OperationView;
  return distributionSteps(operation).map(({ id, state: step }) => `${id} ${step}`);
};

it("shows nothing as sent while a cancelled or closed distribution lets go what it held back", () => {
  for (const endsAs of ["cancelled", "failed"] as const) {
    expect(stepsOf("releasing", { order, endsAs })).toEqual(stepsOf(endsAs, { order }));
    expect(stepsOf("releasing", { order, endsAs })).toEqual([
      "approve done",
      "order done",
      "send blocked",
      "confirmations todo",
      "confirm todo",
    ]);
  }
});

it("shows everything as done while a finished one does", () => {
  expect(stepsOf("releasing", { order, endsAs: "done" })).not.toContain("send blocked");
});

it("shows as sent what was in the chain when a person closed it", () => {
  expect(stepsOf("failed", { order, confirmations: 2 })).toContain("confirm blocked");
});
