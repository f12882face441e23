import { setTimeout as sleep } from "node:timers/promises";
import { flushAmpCalls, purgeAmpCalls } from "@/server/audit/amp-calls";
import { hearBell } from "@/server/db/bell";
import { endPools } from "@/server/db/client";
import { refreshDueHistories } from "@/server/history/schedule";
import { startIdentityQueues } from "@/server/identity/start";
import { askKycOf } from "@/server/investor/ask-kyc";
import { refreshDueCopies } from "@/server/mirror/schedule";
import { runDueNotices } from "@/server/notices/runner";
import { deskEnv, identityEnv } from "@/server/platform/env";
import { log, setLogLevel } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { speakTheirLanguages } from "@/server/platform/request-language";
import { runDueBatches } from "@/server/register/batches";
import { forgetImportedCells } from "@/server/register/forget";
import { callRounds, runDueUserJobs } from "@/server/register/runner";
import { runDueApprovals } from "@/server/requests/approval";
import { watchKyc } from "@/server/requests/kyc-watch";
import { runDueOperations } from "@/server/treasury/runner";
import { booksEvery } from "@/server/watch/pace";
import { runDueAmpLooks, runDueLooks } from "@/server/watch/watch";

const env = deskEnv();
setLogLevel(env.LOG_LEVEL);
speakTheirLanguages(); // messages go out in the language their settings were saved in

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => (isStopping = true));

/** Ends the rest of a loop before its time. */
interface Rest {
  wake?: () => void;
  isCalled: boolean;
}

async function repeat(name: string, round: () => Promise<unknown>, rest?: Rest): Promise<void> {
  while (!isStopping) {
    if (rest) rest.isCalled = false;
    try {
      await round();
    } catch (error) {
      // PostgreSQL may be away for a moment; what is stored is where it was.
      log.error("worker.round-failed", { name, reason: reasonOf(error) });
    }
    await idle(rest);
  }
}

async function idle(rest: Rest | undefined): Promise<void> {
  if (!rest) return void (await sleep(env.WORKER_IDLE_MS));
  if (rest.isCalled) return;
  const woken = new AbortController();
  rest.wake = () => woken.abort();
  await sleep(env.WORKER_IDLE_MS, undefined, { signal: woken.signal }).catch(() => {});
}

/** Jobs are begun at once: somebody may be looking. */
const jobs: Rest = { isCalled: false };
const bell = hearBell(() => {
  callRounds();
  jobs.isCalled = true;
  jobs.wake?.();
});

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
  repeat("user-jobs", runDueUserJobs, jobs),
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
  ...(env.WATCH_SECONDS > 0
    ? [
        repeat("watch", () => runDueLooks(env.WATCH_SECONDS)),
        repeat("watch-books", () => runDueAmpLooks(booksEvery(env.WATCH_SECONDS))),
      ]
    : []),
]);
await bell.stop();
await queues?.stop();
await flushAmpCalls();
await endPools();
log.info("worker.stopped");
