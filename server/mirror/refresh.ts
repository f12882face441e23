import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { encodeJson } from "@/lib/json";
import type { AmpClient } from "@/server/amp/client";
import { ROWS_AT_ONCE } from "@/server/amp/row-stream";
import { ampAs } from "@/server/auth/amp-session";
import { type Db, db, pool } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { withSessionLock } from "@/server/treasury/lock";
import { findWorkspace } from "@/server/vault/store";
import {
  beginGeneration,
  type CopyId,
  confirmGeneration,
  dropGeneration,
  type Finished,
  serveGeneration,
} from "./copies-store";
import { isHeld } from "./holds-store";

/** How one kind of list is asked for and kept. */
export interface CopyKind<T> {
  rows(amp: AmpClient, key: string): AsyncIterable<T[]>;
  /** How many rows it counts for; 1 unless said. */
  weigh?(row: T): number;
  store(tx: Db, id: CopyId, generation: number, rows: T[], from: number): Promise<void>;
  /** What AMP tells of the whole beside its rows; it is kept with them. */
  beside?(amp: AmpClient, key: string): Promise<unknown>;
  /** Once all rows are there. @returns what they add up to, which is kept with them */
  complete?(tx: Db, id: CopyId, generation: number): Promise<unknown>;
  drop(tx: Db, id: CopyId, generation: number): Promise<void>;
  tables: readonly string[];
}

const ASKS_AGAIN_MS = 50;
/** From here on the planner's idea of the tables is worth renewing. */
const MANY = 10_000;

/**
 * Lists that one process reads side by side. Each holds a connection for its lock and needs another one for its rows:
 * as many as the pool has would wait for each other for ever.
 */
const MOST_AT_ONCE = 3;
let reading = 0;
const waiting: (() => void)[] = [];

const underWay = new Map<string, Promise<void>>();
const nameOf = ({ workspaceId, kind, key }: CopyId) => `${workspaceId}:${kind}:${key}`;

/**
 * Reads a list of AMP's into a generation of its own, which then takes the place of the one before. A reading that
 * fails leaves that one as it is. One process reads a list at a time; who comes meanwhile waits until it is done, and
 * looks again.
 * @throws AppError UNAVAILABLE and others of AMP's client
 */
export function refreshCopy<T>(id: CopyId, kind: CopyKind<T>): Promise<void> {
  const name = nameOf(id);
  const known = underWay.get(name);
  if (known) return known;
  const refresh = readOrWait(id, kind).finally(() => underWay.delete(name));
  underWay.set(name, refresh);
  return refresh;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (reading === MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else reading += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift(); // takes over the place
    if (next) next();
    else reading -= 1;
  }
}

/** Runs `work` while no process reads the list. @returns false when one does */
export const whileUnread = (id: CopyId, work: () => Promise<void>): Promise<boolean> =>
  withSessionLock(LOCKS.mirror, nameOf(id), work);

async function readOrWait<T>(id: CopyId, kind: CopyKind<T>): Promise<void> {
  if (await inTurn(() => whileUnread(id, () => read(id, kind)))) return;
  // Without a place of those at once: other lists are read meanwhile.
  while (!(await whileUnread(id, async () => {}))) await sleep(ASKS_AGAIN_MS);
}

async function read<T>(id: CopyId, kind: CopyKind<T>): Promise<void> {
  const workspace = await findWorkspace(id.workspaceId);
  if (!workspace) return;
  const amp = await ampAs({ workspaceId: workspace.id, environment: workspace.environment });
  const startedAt = performance.now();
  const { generation, leftOver, digest: servedDigest } = await beginGeneration(id);
  let readRows: number;
  try {
    if (leftOver !== null) await kind.drop(db(), id, leftOver);
    const told = Promise.resolve(kind.beside?.(amp, id.key));
    told.catch(() => {}); // what is already coming in has to be over before it is given up
    const finished = await take(id, kind, amp, generation);
    finished.beside = kind.beside ? encodeJson(await told) : null;
    finished.tookMs = Math.round(performance.now() - startedAt);
    const isSame = finished.digest !== null && finished.digest === servedDigest;
    if (isSame && (await confirmGeneration(id, generation, finished))) return;
    if (finished.unwritten.length > 0) await kind.store(db(), id, generation, finished.unwritten, 0);
    const sums = await kind.complete?.(db(), id, generation);
    const { unwritten: _, ...copy } = { ...finished, figures: sums ? encodeJson(sums) : null };
    const isServed = await serveGeneration(id, generation, copy, async (tx, old) => {
      if (old !== null && !(await isHeld(tx, id, old))) await kind.drop(tx, id, old);
    });
    if (!isServed) await kind.drop(db(), id, generation);
    const { rowCount, tookMs } = finished;
    log.debug("mirror.read", { kind: id.kind, rows: rowCount, ms: tookMs });
    readRows = rowCount;
  } catch (error) {
    await giveUp(id, kind, generation);
    throw error;
  }
  if (readRows >= MANY) await analyze(id, kind);
}

/** Pages work without it, a little slower. */
async function analyze<T>(id: CopyId, { tables }: CopyKind<T>): Promise<void> {
  try {
    await pool().query(`analyze ${tables.join(", ")}`);
  } catch (error) {
    log.warn("mirror.not-analyzed", { kind: id.kind, reason: reasonOf(error) });
  }
}

interface Taken<T> extends Finished {
  /** A short list is written at its end, when it turned out to differ from the served one. */
  unwritten: T[];
}

async function take<T>(id: CopyId, kind: CopyKind<T>, amp: AmpClient, generation: number): Promise<Taken<T>> {
  let [rowCount, read] = [0, 0];
  let unwritten: T[] = [];
  for await (const rows of kind.rows(amp, id.key)) {
    if (read === 0 && rows.length < ROWS_AT_ONCE) unwritten = rows;
    else await kind.store(db(), id, generation, rows, read);
    read += rows.length;
    rowCount += rows.reduce((sum, row) => sum + (kind.weigh?.(row) ?? 1), 0);
  }
  const digest = read === unwritten.length ? digestOf(unwritten) : null;
  return { rowCount, tookMs: 0, digest, beside: null, unwritten };
}

const digestOf = (rows: unknown[]): string =>
  createHash("sha256")
    .update(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value)))
    .digest("hex");

async function giveUp<T>(id: CopyId, kind: CopyKind<T>, generation: number): Promise<void> {
  try {
    await dropGeneration(id, generation, (tx) => kind.drop(tx, id, generation));
  } catch (failure) {
    // The next reading finds the rows and clears them away.
    log.warn("mirror.not-cleared", { kind: id.kind, reason: reasonOf(failure) });
  }
}
