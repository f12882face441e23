import { sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";

/** Memory that one index may be sorted in. */
const SORT_MEMORY = "256MB";

/**
 * Takes the indexes of the tables away that are no key, and puts them back after `work`: sorting a million rows once is
 * much faster than placing each of them. All in the transaction of `db`, so that a failure leaves them as they were.
 */
export async function withoutIndexes(db: SandboxDb, tables: string[], work: () => Promise<void>) {
  const { rows } = await db.execute<{ name: string; definition: string }>(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'sandbox' and tablename in ${tables}
      and not exists (
        select 1 from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
        where nspname = 'sandbox' and conname = indexname)
    order by indexname`);
  for (const { name } of rows) await db.execute(sql`drop index sandbox.${sql.identifier(name)}`);
  await work();
  await db.execute(sql`select set_config('maintenance_work_mem', ${SORT_MEMORY}, true)`);
  for (const { definition } of rows) await db.execute(sql.raw(definition));
}
