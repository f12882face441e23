import { execFileSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { SandboxCalls } from "./bench-sandbox-calls.mjs";
import { isBuilt } from "./build-stamp.mjs";
import { waitForHttp } from "./http.mjs";
import { install, isInstalled } from "./install.mjs";
import { ProjectRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";
import { median, quantile } from "./quantiles.mjs";
import { failSession, openSession } from "./session.mjs";

const DIR = ".data/bench-sandbox/build";
const LOAD_MS = 15 * 60_000;
/** Callers at once where throughput counts; how long a call takes is measured with one. */
const CALLERS = 4;
const [CALLS, LARGE_CALLS, SENDS, DISTRIBUTIONS] = [1000, 20, 100, 5];
/** Of the memory: a look after each portion. */
const [ALL_CALLS, PORTION] = [100_000, 20_000];
const AIMS = { loadS: 60, pagedMs: 20, ownershipsMs: 400, blockMs: 200, growth: 0.1 };

/** `npm run bench:sandbox`: the large seed and what its calls take, beside a bare server. Ends with 1 when an aim is missed. */
export async function runBenchSandbox() {
  let session;
  try {
    session = await openSession(ProjectRoot, "bench-sandbox", { interruptedCode: 130 });
    if (!isInstalled(ProjectRoot)) await session.progress.step("Installing packages", () => install(session));
    const missed = await measure(session);
    for (const words of missed) session.progress.say(`  MISSED  ${words}`);
    if (missed.length === 0) session.progress.say("  Every aim is reached.");
    await session.end(missed.length === 0 ? 0 : 1);
  } catch (error) {
    await failSession(session, error);
  }
}

async function measure(session) {
  const say = (line) => session.progress.say(line);
  const missed = [];
  const aim = (what, value, limit, unit) => {
    if (value > limit) missed.push(`${what}: ${value.toFixed(1)} ${unit}, wanted at most ${limit} ${unit}`);
  };
  say(`Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the start`);
  const { url, pid, hello, loadS } = await startServers(session);
  say(`\n  large seed, from nothing to ready   ${loadS.toFixed(1)} s`);
  aim("large seed", loadS, AIMS.loadS, "s");

  const calls = new SandboxCalls(url);
  await calls.signIn();
  const rows = await measureCalls(calls, hello);
  printTable(say, rows);
  aim("activities, p95", rows.find(({ name }) => name === "activities, count 100").p95, AIMS.pagedMs, "ms");
  aim("ownerships, p95", rows.find(({ name }) => name === "ownerships").p95, AIMS.ownershipsMs, "ms");

  const blocks = [];
  for (let round = 0; round < DISTRIBUTIONS; round += 1) blocks.push(await calls.timeDistribution());
  const [sent, mined] = [blocks.map(({ sendMs }) => sendMs), blocks.map(({ blockMs }) => blockMs)];
  say(`\n  70 recipients: sendmany ${inWords(sent)}; their block ${inWords(mined)}`);
  aim("a block with 70 recipients, longest", Math.max(...mined), AIMS.blockMs, "ms");

  say("\n  memory (RSS) over 100,000 calls");
  const sizes = await watchMemory(calls, pid, say);
  const [, warm = 0] = sizes;
  aim("memory after the first portion, growth", sizes.at(-1) / warm - 1, AIMS.growth, "× of it");
  say(`\n  load ${os.loadavg()[0].toFixed(1)} at the end`);
  return missed;
}

const inWords = (times) => `${median(times).toFixed(0)} ms (longest ${Math.max(...times).toFixed(0)})`;

async function startServers({ root, folders, processes, progress }) {
  if (!isBuilt(root, DIR)) {
    const args = [path.join(root, "server/bin/build.mjs"), "--dir", DIR, "--only", "sandbox"];
    const options = { cwd: root, env: process.env, timeoutMs: 5 * 60_000 };
    await progress.step("Building the sandbox", () =>
      processes.run("build", process.execPath, args, options),
    );
  }
  const { url: server } = await progress.step("Starting PostgreSQL", () =>
    ensurePostgres({ root, folder: folders.postgres, processes }),
  );
  const databaseUrl = await makeDatabase(root, server, "bench", { isFresh: true });
  const [port, helloPort] = [await freePort(4430), await freePort(4431)];
  const env = {
    ...process.env,
    NODE_ENV: "production",
    SANDBOX_DATABASE_URL: databaseUrl,
    SANDBOX_HOST: "127.0.0.1",
    SANDBOX_PORT: `${port}`,
    SANDBOX_NETWORK: "testnet",
    SANDBOX_BLOCK_SECONDS: "0",
    SANDBOX_RPC_USER: "rpcuser",
    SANDBOX_RPC_PASSWORD: "rpcpass",
    SANDBOX_SEED: "large",
  };
  const isGivenUp = () => processes.isEnding || processes.hasCrashed;
  const began = Date.now();
  const child = await progress.step("Loading the large seed", async () => {
    const started = processes.start("sandbox", process.execPath, [path.join(root, DIR, "bin/sandbox.mjs")], {
      cwd: root,
      env,
    });
    await waitForHttp(`http://127.0.0.1:${port}/health`, { timeoutMs: LOAD_MS, isGivenUp });
    return started;
  });
  const loadS = (Date.now() - began) / 1000;
  const helloEntry = path.join(root, "server/bin/launch/bench-sandbox-hello.mjs");
  const helloEnv = { ...process.env, NODE_ENV: "production", PORT: `${helloPort}` };
  processes.start("hello", process.execPath, [helloEntry], { cwd: root, env: helloEnv });
  const hello = `http://127.0.0.1:${helloPort}/`;
  await waitForHttp(hello, { timeoutMs: 10_000, isGivenUp });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, hello, loadS };
}

async function measureCalls(calls, hello) {
  const base = `${calls.url}/api/assets/${calls.asset.asset_uuid}`;
  const { headers } = calls;
  const post = (body) => ({
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const login = { username: "issuer", password: "issuer-password" };
  const large = { amount: LARGE_CALLS };
  const wanted = [
    ["hello (a bare server)", { url: hello, amount: 5 * CALLS }],
    ["obtain_token", { url: `${calls.url}/api/user/obtain_token`, ...post(login) }],
    ["assets", { url: `${calls.url}/api/assets/`, headers }],
    ["registered_users", { url: `${calls.url}/api/registered_users/`, headers, ...large }],
    ["ownerships", { url: `${base}/ownerships`, headers, ...large }],
    ["activities, count 100", { url: `${base}/activities?count=100&sortorder=desc`, headers }],
    ["… behind 50,000 others", { url: `${base}/activities?start=50000&count=100&sortorder=desc`, headers }],
    [
      "assignments/create",
      { url: `${base}/assignments/create`, ...post(calls.draft(false)), amount: CALLS / 4 },
    ],
  ];
  const rows = [];
  for (const [name, options] of wanted) rows.push({ name, ...(await fire(options)) });
  const times = await calls.timeSends(SENDS);
  const totalMs = times.reduce((sum, ms) => sum + ms, 0);
  rows.push({ name: "sendmany, one at a time", ...percentiles(times), perSecond: (1000 * SENDS) / totalMs });
  return rows;
}

/**
 * How long calls take one after the other, and how many are answered in a second when several callers ask at once.
 * A few warm up. @throws Error when one of them is not answered with success
 */
async function fire({ amount = CALLS, ...options }) {
  const { default: autocannon } = await import("autocannon");
  const once = (connections, calls) => shoot(autocannon, { ...options, connections, amount: calls });
  await once(1, Math.ceil(amount / 10));
  const { p50, p95 } = await once(1, amount);
  const { perSecond } = await once(CALLERS, amount);
  return { p50, p95, perSecond };
}

async function shoot(autocannon, options) {
  const times = [];
  const result = await new Promise((resolve, reject) => {
    const instance = autocannon({ timeout: 60, ...options }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    // Its own percentiles are whole milliseconds, and the 95th is not among them.
    instance.on("response", (_client, _status, _bytes, ms) => times.push(ms));
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${options.url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { ...percentiles(times), perSecond: times.length / ((result.finish - result.start) / 1000) };
}

const percentiles = (times) => ({ p50: median(times), p95: quantile(times, 0.95) });

function printTable(say, rows) {
  const [hello] = rows;
  say(
    `\n  ${"".padEnd(26)}${["p50 ms", "p95 ms", "calls/s", "of hello"].map((head) => head.padStart(10)).join("")}`,
  );
  for (const { name, p50, p95, perSecond } of rows) {
    const cells = [
      p50.toFixed(1),
      p95.toFixed(1),
      perSecond.toFixed(0),
      `${((100 * perSecond) / hello.perSecond).toFixed(1)} %`,
    ];
    say(`  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join("")}`);
  }
}

/** @returns megabytes at the start and after each portion of calls */
async function watchMemory(calls, pid, say) {
  const { url, headers, asset } = calls;
  const { default: autocannon } = await import("autocannon");
  const paths = [
    "/assets/",
    `/assets/${asset.asset_uuid}/activities?count=10`,
    `/registered_users/${calls.users[0].id}`,
  ];
  const requests = paths.map((place) => ({ method: "GET", path: `/api${place}`, headers }));
  const sizes = [];
  const look = (done) => {
    const kib = Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" }));
    sizes.push(kib / 1024);
    say(`  ${String(done).padStart(9)} calls ${(kib / 1024).toFixed(0).padStart(6)} MB`);
  };
  look(0);
  for (let done = PORTION; done <= ALL_CALLS; done += PORTION) {
    await shoot(autocannon, { url, requests, connections: CALLERS, amount: PORTION });
    look(done);
  }
  return sizes;
}
