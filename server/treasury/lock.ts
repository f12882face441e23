import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { lockPool } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { withSharedClock } from "@/server/platform/clock";

/** Asks the connection that holds the lock. @throws AppError CONFLICT when it is gone, and the lock with it */
export type AssertHeld = () => Promise<void>;

/**
 * Runs `work` only while this process holds the operation's session lock. The lock lives on one connection and dies
 * with the process, so the operations of a killed worker are free at once. A connection may also end while `work` runs:
 * what must never be done by two asks `assertHeld` right before. Times are PostgreSQL's, within it: what one host wrote
 * down before a call, another one may judge after it.
 * @returns false when another worker holds it
 */
export const withOperationLock = (
  operationId: string,
  work: (assertHeld: AssertHeld) => Promise<void>,
): Promise<boolean> => withSessionLock(LOCKS.operation, operationId, work);

/** The same for anything else. @param space one of `LOCKS` */
export async function withSessionLock(
  space: (typeof LOCKS)[keyof typeof LOCKS],
  name: string,
  work: (assertHeld: AssertHeld) => Promise<void>,
): Promise<boolean> {
  const client = await lockPool().connect();
  let isHealthy = true;
  const onEnd = () => {
    isHealthy = false; // without a listener the end of the connection would end the process
  };
  client.on("error", onEnd);
  const assertHeld = async () => {
    if (isHealthy) await client.query("select 1").catch(onEnd);
    if (!isHealthy) throw new AppError("CONFLICT", worksText.lockLost);
  };
  try {
    const { rows } = await client.query(
      "select pg_try_advisory_lock($1, hashtext($2)) as held, clock_timestamp() as at",
      [space, name],
    );
    if (!rows[0].held) return false;
    try {
      await withSharedClock(rows[0].at, () => work(assertHeld));
    } finally {
      await client.query("select pg_advisory_unlock($1, hashtext($2))", [space, name]).catch(() => {
        isHealthy = false; // an unlock that failed must not go back to the pool with the lock
      });
    }
    return true;
  } finally {
    client.off("error", onEnd);
    client.release(!isHealthy);
  }
}

const WAIT_MS = 5_000;
const TRY_AGAIN_MS = 200;

/**
 * Who holds such a lock works in short parts: waits for the end of one.
 * @param attempt tells whether it got the lock
 * @returns false when none did in time
 */
export async function inTurn(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited <= WAIT_MS; waited += TRY_AGAIN_MS) {
    if (await attempt()) return true;
    await sleep(TRY_AGAIN_MS);
  }
  return false;
}
