import { describe, expect, test } from "vitest";
import { countPlaywright, countVitest, settle, summary } from "./report.mjs";

describe("the counts of a suite", () => {
  test("count a test file that could not be loaded as one failure", () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{ status: "failed" }] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test("count a flaky browser test and an error outside of tests as failures", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{ message: "x" }] })).toEqual({
      passed: 5,
      failed: 3,
      skipped: 2,
    });
  });

  test("are never all green when the suite ended badly or ran nothing", () => {
    expect(settle({ passed: 5 }, "ended with code 1").failed).toBe(1);
    expect(settle({ passed: 5, failed: 2 }, "ended with code 1").failed).toBe(2);
    expect(settle({}).failed).toBe(1);
    expect(settle({ passed: 1 }).failed).toBe(0);
  });
});

describe("the summary", () => {
  const results = [
    { name: "unit", passed: 10, failed: 0, skipped: 1, ms: 1234 },
    {
      name: "browser",
      passed: 2,
      failed: 1,
      skipped: 0,
      ms: 65_000,
      problem: "ended with code 1\nlong output",
    },
  ];

  test("closes with the totals alone on the last line", () => {
    expect(summary(results, 70_000).split("\n").at(-1)).toBe("12 passed, 1 failed");
  });

  test("names each suite with its time and the first line of its problem", () => {
    const lines = summary(results, 70_000).split("\n");
    expect(lines.find((line) => line.startsWith("unit"))).toMatch(/ok\s+10\s+0\s+1\s+1\.2 s$/);
    expect(lines.find((line) => line.startsWith("browser"))).toMatch(
      /FAILED.*1 min 05 s\s+ended with code 1$/,
    );
  });
});
