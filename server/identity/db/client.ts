import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { log } from "@/server/platform/log";
import { type Alone, aloneOver } from "./alone";
import { type Exclusive, exclusiveOver } from "./exclusive";

/** A connection pool's database or an open transaction of it; every store takes one. */
export type IdentityDb = Pick<NodePgDatabase, "select" | "insert" | "update" | "delete" | "execute">;

const MIGRATION_LOCK = 42_001;

export interface IdentityDatabase {
  db: IdentityDb;
  transaction<T>(work: (tx: IdentityDb) => Promise<T>): Promise<T>;
  /** Work that is left out while any process does it; see `exclusive.ts`. */
  exclusive: Exclusive;
  /** One piece of work of this name at a time, in all processes; see `alone.ts`. */
  alone: Alone;
  close(): Promise<void>;
}

/** Connects to PostgreSQL and brings the schema `identity` up to date; several processes may do so at once. */
export async function openIdentityDatabase(url: string, connections = 10): Promise<IdentityDatabase> {
  const pool = openPool(url, connections);
  const locks = openPool(url, 8);
  // one for each operator's key on each chain, while it sends
  const lanes = openPool(url, 40);
  const db = drizzle(pool);
  try {
    await migrateOnce(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    db,
    transaction: (work) => db.transaction(work),
    alone: aloneOver(locks),
    exclusive: exclusiveOver(lanes),
    close: async () => void (await Promise.all([pool, locks, lanes].map((one) => one.end()))),
  };
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on("error", (error) => log.warn("identity.idle-connection-lost", { reason: error.message }));
  return pool;
}

async function migrateOnce(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), {
      migrationsFolder: "server/identity/db/migrations",
      migrationsSchema: "identity",
      migrationsTable: "migrations",
    });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}
