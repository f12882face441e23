import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/server/db/client";
import { deskEnv } from "@/server/platform/env";
import { log, setLogLevel } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { runDueOperations } from "@/server/treasury/runner";
import { runDueLooks } from "@/server/watch/watch";

const env = deskEnv();
setLogLevel(env.LOG_LEVEL);

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => (isStopping = true));

async function repeat(name: string, round: () => Promise<unknown>): Promise<void> {
  while (!isStopping) {
    try {
      await round();
    } catch (error) {
      // PostgreSQL may be away for a moment; what is stored is where it was.
      log.error("worker.round-failed", { name, reason: reasonOf(error) });
    }
    await sleep(env.WORKER_IDLE_MS);
  }
}

log.info("worker.ready", { pollMs: env.TREASURY_POLL_MS, watchSeconds: env.WATCH_SECONDS });
// Side by side: a slow look at the treasury must not keep a payment from being confirmed.
await Promise.all([
  repeat("operations", () => runDueOperations(env.TREASURY_POLL_MS)),
  ...(env.WATCH_SECONDS > 0 ? [repeat("watch", () => runDueLooks(env.WATCH_SECONDS))] : []),
]);
await pool().end();
log.info("worker.stopped");
