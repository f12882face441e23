import { setTimeout as sleep } from "node:timers/promises";
import { flushAmpCalls, purgeAmpCalls } from "@/server/audit/amp-calls";
import { pool } from "@/server/db/client";
import { refreshDueHistories } from "@/server/history/schedule";
import { startIdentityQueues } from "@/server/identity/start";
import { askKycOf } from "@/server/investor/ask-kyc";
import { refreshDueCopies } from "@/server/mirror/schedule";
import { runDueNotices } from "@/server/notices/runner";
import { deskEnv, identityEnv } from "@/server/platform/env";
import { log, setLogLevel } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { runDueBatches } from "@/server/register/batches";
import { forgetImportedCells } from "@/server/register/forget";
import { runDueUserJobs } from "@/server/register/runner";
import { runDueApprovals } from "@/server/requests/approval";
import { watchKyc } from "@/server/requests/kyc-watch";
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

/** Treasuries are looked after whatever is wrong with the identity service. */
async function startHostedQueues() {
  try {
    return await startIdentityQueues(identityEnv());
  } catch (error) {
    log.error("worker.identity-queues-failed", { reason: reasonOf(error) });
    return null;
  }
}

const queues = await startHostedQueues();
log.info("worker.ready", { pollMs: env.TREASURY_POLL_MS, watchSeconds: env.WATCH_SECONDS });
// Side by side: a slow look at the treasury must not keep a payment from being confirmed.
await Promise.all([
  repeat("operations", () => runDueOperations(env.TREASURY_POLL_MS)),
  repeat("requests", runDueApprovals),
  repeat("user-jobs", runDueUserJobs),
  repeat("batches", runDueBatches),
  repeat("imported-cells", forgetImportedCells),
  repeat("identities", () => watchKyc(askKycOf)),
  repeat("notices", () => runDueNotices()),
  repeat("call-log", () => purgeAmpCalls(env.AMP_CALL_LOG_DAYS)),
  ...(env.MIRROR_SECONDS > 0
    ? [
        repeat("mirror", () => refreshDueCopies(env.MIRROR_SECONDS)),
        repeat("histories", () => refreshDueHistories(env.MIRROR_SECONDS)),
      ]
    : []),
  ...(env.WATCH_SECONDS > 0 ? [repeat("watch", () => runDueLooks(env.WATCH_SECONDS))] : []),
]);
await queues?.stop();
await flushAmpCalls();
await pool().end();
log.info("worker.stopped");
