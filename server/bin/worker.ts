import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/server/db/client";
import { deskEnv } from "@/server/platform/env";
import { log, setLogLevel } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { runDueOperations } from "@/server/treasury/runner";

const env = deskEnv();
setLogLevel(env.LOG_LEVEL);

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => (isStopping = true));

log.info("worker.ready", { pollMs: env.TREASURY_POLL_MS });
while (!isStopping) {
  try {
    await runDueOperations(env.TREASURY_POLL_MS);
  } catch (error) {
    // PostgreSQL may be away for a moment; the operations are where they were.
    log.error("worker.round-failed", { reason: reasonOf(error) });
  }
  await sleep(env.WORKER_IDLE_MS);
}
await pool().end();
log.info("worker.stopped");
