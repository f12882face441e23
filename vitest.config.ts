import fs from "node:fs";
import path from "node:path";
import { defineConfig } from "vitest/config";

// Each file has its own sandbox and databases; much of its time it waits for them.
// The limits end what hangs: a machine that somebody else uses as well may be five times as slow for minutes.
const contract = { maxWorkers: 3, testTimeout: 90_000, hookTimeout: 120_000 };
/** By itself Vitest leaves one processor free, of two that is half. */
const unit = { maxWorkers: 2 };
/** Replace modules, or count on a process that nobody has used. All others share what they import: a third of their time. */
const ALONE = [
  "server/{bin,doors,mirror}/**/*.contract.test.ts",
  "server/sandbox/faults/**/*.contract.test.ts",
  "server/investor/signature.contract.test.ts",
  "server/services/{roles,shown}.contract.test.ts",
  "server/treasury/supply/closing.contract.test.ts",
];
const FRESH_PROCESS = "server/platform/testing-fresh.ts";
/** Long, and near to others that stay: `npm run test:full` runs them. */
const LONG = process.env.AMPDESK_TEST_FULL
  ? []
  : [
      "server/treasury/batches-recovery.contract.test.ts",
      "server/treasury/two-desks.contract.test.ts",
      "server/treasury/turns-kept.contract.test.ts",
      "server/treasury/unattended.contract.test.ts",
      "server/treasury/late.contract.test.ts",
      "server/treasury/by-hand/{adopt,supply,watched,way-back}.contract.test.ts",
      "server/treasury/supply/{burn-crashes,reissuance-crashes,closing,lost-answers}.contract.test.ts",
      "server/watch/{memory,play}.contract.test.ts",
      "server/identity/fuzz.contract.test.ts",
      "server/sandbox/following/*.contract.test.ts",
      "server/sandbox/kill/kill.contract.test.ts",
      "server/sandbox/clients/{recovery,{transaction,rust}-client*}.contract.test.ts",
      "server/sandbox/control/exchanged.contract.test.ts",
      "server/sandbox/elements/odd-params.contract.test.ts",
    ];
const ON_ITS_OWN = /\bvi\.(mock|doMock|resetModules|stubGlobal)\b|@vitest-environment/;
/** Unit tests that replace no module and need no document. A process for each of these small files would take longer than the tests. */
const UNITS_TOGETHER = ["lib", "server", "components", "app"].flatMap((room) =>
  fs
    .readdirSync(path.resolve(import.meta.dirname, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.contract)\.test\.tsx?$/.test(file))
    .map((file) => path.join(room, file))
    .filter((file) => !ON_ITS_OWN.test(fs.readFileSync(file, "utf8"))),
);

export default defineConfig({
  resolve: {
    alias: {
      "@": path.resolve(import.meta.dirname),
      "server-only": path.resolve(import.meta.dirname, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    // What is waited for comes when it comes; by itself Vitest gives it one second.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,server,components,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.contract.test.ts", ...UNITS_TOGETHER],
          ...unit,
        },
      },
      {
        extends: true,
        test: {
          name: "unit-together",
          include: UNITS_TOGETHER,
          isolate: false,
          setupFiles: FRESH_PROCESS,
          ...unit,
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          include: ALONE,
          exclude: LONG,
          ...contract,
        },
      },
      {
        extends: true,
        test: {
          name: "contract-together",
          include: ["server/**/*.contract.test.ts"],
          exclude: [...ALONE, ...LONG],
          isolate: false,
          setupFiles: FRESH_PROCESS,
          sequence: { groupOrder: 1 },
          ...contract,
        },
      },
    ],
  },
});
