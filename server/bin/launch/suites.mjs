import fs from "node:fs";
import path from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { chainEnv, startChain } from "./chain.mjs";
import { readJson, writeWhole } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres, FORGETFUL } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";
import { countPlaywright, countVitest } from "./report.mjs";
import { deskSecrets } from "./secrets.mjs";
import { startStack } from "./stack.mjs";

const TEST_DIR = ".next-test";
const MINUTE = 60_000;

/**
 * The suites in the order they run. Each `run(session)` returns its counts or throws; `minutes` is its time budget.
 * `isQuick` ones need neither database, build nor browser; `isAsked` ones never run by themselves.
 */
export const SUITES = [
  { name: "types", minutes: 4, isQuick: true, run: checkTypes },
  { name: "lint", minutes: 2, isQuick: true, run: checkLint },
  { name: "unit", minutes: 4, isQuick: true, run: (session) => vitest(session, "unit", {}) },
  { name: "contract", minutes: 22, run: runContract },
  { name: "build", minutes: 8, run: buildForTests },
  { name: "browser", minutes: 18, run: runBrowser },
  // against somebody's node: only when it is asked for by its name
  { name: "node", minutes: 20, isAsked: true, run: runNode },
];

const ONE = { passed: 1 };
const bin = (root, file) => path.join(root, "node_modules", file);

/** What a suite's program inherits: nothing that points at somebody's real systems. */
function testEnv(session, extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(AMP_|AMPDESK_|SANDBOX_|IDENTITY_|VERIFF_|INFURA_|PINATA_|RECAPTCHA_|DATABASE_URL|NODE_ENV|FORCE_COLOR)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NEXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    AMPDESK_TEST_FULL: session.isFull ? "1" : "",
    AMPDESK_TEST_WHOLE: session.filters.length === 0 ? "1" : "",
    ...extra,
  };
}

function node(session, name, args, { env, ms } = {}) {
  const options = {
    cwd: session.root,
    env: testEnv(session, env),
    timeoutMs: ms ?? session.msLeft(),
    echo: true,
  };
  return session.processes.run(name, process.execPath, args, options);
}

async function checkTypes(session) {
  const { root, folders } = session;
  const env = { AMPDESK_BUILD_DIR: TEST_DIR };
  await node(session, "typegen", [bin(root, "next/dist/bin/next"), "typegen"], { env });
  // The types of routes of an older build in `.next` would be checked too: this looks only at the fresh ones.
  const config = path.join(folders.base, "tsconfig.json");
  const up = "../..";
  const include = ["next-env.d.ts", "**/*.ts", "**/*.tsx", `${TEST_DIR}/types/**/*.ts`].map(
    (glob) => `${up}/${glob}`,
  );
  const exclude = ["node_modules", ".data", ".next"].map((folder) => `${up}/${folder}`);
  writeWhole(
    config,
    JSON.stringify({
      extends: `${up}/tsconfig.json`,
      compilerOptions: { incremental: false },
      include,
      exclude,
    }),
  );
  await node(session, "types", [bin(root, "typescript/bin/tsc"), "--noEmit", "--project", config]);
  session.areTypesChecked = true;
  return ONE;
}

async function checkLint(session) {
  await node(session, "lint", [
    bin(session.root, "@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    ".",
  ]);
  return ONE;
}

/** Runs one vitest project; the counts come from its report, also when it fails. */
async function vitest(session, project, env) {
  const report = freshReport(session, project);
  const args = [
    bin(session.root, "vitest/vitest.mjs"),
    "run",
    "--project",
    // Each has a second part, see vitest.config.ts.
    `${project}*`,
    "--reporter=default",
    "--reporter=json",
  ];
  await counted(report, countVitest, () =>
    node(session, project, [...args, `--outputFile.json=${report}`, ...session.filters], { env }),
  );
  return countVitest(readJson(report));
}

function freshReport({ folders }, name) {
  const report = path.join(folders.base, `${name}-report.json`);
  fs.rmSync(report, { force: true });
  return report;
}

/** Adds the counts to the error, so that a failing suite still tells how many tests passed. */
async function counted(report, count, work) {
  try {
    await work();
  } catch (error) {
    const found = readJson(report);
    if (found) error.counts = count(found);
    throw error;
  }
}

/** TEST_DATABASE_URL when it is set, else the tests' own server under `.data/test`. */
async function testServer(session) {
  session.databaseServer ??= process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, notes: [] }
    : await ensurePostgres({ ...session, folder: session.folders.postgres, settings: FORGETFUL });
  return session.databaseServer.url;
}

/** `npm run test:node`: the treasury on the Elements node that ELEMENTS_RPC_URL names (docs/test-node.md). */
async function runNode(session) {
  if (!process.env.ELEMENTS_RPC_URL)
    throw new Error(
      "ELEMENTS_RPC_URL is not set. It names the Elements node to test on; docs/test-node.md says how to start one.",
    );
  const url = await makeDatabase(session.root, await testServer(session), "ampdesk_node", { isFresh: true });
  const filters = ["server/sandbox/following/treasury.contract.test.ts"];
  // The file is one of the long ones, which `npm test` leaves out.
  const env = { TEST_DATABASE_URL: url, AMPDESK_TEST_NODE: "1", AMPDESK_TEST_FULL: "1" };
  return vitest({ ...session, filters }, "contract", env);
}

async function runContract(session) {
  const url = await makeDatabase(session.root, await testServer(session), "ampdesk_contract", {
    isFresh: true,
  });
  return vitest(session, "contract", { TEST_DATABASE_URL: url });
}

async function buildForTests(session) {
  const env = session.areTypesChecked ? { AMPDESK_TYPES_CHECKED: "1" } : {};
  await node(session, "build", [path.join(session.root, "server/bin/build.mjs"), "--dir", TEST_DIR], { env });
  return ONE;
}

async function runBrowser(session) {
  const { root, processes, progress, folders } = session;
  const browser = await ensureBrowser({ root, processes, say: (line) => progress.say(line) });
  const port = await freePort(3410);
  const sandboxPort = await freePort(4410);
  const databaseUrl = await makeDatabase(root, await testServer(session), "ampdesk_browser", {
    isFresh: true,
  });
  const chain = await startChain({ root, dir: TEST_DIR, port: await freePort(8645), processes });
  const outsideUrl = `http://127.0.0.1:${await freePort(4510)}`;
  const env = testEnv(session, {
    ...chainEnv(chain, { IDENTITY_QUEUE_POLLING_MS: "250", IDENTITY_QUEUE_INITIAL_DELAY_MS: "0" }),
    ...{ IDENTITY_INVEST_POLLING_MS: "250", IDENTITY_INVEST_INITIAL_DELAY_MS: "0" },
    ...deskSecrets(folders.base, {}),
    ...troubled(sandboxPort),
    ...outside(outsideUrl),
    SANDBOX_BLOCK_SECONDS: "1",
  });
  await startStack({
    root,
    dir: TEST_DIR,
    host: "127.0.0.1",
    port,
    sandboxPort,
    databaseUrl,
    env,
    processes,
    progress,
  });
  const report = freshReport(session, "browser");
  const addresses = {
    DESK_URL: `http://localhost:${port}`,
    SANDBOX_URL: `http://127.0.0.1:${sandboxPort}`,
    // absent on machines that have no program for it
    ...(chain ? { CHAIN_URL: chain.rpcUrl, CHAIN_CONTRACTS: JSON.stringify(chain.contracts) } : {}),
    OUTSIDE_URL: outsideUrl,
    AMPDESK_TEST_LOGS: stackLogs(processes).join(path.delimiter),
    TEST_DATABASE_URL: databaseUrl,
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const args = [bin(root, "@playwright/test/cli.js"), "test", ...session.filters];
  // Playwright stops itself a little before its time is over, so that it still writes its report.
  args.push(`--global-timeout=${Math.max(10_000, session.msLeft() - 20_000)}`);
  await counted(report, countPlaywright, () => node(session, "browser", args, { env: addresses }));
  return countPlaywright(readJson(report));
}

/**
 * Programs of the tests: their output quotes the tests' own words, the sandbox's public passwords among them, or the
 * public keys of the tests' chain.
 */
const TEST_PROGRAMS = [
  ...["typegen", "types", "lint", "unit", "contract", "build", "browser", "browser-probe"],
  "contracts",
];

/** Every log of the tested stack: desk, worker, sandbox, migration and database. */
const stackLogs = ({ logs }) =>
  fs
    .readdirSync(logs)
    .filter((file) => file.endsWith(".log") && !TEST_PROGRAMS.includes(path.basename(file, ".log")))
    .map((file) => path.join(logs, file));

/**
 * Two more environments, for what goes wrong: `live` is an AMP that nobody answers for, `testnet` the sandbox's AMP with
 * a treasury node that is away. Set here, they also keep a `.env` in the clone from leading to a real system.
 */
function troubled(sandboxPort) {
  const nobody = "127.0.0.1:9";
  return {
    AMP_LIVE_URL: `http://${nobody}/api`,
    AMP_LIVE_NODE_URL: "",
    AMP_LIVE_NODE_ACCOUNT: "",
    AMP_TESTNET_URL: `http://127.0.0.1:${sandboxPort}/api`,
    AMP_TESTNET_NODE_URL: `http://rpcuser:rpcpass@${nobody}/wallet/treasury`,
    AMP_TESTNET_NODE_ACCOUNT: "issuer",
  };
}

/** Pinata, Google and a receiver of webhooks: a server that the tests themselves start, `e2e/fixtures/outside.ts`. */
const outside = (url) => ({
  NOTIFY_WEBHOOK_HOSTS: new URL(url).host,
  PINATA_URL: url,
  PINATA_JWT: "master-token-of-the-browser-tests",
  RECAPTCHA_ENABLED: "true",
  RECAPTCHA_SITE_KEY: "site-key-of-the-browser-tests",
  RECAPTCHA_SECRET: "secret-of-the-browser-tests",
  RECAPTCHA_URL: `${url}/siteverify`,
  RECAPTCHA_ACTION: "faucet",
});

export const budgetMs = ({ minutes }, isFull) => minutes * MINUTE * (isFull ? 4 : 1);
