import { describe, expect, it } from "vitest";
import { type EndpointProblem, endpointProblem, lockImpact } from "./asset-settings";

describe("what a lock concerns", () => {
  it("counts what waits apart from what is on its way", () => {
    const row = (amount: bigint, distributionUuid: string | null, isDistributed = false) => ({
      amount,
      distributionUuid,
      isDistributed,
    });
    const assignments = [
      row(5n, null),
      row(7n, null),
      row(1n, "one"),
      row(2n, "one"),
      row(3n, "two"),
      row(9n, "done", true),
    ];
    expect(lockImpact({ holders: 3, assignments, openOperations: 1 })).toEqual({
      holders: 3,
      openAssignments: 2,
      openAssignmentSats: 12n,
      pendingDistributions: 2,
      openOperations: 1,
    });
  });
});

describe("an issuer authorization endpoint", () => {
  it.each<[string, EndpointProblem | null]>([
    ["https://rules.example", null],
    ["https://rules.example:8443/amp", null],
    ["rules.example", "form"],
    ["ftp://rules.example", "form"],
    [`https://rules.example/${"a".repeat(500)}`, "form"],
    ["http://rules.example", "https"],
    ["https://rules.example/issuerauthorizer", "suffix"],
    ["https://rules.example/amp/issuerauthorizer/", "suffix"],
    ["https://user:secret@rules.example", "credentials"],
    ["https://rules.example/?key=1", "query"],
    ["https://rules.example/#top", "query"],
  ])("%s: %s", (text, problem) => {
    expect(endpointProblem(text, false)).toBe(problem);
  });

  it("may be http in the sandbox alone", () => {
    expect(endpointProblem("http://127.0.0.1:9000", true)).toBeNull();
    expect(endpointProblem("ftp://127.0.0.1", true)).toBe("form");
  });
});
