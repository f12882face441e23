import type pg from "pg";
import { log } from "@/server/platform/log";

/** Asks the connection that holds the lock. @throws Error when it is gone, and the lock with it */
export type AssertHeld = () => Promise<void>;

export type Exclusive = <T>(
  key: string,
  work: (assertHeld: AssertHeld) => Promise<T>,
) => Promise<T | undefined>;

/**
 * Runs `work` unless some process runs one with this key: then it gives undefined at once. A process that dies lets go
 * with its connection. A connection may also end while `work` runs, and somebody else begins then: what must never be
 * done by two asks `assertHeld` right before. The pool is to be one of its own, or holders would keep the connections
 * their work needs.
 */
export const exclusiveOver =
  (pool: pg.Pool): Exclusive =>
  async (key, work) => {
    const client = await pool.connect();
    // while it is lent out nobody else listens, and an error without a listener ends the process
    let isLost = false;
    const onLost = ({ message }: Error) => {
      isLost = true;
      log.warn("identity.lock-connection-lost", { reason: message });
    };
    client.on("error", onLost);
    const assertHeld = async () => {
      if (!isLost) await client.query("select 1").catch(onLost);
      if (isLost) throw new Error("The connection that held the lock is gone.");
    };
    let isClean = false;
    try {
      const { rows } = await client.query("select pg_try_advisory_lock(hashtextextended($1, 0)) as held", [
        key,
      ]);
      if (!rows[0]?.held) {
        isClean = true;
        return undefined;
      }
      const result = await work(assertHeld);
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [key]);
      isClean = true;
      return result;
    } finally {
      client.off("error", onLost);
      // the end of its connection gives a lock back as well
      client.release(!isClean);
    }
  };
