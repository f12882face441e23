import { duration } from "./progress.mjs";

/** Counts of vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts of Playwright's JSON report. A flaky test passed only at a second try: it counts as failed. */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * A suite's result. A suite that ended badly without a failed test (a crash, its time being over) counts one failure,
 * and so does one that ran no test at all.
 */
export function settle({ passed = 0, failed = 0, skipped = 0 } = {}, problem) {
  if (problem && failed === 0) return { passed, failed: 1, skipped, problem };
  if (passed + failed === 0) return { passed, failed: 1, skipped, problem: "No test ran." };
  return { passed, failed, skipped, problem };
}

/** The table at the end, its last line alone being `N passed, N failed`. */
export function summary(results, totalMs) {
  const rows = results.map(({ name, passed, failed, skipped, ms, problem }) => [
    name,
    failed > 0 ? "FAILED" : "ok",
    `${passed}`,
    `${failed}`,
    `${skipped}`,
    duration(ms),
    problem?.split("\n")[0] ?? "",
  ]);
  const head = ["suite", "", "passed", "failed", "skipped", "time", ""];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]))
      .join("  ")
      .trimEnd(),
  );
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return [
    ...lines,
    "",
    `Finished in ${duration(totalMs)}.`,
    "",
    `${sum("passed")} passed, ${sum("failed")} failed`,
  ].join("\n");
}
