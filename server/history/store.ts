import { and, asc, desc, eq, gt, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { Moment } from "@/lib/domain/moment";
import type { Move, MoveKind } from "@/lib/domain/movements";
import { AppError } from "@/lib/errors";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import { type Db, databaseTime, db, transaction } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { historyBooks, historyMovements, historyTransactions } from "@/server/db/schema/history";

/** Whose copy of which asset's movements. */
export interface HistoryKey {
  workspaceId: string;
  assetUuid: string;
}

/** The copy as far as it was brought up to date. */
export interface History extends HistoryKey {
  transactions: number;
}

export const TREASURY = "";
/** What one statement takes of parameters. */
const CHUNK = 2_000;

const ofBook = (key: HistoryKey) =>
  and(eq(historyBooks.workspaceId, key.workspaceId), eq(historyBooks.assetUuid, key.assetUuid));
export const ofTransactions = (key: HistoryKey) =>
  and(eq(historyTransactions.workspaceId, key.workspaceId), eq(historyTransactions.assetUuid, key.assetUuid));
export const ofMovements = (key: HistoryKey) =>
  and(eq(historyMovements.workspaceId, key.workspaceId), eq(historyMovements.assetUuid, key.assetUuid));

/** Assets whose copy has a transaction, whichever of them are up to date. */
export async function assetsMovedBy(workspaceId: string, txid: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ assetUuid: historyTransactions.assetUuid })
    .from(historyTransactions)
    .where(and(eq(historyTransactions.workspaceId, workspaceId), eq(historyTransactions.txid, txid)));
  return rows.map(({ assetUuid }) => assetUuid);
}

/** How many transactions are known, and the last few of them, oldest first. */
export async function findTail(key: HistoryKey, most: number) {
  const [book] = await db().select().from(historyBooks).where(ofBook(key));
  const known = book?.transactions ?? 0;
  const rows = await db()
    .select({ txid: historyTransactions.txid, height: historyTransactions.height })
    .from(historyTransactions)
    .where(and(ofTransactions(key), lte(historyTransactions.position, known - 1)))
    .orderBy(desc(historyTransactions.position))
    .limit(most);
  return { known, tail: rows.reverse() };
}

/**
 * Writes the transactions that come after the first `known` ones.
 * @returns false when others have written meanwhile, and nothing was written
 */
export const appendMoves = (key: HistoryKey, known: number, moves: readonly Move[]): Promise<boolean> =>
  transaction(async (tx) => {
    await tx
      .insert(historyBooks)
      .values({ ...key, transactions: 0 })
      .onConflictDoNothing();
    const [book] = await tx.select().from(historyBooks).where(ofBook(key)).for("update");
    if (book?.transactions !== known) return false;
    const transactions = moves.map(({ txid, height, at, kind, supplySats }, index) => {
      return { ...key, position: known + index, txid, height, minedAt: at, kind, supplySats };
    });
    for (let start = 0; start < transactions.length; start += CHUNK)
      await tx.insert(historyTransactions).values(transactions.slice(start, start + CHUNK));
    const movements = moves.flatMap((move, index) =>
      move.movements.map(({ gaid, userId, sats }) => {
        return { position: known + index, gaid: gaid ?? TREASURY, user_id: userId, sats: `${sats}` };
      }),
    );
    await tx.execute(sql`
      insert into ${historyMovements} (workspace_id, asset_uuid, position, gaid, user_id, sats)
      select ${key.workspaceId}::uuid, ${key.assetUuid}::uuid, r.*
      from ${toldRows(movements)} as r (position int, gaid text, user_id int, sats bigint)`);
    await tx
      .update(historyBooks)
      .set({ transactions: known + moves.length })
      .where(ofBook(key));
    return true;
  });

/** Somebody looks at it, and it was just read; written at most once a minute. */
export async function noteUse(key: HistoryKey): Promise<void> {
  const aMinuteAgo = sql`${databaseTime()} - interval '1 minute'`;
  await db()
    .update(historyBooks)
    .set({ usedAt: databaseTime(), readAt: databaseTime() })
    .where(and(ofBook(key), or(isNull(historyBooks.usedAt), lt(historyBooks.usedAt, aMinuteAgo))));
}

/** One that is in use and that nobody has read for so long, the oldest first; it counts as being read from now on. */
export async function takeDueHistory(due: {
  usedWithinMs: number;
  everyMs: number;
}): Promise<HistoryKey | null> {
  const ago = (ms: number) => sql`${databaseTime()} - ${ms}::float8 * interval '1 millisecond'`;
  const { workspaceId, assetUuid, readAt, usedAt } = historyBooks;
  return transaction(async (tx) => {
    const [key] = await tx
      .select({ workspaceId, assetUuid })
      .from(historyBooks)
      .where(and(gt(usedAt, ago(due.usedWithinMs)), lt(readAt, ago(due.everyMs))))
      .orderBy(asc(readAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!key) return null;
    await tx.update(historyBooks).set({ readAt: databaseTime() }).where(ofBook(key));
    return key;
  });
}

/** Forgets everything of the asset, so that it is read from the beginning; who uses it, goes on doing so. */
export const forgetMoves = (key: HistoryKey): Promise<void> =>
  transaction(async (tx) => {
    await tx.select().from(historyBooks).where(ofBook(key)).for("update");
    await tx.delete(historyMovements).where(ofMovements(key));
    await tx.delete(historyTransactions).where(ofTransactions(key));
    await tx.update(historyBooks).set({ transactions: 0 }).where(ofBook(key));
  });

/**
 * One look at the copy. What others are reading anew at this moment is not taken for all there is.
 * @param accessMode "read write" for who keeps something aside while looking
 * @throws AppError UNAVAILABLE then
 */
export const look = <T>(
  history: History,
  read: (tx: Db) => Promise<T>,
  accessMode: "read only" | "read write" = "read only",
): Promise<T> =>
  db().transaction(
    async (tx) => {
      const [book] = await tx.select().from(historyBooks).where(ofBook(history));
      if ((book?.transactions ?? 0) < history.transactions)
        throw new AppError("UNAVAILABLE", ownershipMomentText.history.unsettled, { retryable: true });
      return read(tx);
    },
    { isolationLevel: "repeatable read", accessMode },
  );

/** The last transaction at or before a moment; of all when none is given. */
export async function findLastMove(history: History, moment?: Moment) {
  const isBefore =
    moment === undefined
      ? undefined
      : moment.at === undefined
        ? lte(historyTransactions.height, moment.height)
        : lte(historyTransactions.minedAt, moment.at);
  const [row] = await look(history, (tx) =>
    tx
      .select({ height: historyTransactions.height, at: historyTransactions.minedAt })
      .from(historyTransactions)
      .where(and(ofTransactions(history), isBefore))
      .orderBy(desc(historyTransactions.height))
      .limit(1),
  );
  return row ?? null;
}

/** The transactions that changed the supply, oldest first. */
export async function listSupplySteps(history: History) {
  const rows = await look(history, (tx) =>
    tx
      .select({
        txid: historyTransactions.txid,
        height: historyTransactions.height,
        at: historyTransactions.minedAt,
        kind: historyTransactions.kind,
        changeSats: historyTransactions.supplySats,
      })
      .from(historyTransactions)
      .where(and(ofTransactions(history), ne(historyTransactions.supplySats, sql`0`)))
      .orderBy(asc(historyTransactions.position)),
  );
  return rows.map((row) => ({ ...row, kind: row.kind as MoveKind }));
}
