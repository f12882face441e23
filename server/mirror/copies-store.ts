import { and, eq, gt, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { decodeJson } from "@/lib/json";
import { REST_PER_READING } from "@/server/amp/rest";
import { type Db, databaseTime, db, prepared, transaction } from "@/server/db/client";
import { mirrorCopies } from "@/server/db/schema/mirror";
import { clockOffsetMs } from "@/server/platform/clock";
import { heldGeneration } from "./held-context";

/** One of AMP's whole lists as one workspace sees it. */
export interface CopyId {
  workspaceId: string;
  kind: "users" | "categories" | "holders" | "utxos" | "assignments" | "distributions";
  /** The asset's UUID, empty for lists that are no asset's. */
  key: string;
}

export interface Copy extends CopyId {
  generation: number;
  /** When AMP was asked for it. */
  startedAt: Date;
  ageMs: number;
  tookMs: number;
  /** A row that lists many things counts as many. */
  rowCount: number;
  /** Something was changed after it was begun. */
  isStale: boolean;
  /** Somebody looked at it within the last minute. */
  isInUse: boolean;
  digest: string | null;
  /** Why it could not be read again just now. */
  failure?: string;
}

export const isCopy = ({ workspaceId, kind, key }: Record<keyof CopyId, string | Placeholder>) =>
  and(eq(mirrorCopies.workspaceId, workspaceId), eq(mirrorCopies.kind, kind), eq(mirrorCopies.key, key));

/** The generation that is served at the moment of the statement that this is a part of, or that a reading goes by. */
export function servedGeneration(id: CopyId): SQL<number> {
  const held = heldGeneration(id);
  // As a query of its own the planner does not look at the number, of which it has no statistics yet.
  if (held !== undefined) return sql<number>`(select ${held}::bigint)`;
  const { workspaceId, kind, key } = id;
  return sql<number>`(select ${mirrorCopies.generation} from ${mirrorCopies}
    where ${mirrorCopies.workspaceId} = ${workspaceId} and ${mirrorCopies.kind} = ${kind} and ${mirrorCopies.key} = ${key})`;
}

/** Apart by a hair, so that a list begun in the very moment of a change is asked for again. */
export const stale = sql<boolean>`coalesce(${mirrorCopies.staleAt} >= ${mirrorCopies.startedAt}, false)`;

const served = {
  workspaceId: mirrorCopies.workspaceId,
  kind: mirrorCopies.kind,
  key: mirrorCopies.key,
  generation: mirrorCopies.generation,
  startedAt: mirrorCopies.startedAt,
  tookMs: mirrorCopies.tookMs,
  rowCount: mirrorCopies.rowCount,
  digest: mirrorCopies.digest,
  isStale: stale,
};
const inUse = (time: SQL<Date>) =>
  sql<boolean>`coalesce(${gt(mirrorCopies.usedAt, sql`${time} - interval '1 minute'`)}, false)`;
const age = (time: SQL<Date>) =>
  sql<number>`(extract(epoch from ${time} - ${mirrorCopies.startedAt}) * 1000)::float8`;

const servedCopy = prepared((over) => {
  const time = databaseTime(sql.placeholder("clockMs"));
  const id = {
    workspaceId: sql.placeholder("workspaceId"),
    kind: sql.placeholder("kind"),
    key: sql.placeholder("key"),
  };
  return over
    .select({ ...served, ageMs: age(time), isInUse: inUse(time) })
    .from(mirrorCopies)
    .where(and(isCopy(id), sql`${mirrorCopies.generation} is not null`))
    .prepare("served_copy");
});

type ServedRow = { [K in keyof Copy]: Copy[K] | string | null };
const toCopy = (row: ServedRow): Copy => row as Copy;

/** The copy that is served; null before the first one is whole. */
export async function findCopy(id: CopyId): Promise<Copy | null> {
  const [row] = await servedCopy().execute({ ...id, clockMs: clockOffsetMs() });
  return row ? toCopy(row) : null;
}

/** What the served rows add up to, and what AMP told beside them; null for a copy of an older desk. */
export async function figuresOf(id: CopyId): Promise<{ figures: unknown; beside: unknown } | null> {
  const [row] = await db()
    .select({ figures: mirrorCopies.figures, beside: mirrorCopies.beside })
    .from(mirrorCopies)
    .where(isCopy(id));
  if (!row?.figures || !row.beside) return null;
  return { figures: decodeJson(row.figures), beside: decodeJson(row.beside) };
}

/** A number higher than every one given out before. */
export async function nextTicket(): Promise<number> {
  const { rows } = await db().execute<{ ticket: string }>(sql`select nextval('mirror_tickets') as ticket`);
  return Number(rows[0]?.ticket);
}

export interface BegunGeneration {
  generation: number;
  /** Rows that a process left behind which died while they came in. */
  leftOver: number | null;
  /** Of the rows that are served. */
  digest: string | null;
}

/** Makes room for a new generation, under the copy's lock; one statement, because short lists are read for each page. */
export async function beginGeneration({ workspaceId, kind, key }: CopyId): Promise<BegunGeneration> {
  const { rows } = await db().execute<{
    generation: string;
    left_over: string | null;
    digest: string | null;
  }>(sql`
    with before as (
      select next, digest from ${mirrorCopies}
      where workspace_id = ${workspaceId} and kind = ${kind} and key = ${key}
    ), begun as (
      insert into ${mirrorCopies} (workspace_id, kind, key, next, next_started_at)
      values (${workspaceId}, ${kind}, ${key}, nextval('mirror_tickets'), ${databaseTime()})
      on conflict (workspace_id, kind, key)
        do update set next = excluded.next, next_started_at = excluded.next_started_at
      returning next
    )
    select begun.next as generation, before.next as left_over, before.digest
    from begun left join before on true`);
  const [row] = rows;
  if (!row) throw new Error("The generation was not begun.");
  const { generation, left_over: leftOver, digest } = row;
  return { generation: Number(generation), leftOver: leftOver === null ? null : Number(leftOver), digest };
}

export interface Finished {
  rowCount: number;
  tookMs: number;
  digest: string | null;
  /** What AMP told of the whole beside the rows; JSON of `lib/json.ts`. */
  beside: string | null;
}

/**
 * The new generation takes the place of the served one.
 * @param andThen in the same transaction, with the generation that is not served any more
 * @returns false when another process has begun since, because the lock was lost
 */
export const serveGeneration = (
  id: CopyId,
  generation: number,
  finished: Finished & { figures: string | null },
  andThen: (tx: Db, old: number | null) => Promise<void>,
): Promise<boolean> =>
  transaction(async (tx) => {
    const [before] = await tx
      .select({ generation: mirrorCopies.generation, next: mirrorCopies.next })
      .from(mirrorCopies)
      .where(isCopy(id))
      .for("update");
    if (before?.next !== generation) return false;
    await tx
      .update(mirrorCopies)
      .set({ ...finished, generation, startedAt: mirrorCopies.nextStartedAt, next: null })
      .where(isCopy(id));
    await andThen(tx, before.generation);
    return true;
  });

/**
 * AMP answered what is served already: it counts as read now.
 * @returns false when the served rows have been touched since
 */
export async function confirmGeneration(
  id: CopyId,
  generation: number,
  { tookMs, digest, beside }: Finished,
): Promise<boolean> {
  const confirmed = await db()
    .update(mirrorCopies)
    .set({ tookMs, beside, startedAt: mirrorCopies.nextStartedAt, next: null })
    .where(and(isCopy(id), eq(mirrorCopies.next, generation), eq(mirrorCopies.digest, digest ?? "")))
    .returning({ kind: mirrorCopies.kind });
  return confirmed.length > 0;
}

/**
 * Nothing came of it: what was served stays, also when it is this one after all, because only the answer to its commit
 * was lost.
 * @param andThen in the same transaction, when its rows may go
 */
export const dropGeneration = (
  id: CopyId,
  generation: number,
  andThen: (tx: Db) => Promise<void>,
): Promise<void> =>
  transaction(async (tx) => {
    const [row] = await tx
      .update(mirrorCopies)
      .set({ next: sql`nullif(${mirrorCopies.next}, ${generation})` })
      .where(isCopy(id))
      .returning({ served: mirrorCopies.generation });
    if (row?.served !== generation) await andThen(tx);
  });

/** Somebody looks at it; written at most once a minute. */
export async function touchCopy(copy: Copy): Promise<void> {
  if (copy.isInUse) return;
  await db().update(mirrorCopies).set({ usedAt: databaseTime() }).where(isCopy(copy));
}

/** However long AMP takes for a list. */
const LONGEST_REST_MS = 20 * 60_000;
/** While somebody else goes on changing it, a list is read again after this, and AMP is busy with it for a fifth of the time at most. */
const [SOON_MS, REST_WHILE_CHANGED] = [30_000, 4];

/**
 * Long copies that somebody looked at lately and that nobody tried to read for `everyMs`, or not since they became
 * stale, or not for a while since somebody else changed them; the oldest first.
 */
export async function dueCopies(longFrom: number, usedWithinMs: number, everyMs: number): Promise<CopyId[]> {
  const ago = (ms: number) => sql`${databaseTime()} - ${ms}::float8 * interval '1 millisecond'`;
  const {
    changedBesideAt,
    generation,
    key,
    kind,
    nextStartedAt,
    rowCount,
    staleAt,
    tookMs,
    usedAt,
    workspaceId,
  } = mirrorCopies;
  const soon = sql`greatest(${SOON_MS}::float8, ${tookMs} * ${REST_WHILE_CHANGED})`;
  const rest = sql`greatest(${everyMs}::float8, least(${tookMs} * ${REST_PER_READING}, ${LONGEST_REST_MS}))`;
  const rows = await db()
    .select({ workspaceId, kind, key })
    .from(mirrorCopies)
    .where(
      sql`${generation} is not null and ${rowCount} >= ${longFrom} and ${usedAt} > ${ago(usedWithinMs)}
        and (${nextStartedAt} < ${databaseTime()} - ${rest} * interval '1 millisecond'
          or ${staleAt} >= ${nextStartedAt}
          or (${changedBesideAt} >= ${nextStartedAt}
            and ${nextStartedAt} < ${databaseTime()} - ${soon} * interval '1 millisecond'))`,
    )
    .orderBy(nextStartedAt);
  return rows as CopyId[];
}

/** No reading takes as long: one that was begun before has died. */
const LONGEST_READING = sql.raw("interval '1 day'");

/** What nobody has looked at for so long, nor begun to read where nobody ever did, and nobody reads. */
const unused = (forMs: number): SQL => {
  const { next, nextStartedAt, usedAt } = mirrorCopies;
  return sql`(${next} is null or ${nextStartedAt} < ${databaseTime()} - ${LONGEST_READING})
    and coalesce(${usedAt}, ${nextStartedAt}) < ${databaseTime()} - ${forMs}::float8 * interval '1 millisecond'`;
};

export async function unusedCopies(forMs: number): Promise<CopyId[]> {
  const { key, kind, workspaceId } = mirrorCopies;
  const rows = await db().select({ workspaceId, kind, key }).from(mirrorCopies).where(unused(forMs));
  return rows as CopyId[];
}

/**
 * The next page begins with a new copy. Under the copy's lock; what has been used since it was found stays.
 * @returns the generations whose rows are to go: what was served, and what a reading that died has left
 */
export async function forgetCopy(tx: Db, id: CopyId, forMs: number): Promise<number[]> {
  const [row] = await tx
    .delete(mirrorCopies)
    .where(and(isCopy(id), unused(forMs)))
    .returning({ generation: mirrorCopies.generation, next: mirrorCopies.next });
  return [row?.generation ?? null, row?.next ?? null].filter((one) => one !== null);
}

/**
 * Whether the rows that a copy of owners or outputs shows name a GAID of this user, null: of nobody.
 * @param table where the rows of such copies are
 */
export const namesGaidOf = (
  table: PgTable & Record<"workspaceId" | "generation" | "gaid" | "userId", PgColumn>,
  userId: number | null,
): SQL => sql`exists (
  select from ${table} where ${table.workspaceId} = ${mirrorCopies.workspaceId}
    and ${table.generation} = ${mirrorCopies.generation}
    and ${table.gaid} is not null and ${table.userId} is not distinct from ${userId}::int)`;
