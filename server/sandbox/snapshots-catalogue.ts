import { sql } from "drizzle-orm";
import type { SandboxDb } from "./db/client";

/** What a schema consists of, as PostgreSQL's catalogue tells it: a new table is part of every snapshot by itself. */

/** Says which migrations made the schema; part of it, and no part of the world. */
export const MIGRATIONS = "migrations";

export interface Sequence {
  name: string;
  /** The number that comes next. */
  next: string;
}

/** Names of the tables of the world. */
export async function worldTables(db: SandboxDb): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'sandbox'::regnamespace and relkind = 'r' and relname <> ${MIGRATIONS}
    order by relname`);
  return rows.map(({ name }) => name);
}

/** Columns that a row is copied with, in their order; computed ones are left out. */
export async function columnsOf(db: SandboxDb, table: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = format('sandbox.%I', ${table}::text)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`);
  return rows.map(({ name }) => name);
}

/** Where each sequence of the world stands, those behind serial and identity columns alike. */
export async function worldSequences(db: SandboxDb): Promise<Sequence[]> {
  const sequences: Sequence[] = [];
  for (const { name } of await firstSequences(db)) {
    const { rows } = await db.execute<{ next: string }>(sql`
      select (case when is_called then last_value + 1 else last_value end)::text as next
      from sandbox.${sql.identifier(name)}`);
    sequences.push({ name, next: rows[0]?.next ?? "1" });
  }
  return sequences;
}

/** Sets each sequence to the number that it gives next. */
export async function setSequences(db: SandboxDb, sequences: Sequence[]): Promise<void> {
  for (const { name, next } of sequences)
    await db.execute(
      sql`select setval(format('sandbox.%I', ${name}::text)::regclass, ${next}::bigint, false)`,
    );
}

/** Sequences as a new world has them. */
export async function firstSequences(db: SandboxDb): Promise<Sequence[]> {
  const { rows } = await db.execute<{ name: string; next: string }>(sql`
    select relname as name, seqstart::text as next
    from pg_class join pg_sequence on seqrelid = pg_class.oid
    where relnamespace = 'sandbox'::regnamespace and relname not like ${`${MIGRATIONS}\\_%`}`);
  return rows;
}

/** The migrations that a schema went through; two worlds with the same ones have the same tables. */
export async function migrationsOf(db: SandboxDb, schema: string): Promise<string[]> {
  const table = sql`${sql.identifier(schema)}.${sql.identifier(MIGRATIONS)}`;
  const { rows } = await db.execute<{ hash: string }>(sql`select hash from ${table} order by id`);
  return rows.map(({ hash }) => hash);
}
