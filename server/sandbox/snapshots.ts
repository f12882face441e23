import { type SQL, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { SandboxDb } from "./db/client";
import { LedgerError } from "./ledger/port";
import {
  columnsOf,
  firstSequences,
  MIGRATIONS,
  migrationsOf,
  type Sequence,
  setSequences,
  worldSequences,
  worldTables,
} from "./snapshots-catalogue";

/** Copies of the whole world beside it in the database, each in a PostgreSQL schema of its own. */

export interface SnapshotInfo {
  name: string;
  createdAt: Date;
  height: number;
}

const PREFIX = "sandbox_snapshot_";
/** What only the snapshot has: when it was made, and where the sequences stood. */
const ABOUT = "__snapshot";

/** @throws LedgerError "conflict" when there is one of that name */
export async function takeSnapshot(db: SandboxDb, name: string): Promise<SnapshotInfo> {
  if (await exists(db, name)) throw new LedgerError("conflict", `There is a snapshot named ${name} already.`);
  const schema = schemaOf(name);
  await db.execute(sql`create schema ${schema}`);
  for (const table of [...(await worldTables(db)), MIGRATIONS])
    await db.execute(
      sql`create table ${schema}.${sql.identifier(table)} as table sandbox.${sql.identifier(table)}`,
    );
  // After the rows: a call logged meanwhile has a number that comes later.
  const sequences = JSON.stringify(await worldSequences(db));
  await db.execute(sql`
    create table ${schema}.${sql.identifier(ABOUT)} as
    select ${now().toISOString()}::timestamptz as created_at, ${sequences}::jsonb as sequences`);
  return aboutSnapshot(db, name);
}

/** Those there are, the oldest first. */
export async function listSnapshots(db: SandboxDb): Promise<SnapshotInfo[]> {
  const found: SnapshotInfo[] = [];
  for (const name of await names(db)) found.push(await aboutSnapshot(db, name));
  return found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/**
 * Puts every row and every sequence back as it was; memory is the caller's to reload.
 * @throws LedgerError "unknown" no such snapshot, "conflict" one of another version's tables
 */
export async function restoreSnapshot(db: SandboxDb, name: string): Promise<SnapshotInfo> {
  await assertExists(db, name);
  const [then, today] = [await migrationsOf(db, PREFIX + name), await migrationsOf(db, "sandbox")];
  if (then.join() !== today.join())
    throw new LedgerError(
      "conflict",
      `The snapshot ${name} was taken with another version of the sandbox, whose tables differ. Delete it and take a new one.`,
    );
  const { rows } = await db.execute<{ sequences: Sequence[] }>(
    sql`select sequences from ${schemaOf(name)}.${sql.identifier(ABOUT)}`,
  );
  await replaceRows(db, schemaOf(name));
  await setSequences(db, rows[0]?.sequences ?? []);
  return aboutSnapshot(db, name);
}

/** @throws LedgerError "unknown" */
export async function deleteSnapshot(db: SandboxDb, name: string): Promise<void> {
  await assertExists(db, name);
  await db.execute(sql`drop schema ${schemaOf(name)} cascade`);
}

/** Takes every row of the world away and begins every count anew. */
export async function emptyWorld(db: SandboxDb): Promise<void> {
  await replaceRows(db, null);
  await setSequences(db, await firstSequences(db));
}

/**
 * Rows go by DELETE and not by TRUNCATE: a reader keeps the state that it began with. All tables in one statement, so
 * that references between them are checked at its end, whatever their order.
 */
async function replaceRows(db: SandboxDb, source: SQL | null): Promise<void> {
  const tables = await worldTables(db);
  const world = (table: string) => sql`sandbox.${sql.identifier(table)}`;
  // Writers that do not wait for the world's lock, such as the call log, wait for this one; readers do not.
  await db.execute(sql`lock table ${sql.join(tables.map(world), sql`, `)} in share row exclusive mode`);
  await withoutChecks(db, async () => {
    await atOnce(
      db,
      tables.map((table) => sql`delete from ${world(table)}`),
    );
    if (source === null) return;
    const inserts: SQL[] = [];
    for (const table of tables) {
      const columns = sql.join(
        (await columnsOf(db, table)).map((column) => sql.identifier(column)),
        sql`, `,
      );
      inserts.push(sql`
        insert into ${world(table)} (${columns}) overriding system value
        select ${columns} from ${source}.${sql.identifier(table)}`);
    }
    await atOnce(db, inserts);
  });
}

/** Several changes as one statement. */
async function atOnce(db: SandboxDb, changes: SQL[]): Promise<void> {
  const parts = changes.map((change, index) => sql`${sql.identifier(`change_${index}`)} as (${change})`);
  await db.execute(sql`with ${sql.join(parts, sql`, `)} select 1`);
}

/** The rows fit together already; asking for each takes long in a large world. Only a superuser may leave it out. */
export async function withoutChecks(db: SandboxDb, work: () => Promise<void>): Promise<void> {
  const { rows } = await db.execute<{ may: boolean }>(
    sql`select current_setting('is_superuser') = 'on' as may`,
  );
  if (rows[0]?.may) await db.execute(sql`set local session_replication_role = replica`);
  await work();
  if (rows[0]?.may) await db.execute(sql`set local session_replication_role = origin`);
}

const schemaOf = (name: string): SQL => sql`${sql.identifier(PREFIX + name)}`;

async function names(db: SandboxDb): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select substr(nspname, ${PREFIX.length + 1}) as name from pg_namespace
    where starts_with(nspname, ${PREFIX})`);
  return rows.map(({ name }) => name);
}

const exists = async (db: SandboxDb, name: string): Promise<boolean> => (await names(db)).includes(name);

async function assertExists(db: SandboxDb, name: string): Promise<void> {
  if (!(await exists(db, name))) throw new LedgerError("unknown", `There is no snapshot named ${name}.`);
}

async function aboutSnapshot(db: SandboxDb, name: string): Promise<SnapshotInfo> {
  const { rows } = await db.execute<{ at: string; height: number }>(sql`
    select (extract(epoch from created_at) * 1000)::text as at,
      (select max(height) from ${schemaOf(name)}.blocks)::int as height
    from ${schemaOf(name)}.${sql.identifier(ABOUT)}`);
  const [row] = rows;
  if (!row) throw new Error(`The snapshot ${name} does not say when it was taken.`);
  return { name, createdAt: new Date(Number(row.at)), height: row.height };
}
