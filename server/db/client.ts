import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { clockOffsetMs } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";

/** The pool's database or an open transaction of it: what a store takes. */
export type Db = Pick<NodePgDatabase, "select" | "insert" | "update" | "delete" | "execute">;

// Next loads a module once per bundle; the pool must exist once per process.
const held = globalThis as typeof globalThis & { ampdeskPool?: pg.Pool; ampdeskLockPool?: pg.Pool };

/**
 * What a statement may take, and its wait for another one's row: a desk that hangs there would act by what it saw long
 * before. Migrations, which wait for each other on purpose, have a connection of their own.
 */
const LIMITS = { statement_timeout: 30_000, lock_timeout: 5_000 };

/** How long somebody waits for a connection before that is an error, and not for ever. */
const CONNECTS_WITHIN_MS = 30_000;

function openPool(max: number): pg.Pool {
  const opened = new pg.Pool({
    connectionString: deskEnv().DATABASE_URL,
    max,
    connectionTimeoutMillis: CONNECTS_WITHIN_MS,
    ...LIMITS,
  });
  opened.on("error", (error) => log.warn("database.idle-connection-lost", { reason: error.message }));
  return opened;
}

/** The process's connection pool. */
export const pool = (): pg.Pool => (held.ampdeskPool ??= openPool(10));

/** Of those that hold a session lock: from the other pool they would keep the connections that their work needs. */
export const lockPool = (): pg.Pool => (held.ampdeskLockPool ??= openPool(20));

/** Ends the pools; whoever asks again gets new ones. */
export async function endPools(): Promise<void> {
  const ending = [held.ampdeskPool, held.ampdeskLockPool];
  held.ampdeskPool = undefined;
  held.ampdeskLockPool = undefined;
  await Promise.all(ending.map((one) => one?.end()));
}

let database: { over: pg.Pool; value: NodePgDatabase } | undefined;

export function db(): NodePgDatabase {
  const over = pool();
  if (database?.over !== over) database = { over, value: drizzle(over) };
  return database.value;
}

/**
 * A statement that is asked all the time: built once, and planned once per connection.
 * @param make ends with `.prepare("a name of its own")`
 */
export function prepared<T>(make: (over: NodePgDatabase) => T): () => T {
  let last: { over: NodePgDatabase; value: T } | undefined;
  return () => {
    const over = db();
    if (last?.over !== over) last = { over, value: make(over) };
    return last.value;
  };
}

export const transaction = <T>(work: (tx: Db) => Promise<T>): Promise<T> => db().transaction(work);

/** The time that all hosts have in common, turned as this process's clock is turned. */
export const databaseTime = (turnedBy: number | Placeholder = clockOffsetMs()): SQL<Date> =>
  sql<Date>`clock_timestamp() + ${turnedBy}::float8 * interval '1 millisecond'`;

/** The same as it was when the statement came: a query that reads by it may use an index. Not for what is written. */
export const readingTime = (): SQL<Date> =>
  sql<Date>`statement_timestamp() + ${clockOffsetMs()}::float8 * interval '1 millisecond'`;
