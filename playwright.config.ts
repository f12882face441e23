import { defineConfig } from "@playwright/test";
import { browserFlags } from "./server/bin/launch/browser-flags.mjs";

/** What contract tests say as well, page by page: `npm run test:full` runs it. */
const LONG = [
  ...["access", "amp-distributions", "asset-rules", "asset-settings", "assignment-grid", "assignments"],
  ...["audit", "categories", "exports", "gaids", "layers", "lost-outputs", "managers", "owners"],
  ...["portal-kyc", "portal-session", "portal-states", "sandbox", "settings", "transactions", "users"],
  "users-import",
].map((name) => `${name}.spec.ts`);

// `npm test` starts the stack and tells its addresses; without them the tests run against a running `npm run demo`.
export default defineConfig({
  testDir: "e2e",
  testIgnore: process.env.AMPDESK_TEST_FULL ? [] : LONG,
  outputDir: "test-results",
  // Generous: a machine that is slow for a minute is no failure, and what passes never waits for them.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE
    ? [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE }]]
    : [["list"]],
  use: {
    baseURL: process.env.DESK_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/Zurich",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    // Recording takes a third of the tests' time: `TRACE=on` where a failure wants to be understood.
    trace: process.env.TRACE === "on" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserFlags },
  },
});
