import { execFileSync } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { ISSUER } from "./bench-calls.mjs";
import { isBuilt } from "./build-stamp.mjs";
import { waitForHttp } from "./http.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { connect, makeDatabase } from "./postgres-client.mjs";

const DIR = ".data/bench-treasury/build";
/** Everything goes on at once; a block comes when the bench makes one. */
const FAST = {
  TREASURY_POLL_MS: "20",
  WORKER_IDLE_MS: "20",
  AMP_TIMEOUT_MS: "10000",
  NODE_TIMEOUT_MS: "10000",
  TREASURY_SETTLE_MS: "10001",
  SANDBOX_BLOCK_SECONDS: "0",
};

/** The processes of the treasury bench, each real: sandbox, worker, and a person who comes and goes. */
export class TreasuryServers {
  constructor(session, batchSize) {
    Object.assign(this, session);
    this.batchSize = batchSize;
  }

  async prepare() {
    const { root, folders, processes, progress } = this;
    if (!isBuilt(root, DIR)) {
      const args = [path.join(root, "server/bin/build.mjs"), "--dir", DIR, "--only", "bench"];
      const options = { cwd: root, env: process.env, timeoutMs: 5 * 60_000 };
      await progress.step("Building", () => processes.run("build", process.execPath, args, options));
    }
    const server =
      process.env.TEST_DATABASE_URL ||
      (
        await progress.step("Starting PostgreSQL", () =>
          ensurePostgres({ root, folder: folders.postgres, processes }),
        )
      ).url;
    this.deskUrl = await makeDatabase(root, server, "ampdesk_bench_treasury", { isFresh: true });
    this.sandboxUrl = await makeDatabase(root, server, "ampdesk_bench_treasury_sandbox", { isFresh: true });
    this.port = await freePort(4440);
    this.url = `http://127.0.0.1:${this.port}`;
    await processes.run("migrate", process.execPath, [this.entry("migrate")], {
      ...this.options,
      timeoutMs: 60_000,
    });
    this.database = await connect(root, this.deskUrl);
    await this.startSandbox();
  }

  entry = (name) => path.join(this.root, DIR, `bin/${name}.mjs`);

  get options() {
    const node = `http://rpcuser:rpcpass@127.0.0.1:${this.port}/elements/wallet/treasury`;
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      ...FAST,
      DATABASE_URL: this.deskUrl,
      AUTH_SECRET: "a-secret-of-the-benchmark-alone-only",
      AMPDESK_SECRET_KEY: "c0ffee".repeat(10).padEnd(64, "0"),
      AMP_SANDBOX_URL: `${this.url}/api`,
      AMP_SANDBOX_NODE_URL: node,
      AMP_SANDBOX_NODE_ACCOUNT: ISSUER.username,
      TREASURY_BATCH_SIZE: `${this.batchSize}`,
      SANDBOX_DATABASE_URL: this.sandboxUrl,
      SANDBOX_PORT: `${this.port}`,
      SANDBOX_SEED: "empty",
      LOG_LEVEL: "debug",
    };
    return { cwd: this.root, env };
  }

  async startSandbox() {
    const options = { ...this.options, stays: false };
    this.sandbox = this.processes.start("sandbox", process.execPath, [this.entry("sandbox")], options);
    await waitForHttp(`${this.url}/health`, { timeoutMs: 60_000, isGivenUp: this.isGivenUp });
  }

  isGivenUp = () => this.processes.isEnding || this.processes.hasCrashed;

  /** AMP and the node go away in the middle of what they were doing, and come back. */
  async restartSandbox() {
    const gone = once(this.sandbox, "exit");
    this.sandbox.kill("SIGTERM");
    await gone;
    await this.startSandbox();
  }

  startWorker() {
    this.worker = this.processes.start("worker", process.execPath, [this.entry("worker")], this.options);
  }

  get workerLog() {
    return this.processes.logFile("worker");
  }

  /** Megabytes the worker holds this moment (RSS). */
  workerMemory = () =>
    Number(execFileSync("ps", ["-o", "rss=", "-p", `${this.worker.pid}`], { encoding: "utf8" })) / 1024;

  /** Somebody signs in, approves what the asset has ready when one is named, and signs out. */
  async person(assetUuid) {
    const args = [
      this.entry("bench-person"),
      ISSUER.username,
      ISSUER.password,
      ...(assetUuid ? [assetUuid] : []),
    ];
    const options = { ...this.options, timeoutMs: 5 * 60_000 };
    const output = await this.processes.run("person", process.execPath, args, options);
    return JSON.parse(output.trimEnd().split("\n").at(-1));
  }

  async query(text, values) {
    return (await this.database.query(text, values)).rows;
  }
}
