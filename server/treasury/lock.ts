import { pool } from "@/server/db/client";

/** Keeps the two 32-bit halves of our advisory locks apart from those of migrations. */
const OPERATION_LOCK = 42;

/**
 * Runs `work` only while this process holds the operation's session lock. The lock lives on one connection and dies
 * with the process, so the operations of a killed worker are free at once.
 * @returns false when another worker holds it
 */
export const withOperationLock = (operationId: string, work: () => Promise<void>): Promise<boolean> =>
  withSessionLock(OPERATION_LOCK, operationId, work);

/** The same for anything else: `space` keeps its names apart from others. */
export async function withSessionLock(
  space: number,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const client = await pool().connect();
  let isHealthy = true;
  try {
    const { rows } = await client.query("select pg_try_advisory_lock($1, hashtext($2)) as held", [
      space,
      name,
    ]);
    if (!rows[0].held) return false;
    try {
      await work();
    } finally {
      await client.query("select pg_advisory_unlock($1, hashtext($2))", [space, name]).catch(() => {
        isHealthy = false; // an unlock that failed must not go back to the pool with the lock
      });
    }
    return true;
  } finally {
    client.release(!isHealthy);
  }
}
