import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Everything goes on at once, and an unanswered payment is judged after a moment. */
const QUICK = {
  TREASURY_POLL_MS: "20",
  WORKER_IDLE_MS: "20",
  AMP_TIMEOUT_MS: "2400",
  NODE_TIMEOUT_MS: "2400",
  TREASURY_SETTLE_MS: "2500",
  TREASURY_BATCH_SIZE: "1",
  WATCH_SECONDS: "0",
  LOG_LEVEL: "error",
};

/** The bundled worker in a process of its own, over this process's configuration. */
export class KillableWorker {
  #process: ChildProcess | undefined;
  #errors = "";

  constructor(
    private readonly root: string,
    private readonly dir: string,
  ) {}

  start(): void {
    const env = { ...process.env, ...QUICK, NODE_ENV: "production" as const };
    const entry = path.join(this.root, this.dir, "bin/worker.mjs");
    const child = spawn(process.execPath, [entry], {
      cwd: this.root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        this.#errors += chunk;
      });
    this.#process = child;
  }

  /** What it said, over all its lives. */
  get output(): string {
    return this.#errors;
  }

  get isAlive(): boolean {
    return this.#process !== undefined && !this.#process.killed && this.#process.exitCode === null;
  }

  /** In this very moment: whatever it was doing ends here. */
  strike(): void {
    this.#process?.kill("SIGKILL");
  }

  async ended(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
}
