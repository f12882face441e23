import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { type CopyRows, copyInto } from "./copy";

/** A connection pool's database or an open transaction of it; every store takes one. */
export type SandboxDb = Pick<NodePgDatabase, "select" | "insert" | "update" | "delete" | "execute">;

/** No query here takes as long as compiling it, and the holders of an asset are sorted in memory. */
const QUERY_SETTINGS = "-c jit=off -c work_mem=32MB";
const WORLD_LOCK = 40_001;
const MIGRATION_LOCK = 40_002;

export interface SandboxDatabase {
  db: NodePgDatabase;
  /** Runs `work` in one transaction that no other writer of the sandbox overlaps: AMP and the node never disagree. */
  write<T>(work: (db: SandboxDb) => Promise<T>): Promise<T>;
  /** Like `write`, with the means to bring in very many rows. */
  load<T>(work: (db: SandboxDb, copy: CopyRows) => Promise<T>): Promise<T>;
  /** Runs `work` over one unchanging snapshot; writers go on meanwhile. */
  read<T>(work: (db: SandboxDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connects to PostgreSQL and brings the schema `sandbox` up to date. */
export async function openSandboxDatabase(url: string): Promise<SandboxDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: QUERY_SETTINGS });
  pool.on("error", () => {}); // an idle connection that PostgreSQL closed; the next query opens another
  const db = drizzle(pool);
  await migrateOnce(pool);
  const inTurn = createQueue();
  const alone = <T>(on: NodePgDatabase, work: (db: SandboxDb) => Promise<T>): Promise<T> =>
    on.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${WORLD_LOCK})`);
      return work(tx);
    });
  return {
    db,
    write: (work) => inTurn(() => alone(db, work)),
    load: (work) =>
      inTurn(async () => {
        const client = await pool.connect();
        try {
          return await alone(drizzle(client), (tx) => work(tx, copyInto(client)));
        } finally {
          client.release();
        }
      }),
    read: (work) => db.transaction(work, { isolationLevel: "repeatable read", accessMode: "read only" }),
    close: () => pool.end(),
  };
}

/** One after the other: a writer that waits for its turn holds no connection, so reads always find one. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}

async function migrateOnce(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), {
      migrationsFolder: "server/sandbox/db/migrations",
      migrationsSchema: "sandbox",
      migrationsTable: "migrations",
    });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}
