import { expect, it } from "vitest";
import { assignmentBatchesText } from "./assignment-batches";
import { assignmentBatchesText as german } from "./de/assignment-batches";

it("a table that is too long is told how many rows a batch takes", () => {
  const problem = { kind: "too-many", rows: 10_001, most: 10_000 } as const;
  expect(assignmentBatchesText.tableProblem(problem)).toContain("10,001 rows; a batch takes at most 10,000.");
  expect(german.tableProblem(problem)).toContain("höchstens 10,000.");
});
