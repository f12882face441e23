import { sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";

/** Memory that one index may be sorted in. */
const SORT_MEMORY = "256MB";

interface Index extends Record<string, unknown> {
  name: string;
  table: string;
  definition: string;
  /** Of the key that it serves; null when it serves none. */
  key: string | null;
}

/**
 * Takes the indexes of the tables away, keys included unless another table refers to them, and puts them back after
 * `work`: sorting a million rows once is much faster than placing each of them. All in the transaction of `db`, so that
 * a failure leaves them as they were.
 */
export async function withoutIndexes(db: SandboxDb, tables: string[], work: () => Promise<void>) {
  const { rows } = await db.execute<Index>(sql`
    select indexname as name, tablename as table, indexdef as definition, pg_get_constraintdef(made.oid) as key
    from pg_indexes
    left join pg_constraint as made on made.conindid = ('sandbox.' || indexname)::regclass and made.contype in ('p', 'u')
    where schemaname = 'sandbox' and tablename in ${tables}
      and not exists (
        select 1 from pg_constraint where conindid = ('sandbox.' || indexname)::regclass and contype = 'f')
    order by indexname`);
  for (const index of rows) await db.execute(index.key === null ? drop(index) : dropKey(index));
  await work();
  await db.execute(sql`select set_config('maintenance_work_mem', ${SORT_MEMORY}, true)`);
  for (const index of rows)
    await db.execute(index.key === null ? sql.raw(index.definition) : addKey(index, index.key));
}

const drop = ({ name }: Index) => sql`drop index sandbox.${sql.identifier(name)}`;
const tableOf = ({ table }: Index) => sql`sandbox.${sql.identifier(table)}`;
const dropKey = (index: Index) =>
  sql`alter table ${tableOf(index)} drop constraint ${sql.identifier(index.name)}`;
const addKey = (index: Index, key: string) =>
  sql`alter table ${tableOf(index)} add constraint ${sql.identifier(index.name)} ${sql.raw(key)}`;
