import { sql } from "drizzle-orm";
import type { IdentityDb } from "./client";

/** Ends the connections that hold locks, as the death of their processes does; the processes themselves go on. */
export async function endLocks(db: IdentityDb): Promise<void> {
  await db.execute(sql`select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and granted and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`);
}
