import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { log } from "@/server/platform/log";

/** A connection pool's database or an open transaction of it; every store takes one. */
export type IdentityDb = Pick<NodePgDatabase, "select" | "insert" | "update" | "delete" | "execute">;

const MIGRATION_LOCK = 42_001;

export interface IdentityDatabase {
  db: IdentityDb;
  transaction<T>(work: (tx: IdentityDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connects to PostgreSQL and brings the schema `identity` up to date; several processes may do so at once. */
export async function openIdentityDatabase(url: string): Promise<IdentityDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on("error", (error) => log.warn("identity.idle-connection-lost", { reason: error.message }));
  const db = drizzle(pool);
  try {
    await migrateOnce(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db, transaction: (work) => db.transaction(work), close: () => pool.end() };
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
