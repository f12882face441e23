import path from "node:path";
import { defineConfig } from "vitest/config";

// Each file has its own sandbox and databases; much of its time it waits for them.
const contract = { maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 };
/** Keep nothing in their modules, so that files may share what they import: that is a third of their time. */
const TOGETHER = ["server/identity/**/*.contract.test.ts", "server/sandbox/!(faults)/**/*.contract.test.ts"];

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
          exclude: ["**/*.contract.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          include: ["server/**/*.contract.test.ts"],
          exclude: TOGETHER,
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
