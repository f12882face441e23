import { and, eq, lte, sql } from "drizzle-orm";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { SandboxDatabase } from "./db/client";
import { calls } from "./db/ledger-tables";

export type CallEntry = Omit<typeof calls.$inferInsert, "id">;

export interface CallEffect {
  /** The call's own: an id alone may be another call's after a restore. */
  requestId: string;
  status: number;
  account: string | null;
}

interface Waiting {
  entry: CallEntry;
  /** Told the row's id; nothing when it could not be stored. */
  written: (id: number | undefined) => void;
}

export interface CallWriter {
  /** Stores one call. Resolves when it is stored, or when that failed, which is logged and no fault of the call. */
  record(entry: CallEntry): Promise<number | undefined>;
  /** Adds what a call came to after its answer had left, and who it was. `stored`: what `record` gave for it. */
  recordEffect(stored: Promise<number | undefined>, effect: CallEffect): Promise<void>;
}

/**
 * Writes the call log. Calls that end while a write is under way share the next one, and a write does not wait for
 * the disk: a killed sandbox loses no row, a killed PostgreSQL at most the rows of its last moment.
 * @param maxRows the oldest rows go when there are more
 */
export function openCallWriter(database: SandboxDatabase, maxRows: number): CallWriter {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const prune = pruner(database, maxRows);

  const writeAll = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0);
      const ids = await attempt(() => insertCalls(database, group));
      for (const [place, { written }] of group.entries()) written(ids?.[place]);
      if (ids) await attempt(() => prune(ids));
    }
    isWriting = false;
  };
  return {
    record: (entry) =>
      new Promise((written) => {
        waiting.push({ entry, written });
        if (!isWriting) void writeAll();
      }),
    recordEffect: async (stored, { requestId, status, account }) => {
      const id = await stored;
      if (id === undefined) return;
      const isThis = and(eq(calls.id, id), eq(calls.requestId, requestId));
      await attempt(() => database.db.update(calls).set({ effectStatus: status, account }).where(isThis));
    },
  };
}

async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log.error("sandbox.calls.failed", { reason: reasonOf(error) });
    return undefined;
  }
}

/** @returns the ids in the order of the group */
async function insertCalls({ db }: SandboxDatabase, group: Waiting[]): Promise<number[]> {
  const rows = JSON.stringify(group.map(({ entry }) => entry));
  // Set for this statement's transaction alone; the ledger's own writes always wait for the disk.
  const { rows: inserted } = await db.execute<{ id: number }>(sql`
    insert into ${calls}
      (at, surface, method, path, status, account, request_id, duration_ms, size_bytes, faults, effect_status)
    select at, surface, method, path, status, account, "requestId", "durationMs", "sizeBytes", faults, "effectStatus"
    from (select set_config('synchronous_commit', 'off', true)) as not_waiting,
      jsonb_to_recordset(${rows}::jsonb) as entry(
        at timestamptz, surface text, method text, path text, status int, account text, "requestId" text,
        "durationMs" real, "sizeBytes" int, faults jsonb, "effectStatus" int)
    returning id`);
  return inserted.map(({ id }) => id);
}

/** Removes the oldest rows, a portion at a time, so that there are never more than `maxRows`. */
function pruner({ db }: SandboxDatabase, maxRows: number): (ids: number[]) => Promise<void> {
  const portion = Math.max(1, Math.min(1000, Math.floor(maxRows / 10)));
  let until = 0;
  return async (ids) => {
    const newest = ids.at(-1) ?? 0;
    // Ids fall back when an older world is restored.
    if (newest < until && newest >= until - portion) return;
    until = newest + portion;
    await db.delete(calls).where(lte(calls.id, until - maxRows));
  };
}
