import path from "node:path";
import { defineConfig } from "vitest/config";

// Each file has its own sandbox and databases; much of its time it waits for them.
const contract = { maxWorkers: 3, testTimeout: 30_000, hookTimeout: 60_000 };
/** Keep nothing in their modules, so that files may share what they import: that is a third of their time. */
const TOGETHER = ["server/identity/**/*.contract.test.ts", "server/sandbox/!(faults)/**/*.contract.test.ts"];
/** Long, and near to others that stay: `npm run test:full` runs them. */
const LONG = process.env.AMPDESK_TEST_FULL
  ? []
  : [
      "server/treasury/batches-recovery.contract.test.ts",
      "server/treasury/two-desks.contract.test.ts",
      "server/treasury/supply/burn-crashes.contract.test.ts",
      "server/watch/memory.contract.test.ts",
    ];
/** No test of these replaces a module. A process for each of these small files would take longer than the tests. */
const UNITS_TOGETHER = [
  "lib/**/*.test.ts",
  "server/{amp,bin,elements,identity,platform,sandbox,treasury,watch}/**/*.test.ts",
];

export default defineConfig({
  resolve: {
    alias: {
      "@": path.resolve(import.meta.dirname),
      "server-only": path.resolve(import.meta.dirname, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,server,components,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.contract.test.ts", ...UNITS_TOGETHER],
        },
      },
      {
        extends: true,
        test: {
          name: "unit-together",
          include: UNITS_TOGETHER,
          exclude: ["**/*.contract.test.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          include: ["server/**/*.contract.test.ts"],
          exclude: [...TOGETHER, ...LONG],
          ...contract,
        },
      },
      {
        extends: true,
        test: {
          name: "contract-together",
          include: TOGETHER,
          isolate: false,
          sequence: { groupOrder: 1 },
          ...contract,
        },
      },
    ],
  },
});
