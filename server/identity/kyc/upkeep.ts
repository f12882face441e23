import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { revokeOldKeys } from "../pinata/revoke";
import type { Identity } from "../service";
import { isCompleted } from "./standing";
import { deleteRecords, deleteSessions, listLinked } from "./upkeep-store";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What Veriff may still speak of: a shorter retention would lose sessions that are under way. */
const LEAST_DAYS = 8;
const PAGE = 500;

/** Ends approvals whose document has expired, and deletes what was kept long enough. Any number may run at once. */
export async function keepUp(identity: Identity): Promise<void> {
  if (identity.fixes.approvalsEnd) await endExpired(identity);
  const { kycRetentionDays: days } = identity.config;
  if (days === 0) return;
  const daysAgo = (count: number) => new Date(now().getTime() - count * DAY_MS);
  await identity.database.transaction(async (tx) => {
    const deleted = await deleteRecords(tx, daysAgo(days));
    await deleteSessions(tx, daysAgo(Math.max(days, LEAST_DAYS)));
    if (deleted > 0) log.info("identity.kyc-deleted", { records: deleted });
  });
}

async function endExpired(identity: Identity): Promise<void> {
  let behind = "";
  for (;;) {
    const users = await listLinked(identity.database.db, behind, PAGE);
    for (const user of users) await isCompleted(identity, user);
    const last = users.at(-1);
    if (!last || users.length < PAGE) return;
    behind = last.address;
  }
}

/** Each part by itself: one that fails keeps no other from its turn. */
const PARTS: [name: string, work: (identity: Identity) => Promise<void>][] = [
  ["kyc", keepUp],
  ["pinata", revokeOldKeys],
];

/** Keeps up now and every hour. @returns what ends it, when the run under way is over */
export function startUpkeep(identity: Identity): () => Promise<void> {
  const run = async () => {
    for (const [name, work] of PARTS)
      await work(identity).catch((error) =>
        log.warn("identity.upkeep-failed", { name, reason: reasonOf(error) }),
      );
  };
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, HOUR_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
