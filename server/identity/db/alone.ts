import type pg from "pg";

export type Alone = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * One piece of work of a name at a time, across processes and without a transaction, so that it may wait for others
 * over the network. Of one name a process takes one connection however many wait; the pool is to be one of its own,
 * or those who wait would keep the connections that the work needs.
 */
export function aloneOver(pool: pg.Pool): Alone {
  const lines = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = lines.get(name) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => withLock(pool, name, work));
    lines.set(name, mine);
    try {
      return await mine;
    } finally {
      if (lines.get(name) === mine) lines.delete(name);
    }
  };
}

async function withLock<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    const result = await work();
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    isClean = true;
    return result;
  } finally {
    // the end of its connection gives a lock back as well
    client.release(!isClean);
  }
}
